"""A source as its page shows it: which blocks, in which order, and where a span of the reading text is found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from dossier.model import Block, Date, Document, Media, Quote, Source
from dossier.sourcemap import Piece, SeedSpan, TextSpan

HEAD = ("title", "subtitle", "byline", "dateline", "metadata")
"""Roles of blocks that stand above the body, in this order."""
APART = ("bio", "disclaimer", "credit", "url", "related")
"""Roles of blocks that are kept but are not the body."""
LITERAL = ("table", "code")
"""Roles of blocks that are shown as they are laid out, without inline markup."""
MADE = "made"
"""Anchor of a page's section "How this page was made": where what the page does not show is listed."""


@dataclass(frozen=True, slots=True)
class View:
    """One source with the indexes that pages and data files need. Build it with `view`."""

    source: Source
    head: tuple[Block, ...]
    body: tuple[Block, ...]
    apart: tuple[Block, ...]
    titles: tuple[Block, ...]
    """Headings of the seed that stand over its notes."""
    notes: tuple[Block, ...]
    starts: tuple[int, ...] = field(repr=False)
    lines: tuple[int, ...] = field(repr=False)
    pieces: tuple[Piece, ...] = field(repr=False)
    """The pieces of the source map in the seed's order."""
    quotes: Mapping[str, Quote] = field(default_factory=dict, repr=False)
    dates: Mapping[str, Date] = field(default_factory=dict, repr=False)
    """Quotations and dates by their ids."""

    @property
    def document(self) -> Document:
        """The cleaned seed."""
        return self.source.document

    @property
    def slug(self) -> str:
        """The address of the page."""
        return self.source.slug

    @property
    def media(self) -> Media:
        """What kind of file the seed is."""
        return self.document.seed.media

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block of the page, in the page's order."""
        return self.head + self.body + self.apart + self.titles + self.notes

    def seed_span(self, span: TextSpan) -> SeedSpan:
        """Where a range of the reading text stands in the seed."""
        return self.document.map.to_seed(span)

    def verbatim(self, span: TextSpan, at: SeedSpan | None = None) -> str:
        """The words at a range: the seed's own slice for plain text, else what a reader sees of it.

        `at` is where the range stands in the seed, where that is known already.
        """
        if self.media == "txt":
            at = at or self.seed_span(span)
            return self.document.seed.text[at.start : at.end]
        return self.document.text[span.start : span.end]

    def reading(self, span: TextSpan) -> str:
        """The words at a range as the page shows them."""
        return self.document.text[span.start : span.end]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset of the reading text."""
        at = bisect_right(self.starts, offset) - 1
        if at < 0:
            return None
        block = self.document.blocks[at]
        return block if offset < block.span.end else None

    def anchor(self, span: TextSpan) -> str:
        """The id on the page of what shows a range: its block, or the account of what is not shown."""
        block = self.block_at(span.start)
        return block.id if block is not None and block.shown else MADE

    def spot(self, span: TextSpan, own: str) -> str:
        """The id that leads to an annotation: its own, unless its block is hidden or shows no inline markup."""
        block = self.block_at(span.start)
        if block is None or not block.shown:
            return MADE
        return block.id if block.role in LITERAL else own

    def text_end(self, span: SeedSpan) -> int | None:
        """Where a range of the seed ends in the reading text; None if the reading text has nothing of it."""
        at = bisect_right(self.pieces, span.start, key=lambda piece: piece.seed.start) - 1
        after = bisect_right(self.pieces, max(span.start, span.end - 1), key=lambda piece: piece.seed.start)
        for piece in reversed(self.pieces[max(at, 0) : after]):
            if piece.seed.end > span.start:
                offset = span.end - piece.seed.start if piece.verbatim else piece.text.end - piece.text.start
                return min(piece.text.start + offset, piece.text.end)
        return None

    def line(self, offset: int) -> int:
        """The line of the seed (from 1) that an offset of the seed stands in."""
        return bisect_right(self.lines, offset)


def view(source: Source) -> View:
    """The view of one source."""
    document = source.document
    shown = [block for block in document.blocks if block.shown]
    noted = note_order(source, shown)
    of_notes = {block.id for block in noted}
    titles = [a for a, b in pairwise(shown) if a.role == "heading" and b.id in of_notes]
    elsewhere = of_notes | {block.id for block in titles}
    rest = [block for block in shown if block.id not in elsewhere]
    head = sorted((b for b in rest if b.role in HEAD), key=lambda b: HEAD.index(b.role))
    text = document.seed.text
    return View(
        source,
        tuple(head),
        tuple(b for b in rest if b.role not in HEAD and b.role not in APART),
        tuple(b for b in rest if b.role in APART),
        tuple(titles),
        tuple(noted),
        tuple(block.span.start for block in document.blocks),
        tuple(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0)),
        tuple(sorted(document.map.pieces, key=lambda piece: piece.seed.start)),
        {quote.id: quote for quote in source.annotations.quotes},
        {date.id: date for date in source.annotations.dates},
    )


def note_order(source: Source, shown: Iterable[Block]) -> list[Block]:
    """The blocks of the notes: each note's own, in the notes' order, then any that belong to no note."""
    kept = {block.id: block for block in shown}
    ids = [name for note in source.annotations.notes for name in note.blocks if name in kept]
    ids += [block.id for block in kept.values() if block.role == "note" or block.note is not None]
    return [kept[name] for name in dict.fromkeys(ids)]
