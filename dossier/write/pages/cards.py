"""A source as a list on a page shows it: title, credit, first words and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.write import describe
from dossier.write.addresses import source_page, to
from dossier.write.card import Card
from dossier.write.catalogue import Catalogue
from dossier.write.escape import Safe


@dataclass(frozen=True, slots=True)
class Listed:
    """What a card or a row of a list prints."""

    slug: str
    title: str
    to: Safe
    credit: str
    publisher: str
    date: str
    kind: str
    opening: str
    counts: str
    authored: bool
    """Whether an author is named; `credit` says so where none is."""
    issued: bool
    """Whether a publisher is named."""


def newest(shelf: Catalogue) -> list[str]:
    """The slugs of all sources, newest first, undated ones last; titles decide between equals.

    The digits of an EDTF date sort as time does.
    """
    dated = sorted(shelf.cards.values(), key=lambda card: card.title.casefold())
    dated.sort(key=lambda card: card.published, reverse=True)
    return [card.slug for card in dated]


def listed(card: Card, page: str) -> Listed:
    """One source as a page lists it."""
    counts = [
        describe.count(card.quotations, "quotation"),
        describe.count(card.dates, "date"),
        describe.count(card.notes, "note"),
    ]
    return Listed(
        slug=card.slug,
        title=card.title,
        to=to(page, source_page(card.slug)),
        credit=card.authors,
        publisher=card.publisher,
        date=card.date,
        kind=card.kind,
        opening=card.opening,
        counts=" · ".join(counts),
        authored=bool(card.by),
        issued=card.issued,
    )
