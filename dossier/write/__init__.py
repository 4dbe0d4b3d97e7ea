"""Write: a collection becomes pages and data files under docs/, each written only when it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain, starmap
from pathlib import Path

from dossier.model import Collection
from dossier.write import data
from dossier.write.catalogue import (
    ABOUT,
    CARDS,
    HOME,
    NAMES,
    QUOTES,
    SAYINGS,
    SEARCH,
    Catalogue,
    filled,
    source_page,
    tied,
)
from dossier.write.data import PACKAGE, listed, package, totals
from dossier.write.data.pieces import pieces as data_pieces
from dossier.write.data.rows import SOURCE_ROWS
from dossier.write.files import File, Publishable, Standing
from dossier.write.gate import uncovered
from dossier.write.head import headed
from dossier.write.machines import LLMS, ROBOTS, llms, robots
from dossier.write.memo import NoMemo
from dossier.write.nav import FILE, navigation
from dossier.write.ownership import Report, publish, refresh
from dossier.write.pages.about import about
from dossier.write.pages.compare import compare
from dossier.write.pages.finished import Desk
from dossier.write.pages.finished import finished as timeline_entries
from dossier.write.pages.forms import lines
from dossier.write.pages.home import home
from dossier.write.pages.leaf import TOLD
from dossier.write.pages.letters import name_places
from dossier.write.pages.name import every_page
from dossier.write.pages.names import Listing, every_part, listing, overview
from dossier.write.pages.pair import pairs
from dossier.write.pages.quotes import SAID, quotes
from dossier.write.pages.redirects import former, moved
from dossier.write.pages.search import search
from dossier.write.pages.sheet import Sheet
from dossier.write.pages.source import source
from dossier.write.pages.sources import sources
from dossier.write.pages.timeline import event_places, paged, timeline
from dossier.write.pages.voices import quote_places, quoted
from dossier.write.passages import PASSAGES, Passages
from dossier.write.roll import LEAF, Roll, roll
from dossier.write.site import Site, introduced
from dossier.write.testimony import testimony
from dossier.write.views import Raw
from dossier.write.ways import NameWays, QuoteWays
from dossier.write.work import Task, Work

__all__ = ["Report", "Site", "render", "write"]

PLAIN = Site()
NO_MEMO = NoMemo()
DATA = "data/"
PAGES: tuple[tuple[str, Callable[[Catalogue], str]], ...] = (
    (SEARCH, search),
    (ROBOTS, robots),
    (LLMS, llms),
)
"""The pages about the collection, and the function that makes each; the page about the site tells of the others."""
Texts = Iterable[tuple[str, str]]
"""Pages: path and text."""
MANY: tuple[Callable[[Catalogue], Texts], ...] = (lambda shelf: pairs(shelf).items(),)
"""Functions that make several pages each, with their paths."""


def write(
    collection: Collection,
    docs: Path,
    *,
    failed: frozenset[str] = frozenset(),
    site: Site = PLAIN,
    memo: NoMemo = NO_MEMO,
) -> Report:
    """Publish a collection under `docs`.

    `failed` holds the published names (`seeds/NAME`) of seeds that could not be processed: their last good pages stay.
    What `memo` knows and finds unchanged is not made again.
    The navigation is written beside `docs`, where a mkdocs.yml takes it in.
    Raises DossierError, with nothing written, where a page would overwrite a hand-written file.
    """
    shelf = prepared(tied(collection), memo)
    raw = Raw({source.slug: source for source in collection.sources})
    report = publish(docs, rendered(shelf, raw, introduced(site, docs), memo), failed)
    refresh(docs.parent / FILE, navigation(shelf).encode())
    return report


def prepared(shelf: Catalogue, memo: NoMemo) -> Catalogue:
    """The whole catalogue, with what is first asked of each source made while that is in memory."""
    for _ in memo.ahead(shelf.views, first, shelf):
        pass
    return filled(shelf, memo.leaves)


def first(slug: str) -> list[Task]:
    """What is made of each source before others are looked at."""
    return [work.task(slug) for work in (CARDS, SAYINGS, LEAF, PASSAGES)]


def render(shelf: Catalogue, raw: Mapping[str, bytes], site: Site) -> dict[str, File]:
    """Every file that a collection publishes, by its path under docs/. Pure: the same values give the same bytes.

    `raw` holds the bytes of each source's seed file, by slug.
    """
    return {path: whole(file) for path, file in rendered(shelf, raw, site)}


def whole(file: Publishable) -> File:
    """A file with all its bytes. Raises TypeError for one of which only the hash is known."""
    if isinstance(file, Standing):
        raise TypeError
    return file if isinstance(file, File) else File(b"".join(file), file.seed)


def rendered(
    shelf: Catalogue, raw: Mapping[str, bytes], site: Site, memo: NoMemo = NO_MEMO
) -> Iterator[tuple[str, Publishable]]:
    """The same one by one, so that no more than a few need be held at a time; with a memo, what stands there too."""
    every_name = roll(shelf, memo)
    listing_of_names = listing(shelf, every_name)
    places = name_places(listing_of_names.parts, listing_of_names.former)
    said = quoted(shelf)
    shelf = replace(shelf, site=site, quote_pages=quote_places(said.parts), name_places=places)
    ways = NameWays(shelf.bearers, shelf.paged, places, NAMES)
    shelf = replace(shelf, ways=ways, said_on=QuoteWays(shelf.sayings, shelf.quote_pages, QUOTES))
    shelf = replace(shelf, passages=Passages(memo.leaves(PASSAGES, shelf)))
    listing_of_data = DataFiles()
    yield from listing_of_data.noted(of_sources(shelf, memo))
    told = testimony(shelf, memo, TOLD)
    desk = Desk(shelf, told, memo)
    entries = paged(timeline_entries(desk))
    shelf = replace(shelf, event_pages=event_places(entries), lines=lines(shelf, told, memo))
    shelf = replace(shelf, pieces=data_pieces(shelf, told, memo))
    yield from listing_of_data.noted(data_files(shelf, every_name, memo))
    every = File(package(listing_of_data.resources, site))
    yield f"{DATA}{PACKAGE}", every
    for slug in shelf.cards:
        yield from memo.files(f"raw {slug}", shelf, partial(raw_file_of, slug=slug, raw=raw))
    yield HOME, finished(HOME, home(shelf, told, memo), "", shelf)
    yield from sheets(chain(timeline(desk, entries), compare(shelf, told, memo)), shelf, memo)
    for path, text, seed in pages(shelf, listing_of_names):
        yield path, finished(path, text, seed, shelf)
    several = chain(every_part(listing_of_names), every_page(every_name, shelf), former(shelf))
    yield from made_of_units(starmap(of_several, several), shelf, memo)
    yield from sheets(chain(sources(shelf, memo), quotes(shelf, said, memo)), shelf, memo)
    yield ABOUT, finished(ABOUT, about(shelf, {**listing_of_data.sizes, PACKAGE: every.size}, memo), "", shelf)


class DataFiles:
    """The data files as they come: how the package lists them, and their sizes."""

    def __init__(self) -> None:
        self.resources: list[dict[str, object]] = []
        self.sizes: dict[str, int] = {}

    def noted(self, files: Iterable[tuple[str, Publishable]]) -> Iterator[tuple[str, Publishable]]:
        """Files, each noted when it has been written if it is one of data."""
        for path, file in files:
            yield path, file
            if path.startswith(DATA):
                self.resources.append(listed(path.removeprefix(DATA), file))
                self.sizes[path.removeprefix(DATA)] = file.size


def of_sources(shelf: Catalogue, memo: NoMemo) -> Iterator[tuple[str, Publishable]]:
    """The page and the data files of each source; what else is made of it then is made while it is in memory."""
    paged = bool(totals(shelf))
    own = Work(f"source {paged}", partial(of_source, paged=paged), files=True)

    def tasks(slug: str) -> list[Task]:
        return [work.task(slug) for work in (own, TOLD, SAID, SOURCE_ROWS)]

    for slug in memo.ahead(shelf.cards, tasks, shelf):
        task = own.task(slug)
        yield from memo.files(task.unit, shelf, task.make)


def of_source(shelf: Catalogue, slug: str, *, paged: bool) -> Iterator[tuple[str, File]]:
    """The page and the data files of one source."""
    seed = shelf.cards[slug].file
    for path, made in data.of_source(shelf, slug, paged=paged):
        yield f"{DATA}{path}", File(uncovered(made, shelf.cover), seed)
    yield source_page(slug), finished(source_page(slug), source(shelf, slug), seed, shelf)


def raw_file_of(shelf: Catalogue, slug: str, raw: Mapping[str, bytes]) -> Iterator[tuple[str, File]]:
    """The seed's own file, where it may be published."""
    if shelf.raw(slug):
        yield shelf.raw(slug), File(raw[slug], shelf.cards[slug].file)


