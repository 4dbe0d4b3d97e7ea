"""Dates of publication: the machine's in any of its forms, the printed line's by its cue, the address's."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import cache

from dossier.clean.datelines import only_date, printed_date
from dossier.clean.shapes import page_words

ISO = re.compile(r"^\s*(?P<y>(?:1[4-9]|20|21)\d{2})(?:[-/]?(?P<m>\d{2})(?:[-/]?(?P<d>\d{2}))?)?(?=$|[T\s_.Z+-]|\D)")
EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")
YEAR = re.compile(r"^(?:1[4-9]|20|21)\d{2}$")
SLASHED = re.compile(r"^\s*(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<y>(?:19|20)\d{2})\b")
ADDRESS = re.compile(
    r"/(?P<y>(?:19|20)\d{2})[/-](?P<m>0?[1-9]|1[0-2]|[a-z]{3})[/-](?P<d>0?[1-9]|[12]\d|3[01])(?=[/._-]|$)|"
    r"[/_-](?P<y2>(?:19|20)\d{2})(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])(?=[/._-]|$)|"
    r"/(?P<y4>(?:19|20)\d{2})/[A-Za-z_.-]{2,24}/(?P<m4>0?[1-9]|1[0-2])/(?P<d4>0?[1-9]|[12]\d|3[01])(?=/)|"
    r"/(?P<y3>(?:19|20)\d{2})/(?P<m3>0[1-9]|1[0-2])(?=/)"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONGEST = 300
NEAR = timedelta(days=1)


@cache
def cues(key: str) -> re.Pattern[str]:
    """The words of a list, anywhere in a line."""
    found = "|".join(sorted(map(re.escape, page_words(key)), key=len, reverse=True))
    return re.compile(rf"\b(?:{found})\b", re.IGNORECASE)


def machine_date(value: str, language: str = "") -> str | None:
    """The EDTF date of a machine's value: the calendar date as it is written, whatever zone follows it."""
    value = value.strip()[:LONGEST]
    if EPOCH.match(value):
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(value[:10]))).date().isoformat()
    if YEAR.match(value):
        return value
    found = ISO.match(value)
    if found and found["m"]:
        return calendar(found["y"], found["m"], found["d"])
    slashed = SLASHED.match(value)
    if slashed:
        a, b = int(slashed["a"]), int(slashed["b"])
        if a > 12 or b > 12 or a == b:  # noqa: PLR2004 - months of a year
            return calendar(slashed["y"], str(min(a, b) if max(a, b) > 12 else a), str(max(a, b)))  # noqa: PLR2004
        return (
            calendar(slashed["y"], slashed["a"], slashed["b"])
            if language.lower().replace("_", "-") == "en-us"
            else None
        )
    printed = printed_date(value)
    return printed.edtf if printed else None


def calendar(year: str, month: str, day: str | None) -> str | None:
    """The EDTF date of three numbers, None where the calendar has no such day; a month without a day stays one."""
    if not 1 <= int(month) <= 12:  # noqa: PLR2004 - months of a year
        return None
    if day is None:
        return f"{year}-{int(month):02d}"
    try:
        return datetime(int(year), int(month), int(day), tzinfo=UTC).date().isoformat()
    except ValueError:
        return None


def line_date(text: str) -> tuple[str, int, int, int] | None:
    """The date that a line prints for its article: EDTF, start, end, rank (0 told to be published, 1 nothing, 2 later).

    A line says so when it holds little else than dates; of several the one behind a cue such as "Published" is it.
    """
    found: list[tuple[int, int, str, int, int]] = []
    at = 0
    while (date := printed_date(text[at:])) and len(found) < 4:  # noqa: PLR2004 - published, updated, and to spare
        before = text[at : at + date.start]
        told = last_cue(before)
        found.append((told, len(found), date.edtf, at + date.start, at + date.end))
        at += date.end
    if not found:
        return None
    rank, _, edtf, start, end = min(found)
    return edtf, start, end, rank


def last_cue(before: str) -> int:
    """What the words right before a date say of it: 0 published, 1 nothing, 2 updated."""
    published = max((m.end() for m in cues("published_cues").finditer(before)), default=-1)
    updated = max((m.end() for m in cues("updated_cues").finditer(before)), default=-1)
    if updated >= 0 and updated >= published:
        return 2
    return 0 if published >= 0 else 1


def alone(text: str) -> bool:
    """Whether a line says nothing but a date."""
    return only_date(text) is not None


def address_date(address: str) -> tuple[str, int, int] | None:
    """The date in an address such as `/2019/08/19/`, with its place."""
    found = ADDRESS.search(address[:2000])
    if not found:
        return None
    year = found["y"] or found["y2"] or found["y3"] or found["y4"]
    month = found["m"] or found["m2"] or found["m3"] or found["m4"]
    if month in MONTHS:
        month = str(MONTHS.index(month) + 1)
    value = calendar(year, month, found["d"] or found["d2"] or found["d4"]) if month.isdigit() else None
    return (value, found.start() + 1, found.end()) if value else None


def near(one: str, other: str) -> bool:
    """Whether two dates are one calendar day apart at most, as one instant is in two time zones."""
    try:
        return abs(datetime.fromisoformat(one) - datetime.fromisoformat(other)) <= NEAR
    except ValueError:
        return one.startswith(other) or other.startswith(one)
