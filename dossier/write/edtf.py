"""EDTF values (ISO 8601-2, levels 0 and 1, and lists of dates) in words, as sort keys and as calendar days."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
DOUBT = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
DATE = re.compile(r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<doubt>[~?%]?)")
ISO = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
YEARS = 10_000
MEMORY = 16_384
"""Values whose reading is remembered: a collection tells the same days again and again."""

Key = tuple[int, int, int]


@lru_cache(MEMORY)
def iso(edtf: str | None) -> str | None:
    """The value itself where HTML's `<time datetime>` takes it, else None: no ranges, doubts or unknown digits."""
    return edtf if edtf and ISO.fullmatch(edtf) and in_words(edtf) else None


@lru_cache(MEMORY)
def in_words(edtf: str) -> str:
    """A value as an English reader writes it: `2018-09-06` is "6 September 2018". An odd value stays as it is."""
    if edtf.startswith(("[", "{")) and edtf.endswith(("]", "}")):
        joiner = " or " if edtf[0] == "[" else " and "
        return joiner.join(in_words(part.strip()) for part in re.split(r",", edtf[1:-1]))
    for sign in ("/", ".."):
        first, found, last = edtf.partition(sign)
        if found:
            return interval(first, last)
    return day_in_words(edtf)


def interval(first: str, last: str) -> str:
    """Two ends in words; an open or unknown end is said."""
    if first in {"", ".."}:
        return f"until {day_in_words(last)}"
    if last in {"", ".."}:
        return f"since {day_in_words(first)}"
    start, end = day_in_words(first), day_in_words(last)
    a, b = start.split(" "), end.split(" ")
    if len(a) == len(b) and a[0][:1].isdigit() == b[0][:1].isdigit():
        while len(a) > 1 and a[-1] == b[-1]:
            a.pop()
            b.pop()
        start = " ".join(a)
    return f"{start} to {end}"


def day_in_words(edtf: str) -> str:
    """One date in words."""
    match = DATE.fullmatch(edtf)
    if not match:
        return edtf
    doubt, year = DOUBT[match["doubt"]], year_in_words(match["year"])
    month, day = match["month"], match["day"]
    if month is None or month == "XX":
        return doubt + year
    if not month.isdigit():
        return edtf
    if int(month) in SEASONS:
        return f"{doubt}{SEASONS[int(month)]} {year}"
    if not 1 <= int(month) <= len(MONTHS):
        return edtf
    name = MONTHS[int(month) - 1]
    if day is None or not day.isdigit():
        return f"{doubt}{name} {year}"
    return f"{doubt}{int(day)} {name} {year}"


def year_in_words(year: str) -> str:
    """`2018`, `201X` as "2010s", `19XX` as "1900 to 1999", `-0043` as "44 BCE"."""
    if year.endswith("XX"):
        return f"{year.replace('X', '0')} to {year.replace('X', '9')}"
    if year.endswith("X"):
        return year.replace("X", "0") + "s"
    if year.startswith("-"):
        return f"{1 - int(year)} BCE"
    return year.lstrip("0") or "1 BCE"


@lru_cache(MEMORY)
def ends(edtf: str) -> tuple[Key, Key]:
    """First and last day of a value as (year, month, day). An open end lies YEARS away; odd values come last."""
    found = [bounds(match) for match in DATE.finditer(edtf)]
    if not found:
        return (YEARS, 1, 1), (YEARS, 12, 31)
    first, last = min(low for low, _ in found), max(high for _, high in found)
    if edtf.startswith(("/", "..")):
        first = (-YEARS, 1, 1)
    if edtf.endswith(("/", "..")):
        last = (YEARS, 12, 31)
    return first, last


def bounds(match: re.Match[str]) -> tuple[Key, Key]:
    """First and last day of one date; `X` is any digit."""
    low_year, high_year = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    month, day = match["month"], match["day"]
    if month is None or not month.isdigit():
        return (low_year, 1, 1), (high_year, 12, 31)
    start = SEASON_STARTS.get(int(month), int(month))
    if int(month) in SEASON_STARTS:
        end = start + 2
        last_year, last_month = high_year + (end > len(MONTHS)), (end - 1) % len(MONTHS) + 1
        return (low_year, start, 1), (last_year, last_month, days(last_year, last_month))
    if day is None or not day.isdigit():
        return (low_year, start, 1), (high_year, start, days(high_year, start))
    return (low_year, start, int(day)), (high_year, start, int(day))


def days(year: int, month: int) -> int:
    """The number of days in a month; 31 where there is no such month."""
    if not 1 <= month <= len(MONTHS):
        return 31
    # The Gregorian calendar repeats every 400 years, and monthrange knows only years from 1 on.
    return monthrange(year % 400 + 400, month)[1]


def order(edtf: str) -> tuple[Key, Key, str]:
    """Sort key: by first day, the longer of two that begin together first."""
    first, last = ends(edtf)
    return first, (-last[0], -last[1], -last[2]), edtf


def dated(key: Key) -> str:
    """A calendar day in ISO 8601."""
    return f"{key[0]:04d}-{key[1]:02d}-{key[2]:02d}"
