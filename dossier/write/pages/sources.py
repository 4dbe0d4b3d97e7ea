"""The list of sources: one page while all fit, else an overview and pages by date and by publisher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.ids import digest, slugify
from dossier.write import describe, front
from dossier.write.catalogue import SOURCES, Catalogue, to
from dossier.write.edtf import YEARS, ends
from dossier.write.escape import Safe
from dossier.write.pages import paging
from dossier.write.pages.cards import Listed, cards
from dossier.write.pages.paging import Weighed, elements, filled, fits
from dossier.write.templating import fill

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
    cards: tuple[Listed, ...]


def sources(shelf: Catalogue) -> dict[str, str]:
    """The Markdown of the list by path."""
    told = summary(shelf)
    every = cards(shelf, SOURCES)
    if fits([weighed(each, card(each)) for each in every]):
        return {SOURCES: page("Sources", told, SOURCES, cards=every)}
    deep = cards(shelf, ANYWHERE)
    texts = {each.slug: weighed(each, card(each)) for each in deep}
    dated, issued = by_date(deep, texts, shelf), list(by_publisher(deep, texts))
    contents = [("By date", ways(dated)), ("By publisher", ways(issued))]
    made = {SOURCES: page("Sources", told, SOURCES, contents=contents)}
    for found in (dated, issued):
        for at, part in enumerate(found):
            around = [
                (sign, other.name, to(part.path, other.path))
                for sign, other in zip(("Before", "After"), beside(found, at), strict=True)
                if other
            ]
            count = f"{describe.count(len(part.cards), 'source')}."
            made[part.path] = page(f"Sources: {part.name}", count, part.path, cards=part.cards, around=around)
    return made


def beside(found: Sequence[Part], at: int) -> tuple[Part | None, Part | None]:
    """The pages before and after one."""
    return found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None


def ways(found: Iterable[Part]) -> list[tuple[str, Safe, int]]:
    """The pages: name, way there from the overview, number of sources."""
    return [(part.name, to(SOURCES, part.path), len(part.cards)) for part in found]


def summary(shelf: Catalogue) -> str:
    """How many sources there are, and what is told of those that are not shown."""
    said = f"{describe.count(len(shelf.cards), 'source')}, newest first, undated ones last."
    hidden = shelf.collection.withheld
    if hidden.sources:
        named = f" ({'; '.join(hidden.called)})" if hidden.called else ""
        private = describe.count(hidden.sources, "private source")
        said += f" {private}{named} {'is' if hidden.sources == 1 else 'are'} counted with the others and not shown."
    return said


def page(  # noqa: PLR0913 - the parts of one page
    title: str,
    told: str,
    path: str,
    *,
    cards: Sequence[Listed] = (),
    contents: Sequence[tuple[str, list[tuple[str, Safe, int]]]] = (),
    around: Sequence[tuple[str, str, Safe]] = (),
) -> str:
    """One page of the list."""
    return fill(
        "sources.md.j2",
        front=front.page(title, told if path == SOURCES else f"{title}: {told}"),
        title=title,
        summary=told,
        up=to(path, SOURCES) if path != SOURCES else None,
        cards=cards,
        contents=contents,
        around=around,
    )


def card(each: Listed) -> str:
    """A source as the list shows it."""
    return fill("card.md.j2", card=each)


def weighed(each: Listed, text: str) -> Weighed:
    """What a source weighs on a page."""
    return Weighed((0, 1, 1), int(len(text.encode()) * AS_HTML), each.slug, elements(text))


def by_date(every: Sequence[Listed], weights: dict[str, Weighed], shelf: Catalogue) -> list[Part]:
    """The sources by the date of their publication, in pages as long as may be: the newest first, undated ones last."""
    held = {each.slug: each for each in every}
    dated = [
        Weighed(day(shelf, each.slug), weights[each.slug].weight, each.slug, weights[each.slug].nodes)
        for each in reversed(every)
    ]
    found = paging.pages(sorted(dated, key=lambda thing: thing.first))
    parts = [
        Part(f"{BY_DATE}/{one.slug}.md", one.name, tuple(held[thing.id] for thing in reversed(one.things)))
        for one in found
    ]
    known = [part for part in parts if not part.path.startswith(f"{BY_DATE}/undated")]
    return [*reversed(known), *parts[len(known) :]]


def day(shelf: Catalogue, slug: str) -> tuple[int, int, int]:
    """The first day on which a source may have been published; a day beyond all years for an undated one."""
    published = shelf.cards[slug].published
    return ends(published)[0] if published else (YEARS, 1, 1)


def by_publisher(every: Sequence[Listed], weights: dict[str, Weighed]) -> Iterator[Part]:
    """The sources by publisher in the order of the alphabet, each publisher's newest first; those without one last."""
    named = sorted((each for each in every if each.issued), key=lambda each: each.publisher.casefold())
    runs = [(name, list(run)) for name, run in groupby(named, key=lambda each: each.publisher)]
    several = len(runs) > LISTED
    groups: dict[str, tuple[str, list[Listed]]] = {}
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


def cut(path: str, name: str, every: Sequence[Listed], weights: dict[str, Weighed]) -> Iterator[Part]:
    """Some sources on as many pages as they need."""
    held = {each.slug: each for each in every}
    runs = filled(weights[each.slug] for each in every)
    for at, run in enumerate(runs, 1):
        called = name if len(runs) == 1 else f"{name}, part {at}"
        yield Part(f"{path}.md" if at == 1 else f"{path}-part-{at}.md", called, tuple(held[thing.id] for thing in run))
