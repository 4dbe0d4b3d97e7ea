"""`feed.xml`: the sources as an Atom feed (RFC 4287)."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from dossier.write import describe
from dossier.write.catalogue import Catalogue, source_page
from dossier.write.data.bibliography import date_parts
from dossier.write.escape import one_line
from dossier.write.site import Site
from dossier.write.view import View

ATOM = "http://www.w3.org/2005/Atom"


def feed(shelf: Catalogue, site: Site) -> bytes:
    """All sources: those the editor says were added last first, then by their own dates, undated ones last."""
    root = ET.Element("feed", {"xmlns": ATOM})
    add(root, "id", site.url or "urn:dossier:feed")
    add(root, "title", site.name)
    add(root, "updated", stamp(site.updated))
    add(ET.SubElement(root, "author"), "name", site.name)
    ET.SubElement(root, "link", {"rel": "self", "href": f"{site.url}data/feed.xml"})
    views = sorted(shelf.views.values(), key=lambda v: (added(v) or "", date_parts(v.source), v.slug), reverse=True)
    for view in views:
        entry(root, view, site)
    ET.indent(root, " ")
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def entry(root: ET.Element, view: View, site: Site) -> None:
    """One source. Atom wants a date of change: the day it was added where the editor tells it, else the build's.

    `published` is the source's own date where it has one.
    """
    made = ET.SubElement(root, "entry")
    add(made, "id", f"urn:sha256:{view.document.seed.sha256}")
    add(made, "title", describe.title(view.source))
    joined = added(view)
    add(made, "updated", stamp(datetime.fromisoformat(joined) if joined else site.updated))
    parts = date_parts(view.source)
    if parts:
        year, month, day = (*parts, 1, 1)[:3]
        add(made, "published", stamp(datetime(year, month, day, tzinfo=UTC)))
    for fact in view.document.meta.authors:
        add(ET.SubElement(made, "author"), "name", fact.value)
    ET.SubElement(made, "link", {"href": f"{site.url}{source_page(view.slug).removesuffix('.md')}/"})
    add(made, "summary", describe.opening(view.source))


def added(view: View) -> str | None:
    """The day on which a source joined the collection, as the editor tells it."""
    fact = view.document.meta.added
    return fact.value if fact else None


def add(parent: ET.Element, name: str, text: str) -> None:
    """A child with text, in which XML finds no character that it refuses."""
    ET.SubElement(parent, name).text = one_line(text)


def stamp(moment: datetime) -> str:
    """A moment as RFC 3339 writes it; `isoformat` also writes the year 800 with four digits."""
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
