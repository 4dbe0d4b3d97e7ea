"""Statements that cannot all hold, in their sentences, each with the date that it gives."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Disagreement, Passage
from dossier.write.addresses import source_page, to
from dossier.write.catalogue import Catalogue
from dossier.write.edtf import in_words
from dossier.write.escape import Safe
from dossier.write.passage import Shown
from dossier.write.testimony import STATEMENT, Testimony, statement_key

KINDS = {
    "date": "Different dates",
    "place": "Different places",
    "figure": "Different figures",
    "cause": "Different causes",
}
"""Kinds of disagreements in words; any other kind is its own word."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Statements that cannot all hold."""

    kind: str
    statements: tuple[tuple[Shown, str], ...]
    """Each with the date that it states, in words, "" for none."""


def dispute(shelf: Catalogue, told: Testimony, page: str, each: Disagreement) -> Dispute:
    """One disagreement, with links as `page` writes them."""
    found = tuple(stating(shelf, told, page, passage) for passage in each.statements)
    return Dispute(KINDS.get(each.kind, each.kind.replace("-", " ")), found)


def stating(shelf: Catalogue, told: Testimony, page: str, passage: Passage) -> tuple[Shown, str]:
    """One statement, with the date that it states."""
    slug = passage.slug
    _, anchor, line, date, *_ = told.read(told.of(STATEMENT, statement_key(passage))[0])
    return Shown(Safe(line), to(page, source_page(slug), anchor), shelf.shorts[slug], slug, anchor), date


def stated(shelf: Catalogue, passage: Passage) -> str:
    """The dates in a passage, or those of what it tells, in words."""
    found = []
    for date in shelf.views[passage.slug].source.annotations.dates:
        spans = [date.span, *([date.event] if date.event else [])]
        if date.edtf and any(s.start < passage.span.end and passage.span.start < s.end for s in spans):
            found.append(in_words(date.edtf))
    return ", ".join(dict.fromkeys(found))
