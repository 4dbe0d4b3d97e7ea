"""What pages about several sources need of each, in items that are read one by one where a page is made.

A source's leaf is a list of items `[kind, key, body, *more]`. An outline of it says where in its bytes each item
stands, with a digest of it and with `more`, which is all that is held in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from dossier.model import Passage
from dossier.write.catalogue import Catalogue
from dossier.write.memo import Leaves, NoMemo
from dossier.write.memo.store import check, packed
from dossier.write.seen import spanned

ENTRY, PART, PUBLISHED, STATEMENT = "entry", "part", "published", "statement"
"""Kinds of items: an entry of one source, what a source brings to one, the entry of a publication, a statement."""
FORM = "form"
"""A quotation that stands elsewhere too: its words."""
Make = Callable[[Catalogue, str], list[Any]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where one item stands: the source, its bytes in the source's leaf, and their digest."""

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

    def add(self, slug: str, outline: Iterable[list[Any]]) -> None:
        """Take in the outline of one source."""
        for kind, key, at, size, digest, *more in outline:
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
        return self.leaves.piece(place.slug, place.at, place.size)[2]


def testimony(shelf: Catalogue, memo: NoMemo, work: str, make: Make) -> Testimony:
    """The items that `make` makes of each source; `work` is its name."""
    leaves = memo.leaves(work, shelf, make)
    found = Testimony(leaves)
    for slug, kept in leaves.places.items():
        found.add(slug, memo.value(f"outline {work} {slug} {kept.digest}", shelf, partial(outline, leaves, slug)))
    return found


def outline(leaves: Leaves, slug: str, _: Catalogue) -> list[list[Any]]:
    """Where the items of a leaf stand: kind, key, place and size in its bytes, digest, and `more`."""
    found, at = [], len("[")
    for item in leaves[slug]:
        data = packed(item)
        kind, key, _, *more = item
        found.append([kind, key, at, len(data), check(data), *more])
        at += len(data) + len(",")
    return found


def statement_key(passage: Passage) -> str:
    """What a statement of a disagreement is found by among the items."""
    return f"{passage.slug} {spanned(passage.span)}"


def form_key(slug: str, quote: str) -> str:
    """What the words of a quotation are found by."""
    return f"{slug} {quote}"
