"""Data: what the site shows, published for other tools; one small module a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dossier.write.catalogue import Catalogue
from dossier.write.data.annotations import annotation_pages, web_annotations
from dossier.write.data.bibliography import bibtex, csl, ris
from dossier.write.data.calendar import timeline_ics, timelinejs_json
from dossier.write.data.feed import feed
from dossier.write.data.lists import compare_json, names_csv, names_json, quotes_csv, quotes_json
from dossier.write.data.package import package, resource
from dossier.write.data.record import record
from dossier.write.data.serial import as_json
from dossier.write.data.timeline import timeline_csv, timeline_json
from dossier.write.gate import uncovered
from dossier.write.site import Site

PACKAGE = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Format:
    """One file about the whole collection under data/: what it is, and the function that makes it."""

    path: str
    what: str
    make: Callable[[Catalogue, Site], bytes]


FORMATS = (
    Format("timeline.json", "the events, with every passage that tells them", timeline_json),
    Format("timeline.csv", "the same as a table", timeline_csv),
    Format("timeline.ics", "the events for a calendar", timeline_ics),
    Format("timelinejs.json", "the events for TimelineJS", timelinejs_json),
    Format("quotes.json", "the quotations with their speakers", quotes_json),
    Format("quotes.csv", "the same as a table", quotes_csv),
    Format("names.json", "the names with every mention", names_json),
    Format("names.csv", "the same as a table", names_csv),
    Format("compare.json", "what the sources share and where they differ", compare_json),
    Format("bibliography.bib", "the sources for BibLaTeX", bibtex),
    Format("bibliography.ris", "the sources for reference managers", ris),
    Format("bibliography.json", "the sources as CSL-JSON", csl),
    Format("annotations.jsonld", "quotations, dates and names as W3C Web Annotations", web_annotations),
    Format("feed.xml", "the sources as an Atom feed", feed),
)


def data_files(shelf: Catalogue, site: Site) -> Iterator[tuple[str, bytes, str]]:
    """Every data file, one by one: its path under data/, its bytes, and the seed it is about ("" for none)."""
    resources = []
    for path, data, seed in listed_files(shelf, site):
        published = uncovered(data, shelf.cover)
        resources.append(resource(path, published))
        yield path, published, seed
    yield PACKAGE, package(resources, site), ""


def listed_files(shelf: Catalogue, site: Site) -> Iterator[tuple[str, bytes, str]]:
    """All of them but the package, which lists them."""
    for slug, view in shelf.views.items():
        yield f"sources/{slug}.json", as_json(record(view, shelf)), view.document.seed.file
    for each in FORMATS:
        yield each.path, each.make(shelf, site), ""
    for slug, path, data in annotation_pages(shelf, site):
        yield path, data, shelf.views[slug].document.seed.file