def data_files(shelf: Catalogue, every_name: Roll, memo: NoMemo) -> Iterator[tuple[str, Publishable]]:
    """The data files about the collection, but for the package, which lists them."""
    for whole in data.of_collection(shelf, shelf.site, every_name, memo):
        path = f"{DATA}{whole.path}"
        if whole.made_of:
            yield from memo.files(f"{path} {whole.made_of}", shelf, partial(of_whole, path, whole))
        else:
            yield path, whole.make()


def of_whole(path: str, whole: data.Whole, _: Catalogue) -> Iterator[tuple[str, Publishable]]:
    """One such file."""
    yield path, whole.make()


def pages(shelf: Catalogue, listing_of_names: Listing) -> Iterator[tuple[str, str, str]]:
    """Path, text and seed of all but the pages that a memo knows and the page that tells of the data."""
    for path, build in PAGES:
        yield path, build(shelf), ""
    yield NAMES, overview(shelf, listing_of_names), ""
    for build_many in MANY:
        yield from ((path, text, "") for path, text in build_many(shelf))
    yield from moved(listing_of_names.roll, shelf)


def sheets(found: Iterable[Sheet], shelf: Catalogue, memo: NoMemo) -> Iterator[tuple[str, Publishable]]:
    """Pages that are left standing where they are made of the same."""
    return made_of_units(map(of_sheet, found), shelf, memo)


