"""Dates that stand on a line of their own: when an article was published, as the head of a page prints it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dossier.clean.shapes import page_words
from dossier.lexicon import languages, terms

DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FIRST_YEAR, LAST_YEAR = 1400, 2199


@cache
def months() -> dict[str, int]:
    """Every form of every month of the languages known, to its number."""
    forms: dict[str, int] = {}
    for language in languages():
        for number, line in enumerate(terms(language, "months"), start=1):
            for form in line.split():
                forms.setdefault(form.rstrip("."), number)
    return forms


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """The printed forms of a date, most precise first."""
    month = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    day, year = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th|er|\.)?", r"(?P<y>\d{4})"
    name = rf"(?P<m>{month})\b\.?"
    return tuple(
        re.compile(rf"(?<![\w]){form}(?![\w])", re.IGNORECASE)
        for form in (
            rf"{name}\s++{day}(?:\s*+,)?+\s++{year}",
            rf"{day}(?:\s++(?:of|de))?[\s-]++{name}(?:\s*+,)?+(?:\s++del?)?[\s-]++{year}",
            r"(?P<y>\d{4})-(?P<n>\d{2})-(?P<d>\d{2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
            r"(?P<y>\d{4})[/.](?P<n>\d{2})[/.](?P<d>\d{2})",
            r"(?P<d>\d{1,2})\.\s?(?P<n>\d{1,2})\.\s?(?P<y>\d{4})",
            r"(?P<d>1[3-9]|2\d|3[01])/(?P<n>\d{1,2})/(?P<y>\d{4})",
            r"(?P<n>\d{1,2})/(?P<d>1[3-9]|2\d|3[01])/(?P<y>\d{4})",
            rf"{name}(?:\s*+,)?+\s++{year}",
        )
    )


YEAR = re.compile(r"\d{4}")
"""What every form of a date holds."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as printed: its EDTF value and where in the line it stands."""

    edtf: str
    start: int
    end: int


@lru_cache(maxsize=1024)
def printed_date(text: str) -> Printed | None:
    """The first full date of a line, or its month and year; many rules ask it of the same lines."""
    if not YEAR.search(text):
        return None
    for pattern in patterns():
        for found in pattern.finditer(text):
            edtf = value(found)
            if edtf:
                return Printed(edtf, found.start(), found.end())
    return None


def value(found: re.Match[str]) -> str | None:
    """The EDTF value of a match, None for a day that no month has."""
    parts = found.groupdict()
    year = int(parts["y"])
    month = int(parts["n"]) if parts.get("n") else months().get((parts.get("m") or "").lower().rstrip("."), 0)
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        return None
    if not parts.get("d"):
        return f"{year:04d}-{month:02d}"
    day = int(parts["d"])
    if not 1 <= day <= DAYS_IN[month - 1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


NOT_WORDS = re.compile(
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?|\b\d{1,2}(?=\s*(?:[ap]\.?m\b|min|hours?\b))|[^\w\s]|_", re.IGNORECASE
)
"""Hours, reading times and signs beside a date."""
LONGEST_LINE = 200
"""A line of more characters says more than a date."""


@lru_cache(maxsize=1024)
def only_date(text: str) -> Printed | None:
    """The date of a line that says nothing else but weekday, hour and words such as "Published"."""
    if len(text) > LONGEST_LINE:
        return None
    found = printed_date(text)
    if not found:
        return None
    rest = text[: found.start] + " " + text[found.end :]
    second = printed_date(rest)
    if second:
        rest = rest[: second.start] + " " + rest[second.end :]
    known = page_words("date_company")
    return found if all(word.lower() in known for word in NOT_WORDS.sub(" ", rest).split()) else None
