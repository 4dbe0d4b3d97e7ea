"""A leaf in parts, of which one is read without the others: its opening tells where each of them is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def parted(opening: Json, parts: Iterable[Json]) -> Json:
    """A leaf of an opening and parts: the opening's length in bytes, the opening with the parts' sizes, the parts."""
    every = list(parts)
    data = [packed(part) for part in every]
    opened = [opening, [len(each) for each in data], "".join(map(check, data))]
    return [len(packed(opened)), opened, *every]


def opening(leaves: Leaves, slug: str) -> tuple[Json, list[Part]]:
    """The opening of a source's leaf, and where its parts are."""
    data = leaves.bytes(slug, 0, START)
    first = data.index(b",")
    size, first = int(data[1:first]), first + 1
    if first + size > len(data):
        data += leaves.bytes(slug, len(data), first + size - len(data))
    opened, sizes, digests = unpacked(data[first : first + size])
    return opened, list(places(first + size + 1, sizes, digests))


def places(at: int, sizes: Iterable[int], digests: str) -> Iterator[Part]:
    """Where parts of some sizes are, of which the first is at an offset."""
    for number, size in enumerate(sizes):
        yield Part(at, size, digests[HEX * number : HEX * (number + 1)])
        at += size + 1


def part(leaves: Leaves, slug: str, at: int, size: int) -> Json:
    """One part of a source's leaf."""
    return unpacked(leaves.bytes(slug, at, size))
