"""What the page of a source says of the others: the same event, words or names there, with both passages."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Link, Passage
from dossier.write.addresses import source_page, to
from dossier.write.beside import capital
from dossier.write.catalogue import Catalogue
from dossier.write.escape import Safe
from dossier.write.passage import Shown
from dossier.write.ties import page_of

MOST = 7
"""Places that name a source, as its page lists them; the records of the others have all."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage of the page beside one of another source, and why."""

    reason: str
    here: Shown
    there: Shown
    title: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A place of another source that names this one."""

    there: Shown
    title: str


def elsewhere(shelf: Catalogue, slug: str) -> list[Pair]:
    """The cross-links of a source's page, the best first."""
    return [pair(shelf, source_page(slug), link) for link in shelf.links.get(slug, ())]


def side_by_side(shelf: Catalogue, slug: str) -> list[tuple[str, Safe]]:
    """The pages on which a source stands beside those that its cross-links lead to."""
    others = dict.fromkeys(link.to.slug for link in shelf.links.get(slug, ())) if shelf.few else {}
    page = source_page(slug)
    return [(shelf.shorts[other], to(page, page_of((min(slug, other), max(slug, other))))) for other in others]


def pair(shelf: Catalogue, page: str, link: Link) -> Pair:
    """One cross-link with both passages."""
    here, there = (seen(shelf, page, passage) for passage in (link.source, link.to))
    return Pair(capital(link.reason), here, there, shelf.cards[link.to.slug].title)


def seen(shelf: Catalogue, page: str, passage: Passage) -> Shown:
    """A passage in its sentence."""
    found = shelf.seen(passage)
    where = to(page, source_page(passage.slug), found.anchor)
    return Shown(found.line, where, shelf.shorts[passage.slug], passage.slug, found.anchor)


def named_by(shelf: Catalogue, slug: str) -> list[Naming]:
    """Where other sources name this one; one place a source."""
    first = {each.source.slug: each for each in reversed(shelf.named_by.get(slug, ()))}
    found = [first[other] for other in sorted(first)][:MOST]
    page = source_page(slug)
    return [Naming(seen(shelf, page, each.source), shelf.cards[each.source.slug].title) for each in found]
