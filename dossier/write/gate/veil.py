"""A source of which only some passages are published: every other character is covered, at its own place.

The covered text has the length of the true one, so that all offsets stay right; what writers take from it beyond the
passages is the cover, which `uncovered` turns into an ellipsis in whatever they make.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dossier.ids import PARTING
from dossier.model import Block, Document, Segment
from dossier.sourcemap import SeedSpan, TextSpan

CANDIDATES = (*range(0xFDD0, 0xFDF0), *range(0xE000, 0xF900))
"""Code points that stand for no character; the first that no source holds covers what is not published."""
NOT_PUBLISHED = "not-published"
"""The rule of what a page would show if all of its source were published."""
LINE_ENDS = "\n\r"
"""They stay, so that lines keep their numbers."""


def cover_for(texts: Iterable[str]) -> str:
    """A character that no text holds."""
    held = set().union(*map(set, texts))
    return next((chr(code) for code in CANDIDATES if chr(code) not in held), chr(CANDIDATES[0]))


def uncovered(data: bytes, cover: str) -> bytes:
    """A finished file with each run of the cover as one ellipsis."""
    sign = re.escape(cover.encode())
    return re.sub(rb"%s(?:[ ]*%s)*" % (sign, sign), "…".encode(), data) if cover else data


@dataclass(frozen=True, slots=True)
class Open:
    """The stretches that are published, in order and apart."""

    spans: tuple[TextSpan, ...]

    def part(self, span: TextSpan | None) -> TextSpan | None:
        """What of a range is published, from its first published character to its last; None for nothing."""
        if span is None:
            return None
        after = bisect_right(self.spans, span.start, key=lambda each: each.end)
        last = bisect_left(self.spans, max(span.end, span.start + 1), key=lambda each: each.start) - 1
        if after > last:
            return None
        return TextSpan(max(span.start, self.spans[after].start), min(span.end, self.spans[last].end))

    def whole(self, span: TextSpan) -> bool:
        """Whether all of a range is published."""
        return any(each.start <= span.start and span.end <= each.end for each in self.spans_at(span))

    def spans_at(self, span: TextSpan) -> Sequence[TextSpan]:
        """The published stretches that a range meets."""
        after = bisect_right(self.spans, span.start, key=lambda each: each.end)
        last = bisect_left(self.spans, span.end, key=lambda each: each.start)
        return self.spans[after:last]


def covered(text: str, kept: Iterable[tuple[int, int]], cover: str, stays: str) -> str:
    """A text in which all but the kept ranges and the signs of `stays` is covered."""
    parts, at = [], 0
    # A space beside a passage stays, so that the ellipsis stands apart from the words.
    signs = re.compile(rf"(?!\A |\s\Z)[^{re.escape(stays)}]")
    for start, end in kept:
        parts += [signs.sub(cover, text[at:start]), text[start:end]]
        at = end
    return "".join([*parts, signs.sub(cover, text[at:])])


def veiled(document: Document, opened: Open, cover: str) -> Document:
    """The document with all but the published stretches covered; blocks of which nothing is left are not shown."""
    seed = document.seed
    blocks = tuple(block if block.shown and opened.part(block.span) else hidden(block) for block in document.blocks)
    shown = {block.id for block in blocks if block.shown}
    sidecar = replace(seed.sidecar, corrections=()) if seed.sidecar else None
    text = covered(document.text, [(s.start, s.end) for s in opened.spans], cover, PARTING)
    return replace(
        document,
        seed=replace(
            seed, text=covered(seed.text, seed_ranges(document, opened), cover, LINE_ENDS), data=b"", sidecar=sidecar
        ),
        text=text,
        blocks=blocks,
        segments=tuple(cell if cell.block in shown else loose(cell) for cell in document.segments),
        edits=(),
        marks=tuple(mark for mark in document.marks if opened.whole(mark.span)),
        issues=tuple(
            issue
            for issue in document.issues
            if issue.span is None or issue.span.start == issue.span.end or visible(document, opened, issue.span)
        ),
    )


def hidden(block: Block) -> Block:
    """A block that the page does not show."""
    return replace(block, shown=False)


def loose(cell: Segment) -> Segment:
    """A segment that no block of the page shows; one that a block of the whole page would show says why."""
    return replace(cell, block=None, rule=NOT_PUBLISHED) if cell.block else cell


def visible(document: Document, opened: Open, span: SeedSpan) -> bool:
    """Whether the place of an issue is published."""
    start, end = document.map.to_text(span.start), document.map.to_text(max(span.end - 1, span.start))
    return start is not None and end is not None and start <= end and opened.whole(TextSpan(start, end + 1))


def seed_ranges(document: Document, opened: Open) -> list[tuple[int, int]]:
    """Where the published stretches stand in the seed, in order and apart."""
    found: list[tuple[int, int]] = []
    pieces = document.map.pieces
    for span in opened.spans:
        at = bisect_right(pieces, span.start, key=lambda piece: piece.text.end)
        while at < len(pieces) and pieces[at].text.start < span.end:
            piece = pieces[at]
            start, end = piece.seed.start, piece.seed.end
            if piece.verbatim:
                start += max(span.start - piece.text.start, 0)
                end = piece.seed.start + min(span.end, piece.text.end) - piece.text.start
            found.append((start, end))
            at += 1
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(apart[-1][1], end)
        else:
            apart.append((start, end))
    return apart
