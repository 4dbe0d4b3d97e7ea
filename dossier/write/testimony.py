"""What pages about several sources need of each, in items that are read one by one where a page is made.

A source gives a list of items `[kind, key, body, *more]`. Its leaf opens with all of them but for their bodies, which
stand in parts of it; so only that is held in memory, with the places of the bodies, in columns: a collection of ten
thousand sources has half a million items.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, repeat
from typing import Any, NamedTuple

from dossier.model import Passage
from dossier.write.catalogue import Catalogue
from dossier.write.memo import Leaves, NoMemo
from dossier.write.memo.parted import opening, part, parted
from dossier.write.memo.store import CHECK, Json
from dossier.write.seen import spanned
from dossier.write.work import Work

ENTRY, PART, PUBLISHED, STATEMENT = "entry", "part", "published", "statement"
"""Kinds of items: an entry of one source, what a source brings to one, the entry of a publication, a statement."""
FORM = "form"
"""A quotation that stands elsewhere too: its words."""
Make = Callable[[Catalogue, str], list[Any]]


class Place(NamedTuple):
    """Where the body of one item stands: its number, the source, its bytes in the source's leaf, and their digest."""

    number: int
    slug: str
    at: int
    size: int
    digest: str
    more: Sequence[Any]


class Testimony:
    """The items of all sources, by kind and key; several sources may have one of the same key."""

    def __init__(self, leaves: Leaves) -> None:
        self.leaves = leaves
        self.slugs: list[str] = []
        self.sources, self.starts, self.sizes = array("I"), array("Q"), array("Q")
        """Of each item, by its number: the number of its source, and where it stands."""
        self.digests = bytearray()
        self.more: list[Sequence[Any]] = []
        self.held: dict[str, dict[str, int | tuple[int, ...]]] = {}
        """The numbers of the items of a key; nearly all keys have one."""

    def add(self, slug: str) -> None:
        """Take in the opening of one source's leaf."""
        kinds, parts = opening(self.leaves, slug)
        number = len(self.sizes)
        self.sources.extend(repeat(len(self.slugs), len(parts)))
        self.slugs.append(slug)
        self.starts.extend(parts.starts)
        self.sizes.extend(parts.sizes)
        self.digests += bytes.fromhex(parts.digests)
        for kind, (keys, more) in kinds.items():
            found = self.held.setdefault(kind, {})
            self.more += [each or () for each in more]
            for at, key in enumerate(keys, number):
                before = found.setdefault(key, at)
                if before != at:
                    found[key] = (*((before,) if isinstance(before, int) else before), at)
            number += len(keys)

    def place(self, number: int) -> Place:
        """An item by its number."""
        digest = self.digests[number * CHECK : (number + 1) * CHECK].hex()
        slug = self.slugs[self.sources[number]]
        return Place(number, slug, self.starts[number], self.sizes[number], digest, self.more[number])

    def of(self, kind: str, key: str) -> tuple[Place, ...]:
        """The items of a key, in the order of their sources."""
        found = self.held.get(kind, {}).get(key, ())
        return tuple(map(self.place, (found,) if isinstance(found, int) else found))

    def every(self, kind: str) -> Iterator[tuple[str, Place]]:
        """All items of a kind with their keys."""
        return ((key, each) for key in self.held.get(kind, ()) for each in self.of(kind, key))

    def read(self, place: Place) -> Any:
        """What an item holds."""
        return part(self.leaves, place.slug, place.at, place.size)


def items(part: str, make: Make) -> Work:
    """The items that `make` makes of each source."""
    return Work(part, partial(in_parts, make))


def in_parts(make: Make, shelf: Catalogue, slug: str) -> Json:
    """The leaf of one source."""
    by_kind: dict[str, tuple[list[str], list[Any], list[Any]]] = {}
    for kind, key, body, *more in make(shelf, slug):
        for column, value in zip(by_kind.setdefault(kind, ([], [], [])), (key, more, body), strict=True):
            column.append(value)
    opening = {kind: [keys, more] for kind, (keys, more, _) in by_kind.items()}
    return parted(opening, chain.from_iterable(bodies for _, _, bodies in by_kind.values()))


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
