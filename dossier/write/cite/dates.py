"""Dates of publication as three styles write them, from EDTF. What a style has no form for is said in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dossier.write.edtf import DATE, MONTHS, SEASONS, in_words

SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


@dataclass(frozen=True, slots=True)
class Day:
    """Year, month in words and day of the month, the last two "" where the date is not so exact."""

    year: str
    month: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """How a style writes dates: its months, the month with its day, and the whole."""

    months: tuple[str, ...]
    in_year: Callable[[str, str], str]
    """Month and day, or month and days, without the year."""
    whole: Callable[[str, str, bool], str]
    """Year, what stands within the year, and whether that has a day."""


US = Form(
    MONTHS,
    lambda month, day: f"{month} {day}".strip(),
    lambda year, inner, exact: f"{inner}, {year}" if exact else f"{inner} {year}".strip(),
)
"""`November 8, 2019`: Chicago."""
APA = Form(
    MONTHS,
    lambda month, day: f"{month} {day}".strip(),
    lambda year, inner, _: f"{year}, {inner}" if inner else year,
)
"""`2019, November 8`."""
MLA = Form(
    SHORT,
    lambda month, day: f"{day} {month}".strip(),
    lambda year, inner, _: f"{inner} {year}".strip(),
)
"""`8 Nov. 2019`."""


def day(edtf: str, form: Form) -> tuple[Day, str] | None:
    """One date and its mark of doubt (`~`, `?`, `%`); None for what is no plain year, month, season or day."""
    found = DATE.fullmatch(edtf)
    if not found or not re.fullmatch(r"[0-9]{4}", found["year"]) or found["year"] == "0000":
        return None
    year, month, date = found["year"].lstrip("0"), found["month"], found["day"]
    if month is None:
        return Day(year), found["doubt"]
    if not month.isdigit() or (date and not date.isdigit()):
        return None
    if int(month) in SEASONS:
        return Day(year, SEASONS[int(month)].capitalize()), found["doubt"]
    if not 1 <= int(month) <= len(MONTHS):
        return None
    return Day(year, form.months[int(month) - 1], date.lstrip("0") if date else ""), found["doubt"]


def written(one: Day, form: Form) -> str:
    """One date in a form."""
    return form.whole(one.year, form.in_year(one.month, one.day), bool(one.day))


def issued(edtf: str, form: Form) -> str:
    """A date of publication in a form, "" for none; `ca.` and a question mark say what the date's own marks say."""
    if not edtf:
        return ""
    first, interval, last = edtf.partition("/")
    start = day(first, form)
    if interval:
        end = day(last, form)
        plain = start and end and not start[1] and not end[1]
        return span(start[0], end[0], form) if start and end and plain else in_words(edtf)
    if start is None:
        return in_words(edtf)
    text, doubt = written(start[0], form), start[1]
    text = f"ca. {text}" if doubt in {"~", "%"} else text
    return f"[{text}?]" if doubt in {"?", "%"} else text


def span(first: Day, last: Day, form: Form) -> str:
    """Two dates with a dash, and what they share said once: `May 24–25, 2018`."""
    if first.year != last.year or bool(first.day) != bool(last.day):
        return f"{written(first, form)}–{written(last, form)}"
    if first.month == last.month:
        return form.whole(first.year, form.in_year(first.month, f"{first.day}–{last.day}"), bool(first.day))
    inner = f"{form.in_year(first.month, first.day)}–{form.in_year(last.month, last.day)}"
    return form.whole(first.year, inner, bool(first.day))


def between(interval: str, form: Form) -> str:
    """The interval in which an undated work was written, in brackets, as what an editor adds stands; "" for none."""
    first, _, last = interval.partition("/")
    early, late = (issued(end, form) if end not in {"", ".."} else "" for end in (first, last))
    if early and late:
        return f"[between {set_off(early, form)} and {late}]"
    if early:
        return f"[{set_off(early, form)} or later]"
    return f"[{set_off(late, form)} or earlier]" if late else ""


def set_off(date: str, form: Form) -> str:
    """A date that words follow: its year stands between commas behind a day, `between May 29, 2017, and May 2018`."""
    return f"{date}," if form is US and ", " in date else date
