"""Points and stretches of the calendar, at the precision the words give them, and their EDTF.

Years are astronomical: 490 BC is -489. A `month` above 12 is a part of the year by EDTF's numbers: 21-24 seasons,
33-36 quarters, 40-41 halves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

SPRING, WINTER = 21, 24
QUARTERS = range(33, 37)
HALVES = range(40, 42)
MONTHS = 12
SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, season, year, decade (`reach` 10) or century (`reach` 100); 0 is "not said"."""

    year: int
    month: int = 0
    day: int = 0
    reach: int = 1

    @property
    def grain(self) -> str:
        """How fine the point is."""
        if self.reach > 1:
            return "decade" if self.reach == 10 else "century"  # noqa: PLR2004
        if self.day:
            return "day"
        if self.month:
            return "month" if self.month <= MONTHS else "part"
        return "year"

    def edtf(self) -> str:
        """The point in EDTF level 1; what has no code there (quarters, halves, decades BC) as an interval."""
        if self.reach > 1:
            return self.long()
        year = year_text(self.year)
        if self.month in QUARTERS or self.month in HALVES:
            first, last = self.bounds()
            return f"{year}-{first.month:02}/{year}-{last.month:02}"
        month = f"-{self.month:02}" if self.month else ""
        return year + month + (f"-{self.day:02}" if self.day else "")

    def long(self) -> str:
        """A decade or a century."""
        if self.year < 0:
            return f"{year_text(self.year)}/{year_text(self.year + self.reach - 1)}"
        return f"{self.year // 10:03}X" if self.reach == 10 else f"{self.year // 100:02}XX"  # noqa: PLR2004

    def bounds(self) -> tuple[Point, Point]:
        """The first and the last of the finer points that it covers: months of a quarter, years of a decade."""
        if self.reach > 1:
            return Point(self.year), Point(self.year + self.reach - 1)
        if self.month in QUARTERS:
            first = 3 * (self.month - QUARTERS[0]) + 1
            return Point(self.year, first), Point(self.year, first + 2)
        if self.month in HALVES:
            first = 6 * (self.month - HALVES[0]) + 1
            return Point(self.year, first), Point(self.year, first + 5)
        return self, self

    def first_day(self) -> tuple[int, int, int]:
        """The first day it covers, for ordering; a winter begins in December."""
        start = self.bounds()[0]
        return (start.year, SEASON_STARTS.get(start.month, start.month) or 1, start.day or 1)

    def last_day(self) -> tuple[int, int, int]:
        """The last day it covers, for ordering; a season ends with its third month."""
        end = self.bounds()[1]
        if end.month > MONTHS:
            month = SEASON_STARTS[end.month] + 2
            year = end.year + (month > MONTHS)
            return (year, month - MONTHS * (month > MONTHS), 31)
        month = end.month or MONTHS
        return (end.year, month, end.day or month_length(end.year, month))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A value: one point, or from one to another; `before` and `since` leave an end open; `about` is approximate."""

    start: Point
    end: Point | None = None
    about: bool = False
    before: bool = False
    since: bool = False

    def edtf(self) -> str:
        """The value in EDTF level 0 or 1."""
        mark = "~" if self.about and self.start.grain != "part" else ""
        if self.before:
            return f"../{self.start.bounds()[1].edtf()}{mark}"
        if self.since:
            return f"{self.start.bounds()[0].edtf()}{mark}/.."
        if self.end is not None:
            return f"{self.start.bounds()[0].edtf()}{mark}/{self.end.bounds()[1].edtf()}{mark}"
        text = self.start.edtf()
        return text.replace("/", f"{mark}/") + mark if mark else text

    def last(self) -> Point:
        """Its last point."""
        return self.end or self.start


def year_text(year: int) -> str:
    """Four digits, with a minus sign before the year 0."""
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def leap(year: int) -> bool:
    """Whether a year of the proleptic Gregorian calendar has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days in a month; a leap February where the year is not known (0)."""
    return 29 if month == 2 and leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]  # noqa: PLR2004


def real(point: Point) -> bool:
    """Whether the calendar has such a day: not 30 February."""
    return not point.day or (1 <= point.month <= MONTHS and point.day <= month_length(point.year, point.month))


def read_point(edtf: str) -> Point | None:
    """The first point of an EDTF date of level 0 (a document's own date); None where it is not one."""
    text = edtf.split("/", maxsplit=1)[0].rstrip("~?%")
    sign, text = (-1, text[1:]) if text.startswith("-") else (1, text)
    parts = text.split("T")[0].split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:  # noqa: PLR2004
        return None
    year, month, day = [int(part) for part in (*parts, "0", "0")][:3]
    point = Point(sign * year, month, day)
    return point if real(point) else None


def as_date(point: Point) -> date | None:
    """The point's first day as the standard library's date, where it can hold it."""
    year, month, day = point.first_day()
    return date(year, month, day) if MINYEAR < year < MAXYEAR else None


def from_date(day: date) -> Point:
    """A day as a point."""
    return Point(day.year, day.month, day.day)


def week_of(point: Point, weeks: int = 0) -> Stretch | None:
    """Monday to Sunday of the week that holds a day, or of a later or earlier one."""
    day = as_date(point)
    if day is None:
        return None
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return Stretch(from_date(monday), from_date(monday + timedelta(days=6)))


def shift(point: Point, count: int, unit: str) -> Point | None:
    """The point so many units on, at the unit's precision; None where the base is coarser than the unit."""
    if unit in ("year", "decade", "century"):
        years = count * {"year": 1, "decade": 10, "century": 100}[unit]
        return Point(point.year + years)
    if unit == "month":
        if not 1 <= point.month <= MONTHS:
            return None
        months = point.year * MONTHS + point.month - 1 + count
        return Point(months // MONTHS, months % MONTHS + 1)
    if not point.day:
        return None
    day = as_date(point)
    days = count * {"day": 1, "week": 7, "fortnight": 14}[unit]
    return from_date(day + timedelta(days=days)) if day else None


def shift_year(point: Point, years: int) -> Point:
    """The same part of another year; 29 February becomes 28 where it must."""
    moved = replace(point, year=point.year + years)
    return moved if real(moved) else replace(moved, day=28)


def easter(year: int) -> Point:
    """Easter Sunday of the Western churches (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return Point(year, month, day + 1)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> Point:
    """The nth (1-5, or -1 the last) weekday (1 Monday ... 7 Sunday) of a month."""
    if nth < 0:
        last = date(year, month, month_length(year, month))
        return Point(year, month, last.day - (last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return Point(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
