"""The collection with the indexes that pages and data files look things up in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from dossier.model import Collection, Disagreement, Event, Link, Name, Passage, Reference, Speaker
from dossier.sourcemap import TextSpan
from dossier.write.addresses import name_page, raw_file, source_page, to
from dossier.write.among import in_a_row, neighbours, shorts
from dossier.write.bearers import Bearer, Bearers, bearer, bearers, borne, members
from dossier.write.beside import beside, disputes, grouped, parts_of, relatives, repeats, wanted
from dossier.write.card import Card, card, packed, unpacked
from dossier.write.context import Sentences
from dossier.write.escape import Safe
from dossier.write.gate import gated
from dossier.write.lines import Line
from dossier.write.own_pages import paged
from dossier.write.saying import Saying, Sayings, saying
from dossier.write.seen import Seen
from dossier.write.seen import name as passage_name
from dossier.write.site import Site
from dossier.write.view import View
from dossier.write.views import EverySentences, Views
from dossier.write.ways import NameWays
from dossier.write.witnessed import (
    Attested,
    Chronicle,
    Witnessed,
    attested,
    chronicle,
    forms,
    merged,
    statements,
    witnessed,
)
from dossier.write.work import Work

SOURCES, TIMELINE, QUOTES = "sources/index.md", "timeline/index.md", "quotes/index.md"
NAMES, COMPARE, ABOUT, HOME = "names/index.md", "compare/index.md", "about/index.md", "index.md"
SEARCH = "search/index.md"
FEW = 50
"""So many sources are few: any two that are tied have a page on which they are laid side by side.

