"""Quotation families: the same words quoted in several places, whole or as a fragment of a fuller quotation."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.ids import digest
from dossier.lexicon import words
from dossier.model import Family, Quote, Source

FRAGMENT = 12
"""Up to so many words a quotation is looked for inside others."""
SHINGLE = 8
"""Two long quotations that share so many words in a row quote the same."""
CONTENT = 2
FULL = 4
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Form:
    """One quotation as families see it: folded words, the speaker's name or "", and whom it is nested in."""

    slug: str
    quote: Quote
    words: tuple[str, ...]
    speaker: str


def families(sources: Sequence[Source], speakers: Mapping[str, str]) -> tuple[Family, ...]:
    """All families of two forms or more, in the order of their ids. `speakers` gives names' identities."""
    forms = [
        form(source, quote, speakers)
        for source in sources
        for quote in source.annotations.quotes
        if quote.kind != "title"
    ]
    parents = list(range(len(forms)))

    def root(node: int) -> int:
        while parents[node] != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    for one, other in pairs(forms):
        low, high = sorted((root(one), root(other)))
        parents[high] = low
    groups: dict[int, list[Form]] = defaultdict(list)
    for node, made in enumerate(forms):
        groups[root(node)].append(made)
    out = [family(group) for group in groups.values() if len(group) > 1]
    return tuple(sorted(out, key=lambda f: f.id))


def form(source: Source, quote: Quote, speakers: Mapping[str, str]) -> Form:
    """A quotation's words and speaker."""
    raw = source.document.text[quote.span.start : quote.span.end]
    text = unicodedata.normalize("NFKD", raw).casefold()
    name = quote.speaker.name if quote.speaker and quote.speaker.known else None
    return Form(source.slug, quote, tuple(WORD.findall(text)), speakers.get(name, name) if name else "")


def pairs(forms: Sequence[Form]) -> list[tuple[int, int]]:
    """Quotations that belong together: found by the words of the short ones and by rows of words of the long ones."""
    short: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for node, made in enumerate(forms):
        if CONTENT <= len(made.words) <= FRAGMENT and content(made.words) >= CONTENT:
            short[made.words].append(node)
    sizes = sorted({len(key) for key in short})
    rows: dict[tuple[str, ...], int] = {}
    found = []
    for node, made in enumerate(forms):
        for size in sizes:
            for at in range(len(made.words) - size + 1):
                others = short.get(made.words[at : at + size], ())
                found += [(other, node) for other in others if other != node and agree(forms[other], made)]
        for at in range(len(made.words) - SHINGLE + 1):
            row = made.words[at : at + SHINGLE]
            other = rows.setdefault(row, node)
            if other != node and agree(forms[other], made):
                found.append((other, node))
    return found


def content(parts: Sequence[str]) -> int:
    """How many of the words say something by themselves."""
    return sum(1 for part in parts if len(part) > CONTENT and part.capitalize() not in words("en", "small_words"))


def agree(one: Form, other: Form) -> bool:
    """Whether two quotations may be one speaker's words: not one inside the other, not few words of two speakers."""
    if one.slug == other.slug and (one.quote.parent or other.quote.parent or overlap(one, other)):
        return False
    return not (
        one.speaker and other.speaker and one.speaker != other.speaker and min(len(one.words), len(other.words)) < FULL
    )


def overlap(one: Form, other: Form) -> bool:
    """Whether two quotations of one seed share text."""
    return one.quote.span.start < other.quote.span.end and other.quote.span.start < one.quote.span.end


def family(group: Sequence[Form]) -> Family:
    """The family of some forms, the fullest first; named by the words of its shortest."""
    ordered = sorted(group, key=lambda f: (-len(f.words), f.slug, f.quote.span))
    return Family(f"f-{digest(' '.join(ordered[-1].words))}", tuple((f.slug, f.quote.id) for f in ordered))
