"""Quotation families: the same words quoted in several places, whole or as a fragment of a fuller quotation."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count, pairwise

from dossier.ids import digest
from dossier.lexicon import words
from dossier.link.gleaned import Gleaned
from dossier.link.packed import Rows
from dossier.link.quoted import NESTED, SHINGLE, TITLE
from dossier.model import Family

FRAGMENT = 12
"""Up to so many words a quotation is looked for inside others."""
CONTENT = 2
FULL = 4
CROWD = 60
"""Quotations of the same few words that are all compared with each other."""
SLOTS = 2_097_143
"""Of the table of rows met; a prime."""
Words = tuple[str, str]
"""The first words of a quotation, as many as CONTENT."""


# A collection of ten thousand sources has a hundred thousand: their rows stay in the columns of the source.
@dataclass(slots=True, eq=False)
class Form:
    """One quotation as families see it: its folded words, the speaker's name or "", its number among its source's.

    `nested` says whether it stands inside another, `size` how many words it has.
    """

    slug: str
    id: str
    start: int
    end: int
    nested: bool
    said: str
    size: int
    speaker: str
    every: Rows
    number: int

    @property
    def words(self) -> Sequence[str]:
        """Its words one by one."""
        return self.said.split(" ") if self.said else ()

    @property
    def rows(self) -> array[int]:
        """The rows of its words."""
        return self.every[self.number]


def families(sources: Sequence[Gleaned], speakers: Mapping[str, str]) -> tuple[Family, ...]:
    """All families of two forms or more, in the order of their ids. `speakers` gives names' identities."""
    forms = [form for source in sources for form in forms_of(source, speakers)]
    parents: dict[int, int] = {}

    def root(node: int) -> int:
        above = parents.setdefault(node, node)
        while above != node:
            parents[node] = parents[above]
            node, above = above, parents[above]
        return node

    for one, other in chain(pairs(forms), long_pairs(sources, forms)):
        low, high = root(one), root(other)
        if low != high:
            parents[max(low, high)] = min(low, high)
    groups: dict[int, list[Form]] = defaultdict(list)
    for node in sorted(parents):
        groups[root(node)].append(forms[node])
    return tuple(sorted(map(family, groups.values()), key=lambda f: f.id))


def forms_of(source: Gleaned, speakers: Mapping[str, str]) -> Iterator[Form]:
    """A source's quotations but for titles."""
    found, slug, rows = source.quotes, source.slug, source.quotes.rows
    columns = zip(found.ids, found.starts, found.ends, found.marks, found.words, found.speakers, count())
    for id, start, end, marks, said, name, number in columns:
        if not marks & TITLE:
            size = said.count(" ") + 1 if said else 0
            yield Form(slug, id, start, end, marks & NESTED > 0, said, size, speakers.get(name, name), rows, number)


def pairs(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Quotations that belong together: found by the words of the short ones."""
    short: dict[str, list[int]] = defaultdict(list)
    for node, made in enumerate(forms):
        if CONTENT <= made.size <= FRAGMENT:
            short[made.said].append(node)
    kin = {said: Kin(forms[nodes[0]].size, nodes, forms) for said, nodes in short.items() if telling(said)}
    sizes: dict[Words, set[int]] = {}
    for said, found in kin.items():
        sizes.setdefault(first_of(said.split(" ")), set()).add(found.size)
    for node, made in enumerate(forms):
        words = made.words
        for at in [at for at, two in enumerate(pairwise(words)) if two in sizes]:
            for size in sizes[first_of(words, at)]:
                near = kin.get(" ".join(words[at : at + size])) if at + size <= made.size else None
                for other in near.near(node, made) if near else ():
                    if other != node and agree(forms[other], made):
                        yield other, node


def first_of(words: Sequence[str], at: int = 0) -> Words:
    """The words at a place by which a quotation of few words is looked for."""
    return words[at], words[at + 1]


def long_pairs(sources: Sequence[Gleaned], forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Quotations with SHINGLE words in a row in common. Rows met once are most of them, and never held."""
    met = bytearray(SLOTS)
    again: set[int] = set()
    for source in sources:
        for row in source.quotes.rows.items:
            slot = row % SLOTS
            if met[slot]:
                again.add(row)
            else:
                met[slot] = 1
    firsts: dict[int, int] = {}
    for node, made in enumerate(forms):
        found = again.intersection(made.rows) if made.size >= SHINGLE else ()
        for other in {firsts.setdefault(row, node) for row in found}:
            if other != node and agree(forms[other], made):
                yield other, node


@dataclass(slots=True)
class Kin:
    """The quotations of the same few words. Where they are many, two of each speaker stand for all.

    For what is one family then is one family by way of these; only a handful of words depends on the speaker.
    """

    size: int
    nodes: Sequence[int]
    by_speaker: dict[str, list[int]]

    def __init__(self, size: int, nodes: Sequence[int], forms: Sequence[Form]) -> None:
        self.size, self.nodes, self.by_speaker = size, nodes, {}
        for node in nodes if len(nodes) > CROWD else ():
            found = self.by_speaker.setdefault(forms[node].speaker if size < FULL else "", [])
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


def telling(said: str) -> bool:
    """Whether CONTENT or more of the words say something by themselves."""
    small = words("en", "small_words")
    return len([part for part in said.split(" ") if len(part) > CONTENT and part.capitalize() not in small]) >= CONTENT


def agree(one: Form, other: Form) -> bool:
    """Whether two quotations may be one speaker's words: not one inside the other, not few words of two speakers."""
    if one.slug == other.slug and (one.nested or other.nested or overlap(one, other)):
        return False
    return not (one.speaker and other.speaker and one.speaker != other.speaker and min(one.size, other.size) < FULL)


def overlap(one: Form, other: Form) -> bool:
    """Whether two quotations of one seed share text."""
    return one.start < other.end and other.start < one.end


def family(group: Sequence[Form]) -> Family:
    """The family of some forms, the fullest first; named by the words of its shortest."""
    ordered = sorted(group, key=lambda f: (-f.size, f.slug, f.start, f.end))
    return Family(f"f-{digest(ordered[-1].said)}", tuple((f.slug, f.id) for f in ordered))
