"""The sentences of every source and what each shares with others: names, dates, phrases, quotations, events."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from dossier.lexicon import words
from dossier.model import Event, Family, Identity, Source
from dossier.sourcemap import TextSpan

END = re.compile(r"[.!?\u2026][\"\u201d\u2019)\]]*\s+(?=[\"\u201c\u2018(\[]*[^\W\d_a-z])")
WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
TOLD = frozenset(("paragraph", "bullet", "blockquote", "caption", "note", "table"))
"""Roles whose words tell something that another source may tell too."""
NAMES = ("name", "common")
"""Names, and names that any list of the world has: a country in common is less than a person in common."""
LISTED = ("gazetteer", "compound", "inside")
"""Rules that take a name from such a list."""
SHORTEST = 3


class Feature(NamedTuple):
    """One thing that a sentence holds. `kind` is name, date, phrase, word, family or event; `key` what is compared.

    A tuple, since the indexes of a large collection hash and compare millions of them.
    """

    kind: str
    key: str


Mark = tuple[int, int, Feature, str]
"""Where a feature stands and the words that show it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its features, each with the words that show it to a reader."""

    slug: str
    number: int
    block: str
    span: TextSpan
    features: Mapping[Feature, str]
    length: int
    dated: bool = False
    """Whether one of the features is a date."""


@cache
def idle() -> frozenset[str]:
    """Words too common to tie two passages together."""
    listed = ("small_words", "name_titles", "name_title_leads", "nationalities", "calendar_words")
    found = {word.lower().rstrip(".") for name in listed for word in words("en", name)}
    return frozenset(found | {f"{word}s" for word in found}) | words("en", "idle_words")


@dataclass(frozen=True, slots=True)
class Known:
    """What the rest of this stage found, by slug: identities of names, families of quotations, events."""

    identities: Mapping[tuple[str, int], Identity]
    families: Mapping[tuple[str, str], Family]
    events: Mapping[str, Sequence[tuple[Event, TextSpan]]]
    """Events that two sources tell, with where this one says what happened."""


def known(identities: Sequence[Identity], families: Sequence[Family], events: Sequence[Event]) -> Known:
    """Index them."""
    told: dict[str, list[tuple[Event, TextSpan]]] = {}
    for event in events:
        if len({a.slug for a in event.attestations}) > 1 and event.lane == "event":
            for attestation in event.attestations:
                told.setdefault(attestation.slug, []).append((event, attestation.label))
    return Known(
        {member: identity for identity in identities for member in identity.members},
        {form: family for family in families for form in family.forms},
        told,
    )


def sentences(source: Source, found: Known) -> list[Sentence]:
    """The source's sentences in order."""
    marks = marks_of(source, found)
    starts = [start for start, _, _, _ in marks]
    named = sorted((m.start, m.end) for name in source.annotations.names for m in name.mentions)
    out: list[Sentence] = []
    for block in source.document.blocks:
        if block.role not in TOLD:
            continue
        for span in split(source.document.text, block.span, named):
            held: dict[Feature, str] = {}
            at = bisect_right(starts, span.start - 1)
            covered = []
            while at < len(marks) and marks[at][0] < span.end:
                start, end, feature, shown = marks[at]
                held.setdefault(feature, shown)
                if feature.kind in NAMES:
                    covered.append((start, end))
                at += 1
            length = phrases(source.document.text, span, covered, held)
            dated = any(feature.kind == "date" for feature in held)
            out.append(Sentence(source.slug, len(out), block.id, span, held, length, dated))
    return out


