"""What the page shows inside a block: notes, links, quotations, dates, names and gaps, as wraps for `flatten`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dossier.model import Block
from dossier.sourcemap import TextSpan
from dossier.write import crossing
from dossier.write.anchors import Anchors
from dossier.write.catalogue import Catalogue
from dossier.write.edits import edits
from dossier.write.edtf import in_words, iso
from dossier.write.escape import Safe, address, attribute, live
from dossier.write.flatten import Insert, Wrap, flatten
from dossier.write.gaps import gaps
from dossier.write.margin import margin
from dossier.write.naming import NAMED, naming
from dossier.write.signs import attribution, signs
from dossier.write.view import View

RANKS = {"note": 0, "source": 0, "mark": 1, "quote": 2, "date": 3, "style": 4, "name": 5}
"""Outer to inner, and which link stays where two overlap."""
STYLES = {"em": "em", "strong": "strong", "code": "code", "sup": "sup", "sub": "sub"}
CARET = "[^"
UNSEEN = '<span class="d-pipe" aria-hidden="true">'
RAISED = re.compile(r"[\u00b2\u00b3\u00b9\u2070-\u209c]+")
"""Figures that stand raised or lowered by themselves."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """Wraps and inserts of one page, by block."""

    view: View
    wraps: Mapping[str, list[Wrap]] = field(repr=False)
    inserts: Mapping[str, list[Insert]] = field(repr=False)

    def line(self, block: Block) -> Safe:
        """A block's text as one line of Markdown."""
        wraps, inserts = self.wraps.get(block.id, ()), self.inserts.get(block.id, ())
        return flatten(self.view.document.text, block.span, wraps, inserts)


def annotate(view: View, shelf: Catalogue, anchors: Anchors) -> Annotated:
    """The inline markup of a source's page."""
    named = crossing.references(view, shelf, RANKS["source"])
    every = [*notes(view, anchors), *named, *marks(view), *quotes(view, shelf), *dates(view)]
    wraps: dict[str, list[Wrap]] = {}
    for wrap in every:
        for block in covered(view, wrap.span):
            wraps.setdefault(block.id, []).append(wrap)
    names = list(naming(view, shelf, every, RANKS["name"]))
    for wrap in names:
        for block in covered(view, wrap.span):
            if block.role in NAMED:
                wraps.setdefault(block.id, []).append(wrap)
    inserts: dict[str, list[Insert]] = {}
    shown = [*every, *names]
    said = (*gaps(view, shown), *edits(view, shown))
    for insert in (*said, *crossing.marks(view, shelf, every), *signs(view, shelf, every)):
        found = view.block_at(max(insert.at - 1, 0))
        if found:
            inserts.setdefault(found.id, []).append(insert)
    return Annotated(view, wraps, inserts)


def covered(view: View, span: TextSpan) -> Iterator[Block]:
    """The blocks that hold some of a range."""
    blocks = view.document.blocks
    for block in blocks[max(bisect_right(view.starts, span.start) - 1, 0) :]:
        if block.span.start >= span.end:
            return
        yield block


def made(kind: str, words: str) -> str:
    """A few words of our own inside a seed's text, marked as such."""
    return f'<span class="d-{kind}" data-made=""> &#91;{attribute(words)}&#93;</span>'


def notes(view: View, anchors: Anchors) -> Iterator[Wrap]:
    """Each marker links to its note and is where the note's back link leads; Markdown's `[^1]` is seen as [1]."""
    beside, text = margin(view), view.document.text
    for number, note in enumerate(view.source.annotations.notes):
        place = beside.get(number)
        for which, span in enumerate(note.refs):
            own = f"#{anchors.reference(number, which)} .d-noteref role=doc-noteref"
            own += f" .d-to-{place.ordinal}" if place and place.which == which else ""
            own += " .d-raised" if RAISED.fullmatch(text[span.start : span.end]) else ""
            target = f"](#{anchors.note(number)}){{ {own} }}"
            yield Wrap(span, "[", target, RANKS["note"], link=True)
            if text.startswith(CARET, span.start):
                yield Wrap(TextSpan(span.start + 1, span.start + 2), UNSEEN, "</span>", RANKS["style"])


def marks(view: View) -> Iterator[Wrap]:
    """The seed's own emphasis and links; a link whose target is lost or may not be followed is no link.

    The marker of a note is raised by the page's style and by nothing else.
    """
    refs = {ref for note in view.source.annotations.notes for ref in note.refs}
    for mark in view.document.marks:
        if mark.kind == "sup" and mark.span in refs:
            continue
        if mark.kind in STYLES:
            name = STYLES[mark.kind]
            yield Wrap(mark.span, f"<{name}>", f"</{name}>", RANKS["style"])
        elif mark.target and live(mark.target):
            close = f"]({address(mark.target)}){{ .d-out rel=noreferrer }}"
            yield Wrap(mark.span, "[", close, RANKS["mark"], link=True)
        else:
            yield Wrap(mark.span, '<span class="d-dead">', "</span>", RANKS["mark"])


def quotes(view: View, shelf: Catalogue) -> Iterator[Wrap]:
    """Quotations, each with an address of its own."""
    for quote in view.source.annotations.quotes:
        said = attribution(quote)
        title = f' title="{attribute(said)}"' if said else ""
        who = shelf.speaker(quote.speaker)
        speaker = f' data-speaker="{attribute(who.id)}"' if who else ""
        which = f' data-quote="{attribute(quote.id)}"'
        again = f'<span class="d-quote d-{attribute(quote.kind)}"{title}{speaker}{which}>'
        for number, part in enumerate(quote.parts or (quote.span,)):
            begin = again if number else again.replace("<span ", f'<span id="{attribute(quote.id)}" ', 1)
            yield Wrap(part, begin, "</span>", RANKS["quote"], again)


def dates(view: View) -> Iterator[Wrap]:
    """Dates, each with an address; `<time datetime>` where its value is one that HTML knows."""
    for date in view.source.annotations.dates:
        value = iso(date.edtf)
        words = in_words(date.edtf) if date.edtf else date.reason or "no calendar date follows from the text"
        attributes = f'class="d-date" title="{attribute(words)}"'
        tag = "time" if value else "span"
        attributes += f' datetime="{value}"' if value else ""
        again = f"<{tag} {attributes}>"
        yield Wrap(date.span, f'<{tag} id="{attribute(date.id)}" {attributes}>', f"</{tag}>", RANKS["date"], again)
