"""What happened, in short: an event with its sources' clauses, as the home page and comparisons show it."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Attestation, Event
from dossier.sourcemap import TextSpan
from dossier.write import describe
from dossier.write.catalogue import Catalogue, source_page, to
from dossier.write.edtf import in_words, order
from dossier.write.escape import Safe
from dossier.write.view import View

MAIN = ("event", "background")
"""Lanes of what happened; the others are told apart."""
LABEL = 320
"""Characters of a clause that is repeated."""
SHORT, COMPANY = 30, 110
"""A label of fewer characters is shown with so many characters of its company on each side."""


@dataclass(frozen=True, slots=True)
class Told:
    """One source's word for an event."""

    label: str
    to: Safe
    title: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One event in short."""

    id: str
    when: str
    told: tuple[Told, ...]


def main_events(shelf: Catalogue) -> list[Event]:
    """What happened, in order of time."""
    found = [event for event in shelf.collection.events if event.lane in MAIN]
    return sorted(found, key=lambda event: (order(event.edtf), event.id))


def happening(shelf: Catalogue, event: Event, page: str) -> Happening:
    """One event with what each source says of it, with links as `page` writes them."""
    told = tuple(attested(shelf, each, page) for each in event.attestations if each.slug in shelf.views)
    return Happening(event.id, in_words(event.edtf), told)


def attested(shelf: Catalogue, each: Attestation, page: str) -> Told:
    """One source's clause and the way to it."""
    view = shelf.views[each.slug]
    return Told(label(view, each.label), to(page, source_page(each.slug), spot(shelf, each)), shelf.shorts[each.slug])


def spot(shelf: Catalogue, each: Attestation) -> str:
    """Where on its source's page an attestation stands."""
    view = shelf.views[each.slug]
    date = shelf.dates.get((each.slug, each.date_id))
    return view.spot(date.span, date.id) if date else view.anchor(each.label)


def label(view: View, span: TextSpan) -> str:
    """A source's clause; one so short that it says no more than the date gets its company on both sides."""
    block = view.block_at(span.start)
    text = describe.excerpt(view.reading(span), LABEL)
    if len(text) >= SHORT or block is None:
        return text
    start, end = max(span.start - COMPANY, block.span.start), min(span.end + COMPANY, block.span.end)
    words = view.reading(TextSpan(start, end))
    before = "…" if start > block.span.start else ""
    after = "…" if end < block.span.end else ""
    words = words.partition(" ")[2] if before and " " in words[:COMPANY] else words
    words = words.rpartition(" ")[0] if after and " " in words[-COMPANY:] else words
    return before + " ".join(words.split()) + after
