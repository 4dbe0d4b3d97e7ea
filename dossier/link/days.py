"""An EDTF value as the days it covers, and how two such stretches lie to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

FAR = 10_000
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both counted as 372 a year (12 months of 31), and the length of that."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many days, so that a finer date is shorter."""
        return self.last - self.first + 1

    def holds(self, other: Days) -> bool:
        """Whether the other lies within it."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Days) -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last


DAY, MONTH, YEAR = 1, 31, 372


def day(year: int, month: int, number: int) -> int:
    """A day's number in years of 372 days; months above 12 fall into the next year."""
    return (year * MONTHS + month - 1) * MONTH + number - 1


def point(text: str, *, last: bool) -> int:
    """The first or the last day of one date."""
    sign, body = (-1, text[1:]) if text.startswith("-") else (1, text)
    parts = re.sub(r"[~?%]", "", body).split("-")
    digit = "9" if last else "0"
    year = sign * int(parts[0].replace("X", digit))
    if len(parts) == 1:
        return day(year, MONTHS if last else 1, MONTH if last else 1)
    month = int(parts[1])
    start, end = SEASONS.get(month, (month, month))
    if len(parts) == 2:  # noqa: PLR2004
        return day(year, end if last else start, MONTH if last else 1)
    return day(year, month, int(parts[2]))


@lru_cache(maxsize=1 << 16)
def days(edtf: str) -> Days:
    """The days that an EDTF value covers; an open end reaches far."""
    start, _, end = edtf.partition("/")
    end = end or start
    first = -FAR * YEAR if start in ("..", "") else point(start, last=False)
    last = FAR * YEAR if end in ("..", "") else point(end, last=True)
    return Days(first, max(first, last))
