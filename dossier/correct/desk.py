"""What a corrector works with: the document, what was found in it, and the search for an editor's words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dossier.issues import Problem, place
from dossier.model import Annotations, Correction, Document, Edit
from dossier.sourcemap import SeedSpan, TextSpan
from dossier.wording import Hit, Search, short, wording, wrong

RULE = "editor"
T = TypeVar("T")
CELL = 512
"""Characters of the cells that ranges are found by."""


@dataclass(frozen=True, slots=True)
class Done:
    """The annotations after a correction, and the account of it."""

    annotations: Annotations
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """One document and its annotations."""

    document: Document
    found: Annotations

    def search(self, what: str) -> Search:
        """The search in the reading text; `what` is the thing in messages."""
        starts = [block.span.start for block in self.document.blocks]

        def unit(offset: int) -> Hit:
            block = self.document.blocks[max(bisect_right(starts, offset) - 1, 0)]
            return block.span.start, block.span.end

        seed = self.document.seed
        return Search(what, wording(self.document.text), seed.file, seed.text, self.where, unit)

    def where(self, offset: int) -> int:
        """The seed's offset behind one of the reading text."""
        return self.seed(TextSpan(offset, offset + 1)).start

    def seed(self, span: TextSpan) -> SeedSpan:
        """The seed's range behind one of the reading text; its end where nothing stands behind it."""
        try:
            return self.document.map.to_seed(span)
        except ValueError:
            return SeedSpan(len(self.document.seed.text), len(self.document.seed.text))

    def words(self, span: TextSpan) -> str:
        """The words at a range."""
        return self.document.text[span.start : span.end]

    def edit(self, correction: Correction, span: TextSpan, **was: str | None) -> Edit:
        """The account of a correction at a range."""
        return Edit(correction, self.seed(span), tuple((key, value or "") for key, value in was.items()))

    def pick(self, correction: Correction, what: str, spans: Sequence[TextSpan]) -> list[int] | Problem:
        """The numbers of the given ranges that are meant: those that hold the words, or that the words hold."""
        search = self.search(what)
        hits = search.hits(correction)
        near = Near(spans)
        held = list(dict.fromkeys(number for hit in hits if (number := chosen_of(hit, near.at(hit))) is not None))
        if hits and not held:
            return self.astray(correction, what, spans, hits[0])
        chosen = search.choose(correction, [(spans[number].start, spans[number].end) for number in held])
        if isinstance(chosen, Problem):
            return chosen
        return [number for number in held if (spans[number].start, spans[number].end) in chosen]

    def astray(self, correction: Correction, what: str, spans: Sequence[TextSpan], hit: Hit) -> Problem:
        """Words that stand, but are no such thing, with the nearest that is."""
        line = place(self.document.seed.text, self.where(hit[0]))[0]
        message = f"{short(correction.words)!r} on line {line} is no {what}"
        near = min(spans, key=lambda span: (abs(span.start - hit[0]), span.start), default=None)
        if near is None:
            return wrong(correction, message, f"{self.document.seed.file} has no {what}")
        at = place(self.document.seed.text, self.where(near.start))[0]
        return wrong(correction, message, f"the nearest is on line {at}: {short(self.words(near))!r}")


class Near:
    """Ranges by where they stand, so that those at a place are found without a look at all of them."""

    def __init__(self, spans: Sequence[TextSpan]) -> None:
        self.spans = spans
        self.cells: dict[int, list[int]] = {}
        for number, span in enumerate(spans):
            for cell in range(span.start // CELL, span.end // CELL + 1):
                self.cells.setdefault(cell, []).append(number)

    def at(self, hit: Hit) -> list[tuple[int, TextSpan]]:
        """The ranges that share a cell with a place, with their numbers."""
        cells = range(hit[0] // CELL, hit[1] // CELL + 1)
        return [(n, self.spans[n]) for n in sorted({n for cell in cells for n in self.cells.get(cell, ())})]


def narrowest(hit: Hit, spans: Iterable[TextSpan]) -> int | None:
    """The number of the shortest range that holds a place, or of the longest that the place holds."""
    return chosen_of(hit, list(enumerate(spans)))


def chosen_of(hit: Hit, spans: Sequence[tuple[int, TextSpan]]) -> int | None:
    """The same among ranges that have their numbers."""
    outer = [(s.end - s.start, n) for n, s in spans if s.start <= hit[0] and hit[1] <= s.end]
    if outer:
        return min(outer)[1]
    inner = [(s.start - s.end, n) for n, s in spans if hit[0] <= s.start and s.end <= hit[1]]
    return min(inner)[1] if inner else None


def changed(items: Sequence[T], at: Iterable[int], change: Callable[[T], T]) -> tuple[T, ...]:
    """The items with those at some numbers changed."""
    chosen = set(at)
    return tuple(change(item) if number in chosen else item for number, item in enumerate(items))


def everywhere(correction: Correction) -> Correction:
    """The correction for all places, where the editor tells none."""
    return replace(correction, occurrence=0) if correction.occurrence is None else correction
