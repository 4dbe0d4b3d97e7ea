"""Drafts become a document: the reading text, its source map, the blocks and the partition of the seed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dossier.clean.draft import Bit, Draft, shown
from dossier.clean.lines import INVISIBLE
from dossier.ids import PARTING, Minter
from dossier.model import Block, Mark, Segment
from dossier.sourcemap import Piece, SeedSpan, SourceMap, TextSpan


@dataclass(frozen=True, slots=True)
class Assembled:
    """The parts of a document that follow from its drafts alone."""

    text: str
    map: SourceMap
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class Press:
    """Sets drafts one after another; the only place where reading-text offsets are made."""

    source: str
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    at: int = 0

    def put(self, text: str) -> None:
        """Append text that comes from nowhere (the blank line between blocks)."""
        self.parts.append(text)
        self.at += len(text)

    def set(self, draft: Draft) -> TextSpan:
        """Append a draft's bits and record where each came from."""
        start = self.at
        for bit in draft.bits:
            words = shown(bit, self.source, preformatted=draft.preformatted)
            if words:
                span = TextSpan(self.at, self.at + len(words))
                own = bit.text is None or words == self.source[bit.span.start : bit.span.end]
                self.pieces.append(Piece(span, bit.span, own and len(words) == bit.span.end - bit.span.start))
                self.put(words)
        return TextSpan(start, self.at)


def assemble(source: str, drafts: Sequence[Draft]) -> Assembled:
    """Set the drafts in seed order. Raises ValueError if they overlap or leave out what is no white space."""
    press = Press(source)
    spans: list[TextSpan] = []
    speaks = [bool(draft.text(source).strip()) for draft in drafts]
    silent = [draft for draft, words in zip(drafts, speaks, strict=True) if not words]
    drafts = [draft for draft, words in zip(drafts, speaks, strict=True) if words]
    for draft in drafts:
        if spans:
            press.put(PARTING)
        spans.append(press.set(draft))
    text = "".join(press.parts)
    minter = Minter("b-")
    ids = [minter.mint(text, span.start, span.end) for span in spans]
    blocks = tuple(
        Block(name, d.role, span, d.rule, level=d.level, shown=d.shown, note=d.note, ordinal=d.ordinal)
        for name, d, span in zip(ids, drafts, spans, strict=True)
    )
    segments = partition(source, [*zip(ids, drafts, strict=True), *(("", replace(d, shown=False)) for d in silent)])
    marks = tuple(placed(mark, span.start) for d, span in zip(drafts, spans, strict=True) for mark in d.marks)
    return Assembled(text, SourceMap(tuple(press.pieces)), blocks, segments, marks)


def placed(mark: Mark, start: int) -> Mark:
    """A draft's mark where the draft stands in the reading text."""
    return replace(mark, span=TextSpan(mark.span.start + start, mark.span.end + start))


def partition(source: str, named: Iterable[tuple[str, Draft]]) -> tuple[Segment, ...]:
    """Every character of the seed in exactly one segment, neighbours of one kind merged."""
    cells: list[Segment] = []
    at = 0
    pairs = [(bit, name, draft) for name, draft in named for bit in draft.bits]
    pairs.sort(key=lambda p: (p[0].span.start, p[0].span.end))
    for bit, name, draft in pairs:
        at = fill(source, at, bit.span.start, cells)
        add(cells, segment(bit, name, draft))
        at = max(at, bit.span.end)
    fill(source, at, len(source), cells)
    return tuple(cells)


def segment(bit: Bit, name: str, draft: Draft) -> Segment:
    """The cell a bit makes: the draft's own role and block, or the bit's where it has one."""
    if bit.role is not None:
        return Segment(bit.span, bit.role, bit.rule or draft.rule)
    return Segment(bit.span, draft.role, draft.rule, name if draft.shown else None)


def fill(source: str, at: int, start: int, cells: list[Segment]) -> int:
    """Account for the white space between bits; anything else there is a fault of the cleaner."""
    if start < at:
        message = f"seed range {start}:{at} was claimed twice"
        raise ValueError(message)
    if start > at:
        between = source[at:start]
        if not_white(between):
            message = f"seed range {at}:{start} was left out: {between.strip()[:40]!r}"
            raise ValueError(message)
        add(cells, Segment(SeedSpan(at, start), "space", "white-space"))
    return start


def not_white(text: str) -> str:
    """What of a text can be seen."""
    return "" if text.isspace() else "".join(char for char in text if char not in INVISIBLE).strip()


def add(cells: list[Segment], cell: Segment) -> None:
    """Append a cell, merged with its neighbour when both are of one kind."""
    if cell.span.start == cell.span.end:
        return
    if cells and (cells[-1].role, cells[-1].rule, cells[-1].block) == (cell.role, cell.rule, cell.block):
        cells[-1] = Segment(SeedSpan(cells[-1].span.start, cell.span.end), cell.role, cell.rule, cell.block)
    else:
        cells.append(cell)
