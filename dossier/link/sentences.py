"""The sentences of all sources, numbered in order, and where those of an earlier build are among them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from dossier.link.gleaned import Gleaned
from dossier.model import Passage

GONE = (1 << 32) - 1
"""The number of a sentence that is no more."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of all sources, numbered in order: `first[n]` is source n's first, `owner` tells whose one is."""

    gleaned: Sequence[Gleaned]
    first: array[int]
    owner: array[int]
    lengths: array[int]
    dated: bytes

    def passage(self, sentence: int) -> Passage:
        """Where a sentence stands."""
        source = self.gleaned[self.owner[sentence]]
        return Passage(source.slug, source.told.span(self.local(sentence)))

    def local(self, sentence: int) -> int:
        """The number of a sentence in its source."""
        return sentence - self.first[self.owner[sentence]]


def sentences_of(gleaned: Sequence[Gleaned]) -> Sentences:
    """The sentences of sources."""
    sizes = [len(source.told.starts) for source in gleaned]
    owner, lengths = array("I"), array("I")
    for number, source in enumerate(gleaned):
        owner.extend([number] * sizes[number])
        lengths.extend(iter(source.told.lengths))
    dated = b"".join(source.told.dated for source in gleaned)
    return Sentences(gleaned, array("I", accumulate(sizes, initial=0)), owner, lengths, dated)


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of a build: their slugs, what tells each from another of its slug, and their first sentences."""

    slugs: tuple[str, ...]
    digests: tuple[bytes, ...]
    first: array[int]


def sources_of(every: Sentences) -> Sources:
    """What an earlier build's sources are known by."""
    gleaned = every.gleaned
    return Sources(tuple(s.slug for s in gleaned), tuple(s.digest for s in gleaned), every.first)


@dataclass(frozen=True, slots=True)
class Moved:
    """The number that each sentence of the earlier build has now, and the one that each had then; or GONE.

    `was` is the number that each source had, -1 for one that was not as it is now; `gone` are the numbers of those that
    are no more, or no more the same.
    """

    numbers: array[int]
    earlier: array[int]
    was: array[int]
    gone: tuple[int, ...]

    @property
    def fresh(self) -> list[int]:
        """The sources that were not as they are now."""
        return [number for number, old in enumerate(self.was) if old < 0]

    def all(self, sentences: array[int]) -> array[int]:
        """Numbers of the earlier build as those of now."""
        # Of a list, since a number taken from an array is made anew each time.
        return array("I", map(self.numbers.tolist().__getitem__, sentences))


def moved(before: Sources, every: Sentences) -> Moved:
    """From an earlier build to this one. Sources that are alike keep their order, and so do their sentences."""
    now = {(source.slug, source.digest): number for number, source in enumerate(every.gleaned)}
    numbers, was = array("I"), array("l", [-1] * len(every.gleaned))
    earlier = array("I", [GONE]) * len(every.owner)
    gone = []
    for old, key in enumerate(zip(before.slugs, before.digests, strict=True)):
        size = before.first[old + 1] - before.first[old]
        new = now.get(key)
        if new is None:
            gone.append(old)
            numbers.extend([GONE] * size)
        else:
            was[new] = old
            first = every.first[new]
            numbers.extend(range(first, first + size))
            earlier[first : first + size] = array("I", range(before.first[old], before.first[old] + size))
    return Moved(numbers, earlier, was, tuple(gone))
