"""When words were said: the date in their sentence, else in the sentence that names their speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dossier.extract.quotes.case import Found
from dossier.extract.quotes.tokens import Line
from dossier.model import Date


def when_said(dates: Sequence[Date], find: Found, line: Line, at: int) -> str | None:
    """The EDTF date of an utterance; None where neither its sentence nor its attribution has exactly one date."""
    low, high = line.sentence(at)
    rows = [(line, low, high)]
    if find.line is not line or not low <= find.phrase.start < high:
        rows.append((find.line, *find.line.sentence(find.phrase.start)))
    for where, first, last in rows:
        values = {d.edtf for d in within(dates, where, first, last)}
        if len(values) == 1:
            return values.pop()
        if values:
            return None
    return None


def within(dates: Sequence[Date], line: Line, low: int, high: int) -> list[Date]:
    """The resolved dates of events among the tokens `low:high`, outside quotations."""
    start, end = line.starts[low], line.ends[high - 1]
    first = bisect_left(dates, start, key=lambda d: d.span.start)
    found: list[Date] = []
    for date in dates[first:]:
        if date.span.start >= end:
            break
        if date.edtf and date.role == "event" and not quoted(line, low, high, date.span.start):
            found.append(date)
    return found


def quoted(line: Line, low: int, high: int, offset: int) -> bool:
    """Whether an offset lies inside a quotation of the sentence."""
    return any(line.tags[i] == "Q" and line.starts[i] <= offset < line.ends[i] for i in range(low, high))
