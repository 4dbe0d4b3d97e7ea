"""`feed.xml`: the sources as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from dossier.write.addresses import source_page
from dossier.write.card import Card
from dossier.write.catalogue import Catalogue
from dossier.write.escape import one_line
from dossier.write.site import Site

END = "</feed>"
ATOM = "http://www.w3.org/2005/Atom"


def newest(cards: Iterable[Card]) -> list[Card]:
    """All sources: those the editor says were added last first, then by their own dates, undated ones last."""
    return sorted(cards, key=lambda card: (card.added, date_parts(card), card.slug), reverse=True)


def feed(found: Iterator[str], site: Site) -> Iterator[str]:
    """The feed of some entries."""
    root = ET.Element("feed", {"xmlns": ATOM})
    add(root, "id", site.url or "urn:dossier:feed")
    add(root, "title", site.name)
    add(root, "updated", stamp(site.updated))
    add(ET.SubElement(root, "author"), "name", site.name)
    ET.SubElement(root, "link", {"rel": "self", "href": f"{site.url}data/feed.xml"})
    ET.indent(root, " ")
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    frame, _, _ = text.decode().rpartition(END)
    yield frame
    yield from found
    yield f"{END}\n"


def date_parts(card: Card) -> list[int]:
    """Year, month and day of publication as far as they are plain numbers; [] for an undated source."""
    found = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?", card.published)
    return [int(part) for part in found.groups() if part] if found else []


def entry(shelf: Catalogue, slug: str) -> str:
    """One source. Atom wants a date of change: the day it was added where the editor tells it, else the build's.

    `published` is the source's own date where it has one.
    """
    card, site = shelf.cards[slug], shelf.site
    made = ET.Element("entry")
    add(made, "id", f"urn:sha256:{card.sha256}")
    add(made, "title", card.title)
    add(made, "updated", stamp(datetime.fromisoformat(card.added) if card.added else site.updated))
    parts = date_parts(card)
    if parts:
        year, month, day = (*parts, 1, 1)[:3]
        add(made, "published", stamp(datetime(year, month, day, tzinfo=UTC)))
    for name in card.by:
        add(ET.SubElement(made, "author"), "name", name)
    ET.SubElement(made, "link", {"href": f"{site.url}{source_page(card.slug).removesuffix('.md')}/"})
    add(made, "summary", card.opening)
    ET.indent(made, " ", level=1)
    text: bytes = ET.tostring(made, encoding="utf-8")
    return f" {text.decode()}\n"


def add(parent: ET.Element, name: str, text: str) -> None:
    """A child with text, in which XML finds no character that it refuses."""
    ET.SubElement(parent, name).text = one_line(text)


def stamp(moment: datetime) -> str:
    """A moment as RFC 3339 writes it; `isoformat` also writes the year 800 with four digits."""
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
