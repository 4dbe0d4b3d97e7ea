"""Statements that cannot all hold: two places for one visit, two dates for what happens once. Nothing is resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from dossier.link.alike import RARE, compatible
from dossier.link.dated import folded, number
from dossier.link.days import MONTH, YEAR
from dossier.link.statements import Statement
from dossier.model import Disagreement, Passage

APART = 10 * YEAR
"""Dates further apart than ten years are of two things that have the same noun."""
CROWD = 60
"""Statements about one person or noun that are compared with each other."""
Pair = tuple[Statement, Statement]


def find_disagreements(told: Sequence[Statement]) -> tuple[Disagreement, ...]:
    """All of them, in the order of their first statements."""
    found = [
        Disagreement(kind, tuple(Passage(each.slug, each.label) for each in group))
        for kind, pairs in (("date", dates(told)), ("place", places(told)))
        for group in linked(pairs)
    ]
    return tuple(sorted(found, key=lambda each: [(s.slug, s.span) for s in each.statements]))


def linked(pairs: Iterator[Pair]) -> list[list[Statement]]:
    """Pairs that have a statement in common, as one group."""
    group: dict[tuple[str, int, str], dict[tuple[str, int, str], Statement]] = {}
    for one, two in pairs:
        merged = group.get(one.key, {one.key: one}) | group.get(two.key, {two.key: two})
        group |= dict.fromkeys(merged, merged)
    unique = {id(members): members for members in group.values()}
    return [[members[key] for key in sorted(members)] for members in unique.values()]


def dates(told: Sequence[Statement]) -> Iterator[Pair]:
    """One thing that happens once, told with two dates: "the annexation in 2014", "in 2013, ... the annexation"."""
    nouns = {number(noun): noun for noun in folded("once_events")}
    holding: dict[int, list[Statement]] = {noun: [] for noun in sorted(nouns, key=nouns.__getitem__)}
    count: Counter[int] = Counter()
    every = frozenset(nouns)
    for each in told:
        named = every.intersection(each.items)
        if named:
            count.update(named)
            for noun in named.intersection(each.words) if each.when and each.explicit else ():
                holding[noun].append(each)
    for noun, found in holding.items():
        if len(found) <= CROWD and count[noun] <= 2 * RARE:
            yield from (pair for pair in combinations(found, 2) if differ(*pair))


def differ(one: Statement, two: Statement) -> bool:
    """Whether two statements that share a name have dates that cannot be of one event, yet are not far apart."""
    if one.when is None or two.when is None or compatible(one.when, two.when):
        return False
    return abs(one.when.first - two.when.first) <= APART and not one.said().names.isdisjoint(two.said().names)


def places(told: Sequence[Statement]) -> Iterator[Pair]:
    """One person at one time in two towns."""
    by_person: dict[int, list[Statement]] = {}
    for each in told:
        if each.towns and each.when and each.when.length <= MONTH:
            for person in each.people:
                by_person.setdefault(person, []).append(each)
    several = {person for person, found in by_person.items() if len(found) > 1}
    count = Counter(person for each in told for person in several.intersection(each.people)) if several else Counter()
    seen: set[tuple[tuple[str, int, str], tuple[str, int, str]]] = set()
    for person in sorted(several, key=lambda p: (-count[p], p)):
        for one, two in combinations(by_person[person][:CROWD], 2):
            if (one.key, two.key) not in seen and one.when and two.when and compatible(one.when, two.when):
                seen.add((one.key, two.key))
                if set(one.towns).isdisjoint(two.towns):
                    yield one, two