def of_sheet(sheet: Sheet) -> Task:
    """The making of one such page."""
    return Task(f"page {sheet.path} {sheet.made_of}", partial(on_sheet, sheet), files=True)


def on_sheet(sheet: Sheet, shelf: Catalogue) -> Iterator[tuple[str, File]]:
    """One such page."""
    yield sheet.path, finished(sheet.path, sheet.make(shelf), "", shelf)


def of_several(unit: str, make: Callable[[Catalogue], Texts]) -> Task:
    """The making of several pages about the collection."""
    return Task(unit, partial(all_finished, make), files=True)


def made_of_units(tasks: Iterable[Task], shelf: Catalogue, memo: NoMemo) -> Iterator[tuple[str, Publishable]]:
    """The files of tasks."""
    for task in memo.ahead(tasks, lambda task: [task], shelf):
        yield from memo.files(task.unit, shelf, task.make)


def finished(path: str, text: str, seed: str, shelf: Catalogue) -> File:
    """A page as it is published: with its head, and with ellipses for what is not published."""
    made = (headed(path, text, shelf) if path.endswith(".md") else text).encode()
    return File(uncovered(made, shelf.cover), seed)


def all_finished(make: Callable[[Catalogue], Texts], shelf: Catalogue) -> Iterator[tuple[str, File]]:
    """Pages about the collection as they are published."""
    for path, text in make(shelf):
        yield path, finished(path, text, "", shelf)
