"""Pairs of sentences of two sources that share enough: found on the index, weighed, the best of each source kept."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import heappush, heapreplace

from dossier.link.features import ALONE, KIND, Index
from dossier.link.told import FAMILY, WORD

COMPANY = 0.5
"""What a shared name counts that more sentences have than can find a pair."""
LEAST = 2.0
"""A pair under this is chance."""
SHORTEST = 8
"""A sentence of fewer words counts as one of so many."""
SLACK = 1e-9
"""Sums of the same weights in another order may differ by as much."""
BUDGET, FEWEST = 400_000, 64
"""Pairs kept of all sources and, where those are many, of one. A page offers a handful of links."""

Pair = tuple[float, int, int]
"""The score and, negative, the two sentences: the greater, the better, and of equal ones the first in the sources."""


def best_pairs(index: Index) -> list[Pair]:
    """The pairs of score LEAST or more, best first; of each source at least its own best."""
    many = len(index.tolds)
    most = max(FEWEST, BUDGET // max(many, 1))
    kept: list[list[Pair]] = [[] for _ in range(many)]
    for source in range(many):
        for pair in pairs_of(index, source, kept, most):
            offer(kept[source], pair, most)
            offer(kept[index.owner[-pair[2]]], pair, most)
    return sorted({pair for each in kept for pair in each}, reverse=True)


def offer(kept: list[Pair], pair: Pair, most: int) -> None:
    """Keep the pair if it is among the `most` best."""
    if len(kept) < most:
        heappush(kept, pair)
    elif pair > kept[0]:
        heapreplace(kept, pair)


def pairs_of(index: Index, source: int, kept: Sequence[Sequence[Pair]], most: int) -> Iterator[Pair]:
    """The pairs of a source's sentences with those of later sources, unless both sources have enough better ones."""
    last, lengths, owner = index.first[source + 1], index.lengths, index.owner
    for one in range(index.first[source], last):
        ties: dict[int, list[int]] = defaultdict(list)
        for feature in index.rare[one]:
            found = index.postings[feature]
            for other in found[bisect_left(found, last) :]:
                ties[other].append(feature)
        own = kept[source]
        floor = own[0][0] if len(own) == most else 0.0
        lonely = not index.crowd.size(one)
        for other, shared in ties.items():
            need = LEAST
            if floor > LEAST:
                rest = kept[owner[other]]
                need = max(LEAST, min(floor, rest[0][0] if len(rest) == most else 0.0))
            if lonely and len(shared) == 1:
                value = index.alone[shared[0]] / diluted(lengths[one], lengths[other])
            else:
                value = score(index, one, other, shared, need)
            if value >= need:
                yield value, -one, -other


def score(index: Index, one: int, other: int, shared: Sequence[int], need: float) -> float:
    """What two sentences share, weighed; 0.0 where that cannot be as much as `need`.

    A long sentence shares more by chance, one tie alone is worth less than two.
    """
    weights = [index.weights[feature] for feature in shared]
    dilution = diluted(index.lengths[one], index.lengths[other])
    crowd = index.crowd.size(one) and index.crowd.size(other)
    if crowd:
        crowd = min(crowd, index.crowd.size(one))
    if (sum(weights) + COMPANY * crowd) / dilution < need - SLACK:
        return 0.0
    company = len(set(index.crowd[one]) & set(index.crowd[other])) if crowd else 0
    kinds = [index.codes[feature] >> KIND for feature in shared]
    strong = company + sum(kind != WORD for kind in kinds)
    alone = 1.0 if strong > 1 or FAMILY in kinds else ALONE
    return math.fsum((*weights, *[COMPANY] * company)) * alone / dilution


@lru_cache(maxsize=1 << 14)
def diluted(one: int, other: int) -> float:
    """What a pair's weight is divided by. Lengths in words."""
    return math.log(math.e + math.sqrt(max(one, SHORTEST) * max(other, SHORTEST)) / 12)
