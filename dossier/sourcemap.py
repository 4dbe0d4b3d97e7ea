"""The ties between a seed's text and the reading text that the cleaner builds from it.

A map is built while the cleaner keeps, replaces and drops; it is never recovered by searching or diffing.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class SeedSpan:
    """Half-open range of code points in a seed's decoded text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if not 0 <= self.start <= self.end:
            message = f"seed span {self.start}:{self.end} is no range"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, order=True)
class TextSpan:
    """Half-open range of code points in a document's reading text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if not 0 <= self.start <= self.end:
            message = f"text span {self.start}:{self.end} is no range"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of the reading text and what it came from; verbatim pieces map point by point."""

    text: TextSpan
    seed: SeedSpan
    verbatim: bool


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Pieces in text order. Text between pieces (the blank line between blocks) comes from nowhere."""

    pieces: tuple[Piece, ...]
    starts: tuple[int, ...] = field(default=(), compare=False, repr=False)
    by_seed: tuple[tuple[int, int], ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        """Index the pieces by where they start, in the reading text and in the seed."""
        object.__setattr__(self, "starts", tuple(p.text.start for p in self.pieces))
        object.__setattr__(self, "by_seed", tuple(sorted((p.seed.start, i) for i, p in enumerate(self.pieces))))

    def to_seed(self, span: TextSpan) -> SeedSpan:
        """The seed's range behind a non-empty range of the reading text.

        Raises ValueError where the range holds no character that came from the seed.
        """
        first = bisect_right(self.starts, span.start) - 1
        if first >= 0 and self.pieces[first].verbatim and span.start < span.end <= self.pieces[first].text.end:
            shift = self.pieces[first].seed.start - self.pieces[first].text.start
            return SeedSpan(span.start + shift, span.end + shift)
        if first < 0 or self.pieces[first].text.end <= span.start:
            first += 1
        last = bisect_right(self.starts, max(span.end - 1, span.start)) - 1
        if first > last or first >= len(self.pieces):
            message = f"text span {span.start}:{span.end} has no seed text behind it"
            raise ValueError(message)
        head, tail = self.pieces[first], self.pieces[last]
        start, end = head.seed.start, tail.seed.end
        if head.verbatim:
            start += max(span.start - head.text.start, 0)
        if tail.verbatim:
            end = tail.seed.start + min(span.end, tail.text.end) - tail.text.start
        return SeedSpan(start, max(start, end))

    def to_text(self, offset: int) -> int | None:
        """Where a seed offset stands in the reading text; None if the cleaner dropped it."""
        at = bisect_right(self.by_seed, (offset, len(self.pieces))) - 1
        if at < 0:
            return None
        piece = self.pieces[self.by_seed[at][1]]
        if not piece.seed.start <= offset < piece.seed.end:
            return None
        return piece.text.start + (offset - piece.seed.start if piece.verbatim else 0)
