"""`<meta>` elements: Highwire and Dublin Core for reference managers, Open Graph for links that are shared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dossier.write.addresses import source_page
from dossier.write.catalogue import Catalogue
from dossier.write.cite.people import Author
from dossier.write.cite.work import Work, original
from dossier.write.edtf import iso
from dossier.write.escape import one_line
from dossier.write.head.address import public, slug_of
from dossier.write.site import Site

CARD = "assets/card.png"
CARD_WIDTH, CARD_HEIGHT = 1200, 630
CARD_ALTERNATIVE = "An open book between quotation marks, over a line of time"
ZOTERO = {
    "article-newspaper": "newspaperArticle",
    "article-magazine": "magazineArticle",
    "article-journal": "journalArticle",
    "report": "report",
    "speech": "presentation",
    "interview": "interview",
    "legal_case": "case",
    "post-weblog": "blogPost",
}
"""Types of CSL as Zotero calls them; any other is a web page."""


class Tag(NamedTuple):
    """One `<meta>`: the attribute that names it (`name` or `property`), its name and its content."""

    attribute: str
    name: str
    content: str


def of_page(site: Site, path: str, title: str, description: str) -> list[Tag]:
    """What every page says of itself to those who show links to it."""
    address = public(site, path)
    found = [
        Tag("property", "og:type", "article" if slug_of(path) else "website"),
        Tag("property", "og:site_name", site.name),
        Tag("property", "og:title", title),
        Tag("property", "og:description", description),
        Tag("property", "og:url", address),
        Tag("name", "twitter:card", "summary_large_image" if site.url else "summary"),
    ]
    if site.url:
        # An image's address must be a public one; without it nothing is claimed.
        found += [
            Tag("property", "og:image", f"{site.url}{CARD}"),
            Tag("property", "og:image:type", "image/png"),
            Tag("property", "og:image:width", str(CARD_WIDTH)),
            Tag("property", "og:image:height", str(CARD_HEIGHT)),
            Tag("property", "og:image:alt", CARD_ALTERNATIVE),
        ]
    return [tag for tag in found if tag.content]


def of_source(shelf: Catalogue, slug: str) -> list[Tag]:
    """What the page of a source says of the work it shows. A reader cites what was read: its address is the page's."""
    view = shelf.views[slug]
    work = original(view.source, shelf.bodies)
    address = public(shelf.site, source_page(slug))
    rights = view.document.meta.rights
    found = [*highwire(work, address), *dublin_core(work, address), *zotero(work)]
    found.append(Tag("name", "DC.rights", one_line(rights.value) if rights else ""))
    found.append(Tag("property", "article:published_time", iso(work.issued) or ""))
    return [tag for tag in found if tag.content]


def highwire(work: Work, address: str) -> Iterator[Tag]:
    """The names that Google Scholar and reference managers read first."""
    yield Tag("name", "citation_title", work.title)
    for author in work.authors:
        yield Tag("name", "citation_author", signed(author))
    yield Tag("name", "citation_publication_date", (iso(work.issued) or "").replace("-", "/"))
    # A journal's title would make a journal article of whatever a newspaper or an institute published.
    yield Tag("name", "citation_journal_title", work.container if work.kind == "article-journal" else "")
    yield Tag("name", "citation_publisher", work.container)
    yield Tag("name", "citation_language", work.language)
    yield Tag("name", "citation_public_url", address)


def signed(author: Author) -> str:
    """A name with its surname first, unless a reader of the tag would take that for two people.

    Zotero splits at the comma of `von der Leyen, Ursula Gertrud`: two words stand on either side.
    """
    if not author.given or author.eastern:
        return author.plain
    return author.plain if " " in author.surname and " " in author.given else author.inverted


def dublin_core(work: Work, address: str) -> Iterator[Tag]:
    """Dublin Core's elements."""
    yield Tag("name", "DC.title", work.title)
    for author in work.authors:
        yield Tag("name", "DC.creator", author.plain)
    yield Tag("name", "DC.date", work.issued)
    yield Tag("name", "DC.publisher", work.container)
    yield Tag("name", "DC.language", work.language)
    yield Tag("name", "DC.identifier", address)
    # Not DC.source, which Zotero takes for the name of what the work appeared in.
    yield Tag("name", "DCTERMS.isFormatOf", work.url)


def zotero(work: Work) -> Iterator[Tag]:
    """The type of the item, and what it appeared in."""
    yield Tag("name", "z:itemType", ZOTERO.get(work.kind, "webpage"))
    yield Tag("name", "prism.publicationName", work.container)
