"""The roll of names: what all leaves say of every name, in numbers; what they tell is read when it is shown."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import cast

from dossier.model import Identity
from dossier.write.addresses import source_page, to
from dossier.write.catalogue import HOME, Catalogue
from dossier.write.memo import NoMemo, mark
from dossier.write.memo.parted import opening, part
from dossier.write.memo.store import CHECK, Leaves
from dossier.write.roll.leaf import LEAF, MOST, Opening, Rows
from dossier.write.roll.told import Told

NO_MEMO = NoMemo()
HELD = 1 << 21
"""Mentions of so many bytes are held when they have been read."""
Mentioned = tuple[str, list[str], list[int], Rows]
"""A source, the ids of its names, how often it mentions each, and where."""


@dataclass(slots=True)
class Seen:
    """What the sources say of one name. `others` are ways to write it beside its full name, and how often each is used.

    `passages` are the addresses after docs/ of its first passages, `blocks` the number of all; none if it has a page.
    """

    mentions: int = 0
    sources: int = 0
    blocks: int = 0
    passages: str = ""
    others: dict[str, int] | None = None


@dataclass(slots=True)
class Roll:
    """All names of a collection. Build it with `roll`."""

    every: tuple[Identity, ...]
    leaves: Leaves
    slugs: list[str] = field(default_factory=list)
    """The sources in the order of their slugs."""
    seen: dict[str, Seen] = field(default_factory=dict)
    rows: array[int] = field(default_factory=lambda: array("Q"))
    """Of each source the place of all its mentions in its leaf, and their size."""
    held: list[Mentioned] | None = None
    """All mentions, where they are few: two files are made of them."""
    marks: list[str] = field(default_factory=list)
    """Of each source a digest of its mentions."""
    told: dict[str, array[int]] = field(default_factory=dict)
    """For each name with a page the fragments about it: the source's number, the place in its leaf, and its size."""
    digests: dict[str, bytearray] = field(default_factory=dict)
    """For the same the fragments' digests."""
    ranks: array[int] = field(default_factory=lambda: array("I"))
    """The place of each source in the lists of sources, newest first."""
    moved: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """By former address of a source: its slug, its title and its file."""

    def fragments(self, who: str) -> Iterator[tuple[int, str, Told]]:
        """What each source tells of a name with a page, by slug: the source's rank, its slug, and what it tells."""
        found = iter(self.told.get(who, ()))
        for number, at, size in zip(found, found, found, strict=True):
            slug = self.slugs[number]
            yield self.ranks[number], slug, cast("Told", part(self.leaves, slug, at, size))

    def mark(self, who: str) -> str:
        """A digest of all that the sources tell of a name with a page, and of the order in which a page tells it."""
        numbers = self.told.get(who, array("Q"))[::3]
        order = sorted(range(len(numbers)), key=lambda at: self.ranks[numbers[at]])
        return blake2b(bytes(self.digests.get(who, b"")) + array("I", order).tobytes(), digest_size=CHECK).hexdigest()

    def mark_of_all(self) -> str:
        """A digest of every mention of every name."""
        return mark(self.slugs, self.marks, [(who.id, who.name, who.type) for who in self.every])

    def mentions(self) -> Iterator[Mentioned]:
        """Each source, the ids of its names, how often it mentions each, and where its seed does, name by name."""
        if self.held is None:
            found = iter(self.rows)
            every = (
                (slug, *part(self.leaves, slug, at, size))
                for slug, at, size in zip(self.slugs, found, found, strict=True)
            )
            if sum(self.rows[1::2]) > HELD:
                return every
            self.held = list(every)
        return iter(self.held)

    def written(self, who: Identity) -> Mapping[str, int]:
        """The ways in which the sources write a name, and how often."""
        seen = self.seen[who.id]
        if not seen.others:
            return {who.name: seen.mentions} if seen.mentions else {}
        own = seen.mentions - sum(seen.others.values())
        return {who.name: own} | seen.others if own else seen.others


def roll(shelf: Catalogue, memo: NoMemo = NO_MEMO) -> Roll:
    """Read what all leaves begin with."""
    leaves = memo.leaves(LEAF, shelf)
    made = Roll(shelf.collection.identities, leaves, sorted(leaves))
    made.seen = {who.id: Seen() for who in made.every}
    shown: list[tuple[str, str]] = []
    for number, slug in enumerate(made.slugs):
        opened: Opening
        opened, parts = opening(leaves, slug)
        count(made.seen, opened, to(HOME, source_page(slug)))
        first, *rest = parts
        made.rows.extend(first[:2])
        made.marks.append(first.digest)
        for who, (at, size, digest) in zip(opened["paged"], rest, strict=True):
            if who not in made.told:
                made.told[who], made.digests[who] = array("Q"), bytearray()
            made.told[who].extend((number, at, size))
            made.digests[who] += bytes.fromhex(digest)
        shown.append((opened["published"], opened["title"].casefold()))
        for old in opened["moved"]:
            if old not in shelf.shorts:
                made.moved.setdefault(old, (slug, opened["title"], opened["file"]))
    made.ranks = ranks(shown)
    return made


def count(every: Mapping[str, Seen], opened: Opening, base: str) -> None:
    """Add what one source says of its names. `base` is the address of its page after docs/."""
    for who, mentions, blocks, anchors in zip(
        opened["names"], opened["mentions"], opened["blocks"], opened["anchors"], strict=True
    ):
        seen = every[who]
        seen.mentions += mentions
        seen.sources += 1
        if blocks:
            seen.blocks += blocks
            room = MOST + 1 - seen.passages.count(" ")
            if room > 0:
                seen.passages += "".join([f"{base}#{anchor} " for anchor in anchors.split(" ")[:room]])
    for who, others in opened["others"].items():
        every[who].others = added(every[who].others or {}, others)


def added(one: dict[str, int], other: Mapping[str, int]) -> dict[str, int]:
    """Two counts together."""
    return one | {form: one.get(form, 0) + number for form, number in other.items()}


def ranks(shown: list[tuple[str, str]]) -> array[int]:
    """The place of each source among all, newest first, undated ones last; titles decide between equals."""
    order = sorted(range(len(shown)), key=lambda number: shown[number][1])
    order.sort(key=lambda number: shown[number][0], reverse=True)
    found = array("I", bytes(4 * len(shown)))
    for rank, number in enumerate(order):
        found[number] = rank
    return found
