"""Pairs of sentences of two sources that share enough: found on the index and weighed."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from dossier.link.holding import STRONG, Holding
from dossier.link.packed import Rows
from dossier.link.sentences import GONE, Moved, Sentences
from dossier.link.weights import SHORTEST, diluted, roughly
from dossier.processes import ALONE, Processes, shared

COMPANY = 0.5
"""What a shared name counts that more sentences have than can find a pair."""
LEAST = 2.0
"""A pair under this is chance."""
SINGLE = 0.7
"""What is left of a tie that is the only one and no quotation."""
GRAIN = 1 << 20
"""Scores are whole numbers of so small a part."""
STRETCH = 1 << 9
"""Sentences of which the pairs are found together."""
BEST = (1 << 32) - 1
"""No score is higher: that of copies of a text without sentences, thousands of words long."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """By sentence, those of later sources that share enough with it, in order, and with what scores, by GRAIN.

    `total` is about how many sentences there were: the weights rest on it.
    """

    others: Rows
    scores: array[int]
    total: float

    def ones(self) -> array[int]:
        """The first sentence of each pair."""
        found, start = array("I"), 0
        for sentence, end in enumerate(self.others.ends):
            if end > start:
                found.extend([sentence] * (end - start))
                start = end
        return found


def every_pair(every: Sentences, held: Holding, processes: Processes = ALONE) -> Pairs:
    """The pairs of score LEAST or more."""
    made, size = Growing(), len(every.owner)
    stretches = [range(start, min(start + STRETCH, size)) for start in range(0, size, STRETCH)]
    for found in shared(processes, partial(pairs_in, every, held), stretches):
        made.join(found)
    return made.pairs(roughly(size))


def pairs_in(every: Sentences, held: Holding, stretch: range) -> Growing:
    """The same of some sentences."""
    made = Growing()
    for one in stretch:
        made.add(pairs_of(every, one, held))
    return made


def pairs_again(  # noqa: PLR0913 - what was, and what has become of it
    every: Sentences,
    held: Holding,
    before: Pairs,
    moved: Moved,
    affected: set[int],
    processes: Processes = ALONE,
) -> Pairs:
    """The same from those of an earlier build: only pairs of two sentences that are `affected` are weighed anew."""
    total = roughly(len(every.owner))
    if before.total != total:
        return every_pair(every, held, processes)
    made = Growing()
    old = replace(before, others=replace(before.others, items=moved.all(before.others.items)))
    left = deque(sorted(affected))
    for number in range(len(every.gleaned)):
        start, end = every.first[number], every.first[number + 1]
        while start < end:
            one = left[0] if left and left[0] < end else end
            if start < one:
                made.copy(old, moved.earlier[start], one - start)
            if one < end:
                left.popleft()
                rest = staying(old, moved.earlier[one], affected)
                made.add(sorted((*rest, *pairs_of(every, one, held, affected))))
            start = one + 1
    return made.pairs(total)


class Growing:
    """Pairs that are being found: in one column, since two that grow by turns leave memory in pieces."""

    def __init__(self) -> None:
        self.both = array("I")
        self.ends = array("I")

    def add(self, found: Iterable[tuple[int, int]]) -> None:
        """The pairs of the next sentence: the other one of each, and the score."""
        self.both.extend(chain.from_iterable(found))
        self.ends.append(len(self.both) // 2)

    def join(self, found: Growing) -> None:
        """Those of the next sentences, found elsewhere."""
        more = len(self.both) // 2
        self.both.extend(found.both)
        self.ends.extend([end + more for end in found.ends])

    def copy(self, old: Pairs, first: int, number: int) -> None:
        """The pairs of the next sentences, as they were those of so many from `first` on."""
        ends = old.others.ends[first : first + number]
        start = old.others.ends[first - 1] if first else 0
        more = len(self.both) // 2 - start
        both = array("I", bytes(8 * (ends[-1] - start)))
        both[::2], both[1::2] = old.others.items[start : ends[-1]], old.scores[start : ends[-1]]
        self.both.extend(both)
        self.ends.extend([end + more for end in ends])

    def pairs(self, total: float) -> Pairs:
        """All of them."""
        return Pairs(Rows(self.both[::2], self.ends), self.both[1::2], total)


def staying(old: Pairs, sentence: int, affected: set[int]) -> Iterator[tuple[int, int]]:
    """The pairs that a sentence had with others that are as they were."""
    if sentence != GONE:
        start, end = old.others.ends[sentence - 1] if sentence else 0, old.others.ends[sentence]
        for at in range(start, end):
            other = old.others.items[at]
            if other != GONE and other not in affected:
                yield other, old.scores[at]


def pairs_of(every: Sentences, one: int, held: Holding, among: set[int] | None = None) -> Iterator[tuple[int, int]]:
    """The sentences of later sources that a sentence shares enough with, in order, with the scores.

    With `among`, only those of these sentences.
    """
    last, lengths, found = every.first[every.owner[one] + 1], every.lengths, held.sentences
    sums: dict[int, float] = {}
    for value, start, end in held.of(one):
        for other in found[bisect_left(found, last, start, end) : end]:
            sums[other] = sums.get(other, 0.0) + value
    company = set(held.crowds[one])
    enough = LEAST * diluted(lengths[one], SHORTEST) - COMPANY * len(company)
    near = [other for other, value in sums.items() if value % STRONG >= enough]
    for other in sorted(near if among is None else among.intersection(near)):
        both = len(company.intersection(held.crowds[other])) if company else 0
        strong, value = divmod(sums[other], STRONG)
        whole = 1.0 if strong + both > 1 else SINGLE
        score = (value + COMPANY * both) * whole / diluted(lengths[one], lengths[other])
        if score >= LEAST:
            yield other, min(round(score * GRAIN), BEST)
