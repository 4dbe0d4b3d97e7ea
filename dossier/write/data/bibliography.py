"""The sources as bibliographies: BibTeX, RIS and CSL-JSON. What nobody says is left out."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.write.catalogue import Catalogue
from dossier.write.cite import exports
from dossier.write.cite.work import Work, original
from dossier.write.data.serial import Items, as_items, json_texts
from dossier.write.site import Site


def work(shelf: Catalogue, slug: str) -> Work:
    """A source as it was published."""
    return original(shelf.views[slug].source, shelf.bodies)


def of_bibtex(shelf: Catalogue, slug: str) -> str:
    """An `@online` entry for BibLaTeX."""
    return f"{exports.bibtex(work(shelf, slug))}\n"


def bibtex(found: Iterator[str], _: Site) -> Iterator[str]:
    """All entries, in UTF-8."""
    return parted("\n", found)


def of_ris(shelf: Catalogue, slug: str) -> str:
    """A record of type ELEC."""
    return exports.ris(work(shelf, slug))


def ris(found: Iterator[str], _: Site) -> Iterator[str]:
    """All records."""
    return parted("\r\n", found)


def of_csl(shelf: Catalogue, slug: str) -> str:
    """A CSL-JSON item."""
    return as_items([exports.csl(work(shelf, slug))])


def csl(found: Iterator[str], _: Site) -> Iterator[str]:
    """All items."""
    return json_texts(map(Items, found))


def parted(sign: str, found: Iterator[str]) -> Iterator[str]:
    """Texts with a sign between any two."""
    for at, text in enumerate(found):
        yield f"{sign if at else ''}{text}"
