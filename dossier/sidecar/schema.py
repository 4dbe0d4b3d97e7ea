"""The keys of a sidecar, in one table: what each is for, and the form of its value. The JSON Schema is made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import get_args

from dossier.ids import RESERVED
from dossier.model import CorrectionKind, NameType, QuoteKind, Role
from dossier.sidecar.forms import Choice, Entry, Flag, Json, Many, Record, Scalar

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
COUNT = re.compile(r"[1-9]\d{0,5}")
ALL = "all"
NO_DATE, NOT_A_NAME, NOBODY = "no date", "not a name", "nobody"
SHOWN_ROLES: tuple[Role, ...] = ("paragraph", "heading", "bullet", "caption", "blockquote")
LONGEST = 120
"""Characters of a slug; a file system takes 255 bytes."""


def slug(text: str) -> str:
    """A page's address. Raises ValueError for what is none."""
    if not SLUG.fullmatch(text) or text in RESERVED or len(text) > LONGEST:
        raise ValueError(text)
    return text


def fitting(text: str, pattern: re.Pattern[str]) -> str:
    """The text. Raises ValueError where the pattern does not match all of it."""
    if not pattern.fullmatch(text):
        raise ValueError(text)
    return text


def edtf(text: str) -> str:
    """A date in EDTF, as the `edtf` package, the field's reference parser, reads it. Raises ValueError for others."""
    from edtf import parse_edtf  # noqa: PLC0415 - a heavy import that few builds need
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        parse_edtf(text)
    except EDTFParseException as error:
        raise ValueError(text) from error
    return text


def day(text: str) -> str:
    """A day of the calendar. Raises ValueError for any other date."""
    return date.fromisoformat(fitting(text, DAY)).isoformat()


def value_of_date(text: str) -> str | None:
    """A date, or None for the words that say there is none."""
    return None if text.lower() == NO_DATE else edtf(text)


def occurrence(text: str) -> int:
    """A number from 1, or 0 for all."""
    return 0 if text == ALL else int(fitting(text, COUNT))


def text(example: str) -> Scalar:
    """Words on one line."""
    return Scalar("text", example)


DATE: Json = {"pattern": r"^[0-9XuYETZ:~?%./\[\]{},+-]+$"}
NAMES: tuple[NameType, ...] = get_args(NameType)
QUOTES: tuple[QuoteKind, ...] = tuple(kind for kind in get_args(QuoteKind) if kind != "nested")
ADDRESS = Scalar(
    "an address that starts with https:// or http://",
    "https://example.org/article",
    lambda words: fitting(words, WEB),
    {"type": "string", "format": "uri", "pattern": r"^[hH][tT][tT][pP][sS]?://"},
)
ADDRESS_OF_PAGE = Scalar(
    "lower-case letters and digits with single hyphens, such as roe-2018",
    "a-short-address",
    slug,
    {"pattern": f"^{SLUG.pattern}$", "maxLength": LONGEST, "not": {"enum": sorted(RESERVED)}},
)
EDTF = Scalar("a date such as 2018-09-06, 2018-09 or 2018~", "2018-09-06", edtf, DATE)

PLACE: Mapping[str, Entry] = {
    "in": Entry(text("words of the same paragraph"), "words of the same paragraph, where the quoted words are many"),
    "occurrence": Entry(
        Scalar("a number from 1, or all", "2", occurrence, {"pattern": rf"^(?:{ALL}|{COUNT.pattern})$", "minimum": 1}),
        "which one, counted from 1 in the order of the seed, or `all`",
    ),
}
"""What tells one place from others that have the same words."""


def correction(key: str, what: str, example: str, entries: Mapping[str, Entry], some: tuple[str, ...] = ()) -> Record:
    """The record of one kind of correction, whose first key holds the words of the seed."""
    shown = [f"{name}: {entry.form.example}" for name, entry in entries.items() if entry.needed or name in some]
    return Record(
        {key: Entry(text(example), what, needed=True), **entries, **PLACE},
        f"- {{{', '.join([f'{key}: {example}', *shown])}}}" if shown else f"- {key}: {example}",
        short="" if any(entry.needed for entry in entries.values()) or some else key,
        some=some,
    )


