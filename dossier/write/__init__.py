"""Write: a collection becomes pages and data files under docs/, each written only when it changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from dossier.model import Collection
from dossier.write.catalogue import (
    ABOUT,
    HOME,
    SEARCH,
    Catalogue,
    catalogue,
    record_file,
    source_page,
)
from dossier.write.data import collection_files, record_files
from dossier.write.gate import uncovered
from dossier.write.head import headed
from dossier.write.machines import LLMS, ROBOTS, llms, robots
from dossier.write.nav import FILE, navigation
from dossier.write.ownership import File, Report, publish, refresh
from dossier.write.pages.about import about
from dossier.write.pages.compare import compare
from dossier.write.pages.finished import finished as timeline_entries
from dossier.write.pages.home import home
from dossier.write.pages.letters import name_places
from dossier.write.pages.name import name_pages
from dossier.write.pages.names import listing, names
from dossier.write.pages.pair import pairs
from dossier.write.pages.quotes import quotes
from dossier.write.pages.redirects import redirects
from dossier.write.pages.search import search
from dossier.write.pages.source import source
from dossier.write.pages.sources import sources
from dossier.write.pages.timeline import event_places, timeline
from dossier.write.pages.voices import parts, quote_places
from dossier.write.site import Site, introduced

__all__ = ["Report", "Site", "render", "write"]

PLAIN = Site()
PAGES: tuple[tuple[str, Callable[[Catalogue], str]], ...] = (
    (HOME, home),
    (SEARCH, search),
)
"""The pages about the collection, and the function that makes each; the page about the site tells of the others."""
MANY: tuple[Callable[[Catalogue], Mapping[str, str]], ...] = (sources, quotes, compare, name_pages, pairs)
"""Functions that make several pages each, by path."""


def write(collection: Collection, docs: Path, *, failed: frozenset[str] = frozenset(), site: Site = PLAIN) -> Report:
    """Publish a collection under `docs`.

    `failed` holds the published names (`seeds/NAME`) of seeds that could not be processed: their last good pages stay.
    The navigation is written beside `docs`, where a mkdocs.yml takes it in.
    Raises DossierError, with nothing written, where a page would overwrite a hand-written file.
    """
    raw = {source.slug: source.document.seed.data for source in collection.sources}
    shelf = catalogue(collection)
    report = publish(docs, render(shelf, raw, introduced(site, docs)), failed)
    refresh(docs.parent / FILE, navigation(shelf).encode())
    return report


def render(shelf: Catalogue, raw: Mapping[str, bytes], site: Site) -> dict[str, File]:
    """Every file that a collection publishes, by its path under docs/. Pure: the same values give the same bytes.

    `raw` holds the bytes of each source's seed file, by slug.
    """
    files: dict[str, File] = {}
    shelf = replace(shelf, site=site, quote_pages=quote_places(parts(shelf)))
    told = timeline_entries(shelf)
    listed = listing(shelf)
    shelf = replace(shelf, event_pages=event_places(told), name_places=name_places(listed.parts))
    records = record_files(shelf)
    for slug, page in shelf.views.items():
        seed = page.document.seed.file
        files[source_page(slug)] = File(source(shelf, slug).encode(), seed)
        files[record_file(slug)] = File(records[f"sources/{slug}.json"], seed)
        if shelf.raw(slug):
            files[shelf.raw(slug)] = File(raw[slug], seed)
    for path, build in PAGES:
        files[path] = File(build(shelf).encode())
    files |= {path: File(text.encode()) for path, text in {**timeline(shelf, told), **names(shelf, listed)}.items()}
    for pages in MANY:
        files |= {path: File(text.encode()) for path, text in pages(shelf).items()}
    data = collection_files(shelf, site, records)
    files |= {f"data/{path}": File(each) for path, each in data.items()}
    sizes = {path: len(each) for path, each in data.items()}
    files[ABOUT] = File(about(shelf, sizes).encode())
    files |= {ROBOTS: File(robots(shelf).encode()), LLMS: File(llms(shelf).encode())}
    files |= {path: File(text.encode(), seed) for path, (text, seed) in redirects(shelf).items()}
    seeds = {shelf.raw(slug) for slug in shelf.views}
    return {path: file if path in seeds else finished(path, file, shelf) for path, file in files.items()}


def finished(path: str, file: File, shelf: Catalogue) -> File:
    """A file as it is published: a page with its head, and all with ellipses for what is not published."""
    data = headed(path, file.data.decode(), shelf).encode() if path.endswith(".md") else file.data
    return replace(file, data=uncovered(data, shelf.cover) if shelf.cover else data)
