"""A source as lists show it: title, credit, first words and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.write import describe
from dossier.write.catalogue import Catalogue, source_page, to
from dossier.write.escape import Safe


@dataclass(frozen=True, slots=True)
class Card:
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


def cards(shelf: Catalogue, page: str) -> list[Card]:
    """Every source, in the order of `newest`."""
    return [card(shelf, page, slug) for slug in newest(shelf)]


def newest(shelf: Catalogue) -> list[str]:
    """The slugs of all sources, newest first, undated ones last; titles decide between equals."""
    dated = sorted(shelf.views.values(), key=lambda view: describe.title(view.source).casefold())
    dated.sort(key=lambda view: published(shelf, view.slug), reverse=True)
    return [view.slug for view in dated]


def published(shelf: Catalogue, slug: str) -> str:
    """The EDTF date of a source, "" for an undated one: its digits sort as time does."""
    fact = shelf.views[slug].document.meta.published
    return fact.value if fact else ""


def card(shelf: Catalogue, page: str, slug: str) -> Card:
    """One source."""
    view = shelf.views[slug]
    found, meta = view.source.annotations, view.document.meta
    said = [quote for quote in found.quotes if quote.kind in {"speech", "fragment"} and quote.parent is None]
    counts = [
        describe.count(len(said), "quotation"),
        describe.count(len(found.dates), "date"),
        describe.count(len(found.notes), "note"),
    ]
    return Card(
        slug=slug,
        title=describe.title(view.source),
        to=to(page, source_page(slug)),
        credit=describe.authors(view.source),
        publisher=describe.publisher(view.source),
        date=describe.short_date(view.source),
        kind=meta.kind.value if meta.kind else "",
        opening=describe.opening(view.source),
        counts=" · ".join(counts),
        authored=bool(meta.authors),
        issued=meta.publisher is not None,
    )
