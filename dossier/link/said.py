"""The words, phrases and dates that the sentences of two sources hold, found anew or from what an earlier build found.

Most features stand in one source alone and tie nothing; they are left out before anything is kept of them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossier.link.codes import DATE, KIND
from dossier.link.gleaned import Gleaned
from dossier.link.packed import narrow
from dossier.link.postings import COMMONEST, Packed, Postings, packed, unpacked
from dossier.link.sentences import Moved, Sentences

PART = 500
"""Features of so many sources are counted at once, a range of hashes after the other: all would fill a memory."""
ROUND = 8
"""So many ranges are in memory together: sources need not be asked anew for each."""
EMPTY = array("I")
Held = tuple["array[int]", "array[int]"]
"""The numbers of features, and how many sentences of a source have each."""


@dataclass(frozen=True, slots=True)
class Said:
    """Features of two sources: `rare` ones of at most COMMONEST sentences, and how many have each of the `common` ones.

    `known` are these and perhaps some that were common once, and `held` says which of them each source has, by their
    numbers there.
    """

    rare: Packed
    common: dict[int, int]
    known: array[int]
    held: list[Held]


@dataclass(frozen=True, slots=True)
class Kept:
    """The same as the next build finds it."""

    rare: Packed
    common: array[int]
    counts: array[int]
    known: array[int]
    held: list[Held]


def kept(said: Said) -> Kept:
    """What the next build needs of it."""
    return Kept(said.rare, array("Q", said.common), array("I", said.common.values()), said.known, said.held)


def said(every: Sentences) -> Said:
    """What the sentences share. Linear in the features."""
    rare = packed({})
    common: dict[int, int] = {}
    parts = 1 + len(every.gleaned) // PART
    for first in range(0, parts, ROUND):
        bounds = [(end << KIND) // parts for end in range(first, min(first + ROUND, parts) + 1)]
        found = said_in(every, bounds)
        many = [each for each, sentences in found.items() if not 0 < len(sentences) <= COMMONEST]
        common |= dict.fromkeys(many, 0)
        for each in many:
            del found[each]
        rare.add(found)
    known = array("Q", common)
    numbers = {each: number for number, each in enumerate(known)}
    held = [held_of(source, numbers) for source in every.gleaned]
    for features, counts in held:
        for each, count in zip(features, counts, strict=True):
            common[known[each]] += count
    return Said(rare, common, known, held)


def said_in(every: Sentences, bounds: Sequence[int]) -> Postings:
    """Features of two sources whose hashes are within the bounds; without sentences where too many sources have one."""
    found = {each: EMPTY if number > COMMONEST else array("I") for each, number in counted(every, bounds)}
    for first, source in zip(every.first, every.gleaned, strict=False):
        terms = source.terms
        for start, end in stretches(terms.features, bounds[0], bounds[-1]):
            for at, each in enumerate(terms.features[start:end], start):
                sentences = found.get(each, EMPTY)
                if sentences is not EMPTY:
                    sentences.extend([first + sentence for sentence in terms.holders[at]])
    return found


def counted(every: Sentences, bounds: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Features of two sources or more, and how many sources have each; those between two bounds at a time."""
    held = [between(source.terms.features, bounds[0], bounds[-1]) for source in every.gleaned]
    for low, high in pairwise(bounds):
        count: Counter[int] = Counter()
        for features in held:
            count.update(between(features, low, high))
        yield from ((each, sources) for each, sources in count.items() if sources > 1)


def between(features: array[int], low: int, high: int) -> array[int]:
    """The features of each kind whose hashes are from one number to another, in order."""
    found = array("Q")
    for start, end in stretches(features, low, high):
        found += features[start:end]
    return found


def stretches(features: array[int], low: int, high: int) -> Iterator[tuple[int, int]]:
    """From where to where they are, kind by kind."""
    for kind in range(DATE + 1):
        start = bisect_left(features, (kind << KIND) + low)
        yield start, bisect_left(features, (kind << KIND) + high, start)


def held_of(source: Gleaned, numbers: Mapping[int, int]) -> Held:
    """The features of a source that have numbers."""
    terms = source.terms
    ends = terms.holders.ends
    found = [(number, at) for at, number in enumerate(map(numbers.get, terms.features)) if number is not None]
    counts = [ends[at] - (ends[at - 1] if at else 0) for _, at in found]
    return narrow([number for number, _ in found]), narrow(counts)


# --- from what an earlier build found -----------------------------------------------------------------------------


def renewed(every: Sentences, before: Kept, moved: Moved) -> tuple[Said, set[int]]:
    """What `said` gives, and the sentences that share with others what they did not, or no more.

    Only what stands in a source that is new or no more is looked for in the others.
    """
    rare, touched = unpacked(before.rare, moved)
    common = dict(zip(before.common, before.counts, strict=True))
    fresh = moved.fresh
    new = found_in(every, fresh)
    count_again(common, before, moved.gone, new)
    sunk = {each for each, count in common.items() if count <= COMMONEST}
    for each in sunk:
        del common[each]
    unknown = {each for each in new if each not in rare and each not in common and each not in sunk}
    others = sorted(set(range(len(every.gleaned))).difference(fresh))
    more = found_in(every, others, unknown | sunk)
    affected: set[int] = set()
    risen: Postings = {}
    for each in touched | sunk | {each for each in new if each not in common}:
        had = rare.pop(each, EMPTY)
        has = array("I", sorted([*had, *new.get(each, ()), *more.get(each, ())]))
        affected.update(had)
        if not has or every.owner[has[0]] == every.owner[has[-1]]:
            continue
        if len(has) <= COMMONEST:
            rare[each] = has
            affected.update(has)
        else:
            common[each] = len(has)
            risen[each] = has
    known = array("Q", dict.fromkeys([*before.known, *risen]))
    numbers = {each: number for number, each in enumerate(known)}
    held = [before.held[old] if old >= 0 else held_of(every.gleaned[at], numbers) for at, old in enumerate(moved.was)]
    enter(held, {numbers[each]: found for each, found in risen.items()}, every, moved)
    return Said(packed(rare), common, known, held), affected


def found_in(
    every: Sentences, sources: Iterable[int], wanted: frozenset[int] | set[int] | None = None
) -> dict[int, list[int]]:
    """The sentences of some sources by their features; `wanted` are all where none are named."""
    found: dict[int, list[int]] = {}
    for number in sources:
        terms, first = every.gleaned[number].terms, every.first[number]
        for each in terms.features if wanted is None else wanted.intersection(terms.features):
            at = bisect_left(terms.features, each)
            found.setdefault(each, []).extend([first + sentence for sentence in terms.holders[at]])
    return found


def count_again(common: dict[int, int], before: Kept, gone: Iterable[int], new: Mapping[int, Sequence[int]]) -> None:
    """The counts of common features without some sources of the earlier build and with others."""
    for number in gone:
        for each, count in zip(*before.held[number], strict=True):
            if before.known[each] in common:
                common[before.known[each]] -= count
    for each, found in new.items():
        if each in common:
            common[each] += len(found)


def enter(held: list[Held], risen: Mapping[int, array[int]], every: Sentences, moved: Moved) -> None:
    """Features that have become common, by their numbers, among those of the sources that were there before."""
    for each, sentences in risen.items():
        for number, count in Counter(every.owner[sentence] for sentence in sentences).items():
            features, counts = held[number]
            if moved.was[number] >= 0 and each not in features:
                held[number] = narrow([*features, each]), narrow([*counts, count])
