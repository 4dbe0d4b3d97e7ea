"""Quotation families: the same words quoted in several places, whole or as a fragment of a fuller quotation."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
CROWD = 60
"""Quotations of the same few words that are all compared with each other."""
SLOTS = 2_097_143
"""Of the table of rows met; a prime."""
WORD = re.compile(r"[^\W_]+")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One quotation as families see it: folded words, the speaker's name or "", and whom it is nested in."""

    slug: str
    quote: Quote
    words: Words
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


def pairs(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Quotations that belong together: found by the words of the short ones and by rows of words of the long ones."""
    short: dict[Words, list[int]] = defaultdict(list)
    for node, made in enumerate(forms):
        if CONTENT <= len(made.words) <= FRAGMENT and content(made.words) >= CONTENT:
            short[made.words].append(node)
    kin = {key: Kin(key, nodes, forms) for key, nodes in short.items()}
    sizes: dict[Words, set[int]] = defaultdict(set)
    for key in short:
        sizes[key[:CONTENT]].add(len(key))
    for node, made in enumerate(forms):
        for at in range(len(made.words) - 1):
            for size in sizes.get(made.words[at : at + CONTENT], ()):
                found = kin.get(made.words[at : at + size])
                for other in found.near(node, made) if found else ():
                    if other != node and agree(forms[other], made):
                        yield other, node
    yield from long_pairs(forms)


def long_pairs(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Quotations with SHINGLE words in a row in common. Rows met once are most of them, and never held."""
    met = bytearray(SLOTS)
    for made in forms:
        for row in rows(made.words):
            slot = hash(row) % SLOTS
            met[slot] = min(met[slot] + 1, 2)
    firsts: dict[Words, int] = {}
    for node, made in enumerate(forms):
        for row in rows(made.words):
            other = firsts.setdefault(row, node) if met[hash(row) % SLOTS] > 1 else node
            if other != node and agree(forms[other], made):
                yield other, node


def rows(parts: Words) -> Iterator[Words]:
    """Every SHINGLE words in a row."""
    return (parts[at : at + SHINGLE] for at in range(len(parts) - SHINGLE + 1))


@dataclass(slots=True)
class Kin:
    """The quotations of the same few words. Where they are many, two of each speaker stand for all.

    For what is one family then is one family by way of these; only a handful of words depends on the speaker.
    """

    nodes: Sequence[int]
    by_speaker: dict[str, list[int]]

    def __init__(self, key: Words, nodes: Sequence[int], forms: Sequence[Form]) -> None:
        self.nodes, self.by_speaker = nodes, {}
        for node in nodes if len(nodes) > CROWD else ():
            found = self.by_speaker.setdefault(forms[node].speaker if len(key) < FULL else "", [])
            if not found or (len(found) == 1 and forms[found[0]].slug != forms[node].slug):
                found.append(node)

    def near(self, node: int, made: Form) -> Sequence[int]:
        """The quotations to be compared with another that holds the same words, or is one of them."""
        if not self.by_speaker:
            return self.nodes
        nobodys = self.by_speaker.get("", [])
        if not made.speaker and node in nobodys[:1]:
            return [each for found in self.by_speaker.values() for each in found]
        return self.by_speaker.get(made.speaker, []) + nobodys


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
