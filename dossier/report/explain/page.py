"""One source as the account of it needs it: places in lines of the seed, words as a terminal may show them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from dossier.model import Collection, Source
from dossier.report.terminal import WIDTH, clip
from dossier.run.face import line_starts
from dossier.sourcemap import SeedSpan, TextSpan


@dataclass(frozen=True, slots=True)
class Page:
    """A source with the index of its lines. Build it with `page_of`."""

    source: Source
    collection: Collection
    paint: Callable[[str, str], str]
    starts: tuple[int, ...]

    @property
    def seed(self) -> str:
        """The seed's text."""
        return self.source.document.seed.text

    def line(self, span: TextSpan) -> str:
        """`line 14` or `lines 14 to 16` of the seed for a range of the reading text."""
        try:
            return self.seed_line(self.source.document.map.to_seed(span))
        except ValueError:
            return "no line"

    def seed_line(self, span: SeedSpan) -> str:
        """The same for a range of the seed."""
        first, last = self.at(span.start), self.at(max(span.start, span.end - 1))
        return f"line {first}" if first == last else f"lines {first} to {last}"

    def at(self, offset: int) -> int:
        """The line, from 1, of an offset of the seed."""
        return bisect_right(self.starts, offset)

    def words(self, span: TextSpan, room: int = WIDTH) -> str:
        """The words at a range of the reading text in curly quotation marks, clipped to `room` columns with them."""
        return f"“{clip(self.source.document.text[span.start : span.end], room - 2)}”"


def page_of(source: Source, collection: Collection, paint: Callable[[str, str], str]) -> Page:
    """Index the lines of one source."""
    return Page(source, collection, paint, tuple(line_starts(source.document.seed.text)))
