"""Files that are put together of what each source gives to them, and what that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dossier.write.card import Card
from dossier.write.catalogue import Catalogue
from dossier.write.data.annotations import of_only_page, only_page, totals
from dossier.write.data.bibliography import bibtex, csl, of_bibtex, of_csl, of_ris, ris
from dossier.write.data.feed import entry, feed, newest
from dossier.write.data.lists import of_quotes_csv, of_quotes_json, quotes_csv, quotes_json
from dossier.write.data.serial import encoded
from dossier.write.memo import Fragments, NoMemo, mark, of_texts
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
ANNOTATIONS = "annotations.jsonld"


@dataclass(frozen=True, slots=True)
class Joined:
    """A file ready to be put together: the texts of the sources, the number of theirs, and the sources in order."""

    texts: Fragments
    number: int
    order: tuple[str, ...]
    joined: Callable[[Iterator[str], Site], Iterator[str]]

    @property
    def made_of(self) -> str:
        """A mark of all that the file is made of but the site."""
        return mark([self.texts.digest(slug, self.number) for slug in self.order])

    def pieces(self, site: Site) -> Iterator[bytes]:
        """The file in pieces, each of which ends where a row or an item does."""
        found = (self.texts.text(slug, self.number) for slug in self.order)
        return encoded(self.joined((text for text in found if text), site))


def joined(shelf: Catalogue, memo: NoMemo) -> dict[str, Joined]:
    """The files that are put together, by path under data/."""
    texts = memo.fragments(SOURCE_ROWS, shelf)
    found = {
        each.path: Joined(texts, at, tuple(card.slug for card in each.ordered(shelf.cards.values())), each.joined)
        for at, each in enumerate(ROWS)
    }
    if not totals(shelf):
        texts = memo.fragments(ONLY_PAGE, shelf)
        found[ANNOTATIONS] = Joined(texts, 0, tuple(shelf.cards), only_page)
    return found


def rows_of(shelf: Catalogue, slug: str) -> list[str]:
    """What a source gives to each file."""
    return [each.of_source(shelf, slug) for each in ROWS]


SOURCE_ROWS, ONLY_PAGE = of_texts("rows", rows_of), of_texts("annotations", of_only_page)
