"""A leaf in parts, of which one is read without the others: its opening tells where each of them is."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from dossier.write.memo.store import CHECK, Json, Leaves, check, packed, unpacked

START = 4_096
"""Bytes that hold most openings whole."""
HEX = 2 * CHECK
"""Letters of a digest."""


class Part(NamedTuple):
    """The place of a part in its leaf, and a digest of it."""

    at: int
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where all parts of a leaf are, as few objects: their offsets, their sizes, and their digests in a row."""

    starts: array[int]
    sizes: array[int]
    digests: str

    def __len__(self) -> int:
        return len(self.sizes)

    def __getitem__(self, number: int) -> Part:
        return Part(self.starts[number], self.sizes[number], self.digest(number))

    def __iter__(self) -> Iterator[Part]:
        return map(self.__getitem__, range(len(self)))

    def digest(self, number: int) -> str:
        """What tells one part from any other, without reading it."""
        return self.digests[number * HEX : (number + 1) * HEX]


def parted(opening: Json, parts: Iterable[Json]) -> Json:
    """A leaf of an opening and parts: the opening's length in bytes, the opening with the parts' sizes, the parts."""
    every = list(parts)
    data = [packed(part) for part in every]
    opened = [opening, [len(each) for each in data], "".join(map(check, data))]
    return [len(packed(opened)), opened, *every]


def opening(leaves: Leaves, slug: str) -> tuple[Json, Places]:
    """The opening of a source's leaf, and where its parts are."""
    data = leaves.bytes(slug, 0, START)
    first = data.index(b",")
    size, first = int(data[1:first]), first + 1
    if first + size > len(data):
        data += leaves.bytes(slug, len(data), first + size - len(data))
    opened, sizes, digests = unpacked(data[first : first + size])
    # One comma after each.
    starts = accumulate(sizes[:-1], lambda at, each: at + each + 1, initial=first + size + 1)
    return opened, Places(array("Q", starts if sizes else ()), array("Q", sizes), digests)


def part(leaves: Leaves, slug: str, at: int, size: int) -> Json:
    """One part of a source's leaf."""
    return unpacked(leaves.bytes(slug, at, size))
