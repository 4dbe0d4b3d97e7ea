"""Metadata: what the seed prints about itself, with the place of each value, and what the editor adds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dossier.clean.bylines import names_in
from dossier.clean.datelines import only_date, printed_date
from dossier.clean.draft import Draft
from dossier.clean.places import Places
from dossier.clean.shapes import is_name
from dossier.ids import ascii_of
from dossier.lexicon import languages, words
from dossier.model import Fact, Meta, Seed, Sidecar

HOUSE_NAME = (
    r"(?P<name>(?:[Tt]he\s++)?[A-Z][\w&.'\u2019-]*"
    r"(?:\s++(?:(?:of|and|&|for|the|on|in)\s++)?[A-Z][\w&.'\u2019-]*){0,7})"
)
HOUSE = re.compile(
    r"\b(?:(?:position|views?|opinions?|policy|policies|stance|beliefs?) of|"
    r"(?:represent|reflect)s? (?:those|the (?:views|opinions)) of)\s+" + HOUSE_NAME
)
COPYRIGHT = re.compile(
    r"(?:\u00a9|\([cC]\)|[Cc]opyright|COPYRIGHT)\s*+(?:(?:\u00a9|\([cC]\))\s*+)?"
    r"(?:\d{4}(?:\s*+[-\u2013]\s*+\d{4})?,?\s++)?(?:by\s++)?" + HOUSE_NAME
)
LETTERS = bytes(ord(chr(code).lower()) if chr(code).isalpha() else 0x20 for code in range(128)) + bytes(range(128, 256))
"""ASCII in small letters, and all but letters as spaces."""
TRAILING = re.compile(r"(?:['\u2019]s|[.,]|\.? All|,)$")
"""What a copyright line or a possessive leaves behind a name: "… Ltd. All rights reserved"."""
BLURB = re.compile(
    r"^[\"\u201c](?P<series>[^\"\u201d]{3,80})[\"\u201d] is an? "
    r"(?P<name>[A-Z]{2,}\s*+|(?:[A-Z][\w&-]+\s++){1,4}?)[\w\s,-]{0,80}?\b"
    r"(?:review|series|project|publication|newsletter|column|programme|program|podcast|blog|report|bulletin)\b"
)
NOT_HOUSE = frozenset(
    ("author", "authors", "writer", "contributor", "contributors", "individual", "speaker", "speakers", "interviewee")
)
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")
URL_DATE = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?=/|$)|/((?:19|20)\d{2})-(\d{2})-(\d{2})(?=\b)")


def authors_of(drafts: Sequence[Draft], source: str) -> tuple[Fact, ...]:
    """The authors that the bylines name."""
    printed = Places(source)
    found: list[Fact] = []
    for draft in drafts:
        if draft.role == "byline":
            for start, end in names_in(draft.text(source)):
                name = draft.text(source)[start:end]
                value = name.title() if name.isupper() and len(name) > 3 else name  # noqa: PLR2004 - initials stay
                if value not in {fact.value for fact in found}:
                    found.append(printed.fact(draft, value, "byline", (start, end)))
    return tuple(found)


COLUMN = re.compile(r"\s{3,}|\t+")


def columns(drafts: Sequence[Draft], source: str) -> dict[str, Fact | tuple[Fact, ...]]:
    """Author and date from the right-hand column of a head set in two columns, as memoranda have it."""
    head = next((d for d in drafts[:3] if d.rule == "drawing"), None)
    if head is None or head is not drafts[0]:
        return {}
    found: dict[str, Fact | tuple[Fact, ...]] = {}
    text, printed, at = head.text(source), Places(source), 0
    for line in text.split("\n"):
        parts = COLUMN.split(line.rstrip())
        right = parts[-1].strip() if len(parts) > 1 else ""
        start = at + line.rfind(right)
        at += len(line) + 1
        date = only_date(right) if right else None
        if date and "published" not in found:
            found["published"] = printed.fact(head, date.edtf, "right-hand-column", (start, start + len(right)))
        elif right and is_name(right) and "authors" not in found and not date:
            found["authors"] = (printed.fact(head, right, "right-hand-column", (start, start + len(right))),)
    return found


def publisher_of(drafts: Sequence[Draft], source: str) -> Fact | None:
    """The publisher, where a disclaimer, a copyright line or a series' own description names it."""
    printed = Places(source)
    for roles, pattern, rule in (
        ({"disclaimer", "credit"}, HOUSE, "disclaimer"),
        ({"paragraph"}, BLURB, "series-description"),
        ({"credit", "boilerplate"}, COPYRIGHT, "copyright-line"),
    ):
        for draft in drafts:
            if draft.role not in roles:
                continue
            for found in pattern.finditer(draft.text(source)):
                name = TRAILING.sub("", found["name"].strip())
                end = found.start("name") + len(found["name"].rstrip()) - (len(found["name"].strip()) - len(name))
                if name and name.rsplit(maxsplit=1)[-1].lower() not in NOT_HOUSE and name.lower() != "all":
                    return printed.fact(draft, name, rule, (found.start("name"), end))
    return None


UPDATED = re.compile(r"\b(?:updated?|modified|revised|edited|corrected)\b", re.IGNORECASE)
PUBLISHED = re.compile(r"\b(?:published|posted|first|created|issued|filed|original(?:ly)?)\b", re.IGNORECASE)