CORRECTIONS: Mapping[str, tuple[CorrectionKind, str, Record]] = {
    "drop": (
        "drop",
        "lines of the seed that are no part of the text; the receipt lists them",
        correction("line", "the line's words, or as many as tell it from others", "Share this story", {}),
    ),
    "keep": (
        "keep",
        "lines of the seed that are part of the text, whatever a rule says",
        correction(
            "line",
            "the line's words, or as many as tell it from others",
            "Subscribe to reason",
            {"as": Entry(Choice(SHOWN_ROLES, "paragraph"), "what the line is")},
        ),
    ),
    "join": (
        "join",
        "paragraphs that go on with the one before them",
        correction("paragraph", "the words that the second piece begins with", "which had been", {}),
    ),
    "split": (
        "split",
        "places at which a new paragraph begins",
        correction("before", "the words that the new paragraph begins with", "The next day", {}),
    ),
    "quotes": (
        "quote",
        "a quotation's speaker or kind",
        correction(
            "quote",
            "the quoted words, or as many as tell them from others",
            "a strategic shift",
            {
                "speaker": Entry(text("Jane Roe"), f"who said it, or `{NOBODY}` where the text does not tell"),
                "kind": Entry(Choice(QUOTES, "speech"), "what kind of quotation it is"),
            },
            ("speaker", "kind"),
        ),
    ),
    "dates": (
        "date",
        "a date's value",
        correction(
            "date",
            "the words of the date",
            "last Tuesday",
            {
                "is": Entry(
                    Scalar(
                        f"a date such as 2018-09-06, 2018-09 or 2018~, or {NO_DATE!r}",
                        "2018-09-06",
                        lambda words: value_of_date(words) or "",
                        {"pattern": f"{DATE['pattern']}|^{NO_DATE}$"},
                    ),
                    f"its value in EDTF, or `{NO_DATE}`",
                    needed=True,
                )
            },
        ),
    ),
    "names": (
        "name",
        "whose name it is",
        correction(
            "name",
            "the name as the text writes it; all of its places, unless `in` or `occurrence` tells one",
            "Paris",
            {
                "is": Entry(text("Paris Hilton"), f"the bearer's full name, or `{NOT_A_NAME}`", needed=True),
                "type": Entry(Choice(NAMES, "person"), "what bears the name"),
            },
        ),
    ),
    "notes": (
        "note",
        "a note's text, which the capture has lost or spoilt",
        correction(
            "note",
            "the note's label, as the text has it",
            "3",
            {"text": Entry(text("Le Monde of 4 June 2018"), "what the note says", needed=True)},
        ),
    ),
}
"""By key: the kind of correction, what it sets right, and its form."""

SCHEMA: Mapping[str, Entry] = {
    "title": Entry(text("A Title"), "the headline"),
    "subtitle": Entry(text("What it is about"), "the line under the headline"),
    "authors": Entry(
        Many(text("First Author"), "[First Author, Second Author]"), "who wrote it, one name or a list of names"
    ),
    "publisher": Entry(text("The Daily"), "who published it"),
    "published": Entry(EDTF, "when it was published, as an EDTF date"),
    "url": Entry(ADDRESS, "the original's address"),
    "archived_url": Entry(ADDRESS, "the address of an archived copy"),
    "language": Entry(
        Scalar(
            "a language tag such as en or pt-BR",
            "en",
            lambda words: fitting(words, LANGUAGE),
            {"type": "string", "pattern": f"^{LANGUAGE.pattern}$"},
        ),
        "the language of the text, as a BCP 47 tag",
    ),
    "kind": Entry(text("op-ed"), "what kind of text it is"),
    "series": Entry(text("Working Paper No. 12"), "the series it belongs to"),
    "rights": Entry(text("CC BY 4.0"), "whose the text is and what may be done with it"),
    "slug": Entry(ADDRESS_OF_PAGE, "the address of its page"),
    "redirect_from": Entry(
        Many(ADDRESS_OF_PAGE, "[an-old-address]"), "addresses that the page had before; each leads to the new one"
    ),
    "added": Entry(
        Scalar("a day such as 2024-05-31", "2024-05-31", day, {"type": "string", "format": "date"}),
        "the day on which the source joined the collection; the feed tells it",
    ),
    "publish": Entry(
        Choice(("full", "excerpt", "private"), "excerpt"),
        "what is published of it: all (`full`, where nothing is said), short passages (`excerpt`), or only its "
        "part in counts (`private`)",
    ),
    "noindex": Entry(Flag(), "whether search engines are asked to leave the page out"),
    "named_as": Entry(text("A letter in a private archive"), "what a private source may be called on the site"),
    **{key: Entry(Many(form, f"\n  {form.example}"), what) for key, (_, what, form) in CORRECTIONS.items()},
}
"""Every key of a sidecar."""
PRINTED = frozenset(
    (
        *("title", "subtitle", "authors", "publisher", "published", "url"),
        *("archived_url", "language", "kind", "series", "rights"),
    )
)
"""Keys whose values a capture may print itself: in front matter they are the seed's own."""
