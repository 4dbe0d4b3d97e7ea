"""Pairs of sentences of two sources that share enough: found on the index and weighed."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.link.holding import STRONG, Holding
from dossier.link.packed import Rows
from dossier.link.sentences import GONE, Moved, Sentences
from dossier.link.weights import SHORTEST, diluted, roughly

COMPANY = 0.5
"""What a shared name counts that more sentences have than can find a pair."""
LEAST = 2.0
"""A pair under this is chance."""
ALONE = 0.7
"""What is left of a tie that is the only one and no quotation."""
GRAIN = 1 << 20
"""Scores are whole numbers of so small a part."""
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


def every_pair(every: Sentences, held: Holding) -> Pairs:
    """The pairs of score LEAST or more."""
    made = none_yet(every)
    for one in range(len(every.owner)):
        add(made, pairs_of(every, one, held))
    return made


def pairs_again(every: Sentences, held: Holding, before: Pairs, moved: Moved, affected: set[int]) -> Pairs:
    """The same from those of an earlier build: only pairs of two sentences that are `affected` are weighed anew."""
    made = none_yet(every)
    if before.total != made.total:
        return every_pair(every, held)
    old = replace(before, others=replace(before.others, items=moved.all(before.others.items)))
    left = deque(sorted(affected))
    for number in range(len(every.gleaned)):
        start, end = every.first[number], every.first[number + 1]
        while start < end:
            one = left[0] if left and left[0] < end else end
            if start < one:
                copy(old, made, moved.earlier[start], one - start)
            if one < end:
                left.popleft()
                rest = staying(old, moved.earlier[one], affected)
                add(made, sorted((*rest, *pairs_of(every, one, held, affected))))
            start = one + 1
    return made


def none_yet(every: Sentences) -> Pairs:
    """No pairs of some sentences."""
    return Pairs(Rows(array("I"), array("I")), array("I"), roughly(len(every.owner)))


def add(made: Pairs, found: Iterable[tuple[int, int]]) -> None:
    """The pairs of the next sentence."""
    for other, score in found:
        made.others.items.append(other)
        made.scores.append(score)
    made.others.ends.append(len(made.scores))


def copy(old: Pairs, made: Pairs, first: int, number: int) -> None:
    """The pairs of the next sentences, as they were those of so many from `first` on."""
    ends = old.others.ends[first : first + number]
    start = old.others.ends[first - 1] if first else 0
    more = len(made.scores) - start
    made.others.items.extend(old.others.items[start : ends[-1]])
    made.scores.extend(old.scores[start : ends[-1]])
    made.others.ends.extend([end + more for end in ends])


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
    last, lengths, crowd, found = every.first[every.owner[one] + 1], every.lengths, held.crowd, held.sentences
    sums: dict[int, float] = {}
    for value, start, end in held.of(one):
        for other in found[bisect_left(found, last, start, end) : end]:
            sums[other] = sums.get(other, 0.0) + value
    company = set(crowd.get(one, ()))
    enough = LEAST * diluted(lengths[one], SHORTEST) - COMPANY * len(company)
    near = [other for other, value in sums.items() if value % STRONG >= enough]
    for other in sorted(near if among is None else among.intersection(near)):
        both = len(company.intersection(crowd[other])) if company and other in crowd else 0
        strong, value = divmod(sums[other], STRONG)
        whole = 1.0 if strong + both > 1 else ALONE
        score = (value + COMPANY * both) * whole / diluted(lengths[one], lengths[other])
        if score >= LEAST:
            yield other, min(round(score * GRAIN), BEST)