def published_of(drafts: Sequence[Draft], source: str) -> Fact | None:
    """The date of the dateline, else the date in the document's own address."""
    printed = Places(source)
    dated = [(rank, n, fact) for n, d in enumerate(drafts) for rank, fact in dates_of(d, source, printed)]
    if dated:
        return min(dated, key=lambda found: found[:2])[2]
    for draft in drafts:
        if draft.role == "url":
            inside = URL_DATE.search(draft.text(source))
            if inside:
                year, month, day = [g for g in inside.groups() if g]
                value = f"{year}-{int(month):02d}-{int(day):02d}"
                if printed_date(value):
                    return Fact(value, "inferred", "date-in-address", printed.span(draft, inside.start(), inside.end()))
    return None


def dates_of(draft: Draft, source: str, printed: Places) -> Iterator[tuple[int, Fact]]:
    """The dates of one line of the head with their rank: 0 published, 1 plain, 2 updated or told a second time."""
    if draft.role not in {"dateline", "byline"} and draft.rule != "repeated-dateline":
        return
    text, at = draft.text(source), 0
    while found := printed_date(text[at:]):
        before = text[at : at + found.start]
        rank = 0 if PUBLISHED.search(before) else 2 if UPDATED.search(before) else 1
        if draft.rule == "repeated-dateline" and rank:
            rank = 2
        yield rank, printed.fact(draft, found.edtf, draft.rule, (at + found.start, at + found.end))
        at += found.end


def url_of(drafts: Sequence[Draft], source: str) -> Fact | None:
    """The original's address."""
    printed = Places(source)
    for draft in drafts:
        if draft.role in {"url", "metadata"}:
            found = URL.search(draft.text(source))
            if found:
                address = found.group().rstrip(".,;)")
                return printed.fact(draft, address, "address-line", (found.start(), found.start() + len(address)))
    return None


def whole(drafts: Sequence[Draft], source: str, role: str) -> Fact | None:
    """The text of the first draft of a role."""
    for draft in drafts:
        if draft.role == role:
            text = draft.text(source)
            value = text.strip()
            start = len(text) - len(text.lstrip())
            return Places(source).fact(draft, value, draft.rule, (start, start + len(value)))
    return None


SERIES = re.compile(r"([^|\s\d,.;:][^|\d]*\b(?:No|Vol|Issue)\.?\s*\d[\w./-]*)", re.IGNORECASE)


def series_of(drafts: Sequence[Draft], source: str) -> Fact | None:
    """`Special Dispatch No. 7659`."""
    for draft in drafts:
        if draft.role == "metadata" and draft.rule == "series-line":
            date = printed_date(draft.text(source))
            found = SERIES.search(draft.text(source), date.end if date and date.start == 0 else 0)
            if found:
                return Places(source).fact(draft, found[1].strip(), "series-line", found.span(1))
    return None


def language_of(text: str) -> Fact | None:
    """The language whose commonest words make up most of the text; None where none does."""
    found = letters_of(text[:20000])
    if len(found) < 20:  # noqa: PLR2004 - too little to tell
        return None
    often = Counter(found)
    counts = {tag: sum([often.get(word, 0) for word in words(tag, "function_words")]) for tag in languages()}
    best = max(languages(), key=lambda tag: counts[tag])
    return Fact(best, "inferred", "function-words") if counts[best] * 8 > len(found) else None


def letters_of(text: str) -> list[str]:
    """The words of a text in small letters, figures left out."""
    plain = ascii_of(text)
    if plain is None:
        return re.findall(r"[^\W\d_]+", text.lower())
    return plain.translate(LETTERS).decode().split()


def collect_meta(drafts: Sequence[Draft], seed: Seed, front: Mapping[str, Fact | tuple[Fact, ...]]) -> Meta:
    """The metadata of a document: the editor's sidecar first, then front matter, then what the lines print."""
    source = seed.text
    printed = {
        "title": whole(drafts, source, "title"),
        "subtitle": whole(drafts, source, "subtitle"),
        "authors": authors_of(drafts, source),
        "publisher": publisher_of(drafts, source),
        "published": published_of(drafts, source),
        "url": url_of(drafts, source),
        "series": series_of(drafts, source),
        "language": language_of(source),
    }
    merged = columns(drafts, source)
    merged.update({key: value for key, value in printed.items() if value})
    merged.update({key: value for key, value in front.items() if value})
    if seed.sidecar:
        merged.update(editors(seed.sidecar))
    return Meta(**{key: value for key, value in merged.items() if key in Meta.__dataclass_fields__})  # type: ignore[arg-type]


def editors(sidecar: Sidecar) -> dict[str, Fact | tuple[Fact, ...]]:
    """The values of a sidecar as facts."""
    facts: dict[str, Fact | tuple[Fact, ...]] = {}
    for key, value in sidecar.values.items():
        if isinstance(value, tuple):
            facts[key] = tuple(Fact(str(item), "sidecar", "sidecar") for item in value)
        elif key not in {"slug", "noindex", "named_as"}:
            facts[key] = Fact(str(value), "sidecar", "sidecar")
    return facts
