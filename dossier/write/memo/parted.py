"""A leaf in parts, of which one is read without the others: its opening tells where each of them is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dossier.write.memo.store import Json, Leaves, check, packed, unpacked

START = 4_096
"""Bytes that hold most openings whole."""


class Part(NamedTuple):
    """The place of a part in its leaf, and a digest of it."""

    at: int
    size: int
    digest: str


def parted(opening: Json, parts: Iterable[Json]) -> Json:
    """A leaf of an opening and parts: the opening's length in bytes, the opening with the parts' sizes, the parts."""
    every = list(parts)
    data = [packed(part) for part in every]
    opened = [opening, [[len(each), check(each)] for each in data]]
    return [len(packed(opened)), opened, *every]


def opening(leaves: Leaves, slug: str) -> tuple[Json, list[Part]]:
    """The opening of a source's leaf, and where its parts are."""
    data = leaves.bytes(slug, 0, START)
    first = data.index(b",")
    size, first = int(data[1:first]), first + 1
    if first + size > len(data):
        data += leaves.bytes(slug, len(data), first + size - len(data))
    opened, sizes = unpacked(data[first : first + size])
    at, found = first + size + 1, []
    for length, digest in sizes:
        found.append(Part(at, length, digest))
        at += length + 1
    return opened, found


def part(leaves: Leaves, slug: str, at: int, size: int) -> Json:
    """One part of a source's leaf."""
    return unpacked(leaves.bytes(slug, at, size))
