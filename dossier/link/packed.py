"""Many short texts or small numbers as few objects, since what is kept of ten thousand sources must load fast."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

WIDTHS = "BBHIIQQQQ"
"""The narrowest array for numbers of 0, 1, 2, ... bytes."""


def narrow(numbers: Iterable[int]) -> array[int]:
    """Numbers of 0 or more in the narrowest array that holds them."""
    found = list(numbers)
    size = max(found, default=0).bit_length() + 7 >> 3
    return array(WIDTHS[size], found)


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts one after the other; text n ends at `ends[n]` of the whole."""

    whole: str
    ends: array[int]

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> str:
        return self.whole[self.ends[number - 1] if number else 0 : self.ends[number]]

    def __iter__(self) -> Iterator[str]:
        start, whole = 0, self.whole
        for end in self.ends:
            yield whole[start:end]
            start = end


def texts(found: Iterable[str]) -> Texts:
    """Texts packed."""
    every = list(found)
    return Texts("".join(every), narrow(accumulate(map(len, every))))


@dataclass(frozen=True, slots=True)
class Rows:
    """Many short rows of numbers, one after the other; row n ends at `ends[n]` of all."""

    items: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> array[int]:
        return self.items[self.ends[number - 1] if number else 0 : self.ends[number]]

    def __iter__(self) -> Iterator[array[int]]:
        start, items = 0, self.items
        for end in self.ends:
            yield items[start:end]
            start = end


def rows(found: Iterable[Sequence[int]], kind: str = "") -> Rows:
    """Rows packed; `kind` is that of the array, "" for the narrowest."""
    every = list(found)
    numbers = [number for row in every for number in row]
    return Rows(array(kind, numbers) if kind else narrow(numbers), narrow(accumulate(map(len, every))))
