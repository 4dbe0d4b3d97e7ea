"""Data: what the site shows, published for other tools; one small module a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.write.catalogue import Catalogue
from dossier.write.data.annotations import annotation_page, page_file, totals, web_annotations
from dossier.write.data.bibliography import bibtex, csl, ris
from dossier.write.data.calendar import timeline_ics, timelinejs_json
from dossier.write.data.feed import feed
from dossier.write.data.lists import compare_json, quotes_csv, quotes_json
from dossier.write.data.mentions import names_csv, names_json
from dossier.write.data.package import package, resource
from dossier.write.data.record import record
from dossier.write.data.serial import as_json
from dossier.write.data.timeline import timeline_csv, timeline_json
from dossier.write.files import File, Publishable, Standing, Stream
from dossier.write.gate import uncovered
from dossier.write.roll import Roll
from dossier.write.site import Site

__all__ = ["FORMATS", "PACKAGE", "listed", "of_collection", "of_source", "package", "totals"]

PACKAGE = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Format:
    """One file about the whole collection under data/: what it is, and the function that makes it, whole or in pieces.

    A piece ends where a row or an item does.
    """

    path: str
    what: str
    make: Callable[[Catalogue, Site], bytes | Iterable[bytes]] | None = None
    """None for one that is made of more than the catalogue."""


FORMATS = (
    Format("timeline.json", "the events, with every passage that tells them", timeline_json),
    Format("timeline.csv", "the same as a table", timeline_csv),
    Format("timeline.ics", "the events for a calendar", timeline_ics),
    Format("timelinejs.json", "the events for TimelineJS", timelinejs_json),
    Format("quotes.json", "the quotations with their speakers", quotes_json),
    Format("quotes.csv", "the same as a table", quotes_csv),
    Format("names.json", "the names with every mention"),
    Format("names.csv", "the same as a table"),
    Format("compare.json", "what the sources share and where they differ", compare_json),
    Format("bibliography.bib", "the sources for BibLaTeX", bibtex),
    Format("bibliography.ris", "the sources for reference managers", ris),
    Format("bibliography.json", "the sources as CSL-JSON", csl),
    Format("annotations.jsonld", "quotations, dates and names as W3C Web Annotations", web_annotations),
    Format("feed.xml", "the sources as an Atom feed", feed),
)


def of_source(shelf: Catalogue, slug: str, *, paged: bool) -> Iterator[tuple[str, bytes]]:
    """The data files about one source: path under data/ and bytes. `paged` says whether annotations have pages."""
    yield f"sources/{slug}.json", as_json(record(shelf.views[slug], shelf))
    if paged:
        yield page_file(slug), annotation_page(shelf, slug)


def of_collection(shelf: Catalogue, site: Site, roll: Roll) -> Iterator[tuple[str, File | Stream]]:
    """Those about the whole collection, one by one, but for the package, which lists all."""
    given: Mapping[str, Callable[[Roll], Iterable[bytes]]] = {"names.json": names_json, "names.csv": names_csv}
    for each in FORMATS:
        made = each.make(shelf, site) if each.make else given[each.path](roll)
        if isinstance(made, bytes):
            yield each.path, File(uncovered(made, shelf.cover))
        else:
            yield each.path, Stream(uncovered(piece, shelf.cover) for piece in made)


def listed(path: str, file: Publishable) -> dict[str, object]:
    """One data file, written by now, as the package lists it."""
    header = file.opening.partition(b"\n")[0] if path.endswith(".csv") and not isinstance(file, Standing) else b""
    return resource(path, file.size, file.sha256, header.decode().replace('"', "").split(","))
