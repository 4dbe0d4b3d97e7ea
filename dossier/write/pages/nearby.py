"""The source before and the source after one, by the dates on which they were published."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.write.addresses import source_page, to
from dossier.write.catalogue import Catalogue
from dossier.write.escape import Safe


@dataclass(frozen=True, slots=True)
class Near:
    """A source as the foot of another's page names it."""

    title: str
    credit: str
    to: Safe


def nearby(shelf: Catalogue, slug: str) -> tuple[Near | None, Near | None]:
    """The earlier and the later source; None at either end, and for a source without a date."""
    earlier, later = shelf.neighbours.get(slug, ("", ""))
    return near(shelf, slug, earlier), near(shelf, slug, later)


def near(shelf: Catalogue, slug: str, other: str) -> Near | None:
    """A neighbour, as the page of `slug` links to it."""
    if not other:
        return None
    card = shelf.cards[other]
    return Near(card.title, card.credit, to(source_page(slug), source_page(other)))