def marks_of(source: Source, found: Known) -> list[Mark]:
    """Every annotation of the source as a feature with its place, in text order."""
    text = source.document.text
    marks: list[Mark] = []
    for index, name in enumerate(source.annotations.names):
        identity = found.identities[source.slug, index]
        kind = "common" if name.rule in LISTED else "name"
        marks += [(m.start, m.end, Feature(kind, identity.id), identity.name) for m in name.mentions]
    for date in source.annotations.dates:
        shown = " ".join(text[date.span.start : date.span.end].split())
        if date.edtf and date.role != "citation":
            marks += [(date.span.start, date.span.end, Feature("date", key), shown) for key in date_keys(date.edtf)]
    marks += [
        (span.start, span.end, Feature("event", event.id), event.edtf)
        for event, span in found.events.get(source.slug, ())
    ]
    for quote in source.annotations.quotes:
        family = found.families.get((source.slug, quote.id))
        if family:
            marks.append((quote.span.start, quote.span.end, Feature("family", family.id), shortest(text, quote.span)))
    return sorted(marks, key=lambda m: (m[0], m[1], m[2].kind, m[2].key))


def date_keys(edtf: str) -> Iterator[str]:
    """The day and the month of a date: what a sentence with the month alone shares with one that has the day."""
    plain = re.findall(r"\d{4}-\d{2}(?:-\d{2})?", edtf)
    for value in dict.fromkeys(plain):
        yield value
        if value[:7] != value and value[:7] not in plain:
            yield value[:7]


def shortest(text: str, span: TextSpan) -> str:
    """A quotation's words, at most sixty characters."""
    shown = " ".join(text[span.start : span.end].split()).strip(" ,.;:")
    return shown if len(shown) <= 60 else shown[:60].rsplit(" ", 1)[0] + "\u2026"  # noqa: PLR2004


def split(text: str, span: TextSpan, named: Sequence[tuple[int, int]]) -> Iterator[TextSpan]:
    """A block's sentences; no sentence ends inside a name ("A. Wess Mitchell", "U.S. President")."""
    start = span.start
    for match in END.finditer(text, span.start, span.end):
        at = bisect_right(named, (match.start() + 1, 0))
        inside = any(s <= match.start() < e for s, e in named[max(0, at - 3) : at + 1])
        if not inside and text[max(0, match.start() - 3) : match.start()].rpartition(" ")[2] not in SHORTENED:
            yield TextSpan(start, match.start() + len(match.group().rstrip()))
            start = match.end()
    if start < span.end:
        yield TextSpan(start, span.end)


def phrases(text: str, span: TextSpan, covered: Sequence[tuple[int, int]], held: dict[Feature, str]) -> int:
    """Enter the sentence's words and pairs of words outside names; the number of words."""
    before: tuple[str, int, int] | None = None
    count = 0
    names = iter(covered)
    name = next(names, None)
    for match in WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        count += 1
        while name and name[1] <= start:
            name = next(names, None)
        if name and name[0] < end:
            before = None
            continue
        word = match.group().lower()
        stem = telling(word)
        if not stem:
            if word not in LINKING:
                before = None
            continue
        held.setdefault(Feature("word", stem), word)
        if before and start - before[2] <= NEARBY:
            held.setdefault(Feature("phrase", f"{before[0]} {stem}"), " ".join(text[before[1] : end].split()))
        before = (stem, start, end)
    return count


LINKING = frozenset(("and", "of", "or", "the", "in", "for", "on", "to"))
"""Words that may stand inside a phrase."""
SHORTENED = frozenset(("Mr", "Mrs", "Ms", "Dr", "St", "No"))
NEARBY = 9
"""Between the two words of a phrase there is room for "and the" ("trust and security")."""


@lru_cache(maxsize=1 << 16)
def telling(word: str) -> str:
    """The stem of a word that can tie two passages together, "" for one too short or too common."""
    return "" if len(word) < SHORTEST or bare(word) in idle() else stemmed(word)


def bare(word: str) -> str:
    """A word as lists have it: no possessive ending, the last part of a compound ("french-russian")."""
    plain = word.removesuffix("'s").removesuffix("\u2019s")
    return plain.rpartition("-")[2] or plain


def stemmed(word: str) -> str:
    """A word without the ending of its plural: "societies", "society"; "crises", "crisis"."""
    for ending, instead in (
        ("ies", "y"),
        ("ses", "s"),
        ("sis", "s"),
        ("'s", ""),
        ("\u2019s", ""),
        ("ss", "ss"),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)] + instead
    return word
