"""Write: a collection becomes pages and data files under docs/, each written only when it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, starmap
from pathlib import Path

from dossier.model import Collection
from dossier.write import data
from dossier.write.addresses import source_page
from dossier.write.catalogue import ABOUT, CARDS, HOME, NAMES, QUOTES, SAYINGS, SEARCH, Catalogue, filled, tied
from dossier.write.data import PACKAGE, package, totals
from dossier.write.data.pieces import pieces as data_pieces
from dossier.write.data.rows import SOURCE_ROWS
from dossier.write.data.written import DATA, DataFiles
from dossier.write.files import Drafted, File, Publishable, Standing
from dossier.write.gate import uncovered
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
from dossier.write.pages.source import source
from dossier.write.pages.sources import sources
from dossier.write.pages.timeline import event_places, paged, timeline
from dossier.write.pages.voices import quote_places, quoted
from dossier.write.passages import PASSAGES, Passages
from dossier.write.roll import LEAF, Roll, roll
from dossier.write.site import Site, introduced
from dossier.write.testimony import Testimony, testimony
from dossier.write.units import Texts, finished, made_of_units, of_several, sheets
from dossier.write.views import Raw
from dossier.write.ways import NameWays, QuoteWays
from dossier.write.work import Task, Work

__all__ = ["Report", "Site", "render", "write"]

PLAIN = Site()
NO_MEMO = NoMemo()
PAGES: tuple[tuple[str, Callable[[Catalogue], str]], ...] = (
    (SEARCH, search),
    (ROBOTS, robots),
    (LLMS, llms),
)
"""The pages about the collection, and the function that makes each; the page about the site tells of the others."""
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
    if isinstance(file, Standing | Drafted):
        raise TypeError
    return file if isinstance(file, File) else File(b"".join(file), file.seed)


def rendered(
    shelf: Catalogue, raw: Mapping[str, bytes], site: Site, memo: NoMemo = NO_MEMO
) -> Iterator[tuple[str, Publishable]]:
    """The same one by one, so that no more than a few need be held at a time; with a memo, what stands there too."""
    index, said, data_written = names_of(shelf, memo), quoted(shelf), DataFiles()
    shelf = placed(replace(shelf, site=site, quote_pages=quote_places(said.parts), name_places=index.places), memo)
    yield from data_written.noted(index.files(shelf, memo))
    del index  # much that nothing needs beyond its own pages
    yield from data_written.noted(of_sources(shelf, raw, memo))
    told = testimony(shelf, memo, TOLD)
    shelf = replace(shelf, lines=lines(shelf, told, memo))
    yield from data_written.noted(of_events(shelf, told, memo))
    del told
    package_file = File(package(data_written.resources, site))
    yield f"{DATA}{PACKAGE}", package_file
    for path, text in pages(shelf):
        yield path, finished(path, text, "", shelf)
    yield from sheets(chain(sources(shelf, memo), quotes(shelf, said, memo)), shelf, memo)
    yield ABOUT, finished(ABOUT, about(shelf, {**data_written.sizes, PACKAGE: package_file.size}, memo), "", shelf)


def placed(shelf: Catalogue, memo: NoMemo) -> Catalogue:
    """The catalogue with the ways to names and quotations, and with the passages that sources show of each other."""
    ways = NameWays(shelf.bearers, shelf.paged, shelf.name_places, NAMES)
    shelf = replace(shelf, ways=ways, said_on=QuoteWays(shelf.sayings, shelf.quote_pages, QUOTES))
    return replace(shelf, passages=Passages(memo.leaves(PASSAGES, shelf)))


@dataclass(frozen=True, slots=True)
class Names:
    """What is made of all names: see `names_of`."""

    roll: Roll
    listing: Listing
    places: Mapping[str, str]
    """The page of each entry."""

    def files(self, shelf: Catalogue, memo: NoMemo) -> Iterator[tuple[str, Publishable]]:
        """The index of names, the page of each that has one, old addresses, and the data about names."""
        yield NAMES, finished(NAMES, overview(shelf, self.listing), "", shelf)
        every = chain(every_part(self.listing), every_page(self.roll, shelf), former(shelf))
        yield from made_of_units(starmap(of_several, every), shelf, memo)
        for path, text, seed in moved(self.roll, shelf):
            yield path, finished(path, text, seed, shelf)
        yield from data_files(data.of_names(shelf, self.roll), shelf, memo)


def names_of(shelf: Catalogue, memo: NoMemo) -> Names:
    """All names, with what the sources tell of them."""
    every_name = roll(shelf, memo)
    listed_names = listing(shelf, every_name)
    return Names(every_name, listed_names, name_places(listed_names.parts, listed_names.former))


def of_events(shelf: Catalogue, told: Testimony, memo: NoMemo) -> Iterator[tuple[str, Publishable]]:
    """The timeline, the comparison and the home page, and the data about the collection but for names."""
    desk = Desk(shelf, told, memo)
    entries = paged(timeline_entries(desk))
    shelf = replace(shelf, event_pages=event_places(entries))
    desk = replace(desk, shelf=shelf)
    yield HOME, finished(HOME, home(shelf, told, memo), "", shelf)
    yield from sheets(chain(timeline(desk, entries), compare(shelf, told, memo)), shelf, memo)
    shelf = replace(shelf, pieces=data_pieces(shelf, told, memo))
    yield from data_files(data.of_collection(shelf, shelf.site, memo), shelf, memo)


def of_sources(shelf: Catalogue, raw: Mapping[str, bytes], memo: NoMemo) -> Iterator[tuple[str, Publishable]]:
    """The page, the data files and the seed of each source; what else is made of it is made while it is in memory."""
    paged = bool(totals(shelf))
    own = Work(f"source {paged}", partial(of_source, paged=paged), files=True)
    seeds = Work("raw", partial(raw_file_of, raw=raw), files=True)

    def tasks(slug: str) -> list[Task]:
        return [work.task(slug) for work in (own, seeds, TOLD, SAID, SOURCE_ROWS)]

    for slug in memo.ahead(shelf.cards, tasks, shelf):
        for task in (own.task(slug), seeds.task(slug)):
            yield from memo.files(task.unit, shelf, task.make)


def of_source(shelf: Catalogue, slug: str, *, paged: bool) -> Iterator[tuple[str, File]]:
    """The page and the data files of one source."""
    seed = shelf.cards[slug].file
    for path, made in data.of_source(shelf, slug, paged=paged):
        yield f"{DATA}{path}", File(uncovered(made, shelf.cover), seed)
    yield source_page(slug), finished(source_page(slug), source(shelf, slug), seed, shelf)


def raw_file_of(shelf: Catalogue, slug: str, *, raw: Mapping[str, bytes]) -> Iterator[tuple[str, File]]:
    """The seed's own file, where it may be published."""
    if shelf.raw(slug):
        yield shelf.raw(slug), File(raw[slug], shelf.cards[slug].file)


def data_files(wholes: Iterable[data.Whole], shelf: Catalogue, memo: NoMemo) -> Iterator[tuple[str, Publishable]]:
    """Data files about the collection."""
    for whole in wholes:
        path = f"{DATA}{whole.path}"
        if whole.made_of:
            yield from memo.files(f"{path} {whole.made_of}", shelf, partial(of_whole, path, whole))
        else:
            yield path, whole.make()


def of_whole(path: str, whole: data.Whole, _: Catalogue) -> Iterator[tuple[str, Publishable]]:
    """One such file."""
    yield path, whole.make()


def pages(shelf: Catalogue) -> Texts:
    """Path and text of the pages that no memo knows, but for the page that tells of the data."""
    for path, build in PAGES:
        yield path, build(shelf)
    for build_many in MANY:
        yield from build_many(shelf)
