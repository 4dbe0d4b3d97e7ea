"""Where the units of a build stand in the store, by their names: in memory a few bytes a unit."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from dossier.write.memo.store import Kept

KEY = 8
"""Bytes of a name's digest."""
SIZE, AT = 32, 48
"""Bits of a value's size and of its offset; above them is the number of its file."""


class Index:
    """The places of units by their names; each is one number, of the file, the offset and the size."""

    def __init__(self, places: Iterable[tuple[int, int]] = ()) -> None:
        self.places = dict(places)

    def put(self, name: str, kept: Kept) -> None:
        """Remember where a unit stands."""
        self.places[key(name)] = (kept.segment << AT | kept.at) << SIZE | kept.size

    def get(self, name: str) -> Kept | None:
        """Where a unit stands; None for one that is not known."""
        found = self.places.get(key(name))
        return None if found is None else place(found)

    def __contains__(self, name: str) -> bool:
        return key(name) in self.places

    def __iter__(self) -> Iterator[Kept]:
        return map(place, self.places.values())

    def __len__(self) -> int:
        return len(self.places)

    def packed(self) -> bytes:
        """The places as bytes."""
        found = self.places.values()
        columns = (self.places, (each >> SIZE for each in found), (each & (1 << SIZE) - 1 for each in found))
        return b"".join(array("Q", column).tobytes() for column in columns)


def unpacked(data: bytes) -> Index:
    """The places again."""
    numbers = array("Q", data)
    number = len(numbers) // 3
    names, firsts, sizes = (numbers[number * at : number * (at + 1)] for at in range(3))
    return Index(zip(names, (first << SIZE | size for first, size in zip(firsts, sizes, strict=True)), strict=True))


def key(name: str) -> int:
    """A number that stands for a name."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=KEY).digest())


def place(number: int) -> Kept:
    """A place from its number."""
    first = number >> SIZE
    return Kept(first >> AT, first & (1 << AT) - 1, number & (1 << SIZE) - 1, "")
