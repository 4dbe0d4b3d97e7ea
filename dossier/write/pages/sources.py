"""The list of sources: one page while all fit, else an overview and pages by date and by publisher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from dossier.ids import digest, slugify
from dossier.write import describe, front
from dossier.write.addresses import to
from dossier.write.card import Card
from dossier.write.catalogue import SOURCES, Catalogue
from dossier.write.edtf import YEARS, ends
from dossier.write.escape import Safe
from dossier.write.memo import Fragments, NoMemo, mark, of_texts
from dossier.write.pages import paging
from dossier.write.pages.cards import listed, newest
from dossier.write.pages.paging import Weighed, elements, filled, fits
from dossier.write.pages.sheet import Sheet
from dossier.write.templating import fill

NEAR, DEEP = 0, 1
"""How deep pages are: the first one, those of a part."""
BY_DATE, BY_PUBLISHER = "sources/by-date", "sources/by-publisher"
ANYWHERE = f"{BY_DATE}/any.md"
"""A page as deep as those of a part: what it links to, they link to alike."""
NOBODY = "none"
"""The address of the sources that name no publisher."""
AS_HTML = 1.15
"""Bytes of HTML for a byte of Markdown."""
LISTED = 300
"""Publishers that have pages of their own; of more, those share one that begin with one letter."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of several: its path, its name, and the sources on it."""

    path: str
    name: str
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page has beside its sources."""

    title: str
    told: str
    path: str
    contents: tuple[tuple[str, tuple[tuple[str, Safe, int], ...]], ...]
    around: tuple[tuple[str, str, Safe], ...]


def sources(shelf: Catalogue, memo: NoMemo) -> Iterator[Sheet]:
    """The pages of the list."""
    texts = memo.fragments(CARDS, shelf)
    told, every = summary(shelf), newest(shelf)
    if fits([weighed(texts, slug, NEAR) for slug in every]):
        yield sheet(texts, page_of("Sources", told, SOURCES), every, NEAR)
        return
    heavy = {slug: weighed(texts, slug, DEEP) for slug in every}
    cards = [shelf.cards[slug] for slug in every]
    dated, issued = by_date(cards, heavy), list(by_publisher(cards, heavy))
    contents = [("By date", ways(dated)), ("By publisher", ways(issued))]
    yield sheet(texts, page_of("Sources", told, SOURCES, contents=contents), (), NEAR)
    for found in (dated, issued):
        for at, part in enumerate(found):
            around = [
                (sign, other.name, to(part.path, other.path))
                for sign, other in zip(("Before", "After"), beside(found, at), strict=True)
                if other
            ]
            count = f"{describe.count(len(part.slugs), 'source')}."
            yield sheet(texts, page_of(f"Sources: {part.name}", count, part.path, around=around), part.slugs, DEEP)


def listed_on(shelf: Catalogue, slug: str) -> list[str]:
    """A source as the pages show it, by how deep these are: NEAR, DEEP."""
    return [fill("card.md.j2", card=listed(shelf.cards[slug], page)) for page in (SOURCES, ANYWHERE)]


def weights(texts: Sequence[str]) -> list[tuple[int, int]]:
    """What each text weighs on a page, and its elements."""
    return [(int(len(text.encode()) * AS_HTML), elements(text)) for text in texts]


CARDS = of_texts("listed", listed_on, weights)


def weighed(texts: Fragments, slug: str, depth: int) -> Weighed:
    """What a source weighs on a page."""
    weight, nodes = texts.about[slug][depth]
    return Weighed((0, 1, 1), weight, slug, nodes)


def sheet(texts: Fragments, frame: Frame, slugs: Sequence[str], depth: int) -> Sheet:
    """One page with some sources."""
    made_of = mark(frame, [texts.digest(slug, depth) for slug in slugs])
    return Sheet(frame.path, made_of, partial(page, texts, frame, slugs, depth))


def beside(found: Sequence[Part], at: int) -> tuple[Part | None, Part | None]:
    """The pages before and after one."""
    return found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None


def ways(found: Iterable[Part]) -> list[tuple[str, Safe, int]]:
    """The pages: name, way there from the overview, number of sources."""
    return [(part.name, to(SOURCES, part.path), len(part.slugs)) for part in found]


def summary(shelf: Catalogue) -> str:
    """How many sources there are, and what is told of those that are not shown."""
    said = f"{describe.count(len(shelf.cards), 'source')}, newest first, undated ones last."
    hidden = shelf.collection.withheld
    if hidden.sources:
        named = f" ({'; '.join(hidden.called)})" if hidden.called else ""
        private = describe.count(hidden.sources, "private source")
        said += f" {private}{named} {'is' if hidden.sources == 1 else 'are'} counted with the others and not shown."
    return said


def page_of(
    title: str,
    told: str,
    path: str,
    *,
    contents: Sequence[tuple[str, list[tuple[str, Safe, int]]]] = (),
    around: Sequence[tuple[str, str, Safe]] = (),
) -> Frame:
    """The frame of one page."""
    return Frame(title, told, path, tuple((name, tuple(links)) for name, links in contents), tuple(around))


def page(texts: Fragments, frame: Frame, slugs: Sequence[str], depth: int, _: Catalogue) -> str:
    """The Markdown of one page."""
    first = frame.path == SOURCES
    return fill(
        "sources.md.j2",
        front=front.page(frame.title, frame.told if first else f"{frame.title}: {frame.told}"),
        title=frame.title,
        summary=frame.told,
        up=None if first else to(frame.path, SOURCES),
        cards=(Safe(texts.text(slug, depth)) for slug in slugs),
        contents=frame.contents,
        around=frame.around,
    )


def by_date(every: Sequence[Card], weights: Mapping[str, Weighed]) -> list[Part]:
    """The sources by the date of their publication, in pages as long as may be: the newest first, undated ones last."""
    dated = [replace(weights[card.slug], first=day(card)) for card in reversed(every)]
    found = paging.pages(sorted(dated, key=lambda thing: thing.first))
    parts = [
        Part(f"{BY_DATE}/{one.slug}.md", one.name, tuple(thing.id for thing in reversed(one.things))) for one in found
    ]
    known = [part for part in parts if not part.path.startswith(f"{BY_DATE}/undated")]
    return [*reversed(known), *parts[len(known) :]]


def day(card: Card) -> tuple[int, int, int]:
    """The first day on which a source may have been published; a day beyond all years for an undated one."""
    return ends(card.published)[0] if card.published else (YEARS, 1, 1)


def by_publisher(every: Sequence[Card], weights: Mapping[str, Weighed]) -> Iterator[Part]:
    """The sources by publisher in the order of the alphabet, each publisher's newest first; those without one last."""
    named = sorted((each for each in every if each.issued), key=lambda each: each.publisher.casefold())
    runs = [(name, list(run)) for name, run in groupby(named, key=lambda each: each.publisher)]
    several = len(runs) > LISTED
    groups: dict[str, tuple[str, list[Card]]] = {}
    for name, run in runs:
        letter = (slugify(name) or "more")[0]
        place, title = (letter, letter.upper()) if several else (address(name), name)
        groups.setdefault(place, (title, []))[1].extend(run)
    for place, (title, run) in groups.items():
        yield from cut(f"{BY_PUBLISHER}/{place}", title, run, weights)
    rest = [each for each in every if not each.issued]
    if rest:
        yield from cut(f"{BY_PUBLISHER}/{NOBODY}", rest[0].publisher.capitalize(), rest, weights)


def address(name: str) -> str:
    """A publisher in an address; two that are written almost alike have two addresses."""
    slug = slugify(name)
    plain = slug.replace("-", " ") == name.lower() and slug != NOBODY and not re.search(r"-part-\d+$", slug)
    return slug if plain else f"{slug or 'p'}-{digest(name)}"


def cut(path: str, name: str, every: Sequence[Card], weights: Mapping[str, Weighed]) -> Iterator[Part]:
    """Some sources on as many pages as they need."""
    runs = filled(weights[each.slug] for each in every)
    for at, run in enumerate(runs, 1):
        called = name if len(runs) == 1 else f"{name}, part {at}"
        yield Part(f"{path}.md" if at == 1 else f"{path}-part-{at}.md", called, tuple(thing.id for thing in run))
