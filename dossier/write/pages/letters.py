"""On which page a name is listed: one page for all while they fit, else a kind on a page or more, by letter.

A page is named for its kind and letter, so that an address stays when the collection grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from dossier.ids import slugify
from dossier.write.escape import Safe
from dossier.write.pages.paging import Weighed, filled, fits

NO_LETTER = "#"
ENTRY, LINK = 4, 1
"""Elements of an entry, and of each passage it leads to."""
FRAME, A_LINK = 240, 130
"""Bytes of an entry without its words, and of each passage it leads to."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """One name as the index shows it; `to` is its page or, if it has none, its first passage, `passages` the others.

    `forms` are all ways in which the sources write it.
    """

    id: str
    former: tuple[str, ...]
    name: str
    count: str
    forms: str
    to: Safe
    paged: bool
    passages: tuple[Safe, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Letter:
    """The names of one kind that begin with one letter."""

    sign: str
    anchor: str
    bearers: tuple[Bearer, ...]


class Entry(NamedTuple):
    """One name in its place: its number among all names, what it is sorted by, and what it weighs on a page."""

    number: int
    sign: str
    thing: Weighed


@dataclass(frozen=True, slots=True)
class Kind:
    """All names of one kind, sorted, or those of them that stand on one page."""

    id: str
    title: str
    entries: tuple[Entry, ...]
    crowd: bool

    @property
    def count(self) -> int:
        """The number of names."""
        return len(self.entries)


@dataclass(frozen=True, slots=True)
class Part:
    """One page of several: its path, what it holds, and its name among the pages of its kind."""

    path: str
    name: str
    kind: Kind


def letter(key: str) -> str:
    """The letter that a name stands under."""
    return key[0].upper() if key[:1].isalpha() else NO_LETTER


def address(sign: str) -> str:
    """A letter in an address or an id: `a`, `u0416` for Ж, `more` for what is no letter."""
    return "more" if sign == NO_LETTER else slugify(sign) or "-".join(f"u{ord(char):04x}" for char in sign)


def by_letter(kind: Kind, found: Iterable[Bearer]) -> tuple[Letter, ...]:
    """Names of one kind, as many as it has entries, letter by letter."""
    pairs = zip(kind.entries, found, strict=True)
    runs = [(sign, tuple(each for _, each in run)) for sign, run in groupby(pairs, key=lambda pair: pair[0].sign)]
    return tuple(Letter(sign, f"{kind.id}-{address(sign)}", run) for sign, run in runs)


def weighed(id: str, name: str, forms: int, passages: int, former: int) -> Weighed:
    """What an entry weighs on a page. `forms` is the length of all ways to write the name."""
    size = FRAME + 3 * len(name) + 3 * forms + A_LINK * passages + 60 * former
    return Weighed((0, 1, 1), size, id, ENTRY + LINK * passages + former)


def on_one_page(kinds: Iterable[Kind]) -> bool:
    """Whether all names may stand on one page."""
    return fits([each.thing for kind in kinds for each in kind.entries])


def parts(kind: Kind) -> Iterator[Part]:
    """The pages of one kind."""
    folder = f"names/{slugify(kind.title)}"
    if fits([each.thing for each in kind.entries]):
        yield Part(f"{folder}/all.md", kind.title, kind)
        return
    for place, run in groupby(kind.entries, key=lambda each: address(each.sign)):
        held = list(run)
        signs = (sign for sign, _ in groupby(held, key=lambda each: each.sign))
        name = " ".join(sign if sign != NO_LETTER else "Others" for sign in signs)
        yield from cut(kind, f"{folder}/{place}", name, held)


def cut(kind: Kind, path: str, name: str, every: Sequence[Entry]) -> Iterator[Part]:
    """The names of one letter on as many pages as they need."""
    runs = filled(each.thing for each in every)
    first = 0
    for at, run in enumerate(runs, 1):
        held = tuple(every[first : first + len(run)])
        first += len(run)
        called = name if len(runs) == 1 else f"{name}, part {at}"
        yield Part(
            f"{path}.md" if at == 1 else f"{path}-part-{at}.md", called, replace(kind, entries=held, crowd=False)
        )


def name_places(found: Iterable[Part], former: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Where names take several pages: the page of each entry, by its id or a former one."""
    return {
        id: part.path
        for part in found
        for each in part.kind.entries
        for id in (each.thing.id, *former.get(each.thing.id, ()))
    }
