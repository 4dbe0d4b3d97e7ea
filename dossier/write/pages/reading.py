"""How a date was read where its words do not say it in full: what it was counted from, the arithmetic, the rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dossier.model import Date
from dossier.write import describe
from dossier.write.addresses import source_page, to
from dossier.write.edtf import in_words
from dossier.write.escape import Safe
from dossier.write.view import View

HOW = {
    "year_from_context": "The words give no year; it comes from",
    "relative_to_document": "Counted from",
    "relative_to_event": "Counted from",
}
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
MONTH = re.compile(r"(\d{4})-(\d{2})")
YEAR = re.compile(r"(\d{4})")
TWELVE = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """The account of one date; `base` is the words counted from, "" where that is the document's own date."""

    words: str
    how: str
    base: str
    to: Safe | None
    value: str
    sum: str
    rule: str


def reading(view: View, found: Date, page: str) -> Reading | None:
    """How a date was read; None for one that its words say in full."""
    if found.basis not in HOW or not found.edtf:
        return None
    base, where = "", None
    value = in_words(found.base.edtf) if found.base else ""
    if found.base and found.base.span:
        base = describe.excerpt(view.reading(found.base.span))
        where = to(page, source_page(view.slug), view.anchor(found.base.span))
    counted = arithmetic(found.base.edtf, found.edtf) if found.base else ""
    words = describe.excerpt(view.reading(found.span))
    return Reading(words, HOW[found.basis] if found.base else "", base, where, value, counted, found.rule)


def arithmetic(base: str, value: str) -> str:
    """The way from one value to another in words: `2017 - 70 years = 1947`."""
    result = in_words(value)
    bare = value.rstrip("~?%")
    if DAY.fullmatch(base) and DAY.fullmatch(bare):
        try:
            days = (date.fromisoformat(bare) - date.fromisoformat(base)).days
        except ValueError:
            return f"{in_words(base)} → {result}"
        return step(in_words(base), days, "day", result)
    months = MONTH.match(base), MONTH.fullmatch(bare)
    if months[0] and months[1] and int(months[1][2]) <= TWELVE >= int(months[0][2]):
        start, end = months[0], months[1]
        number = (int(end[1]) - int(start[1])) * TWELVE + int(end[2]) - int(start[2])
        return step(in_words(start[0]), number, "month", result)
    years = YEAR.match(base), YEAR.fullmatch(bare)
    if years[0] and years[1]:
        return step(years[0][1], int(years[1][1]) - int(years[0][1]), "year", result)
    return f"{in_words(base)} → {result}"


def step(start: str, number: int, unit: str, result: str) -> str:
    """A start, so many units on or back, and what that is; nothing to count for none."""
    if not number:
        return f"the same {unit}: {result}"
    sign = "+" if number > 0 else "−"
    return f"{start} {sign} {describe.count(abs(number), unit)} = {result}"
