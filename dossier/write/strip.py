"""A row of dates drawn to scale: a decoration beside a list that says the same in words."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.write.edtf import YEARS, Key, ends
from dossier.write.escape import Safe

LEFT, RIGHT = 1.5, 98.5
"""Where the axis begins and ends, in percent of the width."""
AXIS, FOOT, RADIUS = 12, 34, 4.5
"""Height of the axis and of the years under it, and a dot's radius, in pixels."""
LONG = 0.04
"""A date that takes more of the axis than this is drawn as a bar."""


def strip(values: Sequence[str]) -> Safe:
    """The drawing of these EDTF values; "" for fewer than two places in time."""
    spans = [(moment(first), moment(last)) for first, last in map(ends, values) if abs(first[0]) < YEARS > abs(last[0])]
    low, high = min((s for s, _ in spans), default=0.0), max((e for _, e in spans), default=0.0)
    if len(set(spans)) < 2 or high <= low:  # noqa: PLR2004 - one place in time makes no row
        return Safe("")
    signs = [f'<line class="d-axis" x1="{LEFT}%" x2="{RIGHT}%" y1="{AXIS}" y2="{AXIS}"></line>']
    for start, end in sorted(set(spans)):
        a, b = at(start, low, high), at(end, low, high)
        if b - a > LONG * (RIGHT - LEFT):
            signs.append(f'<line class="d-span" x1="{a:.2f}%" x2="{b:.2f}%" y1="{AXIS}" y2="{AXIS}"></line>')
        else:
            signs.append(f'<circle class="d-dot" cx="{(a + b) / 2:.2f}%" cy="{AXIS}" r="{RADIUS}"></circle>')
    signs.append(f'<text x="0" y="{FOOT}">{year(low)}</text>')
    signs.append(f'<text x="100%" y="{FOOT}" text-anchor="end">{year(high)}</text>')
    drawn = f'<svg width="100%" height="40" focusable="false">{"".join(signs)}</svg>'
    return Safe(f'<div class="d-strip" aria-hidden="true">{drawn}</div>')


def moment(day: Key) -> float:
    """A calendar day as a year and its fraction."""
    return day[0] + (day[1] - 1) / 12 + (day[2] - 1) / 372


def at(when: float, low: float, high: float) -> float:
    """Where a moment stands, in percent of the width."""
    return LEFT + (RIGHT - LEFT) * (when - low) / (high - low)


def year(when: float) -> str:
    """The year of a moment."""
    number = int(when // 1)
    return str(number) if number > 0 else f"{1 - number} BCE"
