"""The collection in time, small: dated events as bars and publications as signs, drawn when the site is built.

A few dates far from all others would squeeze the rest into a corner: they are set aside and named in the caption.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.write.describe import count
from dossier.write.edtf import YEARS, ends
from dossier.write.escape import Safe, attribute
from dossier.write.pages.paging import words
from dossier.write.pages.strip import DECADE, STEPS, core

MOST, TICKS, NAMED = 48, 8, 4
"""Bars of the drawing, names under them, dates set aside that the caption names."""
HIGH, FLOOR, SIGN, FOOT = 92, 60, 68, 87
"""Heights in pixels: the drawing, the line that bars stand on, the publications, the foot of the years."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The drawing, which tells its numbers to those who cannot see it, and its caption."""

    drawing: Safe
    caption: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Years `low` to `high` in bars of `step` years."""

    low: int
    high: int
    step: int

    @property
    def bars(self) -> int:
        """The number of bars."""
        return (self.high - self.low) // self.step + 1

    def at(self, year: int) -> int | None:
        """The bar of a year; None beyond the ends."""
        return (year - self.low) // self.step if self.low <= year < self.low + self.bars * self.step else None

    def name(self, bar: int) -> str:
        """What a bar is about, in words."""
        first = self.low + bar * self.step
        return words(first) if self.step == 1 else f"{words(first)} to {words(first + self.step - 1)}"


def glance(events: Iterable[str], published: Iterable[str]) -> Glance | None:
    """The drawing of the EDTF values of events and publications; None where they hold fewer than two years."""
    told, out = years(events), years(published)
    every = sorted([*told, *out])
    if not every or every[0] == every[-1]:
        return None
    low, high = core(every)
    step = next((step for step in STEPS if (high - low) // step < MOST), STEPS[-1])
    scale = Scale(low // step * step, high, step)
    bars = Counter(bar for year in told if (bar := scale.at(year)) is not None)
    signs = Counter(bar for year in out if (bar := scale.at(year)) is not None)
    aside = sorted({year for year in every if scale.at(year) is None})
    return Glance(drawn(scale, bars, signs), caption(scale, bars, signs, aside))


def years(values: Iterable[str]) -> list[int]:
    """The first year of each value that has one and does not last."""
    spans = [ends(value) for value in values]
    return [first[0] for first, last in spans if abs(first[0]) < YEARS and last[0] - first[0] < DECADE]


def drawn(scale: Scale, bars: Counter[int], signs: Counter[int]) -> Safe:
    """The drawing; what it shows is its name, for readers who hear it."""
    most, wide = max(bars.values(), default=1), 100 / scale.bars
    shapes = []
    for at, number in sorted(bars.items()):
        high = max(number * (FLOOR - 4) / most, 3)
        shapes.append(
            f'<rect class="d-count" x="{at * wide + wide * 0.15:.2f}%" y="{FLOOR - high:.1f}" '
            f'width="{wide * 0.7:.2f}%" height="{high:.1f}"/>'
        )
    shapes.append(f'<line class="d-axis" x1="0" x2="100%" y1="{FLOOR}" y2="{FLOOR}"/>')
    shapes += [f'<circle class="d-issued" cx="{(at + 0.5) * wide:.2f}%" cy="{SIGN}" r="3.5"/>' for at in sorted(signs)]
    every = -(-scale.bars // TICKS)
    for at in range(0, scale.bars, every):
        middle = (at + 0.5) * wide
        shapes.append(
            f'<text x="{middle:.2f}%" y="{FOOT}" text-anchor="middle">{words(scale.low + at * scale.step)}</text>'
        )
    name = attribute(alternative(scale, bars, signs))
    opened = f'<svg class="d-glance-drawn" role="img" width="100%" height="{HIGH}" aria-label="{name}">'
    return Safe(f"{opened}{''.join(shapes)}</svg>")


def alternative(scale: Scale, bars: Counter[int], signs: Counter[int]) -> str:
    """What the drawing shows, bar by bar, in words."""
    told = ", ".join(f"{scale.name(at)}: {number}" for at, number in sorted(bars.items())) or "none"
    out = ", ".join(f"{scale.name(at)}: {number}" for at, number in sorted(signs.items()))
    return f"Dated events: {told}." + (f" Sources published: {out}." if out else "")


def caption(scale: Scale, bars: Counter[int], signs: Counter[int], aside: Sequence[int]) -> str:
    """What a reader should know of the drawing."""
    said = []
    if bars:
        top = max(bars, key=lambda at: (bars[at], -at))
        said.append(f"Bars: dated events, at most {bars[top]} ({scale.name(top)}).")
    if signs:
        said.append(f"Dots: {count(signs.total(), 'dated source')}.")
    if aside:
        named = ", ".join(words(year) for year in aside[:NAMED])
        more = f" and {len(aside) - NAMED} more" if len(aside) > NAMED else ""
        said.append(f"Far off and not drawn: {named}{more}.")
    return " ".join(said)