The pairs grow with the square."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Look-ups over a collection. Build it with `catalogue`."""

    collection: Collection
    views: Mapping[str, View]
    bearers: Bearers
    by_id: Mapping[str, Bearer]
    links: Mapping[str, tuple[Link, ...]]
    """The cross-links of each source's page, with its own passage as their source, the best first."""
    shorts: Mapping[str, str]
    """A few words for each source, unlike any other's."""
    cards: Mapping[str, Card]
    """What lists say of each source."""
    paged: AbstractSet[str] = field(default=frozenset(), repr=False)
    """Ids of the names that have a page of their own."""
    listed_only: AbstractSet[str] = field(default=frozenset(), repr=False)
    """Ids of the names that would have a page in a smaller collection; an address leads from there to their entry."""
    name_places: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Where the index of names takes several pages: the page of each entry, by the name's id or a former one."""
    disputes: Mapping[str, tuple[Link, ...]] = field(default_factory=dict, repr=False)
    """From each statement of a source to another that contradicts it."""
    repeats: Mapping[str, tuple[Link, ...]] = field(default_factory=dict, repr=False)
    """From each quotation of a source to the same words in another."""
    sayings: Mapping[str, tuple[Saying, ...]] = field(default_factory=dict, repr=False)
    """The quotations of each source as lists count them."""
    relatives: Mapping[str, Mapping[str, tuple[str, int]]] = field(default_factory=dict, repr=False)
    """By source and quotation that stands elsewhere too: its family, and how many other forms that has."""
    also_private: Mapping[str, Mapping[str, int]] = field(default_factory=dict, repr=False)
    """By source and quotation: how many private sources quote it too."""
    references: Mapping[str, tuple[Reference, ...]] = field(default_factory=dict, repr=False)
    """Where a source names others."""
    named_by: Mapping[str, tuple[Reference, ...]] = field(default_factory=dict, repr=False)
    """Where others name a source."""
    voices: Mapping[str, Bearer] = field(default_factory=dict, repr=False)
    """Who speaks, by the speaker's name as a seed gives it."""
    wanted: Mapping[str, tuple[TextSpan, ...]] = field(default_factory=dict, repr=False)
    """The passages of each source that pages of sources show, but for the quotations that stand elsewhere too."""
    passages: Mapping[str, Seen] = field(default_factory=dict, repr=False)
    """What they show of a passage, by `Seen.name`."""
    neighbours: Mapping[str, tuple[str, str]] = field(default_factory=dict, repr=False)
    """The sources published before and after each dated one, "" at either end."""
    around: Mapping[str, tuple[str, str]] = field(default_factory=dict, repr=False)
    """The sources before and after each in the order of their addresses, "" at either end."""
    numbers: Mapping[str, int] = field(default_factory=dict, repr=False)
    """How many `sources` there are."""
    few: bool = True
    """Whether there are no more than FEW sources."""
    quote_pages: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Where quotations take several pages: the page of each anchor."""
    sentences: Mapping[str, Sentences] = field(default_factory=dict, repr=False)
    """Where the sentences of each source begin; found once, as far as they are asked for."""
    event_pages: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Where the timeline takes several pages: the page of each event, by its id or a former one."""
    site: Site = field(default_factory=Site, repr=False)
    """What the maintainer says about the site as a whole."""
    cover: str = field(default="", repr=False)
    """What stands in the texts for each character that is not published; "" where all are."""
    own_pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    """Ids of the names of each source that have a page of their own."""
    attested: Mapping[str, tuple[Attested, ...]] = field(default_factory=dict, repr=False)
    """What each source tells of events."""
    bodies: AbstractSet[str] = field(default=frozenset(), repr=False)
    """Names known to be organisations', which have no surname."""
    events: Sequence[Event] = field(default=(), repr=False)
    """All events in the order of time."""
    entries: Sequence[Event] = field(default=(), repr=False)
    """The events as the timeline shows them, in the order of time."""
    witnessed: Mapping[str, tuple[Witnessed, ...]] = field(default_factory=dict, repr=False)
    """Each source's part of the events."""
    statements: Mapping[str, tuple[Disagreement, ...]] = field(default_factory=dict, repr=False)
    """The disagreements that each source takes part in."""
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    """The ids of each source's quotations that stand elsewhere too."""
    odd: Mapping[str, tuple[tuple[str, str, tuple[TextSpan, ...]], ...]] = field(default_factory=dict, repr=False)
    """By slug: a family, a quotation of it, and what that has otherwise than the family's first."""
    ways: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    """By source: the page of each of its names, OWN for the name's own."""
    said_on: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    """By source: the page among the quotations on which each of its own stands."""
    pieces: Mapping[str, Iterable[str]] = field(default_factory=dict, repr=False)
    """The texts that data files about events and disagreements are made of, by file."""
    lines: Mapping[str, Line] = field(default_factory=dict, repr=False)
    """The forms of quotations in their sentences, by `line_key`."""

    def borne(self, slug: str) -> Iterator[tuple[Name, Bearer | None]]:
        """The names of a source, each with its bearer."""
        return borne(self.views[slug].source.annotations.names, self.bearers[slug])

    def speaker(self, speaker: Speaker | None) -> Bearer | None:
        """Who a speaker is, where that is known."""
        if speaker is None or not speaker.name or not speaker.known:
            return None
        return self.voices.get(speaker.name)

    def bearer(self, page: str, id: str) -> Safe:
        """The destination, as a link on `page` writes it, of a name: its page, else its entry on the page of names."""
        return to(page, name_page(id)) if id in self.paged else self.entry(page, id)

    def named_on(self, slug: str, id: str) -> Safe:
        """The same as the page of a source writes it, for a name in that source."""
        page, way = source_page(slug), self.ways[slug][id]
        return to(page, way, id) if way else to(page, name_page(id))

    def entry(self, page: str, id: str) -> Safe:
        """The destination, as a link on `page` writes it, of a name's entry in the index of names."""
        return to(page, self.name_places.get(id, NAMES), id)

    def quotation(self, page: str, anchor: str) -> Safe:
        """The destination, as a link on `page` writes it, of a speaker, an entry or a family among the quotations."""
        return to(page, self.quote_pages.get(anchor, QUOTES), anchor)

    def event(self, page: str, id: str) -> Safe:
        """The destination, as a link on `page` writes it, of an event on the timeline."""
        return to(page, self.event_pages.get(id, TIMELINE), id)

    def passage(self, page: str, passage: Passage) -> Safe:
        """The destination, as a link on `page` writes it, of a passage of a source."""
        return to(page, source_page(passage.slug), self.views[passage.slug].anchor(passage.span))

    def seen(self, passage: Passage) -> Seen:
        """What pages of other sources show of a passage that is among those wanted."""
        return self.passages[passage_name(passage)]

    def raw(self, slug: str) -> str:
        """Where the seed of a source is published as it is; "" where only an excerpt of it is."""
        return "" if self.cards[slug].excerpted else raw_file(self.cards[slug].file)


