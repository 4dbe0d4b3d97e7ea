"""Edits inside a draft: markup dropped, entities resolved, the bits cut so that every character stays accounted for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from dossier.clean.draft import Bit, Draft, shown
from dossier.model import Mark, Role
from dossier.sourcemap import SeedSpan, TextSpan


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `start:end` of a draft's text by `text`; `role` says what the stretch was ("markup") if not words."""

    start: int
    end: int
    text: str = ""
    role: Role | None = "markup"
    rule: str = "markup"


def apply(draft: Draft, source: str, edits: Sequence[Edit], marks: Sequence[Mark] = ()) -> Draft:
    """The draft with the edits made. Edits are offsets into `draft.text(source)`, sorted and apart.

    `marks` are given in the text before the edits and come out in the text after them.
    """
    if not edits and not marks:
        return draft
    bits: list[Bit] = []
    at = turn = 0
    for bit in draft.bits:
        words = shown(bit, source, preformatted=draft.preformatted)
        end = at + len(words)
        if not words:
            bits.append(bit)
            continue
        piece = Piece(bit, at, end)
        while turn < len(edits) and edits[turn].start < end:
            edit = edits[turn]
            bits += piece.kept(at, max(edit.start, at))
            bits += piece.changed(max(edit.start, at), min(edit.end, end), edit, first=edit.start >= piece.start)
            at = end if not piece.pointwise else max(at, min(edit.end, end))
            if edit.end > end:
                break
            turn += 1
        bits += piece.kept(at, end)
        at = end
    shifts = Shifts(edits)
    moved = [replace(mark, span=shifts.span(mark.span)) for mark in (*draft.marks, *marks)]
    return replace(draft, bits=tuple(bits), marks=tuple(sorted(moved, key=lambda mark: mark.span)))


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit and the range of the draft's text that it makes."""

    bit: Bit
    start: int
    end: int

    @property
    def pointwise(self) -> bool:
        """Whether it maps its text point by point; one that does not stays whole."""
        return self.end - self.start == self.bit.span.end - self.bit.span.start

    def kept(self, start: int, end: int) -> list[Bit]:
        """What a range of the draft's text leaves of the bit."""
        if start >= end:
            return []
        if not self.pointwise:
            return [self.bit]
        text = None if self.bit.text is None else self.bit.text[start - self.start : end - self.start]
        return [replace(self.bit, span=self.seed(start, end), text=text)]

    def changed(self, start: int, end: int, edit: Edit, *, first: bool) -> list[Bit]:
        """The edited part of the bit; the replacement's text goes to the first bit that the edit touches."""
        if start >= end:
            return []
        return [Bit(self.seed(start, end), edit.text if first else "", edit.role, edit.rule)]

    def seed(self, start: int, end: int) -> SeedSpan:
        """The seed's range behind a range of the draft's text."""
        if not self.pointwise:
            return self.bit.span
        lower = self.bit.span.start + start - self.start
        return SeedSpan(lower, lower + end - start)


class Shifts:
    """Where offsets before the edits stand after them; an offset inside an edit goes to its replacement's end."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = edits
        self.starts = [edit.start for edit in edits]
        self.change = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]

    def offset(self, offset: int) -> int:
        """One offset after the edits."""
        turn = bisect_left(self.starts, offset)
        if turn and self.edits[turn - 1].end > offset:
            last = self.edits[turn - 1]
            return last.start + self.change[turn - 1] + len(last.text)
        return offset + self.change[turn]

    def span(self, span: TextSpan) -> TextSpan:
        """A range after the edits."""
        start = self.offset(span.start)
        return TextSpan(start, max(start, self.offset(span.end)))
