"""Which pairs of passages a reader is offered: a few a page, each tie between two sources once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dossier.link.features import KIND, Index
from dossier.link.known import Known
from dossier.link.pairs import COMPANY, Pair
from dossier.link.told import DATE, EVENT, FAMILY, HALF, KINDS, LOW, PHRASE, WORD

MOST = 7
"""Links that one page offers."""
AGAIN = 2
"""So often one sentence may be linked."""
Chosen = tuple[Pair, int, int]
"""A pair with the sentence to link from and the one to link to."""


def choose(ranked: Sequence[Pair], index: Index, known: Known) -> list[Chosen]:
    """First the best pair of every two sources, then by score, within the bounds for sentences, blocks and pages.

    What ties two sources together is shown once: two pairs that both rest on one name are one link.
    """
    pages: Counter[int] = Counter()
    uses: Counter[int] = Counter()
    blocks: set[tuple[str, str]] = set()
    ties: set[tuple[int, int, int]] = set()
    kept: list[Chosen] = []
    for pair in bests_first(ranked, index):
        ends = (-pair[1], -pair[2])
        if all(pages[index.owner[end]] >= MOST for end in ends) or any(uses[end] >= AGAIN for end in ends):
            continue
        start = next(end for end in direction(index, *ends) if pages[index.owner[end]] < MOST)
        between = (block(index, ends[0]), block(index, ends[1]))
        if between in blocks:
            continue
        tie = (index.owner[ends[0]], index.owner[ends[1]], ordered(index, known, *ends)[0][1])
        if tie in ties:
            continue
        pages[index.owner[start]] += 1
        blocks.add(between)
        ties.add(tie)
        uses.update(ends)
        kept.append((pair, start, ends[1] if start == ends[0] else ends[0]))
    return sorted(kept, reverse=True)


def bests_first(ranked: Sequence[Pair], index: Index) -> list[Pair]:
    """The best pair of every two sources, then the others."""
    taken: set[tuple[int, int]] = set()
    first: list[Pair] = []
    rest: list[Pair] = []
    for pair in ranked:
        key = (index.owner[-pair[1]], index.owner[-pair[2]])
        (rest if key in taken else first).append(pair)
        taken.add(key)
    return first + rest


def block(index: Index, sentence: int) -> str:
    """The id of a sentence's block."""
    told = index.tolds[index.owner[sentence]]
    return told.ids[told.blocks[sentence - index.first[index.owner[sentence]]]]


def direction(index: Index, one: int, other: int) -> tuple[int, int]:
    """First the passage to link from: the one with less to say, shorter or without a date that the other has."""
    turn = index.dated[one] if index.dated[one] != index.dated[other] else index.lengths[one] > index.lengths[other]
    return (other, one) if turn else (one, other)


def ordered(index: Index, known: Known, one: int, other: int) -> list[tuple[float, int]]:
    """What two sentences share as weights and features, the heaviest first, equal ones by their kind and their name."""
    rare = set(index.rare[one]) & set(index.rare[other])
    found = [(index.weights[feature], index.codes[feature]) for feature in rare]
    found += [(COMPANY, each) for each in set(index.crowd[one]) & set(index.crowd[other])]
    return sorted(found, key=lambda each: (-each[0], KINDS[each[1] >> KIND], named(index, known, each[1])))


def named(index: Index, known: Known, feature: int) -> str:
    """What a feature is called: the word, the date, the id."""
    kind, first = feature >> KIND, feature >> HALF & LOW
    if kind == WORD:
        return index.words[first]
    if kind == PHRASE:
        return f"{index.words[first]} {index.words[feature & LOW]}"
    if kind == DATE:
        return index.dates[first]
    return (known.events if kind == EVENT else known.families if kind == FAMILY else known.identities)[first].id
