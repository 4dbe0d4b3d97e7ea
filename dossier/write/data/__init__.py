"""Data: what the site shows, published for other tools; one small module a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from dossier.write.catalogue import Catalogue
from dossier.write.data.annotations import annotation_page, page_file, totals, web_annotations
from dossier.write.data.calendar import timeline_ics, timelinejs_json
from dossier.write.data.comparison import compare_json
from dossier.write.data.lists import QUOTES_HEADER
from dossier.write.data.mentions import HEADER as NAMES_HEADER
from dossier.write.data.mentions import names_csv, names_json
from dossier.write.data.package import package, resource
from dossier.write.data.record import record
from dossier.write.data.rows import joined
from dossier.write.data.serial import as_json
from dossier.write.data.timeline import timeline_csv, timeline_json
from dossier.write.files import File, Publishable, Stream
from dossier.write.gate import uncovered
from dossier.write.memo import NoMemo
from dossier.write.roll import Roll
from dossier.write.site import Site

__all__ = ["FORMATS", "PACKAGE", "Whole", "listed", "of_collection", "of_source", "package", "totals"]

PACKAGE = "datapackage.json"
HEADERS = {"quotes.csv": QUOTES_HEADER, "names.csv": NAMES_HEADER}
"""The first row of tables that may stand there unread."""


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
    Format("quotes.json", "the quotations with their speakers"),
    Format("quotes.csv", "the same as a table"),
    Format("names.json", "the names with every mention"),
    Format("names.csv", "the same as a table"),
    Format("compare.json", "what the sources share and where they differ", compare_json),
    Format("bibliography.bib", "the sources for BibLaTeX"),
    Format("bibliography.ris", "the sources for reference managers"),
    Format("bibliography.json", "the sources as CSL-JSON"),
    Format("annotations.jsonld", "quotations, dates and names as W3C Web Annotations", web_annotations),
    Format("feed.xml", "the sources as an Atom feed"),
)


def of_source(shelf: Catalogue, slug: str, *, paged: bool) -> Iterator[tuple[str, bytes]]:
    """The data files about one source: path under data/ and bytes. `paged` says whether annotations have pages."""
    yield f"sources/{slug}.json", as_json(record(shelf.views[slug], shelf))
    if paged:
        yield page_file(slug), annotation_page(shelf, slug)


@dataclass(frozen=True, slots=True)
class Whole:
    """A file about the whole collection: its path, how it is made, and a mark of what it is made of, if known."""

    path: str
    make: Callable[[], File | Stream]
    made_of: str = ""


def of_collection(shelf: Catalogue, site: Site, memo: NoMemo) -> Iterator[Whole]:
    """Those about the whole collection, one by one, but for those about names and the package, which lists all."""
    put_together = joined(shelf, memo)
    for each in FORMATS:
        rows = put_together.get(each.path)
        if rows:
            yield Whole(each.path, partial(covered, shelf.cover, partial(rows.pieces, site)), rows.made_of)
        elif each.make:
            yield Whole(each.path, partial(covered, shelf.cover, partial(each.make, shelf, site)))


def of_names(shelf: Catalogue, roll: Roll) -> Iterator[Whole]:
    """Those about names."""
    every_mention = roll.mark_of_all()
    for path, make in (("names.json", names_json), ("names.csv", names_csv)):
        yield Whole(path, partial(covered, shelf.cover, partial(make, roll)), every_mention)


def covered(cover: str, make: Callable[[], bytes | Iterable[bytes]]) -> File | Stream:
    """A file as it is published: with ellipses for what is not."""
    made = make()
    if isinstance(made, bytes):
        return File(uncovered(made, cover))
    return Stream(uncovered(piece, cover) for piece in made)


def listed(path: str, file: Publishable) -> dict[str, object]:
    """One data file, written by now, as the package lists it."""
    if path in HEADERS:
        return resource(path, file.size, file.sha256, HEADERS[path])
    header = file.opening.partition(b"\n")[0] if path.endswith(".csv") and isinstance(file, File | Stream) else b""
    return resource(path, file.size, file.sha256, header.decode().replace('"', "").split(","))
