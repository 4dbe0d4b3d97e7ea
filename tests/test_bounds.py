"""No page about the collection outgrows a reader: entries, elements and bytes of all pages but a source's own."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace

import markdown as renderer
import pytest
from bs4 import BeautifulSoup

from dossier.issues import Issue
from dossier.model import Attestation, Collection, Event, Family
from dossier.sourcemap import SeedSpan
from dossier.write import render
from dossier.write.catalogue import catalogue
from dossier.write.pages.paging import MOST
from dossier.write.site import Site
from tests.gathered import Text, collection

NODES, PACKED = 3_500, 120_000
FRAME_NODES, FRAME_PACKED = 450, 15_000
"""What the theme puts round a page, at most."""
SOURCES = 260
PEOPLE = 900


def text(number: int) -> Text:
    """A short source with a few names of many, some dates, and words that others have too."""
    who = [f"Ann{chr(97 + (number * 7 + at) % 26)} Poe{(number * 13 + at * at) % PEOPLE:03d}" for at in range(14)]
    common = "Jane Roe"
    quotes = {f"Quote {number} says so and not otherwise,": common, "The same old words again,": who[0]}
    dates = {f"in {1900 + (number * 7 + at) % 110}": f"{1900 + (number * 7 + at) % 110}" for at in range(6)}
    lines = [
        f"{name} met {common} {when} for a long talk about the treaty." for name, when in zip(who, dates, strict=False)
    ]
    rest = ", ".join(who[6:])
    said = " ".join(f"“{words}” said {name}." for words, name in quotes.items())
    parts = [*lines, f"{rest} and {common} were there. {said}"]
    return Text(f"s-{number:03d}", parts, {name: (name,) for name in [common, *who]}, quotes, dates)


def large() -> Collection:
    made = collection(*(text(number) for number in range(SOURCES)))
    events: dict[str, list[Attestation]] = {}
    forms: list[tuple[str, str]] = []
    sources = []
    for source in made.sources:
        for date in source.annotations.dates:
            events.setdefault(str(date.edtf), []).append(Attestation(source.slug, date.id, date.span))
        forms += [(source.slug, quote.id) for quote in source.annotations.quotes if quote.id == "q-1"]
        issues = tuple(Issue("stripped-link", "warning", "lost", SeedSpan(at, at + 1)) for at in range(30))
        sources.append(replace(source, annotations=replace(source.annotations, issues=issues)))
    told = tuple(
        Event(f"e-{edtf}-{at}", edtf, tuple(each[at : at + 3]))
        for edtf, each in events.items()
        for at in range(0, len(each), 3)
    )
    known = [each for all_of_it in events.values() for each in all_of_it][:400]
    told = (*told, *(Event(f"e-2011-many{at}", "2011", tuple(known[at:])) for at in range(3)))
    alike = [forms[:200], forms[20:220], *(forms[at : at + 4] for at in range(0, len(forms), 4))]
    families = tuple(Family(f"f-{at}", tuple(each)) for at, each in enumerate(alike))
    return replace(made, sources=tuple(sources), events=told, families=families)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Every page about the collection, by path."""
    made = large()
    files = render(catalogue(made), {source.slug: b"" for source in made.sources}, Site())
    slugs = {f"sources/{source.slug}.md" for source in made.sources}
    return {path: file.data.decode() for path, file in files.items() if path.endswith(".md") and path not in slugs}


def test_all_lists_of_a_large_collection_are_several_pages(pages: dict[str, str]) -> None:
    for section in ("timeline", "quotes", "names", "compare"):
        assert len([path for path in pages if path.startswith(f"{section}/")]) > 2


def test_every_page_stays_within_the_bounds(pages: dict[str, str]) -> None:
    heavy = sorted(pages, key=lambda path: len(pages[path]), reverse=True)[:25]
    extensions = ["attr_list", "md_in_html", "tables", "toc"]
    for path in heavy:
        html = renderer.markdown(pages[path].split("\n---\n", 1)[1], extensions=extensions)
        # The theme repeats the headings in the table of contents.
        nodes = len(BeautifulSoup(html, "html.parser").select("*")) + 4 * len(re.findall(r"<h[23]", html))
        assert nodes + FRAME_NODES <= NODES, path
        assert len(gzip.compress(html.encode())) + FRAME_PACKED <= PACKED, path
        assert len(re.findall(r"<li", html)) <= MOST, path
