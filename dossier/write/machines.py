"""`robots.txt` and `llms.txt`: what the site is and where its parts are, for programs that visit it."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.write import describe
from dossier.write.addresses import record_file, source_page
from dossier.write.catalogue import ABOUT, COMPARE, NAMES, QUOTES, SOURCES, TIMELINE, Catalogue
from dossier.write.data import FORMATS
from dossier.write.escape import file_address, markdown, one_line
from dossier.write.head.address import pretty

ROBOTS, LLMS = "robots.txt", "llms.txt"
SECTIONS = (
    (SOURCES, "Sources", "every source, newest first"),
    (TIMELINE, "Timeline", "what the sources date, each entry with the passages that tell it"),
    (QUOTES, "Quotations", "who is quoted, in which words and where"),
    (NAMES, "Names", "people, organisations, places and more, with every mention"),
    (COMPARE, "Compare", "what sources share and where they differ"),
    (ABOUT, "About", "method, gaps, data to download, rights"),
)


def robots(shelf: Catalogue) -> str:
    """Everything may be read; the site map is named where its address is known."""
    place = f"\nSitemap: {shelf.site.url}sitemap.xml\n" if shelf.site.url else ""
    return f"User-agent: *\nAllow: /\n{place}"


def llms(shelf: Catalogue) -> str:
    """What the site is, its sections, sources and data, a line each, in the form of llmstxt.org."""
    return "\n".join([*opening(shelf), "", *sections(shelf), "", *sources(shelf), "", *data(shelf), ""])


def opening(shelf: Catalogue) -> Iterator[str]:
    """The name and what a reader must know before using the rest."""
    site = shelf.site
    yield f"# {markdown(site.name)}"
    yield ""
    about = f"{markdown(site.description)} " if site.description else ""
    yield (
        f"> {about}{describe.count(len(shelf.cards), 'captured source')}, word for word, with their notes, quotations,"
        " dates and names, each tied to its place in the source."
    )
    yield ""
    yield (
        "Nothing in a source is altered or summarised. A value that nobody states is null and a speaker who is not"
        " named is left open: do not fill these in. Cite a passage by the address of its page and the id of its block."
    )


def link(shelf: Catalogue, name: str, address: str, what: str) -> str:
    """One line: a link, and what it leads to."""
    return f"- [{markdown(one_line(name))}]({shelf.site.url}{address}): {what}"


def sections(shelf: Catalogue) -> Iterator[str]:
    """The pages about the collection."""
    yield "## Sections"
    yield ""
    for path, name, what in SECTIONS:
        yield link(shelf, name, pretty(path), what)


def sources(shelf: Catalogue) -> Iterator[str]:
    """Every source with its record as data."""
    yield "## Sources"
    yield ""
    for slug, card in shelf.cards.items():
        record = f"{shelf.site.url}{file_address(record_file(slug))}"
        what = f"{markdown(card.credit, start=False)} ([data]({record}))"
        yield link(shelf, card.title, pretty(source_page(slug)), what)


def data(shelf: Catalogue) -> Iterator[str]:
    """The data about the whole collection."""
    yield "## Data"
    yield ""
    for each in FORMATS:
        yield link(shelf, each.path, f"data/{each.path}", each.what)
