"""What Zotero's translator of embedded metadata takes from the head of a page, by the rules of that translator.

Highwire's names go first and settle an item's type where they name a journal, a report and the like; everything else is
read as RDF, with prefixes that `<link rel="schema.*">` declares or that the translator knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bs4 import BeautifulSoup

PREFIXES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "z": "http://www.zotero.org/namespaces/export#",
    "og": "http://ogp.me/ns#",
    "article": "http://ogp.me/ns/article#",
}
HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_publisher": "publisher",
    "citation_public_url": "url",
    "citation_language": "language",
}
TYPED = {"citation_journal_title": "journalArticle", "citation_technical_report_institution": "report"}
"""Names of Highwire that settle the type whatever else a page says."""
OF_RDF = {
    "title": ("dc:title", "dcterms:title", "og:title"),
    "publicationTitle": ("prism:publicationName", "dc:source", "dcterms:source", "og:site_name"),
    "publisher": ("dc:publisher", "dcterms:publisher"),
    "date": ("prism:publicationDate", "dc:date", "dcterms:date"),
    "language": ("dc:language", "dcterms:language"),
    "rights": ("dc:rights", "dcterms:rights"),
    "url": ("og:url",),
    "abstractNote": ("og:description",),
}
"""A field of an item, and the properties that fill it, the first that is there."""


@dataclass
class Item:
    """An item as Zotero would save it."""

    type: str
    fields: dict[str, str] = field(default_factory=dict)
    creators: list[tuple[str, str]] = field(default_factory=list)
    """Surname and given names; a name that is not divided has no given ones."""


def tags(page: BeautifulSoup) -> list[tuple[str, str]]:
    return [
        (str(tag.get("name") or tag.get("property")), str(tag["content"]))
        for tag in page.select("meta[content]")
        if tag.get("name") or tag.get("property")
    ]


def statements(page: BeautifulSoup) -> dict[str, list[str]]:
    """Values by property; a property is its prefix as the translator knows it, `:` and its name."""
    known = dict(PREFIXES)
    for link in page.select("link[rel]"):
        schema = re.match(r"schema\.([a-zA-Z]+)", " ".join(link.get("rel") or []))
        if schema:
            known[schema[1].lower()] = str(link["href"])
    spoken = {uri: prefix for prefix, uri in PREFIXES.items()}
    found: dict[str, list[str]] = {}
    for name, value in tags(page):
        parts = re.split(r"[.:_]", name)
        # `og:image:width` is of the prefix in the middle where that is one.
        at = 1 if len(parts) > 2 and parts[1].lower() in known else 0
        uri = known.get(parts[at].lower())
        if uri in spoken and len(parts) > 1:
            local = name[len("_".join(parts[: at + 1])) + 1 :]
            found.setdefault(f"{spoken[uri]}:{local[:1].lower()}{local[1:]}", []).append(value)
    return found


def item(html: str) -> Item:
    """The item that Zotero would make of a page."""
    page = BeautifulSoup(html, "html.parser")
    named, said = dict(reversed(tags(page))), statements(page)
    typed = next((TYPED[name] for name in TYPED if name in named), "")
    made = Item(typed or next(iter(said.get("z:itemType", [])), "") or "webpage")
    for key, properties in OF_RDF.items():
        value = next((said[each][0] for each in properties if each in said), "")
        if value:
            made.fields[key] = value
    made.fields |= {key: named[name] for name, key in HIGHWIRE.items() if named.get(name, "").strip()}
    made.creators = creators([value for name, value in tags(page) if name == "citation_author"])
    made.creators = made.creators or creators(said.get("dc:creator", []))
    return made


def creators(values: Iterable[str]) -> list[tuple[str, str]]:
    """Names as the translator divides them: at a semicolon, and at commas with two words on either side."""
    found = []
    for value in values:
        several = re.split(r"\s*;\s*", value)
        by_comma = re.split(r"\s*,\s*", several[0])
        if len(several) == 1 and len(by_comma) > 1 and " " in by_comma[0] and " " in by_comma[1]:
            several = by_comma
        for name in several:
            family, comma, given = name.partition(",")
            head, _, last = name.rpartition(" ")
            found.append((family.strip(), given.strip()) if comma else (last, head))
    return found