Leaves = Callable[[Work, Catalogue], Mapping[str, Any]]
"""Makes what a work makes of each source with a catalogue, by slug."""


def at_once(work: Work, shelf: Catalogue) -> Mapping[str, Any]:
    """Makes it without a memo."""
    return {slug: work.make(shelf, slug) for slug in shelf.views}


def catalogue(collection: Collection, leaves: Leaves = at_once) -> Catalogue:
    """Index what may be published of a collection."""
    return filled(tied(collection), leaves)


def tied(collection: Collection) -> Catalogue:
    """Index what ties the sources that may be published to each other. None is looked at."""
    public = gated(collection)
    collection, cover = public.collection, public.cover
    views = Views({source.slug: source for source in collection.sources})
    by_id = {who.id: bearer(who) for who in collection.identities}
    named, (with_page, without) = bearers(collection, by_id), paged(collection)
    links, differing = beside(collection.links), disputes(collection.disagreements)
    shelf = Catalogue(
        collection,
        views,
        named,
        by_id,
        links,
        {},
        {},
        with_page,
        without,
        disputes=differing,
        wanted=wanted(chain(*links.values(), *differing.values()), collection.references),
        references=grouped((each.source.slug, each) for each in collection.references),
        named_by=grouped((each.to, each) for each in collection.references),
        voices={name: by_id[id] for name, id in collection.speakers.items() if id in by_id},
        around=in_a_row(list(views)),
        numbers={"sources": len(views)},
        few=len(views) <= FEW,
        sentences=EverySentences(views),
        own_pages={slug: members(each, with_page) for slug, each in named.items()},
        cover=cover,
        ways=NameWays(named, with_page, {}, NAMES),
        bodies=frozenset(who.name for who in collection.identities if who.type == "organisation"),
    )
    return of_several(shelf, collection)


def filled(shelf: Catalogue, leaves: Leaves) -> Catalogue:
    """The catalogue with what each source is called, and what it quotes."""
    cards = {slug: unpacked(each) for slug, each in leaves(CARDS, shelf).items()}
    shelf = replace(shelf, shorts=shorts(cards), cards=cards, neighbours=neighbours(cards))
    sayings = Sayings(leaves(SAYINGS, shelf))
    return replace(shelf, sayings=sayings, repeats=repeats(shelf.collection.families, sayings))


def of_several(shelf: Catalogue, collection: Collection) -> Catalogue:
    """The catalogue with what several sources tell, quote or contradict: all of it, and each source's part."""
    events = chronicle(collection)
    entries = merged(events)
    known = Chronicle(events, entries, collection.withheld.events)
    return replace(
        shelf,
        relatives=relatives(collection.families),
        also_private=parts_of(collection.withheld.quotes),
        events=events,
        entries=entries,
        attested=attested(known),
        witnessed=witnessed(known),
        statements=statements(collection.disagreements),
        forms=forms(collection.families),
    )


def of_card(shelf: Catalogue, slug: str) -> list[Any]:
    """The card of a source, as JSON has it."""
    return packed(card(shelf.views[slug]))


def of_sayings(shelf: Catalogue, slug: str) -> list[Any]:
    """The quotations of a source, as JSON has them."""
    view = shelf.views[slug]
    return [saying(view, quote, shelf.speaker(quote.speaker)) for quote in view.source.annotations.quotes]


CARDS, SAYINGS = Work("cards", of_card), Work("sayings", of_sayings)
