"""Pairs of sentences of two sources that share enough: found on the index and weighed."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.link.codes import FAMILY, KIND, WORD
from dossier.link.features import Index, Sentences
from dossier.link.weights import SHORTEST, diluted, weight

COMPANY = 0.5
"""What a shared name counts that more sentences have than can find a pair."""
LEAST = 2.0
"""A pair under this is chance."""
ALONE = 0.7
"""What is left of a tie that is the only one and no quotation."""
STRONG = float(1 << 18)
"""Added to a sum for each tie that is more than a word, so that one number holds the sum and their count."""
GRAIN = 1 << 20
"""Scores are whole numbers of so small a part."""
HALF = 32
LOW = (1 << HALF) - 1
Tie = tuple[float, Sequence[int]]
"""What a feature adds, and the sentences that have it."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs in order: `ends` are the two sentences as one number, the first above HALF bits; `scores` by GRAIN."""

    ends: array[int]
    scores: array[int]


def every_pair(index: Index) -> Pairs:
    """The pairs of score LEAST or more."""
    every = index.sentences
    held, crowd = holding(index), crowds(index)
    made = Pairs(array("Q"), array("I"))
    for source in range(len(every.gleaned)):
        for one in range(every.first[source], every.first[source + 1]):
            for other, score in pairs_of(every, one, held.get(one, ()), crowd):
                made.ends.append(one << HALF | other)
                made.scores.append(score)
    return made


def holding(index: Index) -> dict[int, list[Tie]]:
    """What each sentence has that finds it others."""
    total = len(index.sentences.owner)
    held: dict[int, list[Tie]] = {}
    for feature, found in index.rare.items():
        kind = feature >> KIND
        strong = 0 if kind == WORD else 2 if kind == FAMILY else 1
        tie = weight(kind, len(found), total) + strong * STRONG, found
        for sentence in found:
            held.setdefault(sentence, []).append(tie)
    return held


def crowds(index: Index) -> dict[int, set[int]]:
    """The names of each sentence that too many have to find it others."""
    found: dict[int, set[int]] = {}
    for feature, sentences in index.crowd.items():
        for sentence in sentences:
            found.setdefault(sentence, set()).add(feature)
    return found


def pairs_of(
    every: Sentences, one: int, ties: Sequence[Tie], crowd: Mapping[int, set[int]]
) -> Iterator[tuple[int, int]]:
    """The sentences of later sources that a sentence shares enough with, in order, with the scores."""
    last, lengths = every.first[every.owner[one] + 1], every.lengths
    sums: dict[int, float] = {}
    for value, found in ties:
        for other in found[bisect_left(found, last) :]:
            sums[other] = sums.get(other, 0.0) + value
    company = crowd.get(one, set())
    enough = LEAST * diluted(lengths[one], SHORTEST) - COMPANY * len(company)
    for other in sorted([other for other, value in sums.items() if value % STRONG >= enough]):
        both = len(company & crowd[other]) if company and other in crowd else 0
        strong, value = divmod(sums[other], STRONG)
        whole = 1.0 if strong + both > 1 else ALONE
        score = (value + COMPANY * both) * whole / diluted(lengths[one], lengths[other])
        if score >= LEAST:
            yield other, round(score * GRAIN)


def ranked(pairs: Pairs) -> list[int]:
    """The places of the pairs, the best first, and of equal ones the first in the sources."""
    return sorted(range(len(pairs.ends)), key=pairs.scores.__getitem__, reverse=True)
