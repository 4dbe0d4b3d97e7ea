"""Files that are put together of what each source gives to them, and what that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dossier.write.card import Card
from dossier.write.catalogue import Catalogue
from dossier.write.data.bibliography import bibtex, csl, of_bibtex, of_csl, of_ris, ris
from dossier.write.data.feed import entry, feed, newest
from dossier.write.data.lists import of_quotes_csv, of_quotes_json, quotes_csv, quotes_json
from dossier.write.data.serial import encoded
from dossier.write.memo import Fragments
from dossier.write.site import Site


def as_they_come(cards: Iterable[Card]) -> Iterable[Card]:
    """The sources in the order of their slugs."""
    return cards


@dataclass(frozen=True, slots=True)
class Rows:
    """One file: what a source gives to it ("" for nothing), and how the file is made of that, in the sources' order."""

    path: str
    of_source: Callable[[Catalogue, str], str]
    joined: Callable[[Iterator[str], Site], Iterator[str]]
    ordered: Callable[[Iterable[Card]], Iterable[Card]] = as_they_come


ROWS = (
    Rows("quotes.json", of_quotes_json, quotes_json),
    Rows("quotes.csv", of_quotes_csv, quotes_csv),
    Rows("bibliography.bib", of_bibtex, bibtex),
    Rows("bibliography.ris", of_ris, ris),
    Rows("bibliography.json", of_csl, csl),
    Rows("feed.xml", entry, feed, newest),
)
NUMBERS = {each.path: number for number, each in enumerate(ROWS)}


def rows_of(shelf: Catalogue, slug: str) -> list[str]:
    """What a source gives to each file."""
    return [each.of_source(shelf, slug) for each in ROWS]


def slugs(shelf: Catalogue, path: str) -> list[str]:
    """The sources in the order of a file."""
    return [card.slug for card in ROWS[NUMBERS[path]].ordered(shelf.cards.values())]


def made_of(path: str, texts: Fragments, order: Iterable[str]) -> list[str]:
    """What a file is made of, in digests."""
    return [texts.digest(slug, NUMBERS[path]) for slug in order]


def pieces(path: str, texts: Fragments, order: Iterable[str], site: Site) -> Iterator[bytes]:
    """A file in pieces, each of which ends where a row or an item does."""
    number = NUMBERS[path]
    found = (texts.text(slug, number) for slug in order)
    return encoded(ROWS[number].joined((text for text in found if text), site))
