"""What the sentences of all sources hold, on one inverted index: compact numbers, since a collection has millions.

Most features stand in one sentence alone and tie nothing. A small table of what was met twice leaves them out before
anything is counted; those that it lets through by chance are left out by the count.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dossier.link.known import Known
from dossier.link.told import COMMON, DATE, EVENT, FAMILY, HALF, LOW, NAME, PHRASE, WORD, Told
from dossier.model import Passage

WEIGHTS = {WORD: 0.3, PHRASE: 1.1, DATE: 1.0, NAME: 1.5, COMMON: 0.8, EVENT: 1.6, FAMILY: 4.0}
"""What one shared feature of a kind counts, times its rarity."""
COMMONEST = 24
"""A feature of more sentences than this ties nothing together; it bounds the pairs that one feature can make."""
ALONE = 0.7
"""What is left of a tie that is the only one and no quotation."""
SLOTS = 16_777_213
"""Of the table: a prime, so that features spread over it."""
KIND = 2 * HALF


@dataclass(slots=True)
class Numbers:
    """The words and dates of the collection, numbered as they are met."""

    words: dict[str, int] = field(default_factory=dict)
    dates: dict[str, int] = field(default_factory=dict)

    def comparable(self, told: Told, known: Known) -> Iterator[dict[int, None]]:
        """For each sentence of a source its features as numbers that mean the same in every source."""
        words = [self.words.setdefault(word, len(self.words)) for word in told.words]
        dates = [self.dates.setdefault(date, len(self.dates)) for date in told.dates]
        bearers = known.bearers[told.slug]
        places = {WORD: words, DATE: dates, NAME: bearers, COMMON: bearers}
        more: dict[int, list[int]] = {}
        for start, _, kind, number in known.places.get(told.slug, ()):
            at = told.at(start)
            if at is not None:
                more.setdefault(at, []).append(kind << KIND | number << HALF)
        bounds = told.bounds
        for sentence in range(len(told.starts)):
            held: dict[int, None] = {}
            for each in told.codes[bounds[sentence] : bounds[sentence + 1]]:
                kind, first = each >> KIND, each >> HALF & LOW
                if kind == PHRASE:
                    held[kind << KIND | words[first] << HALF | words[each & LOW]] = None
                else:
                    held[kind << KIND | places[kind][first] << HALF] = None
            held.update(dict.fromkeys(more.get(sentence, ())))
            yield held


@dataclass(frozen=True, slots=True)
class Rows:
    """Many short rows of numbers, one after the other; row n is `self[n]`."""

    items: array[int]
    ends: array[int]

    def __getitem__(self, number: int) -> array[int]:
        return self.items[self.ends[number] : self.ends[number + 1]]

    def size(self, number: int) -> int:
        """The length of a row."""
        return self.ends[number + 1] - self.ends[number]


def rows(kind: str) -> Rows:
    """No rows yet; `kind` is that of an array."""
    return Rows(array(kind), array("Q", [0]))


def add(to: Rows, items: Iterator[int] | Sequence[int] | dict[int, None]) -> None:
    """One row more."""
    to.items.extend(items)
    to.ends.append(len(to.items))


@dataclass(frozen=True, slots=True)
class Index:
    """The sentences of all sources, numbered in order, and what they share.

    `first[n]` is the first sentence of source n. Rare features are numbered too: `codes`, `weights` and what one counts
    `alone` by that number, `rare` those of a sentence, `postings` the sentences of one. `crowd` are a sentence's names
    that more than COMMONEST sentences have; `things` the places that tell of one event or quote the same words.
    """

    tolds: Sequence[Told]
    first: array[int]
    owner: array[int]
    lengths: array[int]
    dated: bytearray
    codes: array[int]
    weights: array[float]
    alone: array[float]
    rare: Rows
    crowd: Rows
    postings: Rows
    things: Sequence[Sequence[int]]
    words: Sequence[str]
    dates: Sequence[str]

    def passage(self, sentence: int) -> Passage:
        """Where a sentence stands."""
        told = self.tolds[self.owner[sentence]]
        return Passage(told.slug, told.span(sentence - self.first[self.owner[sentence]]))


def index(tolds: Iterable[Told], known: Known) -> Index:
    """The index of the sources' sentences, each source looked at once. Linear in the features."""
    numbers, every = Numbers(), rows("Q")
    first, owner = array("I", [0]), array("I")
    met = bytearray(SLOTS)
    lengths, dated, things = array("I"), bytearray(), defaultdict[int, list[int]](list)
    kept: list[Told] = []
    for at, told in enumerate(tolds):
        kept.append(told.places())
        for held in numbers.comparable(told, known):
            for each in held:
                met[each % SLOTS] += met[each % SLOTS] < 2  # noqa: PLR2004
                if each >> KIND >= EVENT:
                    things[each].append(len(owner))
            add(every, held)
            owner.append(at)
        lengths.extend(told.lengths)
        dated.extend(told.dated)
        first.append(len(owner))
    counts: dict[int, int] = {}
    for each in every.items:
        if met[each % SLOTS] > 1:
            counts[each] = counts.get(each, 0) + 1
    found, said = shared(every, counts, owner), (tuple(numbers.words), tuple(numbers.dates))
    return Index(kept, first, owner, lengths, dated, *found, tuple(things.values()), *said)


def shared(
    every: Rows, counts: dict[int, int], owner: array[int]
) -> tuple[array[int], array[float], array[float], Rows, Rows, Rows]:
    """Codes, weights, rare features, crowded names and postings: of what two sources share and not too many have."""
    places = postings_of(every, counts)
    total = len(owner)
    codes, weights, postings = array("Q"), array("d"), rows("I")
    numbers: dict[int, int] = {}
    for each, found in places.items():
        if owner[found[0]] != owner[found[-1]]:
            numbers[each] = len(codes)
            codes.append(each)
            weights.append(WEIGHTS[each >> KIND] * math.log(1 + total / len(found) ** 1.5))
            add(postings, found)
    rare, crowd = rows("I"), rows("Q")
    for sentence in range(total):
        held = every[sentence]
        add(rare, [numbers[each] for each in held if each in numbers])
        add(crowd, [each for each in held if each >> KIND in (NAME, COMMON) and counts.get(each, 0) > COMMONEST])
    alone = array("d", [w if c >> KIND == FAMILY else w * ALONE for w, c in zip(weights, codes, strict=True)])
    return codes, weights, alone, rare, crowd, postings


def postings_of(every: Rows, counts: dict[int, int]) -> dict[int, array[int]]:
    """The sentences of each feature that at least two and at most COMMONEST sentences have."""
    places: dict[int, array[int]] = {each: array("I") for each, count in counts.items() if 1 < count <= COMMONEST}
    for sentence in range(len(every.ends) - 1):
        for each in every[sentence]:
            found = places.get(each)
            if found is not None:
                found.append(sentence)
    return places


def told_alike(index: Index) -> Iterator[list[Passage]]:
    """The sentences that tell of one event or quote the same words."""
    for found in index.things:
        yield [index.passage(sentence) for sentence in found]
