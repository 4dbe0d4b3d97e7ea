"""Names in the text of a source: the first mention in each section is a link, the others are only marked as names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from dossier.model import Block
from dossier.sourcemap import TextSpan
from dossier.write.catalogue import Catalogue
from dossier.write.flatten import Wrap
from dossier.write.view import View

NAMED = ("paragraph", "bullet", "caption", "blockquote", "note", "bio", "disclaimer", "credit", "related")
"""Roles of blocks whose names are shown; in a title or heading they would crowd the table of contents."""
NOTES = -1
"""The section that all notes of a source make together."""


def naming(view: View, shelf: Catalogue, others: Iterable[Wrap], rank: int) -> Iterator[Wrap]:
    """Wraps of this rank for every mention of a name. `others` are the page's: no link stands in a link of theirs.

    A mention inside quotation marks is no link either: the quotation is somebody's words and stays as it is.
    """
    every = sorted((span, who) for who, span in mentions(view, shelf))
    quoted = [part for quote in view.source.annotations.quotes for part in quote.parts or (quote.span,)]
    closed = merged([*quoted, *(wrap.span for wrap in others if wrap.link)])
    starts = [span.start for span in closed]
    notes = {block.id for block in view.notes}
    heads = [block.span.start for block in view.document.blocks if block.role == "heading" and block.shown]
    linked: set[tuple[int, str]] = set()
    last = 0
    for span, who in every:
        block = view.block_at(span.start)
        if block is None or block.role not in NAMED or not block.shown:
            continue
        key = (section(block, notes, heads), who)
        at = bisect_right(starts, span.end - 1) - 1
        if span.start >= last and key not in linked and (at < 0 or closed[at].end <= span.start):
            linked.add(key)
            last = span.end
            yield Wrap(span, "[", f"]({shelf.named_on(view.slug, who)}){{ .d-name data-peek }}", rank, link=True)
        else:
            yield Wrap(span, '<span class="d-name">', "</span>", rank)


def mentions(view: View, shelf: Catalogue) -> Iterator[tuple[str, TextSpan]]:
    """The id of the bearer and the range of every mention."""
    for name, who in shelf.borne(view.slug):
        for span in name.mentions if who else ():
            if who and span.end > span.start:
                yield who.id, span


def section(block: Block, notes: set[str], heads: list[int]) -> int:
    """The number of the section that a block stands in: one for all before the first heading, one for all notes."""
    return NOTES if block.id in notes else bisect_right(heads, block.span.start)


def merged(spans: Iterable[TextSpan]) -> list[TextSpan]:
    """Ranges in order, those that overlap as one."""
    found: list[TextSpan] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = TextSpan(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
