"""What pages about several sources need of each, in items that are read one by one where a page is made.

A source gives a list of items `[kind, key, body, *more]`. Its leaf opens with all of them but for their bodies, which
stand in parts of it; so only that is held in memory, with the places of the bodies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from dossier.model import Passage
from dossier.write.catalogue import Catalogue
from dossier.write.memo import Leaves, NoMemo
from dossier.write.memo.parted import opening, part, parted
from dossier.write.memo.store import Json
from dossier.write.seen import spanned
from dossier.write.work import Work

ENTRY, PART, PUBLISHED, STATEMENT = "entry", "part", "published", "statement"
"""Kinds of items: an entry of one source, what a source brings to one, the entry of a publication, a statement."""
FORM = "form"
"""A quotation that stands elsewhere too: its words."""
Make = Callable[[Catalogue, str], list[Any]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the body of one item stands: the source, its bytes in the source's leaf, and their digest."""

    slug: str
    at: int
    size: int
    digest: str
    more: tuple[Any, ...] = ()


class Testimony:
    """The items of all sources, by kind and key; several sources may have one of the same key."""

    def __init__(self, leaves: Leaves) -> None:
        self.leaves = leaves
        self.held: dict[str, dict[str, tuple[Place, ...]]] = {}

    def add(self, slug: str) -> None:
        """Take in the opening of one source's leaf."""
        items, parts = opening(self.leaves, slug)
        for (kind, key, *more), (at, size, digest) in zip(items, parts, strict=True):
            found = self.held.setdefault(kind, {})
            found[key] = (*found.get(key, ()), Place(slug, at, size, digest, tuple(more)))

    def of(self, kind: str, key: str) -> tuple[Place, ...]:
        """The items of a key, in the order of their sources."""
        return self.held.get(kind, {}).get(key, ())

    def every(self, kind: str) -> Iterator[tuple[str, Place]]:
        """All items of a kind with their keys."""
        return ((key, each) for key, found in self.held.get(kind, {}).items() for each in found)

    def read(self, place: Place) -> Any:
        """What an item holds."""
        return part(self.leaves, place.slug, place.at, place.size)


def items(part: str, make: Make) -> Work:
    """The items that `make` makes of each source."""
    return Work(part, partial(in_parts, make))


def in_parts(make: Make, shelf: Catalogue, slug: str) -> Json:
    """The leaf of one source."""
    found = make(shelf, slug)
    return parted([[kind, key, *more] for kind, key, _, *more in found], [body for _, _, body, *_ in found])


def testimony(shelf: Catalogue, memo: NoMemo, work: Work) -> Testimony:
    """The items of a work of `items`."""
    leaves = memo.leaves(work, shelf)
    found = Testimony(leaves)
    for slug in leaves:
        found.add(slug)
    return found


def statement_key(passage: Passage) -> str:
    """What a statement of a disagreement is found by among the items."""
    return f"{passage.slug} {spanned(passage.span)}"


def form_key(slug: str, quote: str) -> str:
    """What the words of a quotation are found by."""
    return f"{slug} {quote}"
