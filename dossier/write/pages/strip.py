"""The overview of a timeline: entries per year as bars, what lasts longer as lines, drawn when the site is built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dossier.write.edtf import YEARS, ends
from dossier.write.escape import Safe
from dossier.write.pages.paging import words

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
MOST = 240
"""Bars of the drawing."""
WIDE, HIGH, FLOOR = 10, 100, 76
"""Units of one bar, of the drawing and of the line that the bars stand on."""
DECADE = 10
LINES, LINE = 5, 4
"""Lines for what lasts longer than a bar, and the height of one."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The drawing, and the years it goes from and to in steps of so many."""

    drawing: Safe
    first: int
    last: int
    step: int
    most: int
    """Entries of the highest bar."""

    @property
    def ends(self) -> tuple[str, str]:
        """First and last year in words."""
        return words(self.first), words(self.last)


def strip(values: Iterable[str]) -> Strip | None:
    """The overview of some EDTF values; None where none of them has a year."""
    spans = [known for first, last in map(ends, values) if (known := clamped(first[0], last[0]))]
    if not spans:
        return None
    # A century that one source mentions must not squeeze the years that the collection is about.
    short = [(first, last) for first, last in spans if last - first < DECADE] or spans
    low, high = min(first for first, _ in short), max(last for _, last in short)
    spans = [(max(first, low), min(last, high)) for first, last in spans if first <= high and last >= low]
    step = next((step for step in STEPS if (high - low) // step < MOST), STEPS[-1])
    low, high = low // step * step, high // step * step
    bins = (high - low) // step + 1
    counted = Counter((first - low) // step for first, last in spans if first // step == last // step)
    long = sorted(
        {((first - low) // step, (last - low) // step) for first, last in spans if first // step != last // step}
    )
    most = max(counted.values(), default=0)
    bars = "".join(bar(at, number, most) for at, number in sorted(counted.items()))
    lines = "".join(line(*row) for row in stacked(long))
    opened = f'<svg class="d-overview-drawn" viewBox="0 0 {bins * WIDE} {HIGH}" preserveAspectRatio="none"'
    drawn = f'{opened} aria-hidden="true" focusable="false">{bars}{lines}</svg>'
    return Strip(Safe(drawn), low, high + step - 1, step, most)


def clamped(first: int, last: int) -> tuple[int, int] | None:
    """First and last year; an open end is where the other is, and a value without a year is None."""
    if abs(first) >= YEARS and abs(last) >= YEARS:
        return None
    return (first if abs(first) < YEARS else last, last if abs(last) < YEARS else first)


def bar(at: int, number: int, most: int) -> str:
    """The entries of one year."""
    high = max(number * (FLOOR - 2) / most, 3)
    return f'<rect class="d-count" x="{at * WIDE + 1}" y="{FLOOR - high:.1f}" width="{WIDE - 2}" height="{high:.1f}"/>'


def stacked(long: Iterable[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """First and last bar of each thing that lasts, and the line it is drawn on: the first that is free."""
    ends_at = [-1] * LINES
    found = []
    for first, last in long:
        row = next((row for row, end in enumerate(ends_at) if end < first), LINES - 1)
        ends_at[row] = max(ends_at[row], last)
        found.append((first, last, row))
    return found


def line(first: int, last: int, row: int) -> str:
    """What lasts longer than one bar."""
    top = FLOOR + 4 + row * LINE
    wide = (last - first + 1) * WIDE
    return f'<rect class="d-lasting" x="{first * WIDE}" y="{top}" width="{wide}" height="{LINE - 1}"/>'
