"""The overview of a timeline: entries per year as bars, what lasts longer as lines, drawn when the site is built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
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
FEW = 5
"""From so many dates on, one at an end may be set aside, and of more a tenth."""
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
    before: int = 0
    after: int = 0
    """Entries too far from all others to be drawn; both ends are open to them."""

    @property
    def ends(self) -> tuple[str, str]:
        """First and last year in words, with the number of entries beyond them."""
        first, last = words(self.first), words(self.last)
        return (
            f"{first}, and {self.before} before" if self.before else first,
            f"{last}, and {self.after} after" if self.after else last,
        )


def strip(values: Iterable[str]) -> Strip | None:
    """The overview of some EDTF values; None where none of them has a year."""
    spans = [known for first, last in map(ends, values) if (known := clamped(first[0], last[0]))]
    if not spans:
        return None
    # A century that one source mentions must not squeeze the years that the collection is about.
    short = [(first, last) for first, last in spans if last - first < DECADE] or spans
    low, high = core(sorted(first for first, _ in short))
    high = max(last for first, last in short if first <= high)
    before, after = sum(last < low for _, last in short), sum(first > high for first, _ in short)
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
    return Strip(Safe(drawn), low, high + step - 1, step, most, before, after)


def core(every: Sequence[int]) -> tuple[int, int]:
    """First and last year without the few that stand farther from the rest than the rest is long."""
    most = max(len(every) // 10, 1) if len(every) >= FEW else 0
    first, last = 0, len(every) - 1
    long = max(every[last - most] - every[most], DECADE)
    first = next((at for at in range(most, 0, -1) if every[at] - every[at - 1] > long), first)
    last = next((at for at in range(last - most, last) if every[at + 1] - every[at] > long), last)
    return every[first], every[last]


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
