"""The names that one bearer has in the sources, as few objects: a collection of ten thousand has a million of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

Member = tuple[str, int]
"""The slug of a source, and which of its names."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Members(Sequence[Member]):
    """What a tuple of members would be. `places` are pairs of numbers: of the slug among `slugs`, and of the name."""

    slugs: Sequence[str]
    places: array[int]

    def __len__(self) -> int:
        return len(self.places) // 2

    @overload
    def __getitem__(self, at: int) -> Member: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Member, ...]: ...
    def __getitem__(self, at: int | slice) -> Any:
        return tuple(self)[at]

    def __iter__(self) -> Iterator[Member]:
        return zip(map(self.slugs.__getitem__, self.places[::2]), self.places[1::2], strict=True)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | Members) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
