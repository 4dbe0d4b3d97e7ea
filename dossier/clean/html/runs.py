"""A page as runs of words: what a reader sees as one paragraph, heading, item, cell or listing, in page order.

A run knows every character it covers as bits, so that the drafts made of runs account for the whole seed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.clean.draft import Bit
from dossier.clean.html.nodes import Element


@dataclass(slots=True)
class Span:
    """Inline markup within a run: `start:end` in the run's text."""

    kind: str
    element: Element
    start: int
    end: int


@dataclass(slots=True)
class Run:
    """One stretch of words. `text` is as a reader sees it; `linked` counts its characters that are links' words."""

    holder: Element
    """The innermost block around it."""
    bits: list[Bit] = field(default_factory=list)
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    linked: int = 0
    kind: str = "text"

    @property
    def first(self) -> int:
        """Where its first word starts in the seed."""
        return next(bit.span.start for bit in self.bits if bit.role is None)

    @property
    def last(self) -> int:
        """Where its last word ends in the seed."""
        return next(bit.span.end for bit in reversed(self.bits) if bit.role is None)

    @property
    def start(self) -> int:
        """Where its first bit starts in the seed."""
        return self.bits[0].span.start

    @property
    def end(self) -> int:
        """Where its last bit ends."""
        return self.bits[-1].span.end


@dataclass(slots=True)
class Spot:
    """An element in page order: its parent's place in that order, its runs, and the last element below it."""

    element: Element
    parent: int
    low: int
    high: int = 0
    last: int = 0


@dataclass(slots=True)
class Page:
    """A page laid out: its elements in order, its runs, and what stands between them."""

    source: str
    spots: list[Spot]
    runs: list[Run]
    rest: list[Bit]
    """Tags, comments and white space that belong to no run."""
    where: dict[int, int]
    """`id` of an element to its place among the spots."""
