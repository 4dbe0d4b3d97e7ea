"""Which statements of several sources may be of one thing: pairs that share names and words that few others have.

Found on an inverted index, and kept from one build to the next, so that only what is new is weighed.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from dossier.link.days import MONTH, YEAR, Days
from dossier.link.statements import Said, Statement, frequencies

ENOUGH = 4.0
"""Weight of shared words that makes two statements one event, at dates of a month or finer."""
SHARE = 0.08
RARE = 3
"""A word in at most so many statements, or in this share of them, is telling."""
CROWD = 40
"""A word in more statements than these brings none together."""
Pair = tuple[float, int, int]
"""The weight of what two statements share, below 0, so that the heaviest are the first in order; their numbers."""


@dataclass(frozen=True, slots=True)
class Alike:
    """The pairs in columns. `near` brought them together, and of what is `common` little was made of it."""

    weights: array[float]
    ones: array[int]
    others: array[int]
    near: array[int]
    common: array[int]

    def pairs(self) -> Iterator[Pair]:
        """The pairs one by one."""
        return zip(self.weights, self.ones, self.others, strict=True)


def every_pair(told: Sequence[Statement]) -> Alike:
    """The pairs of all statements."""
    near, common = ranks(told)
    return alike(pairs(told, near, common), near, common)


def pairs_again(told: Sequence[Statement], numbers: Sequence[int], before: Alike) -> Alike:
    """The same from those of an earlier build, whose statements have these `numbers` now, or -1.

    Weighed anew are the pairs of statements that are new, or have something that was more telling then, or less.
    """
    near, common = ranks(told)
    differing = near.symmetric_difference(before.near) | common.symmetric_difference(before.common)
    affected = set(range(len(told))).difference(numbers)
    affected.update([at for at, each in enumerate(told) if not differing.isdisjoint(each.items)] if differing else ())
    ones, others = (list(map(numbers.__getitem__, ends)) for ends in (before.ones, before.others))
    out = {-1, *affected}
    kept = [
        (weight, one, other)
        for weight, one, other in zip(before.weights, ones, others, strict=True)
        if one not in out and other not in out
    ]
    return alike(chain(kept, pairs(told, near, common, affected)), near, common)


def alike(found: Iterable[Pair], near: frozenset[int], common: frozenset[int]) -> Alike:
    """Pairs in columns."""
    made = Alike(array("d"), array("I"), array("I"), array("Q", near), array("Q", common))
    for weight, one, other in found:
        made.weights.append(weight)
        made.ones.append(one)
        made.others.append(other)
    return made


def ranks(told: Sequence[Statement]) -> tuple[frozenset[int], frozenset[int]]:
    """What brings statements together, of two or more and not too many, and what is too common to be telling."""
    count = frequencies(told)
    rare = max(RARE, int(SHARE * len(told)))
    near = frozenset([item for item, number in count.items() if 1 < number <= min(rare, CROWD)])
    return near, frozenset([item for item, number in count.items() if number > rare])


def pairs(
    told: Sequence[Statement], near: frozenset[int], common: frozenset[int], among: set[int] | None = None
) -> Iterator[Pair]:
    """The pairs that share enough; with `among`, those of which one is of these."""
    if among is not None:
        near = near.intersection(chain.from_iterable(told[at].items for at in among))
    index: dict[int, list[int]] = {item: [] for item in near}
    said: dict[int, Said] = {}
    for at in range(len(told) - 1, -1, -1):
        one, later = told[at], set[int]()
        for item in near.intersection(one.items):
            later.update(index[item])
            index[item].append(at)
        if among is not None and at not in among:
            later &= among
        if not later:
            continue
        mine, when = said.setdefault(at, one.said()), one.when
        for other in later:
            two = told[other]
            if when and two.when and when is not two.when and not compatible(when, two.when):
                continue
            yours = said.get(other) or said.setdefault(other, two.said())
            if (when and two.when) or possible(one, two, mine, yours, common):
                weight = shared(mine, yours, common) + nearness(when, two.when)
                if weight >= ENOUGH:
                    yield -weight, at, other


def possible(one: Statement, two: Statement, mine: Said, yours: Said, common: frozenset[int]) -> bool:
    """Whether two statements of which one has no date may be of one event: names are shared, and one tells no person.

    A statement without a date never joins what is told of the day of writing: `a move still appreciated today`.
    """
    if one.writing or two.writing or one.slug == two.slug or not (one.when or two.when):
        return False
    names = mine.names & yours.names
    return len(names) > 1 and not names <= mine.people | yours.people | common


def shared(mine: Said, yours: Said, common: frozenset[int]) -> float:
    """What the words of two statements weigh together: names more than words, telling ones more than common ones."""
    weight = 1.5 * len(mine.pairs & yours.pairs)
    for item in mine.all & yours.all:
        telling = item not in common
        if item in mine.names or item in yours.names:
            weight += 3.0 if telling and item not in mine.people and item not in yours.people else 1.0
        else:
            weight += 1.0 if telling else 0.5
    return weight


def nearness(one: Days | None, two: Days | None) -> float:
    """Equal days speak for one event, decades against one."""
    if one is None or two is None:
        return 0.0
    if one is two or one == two:
        return 2.0 if one.length < MONTH else 1.0 if one.length <= MONTH else 0.0
    longest = max(one.length, two.length)
    return 1.0 if longest <= MONTH else 0.0 if longest <= YEAR else -1.0


def compatible(one: Days, two: Days) -> bool:
    """Whether two dates can be of one event: one holds the other, or they meet and neither is longer than a month."""
    if one is two:
        return True
    first, last, start, end = one.first, one.last, two.first, two.last
    if (first <= start and end <= last) or (start <= first and last <= end):
        return True
    return first <= end and start <= last and max(one.length, two.length) <= MONTH
