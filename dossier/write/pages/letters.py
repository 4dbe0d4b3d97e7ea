"""On which page a name is listed: one page for all while they fit, else a kind on a page or more, by letter.

A page is named for its kind and letter, so that an address stays when the collection grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.ids import slugify
from dossier.write.escape import Safe
from dossier.write.pages.paging import Weighed, filled, fits

NO_LETTER = "#"
ENTRY, LINK = 4, 1
"""Elements of an entry, and of each passage it leads to."""
FRAME, A_LINK = 240, 130
"""Bytes of an entry without its words, and of each passage it leads to."""
ANYWHERE = "names/people/all.md"
"""A page as deep as those of letters: what it links to, they link to alike."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """One name as the index shows it; `to` is its page or, if it has none, its first passage, `passages` the others.

    `forms` are all ways in which the sources write it.
    """

    id: str
    former: tuple[str, ...]
    name: str
    key: str
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


@dataclass(frozen=True, slots=True)
class Kind:
    """All names of one kind, or those of them that stand on one page."""

    id: str
    title: str
    count: int
    letters: tuple[Letter, ...]
    crowd: bool


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


def by_letter(kind: str, found: Iterable[Bearer]) -> tuple[Letter, ...]:
    """Sorted names of one kind, letter by letter."""
    runs = [(sign, tuple(run)) for sign, run in groupby(found, key=lambda each: letter(each.key))]
    return tuple(Letter(sign, f"{kind}-{address(sign)}", run) for sign, run in runs)


def weighed(each: Bearer) -> Weighed:
    """What an entry weighs on a page."""
    nodes = ENTRY + LINK * len(each.passages) + len(each.former)
    size = FRAME + 3 * len(each.name) + 3 * len(each.forms) + A_LINK * len(each.passages) + 60 * len(each.former)
    return Weighed((0, 1, 1), size, each.id, nodes)


def on_one_page(kinds: Iterable[Kind]) -> bool:
    """Whether all names may stand on one page."""
    return fits([weighed(each) for kind in kinds for sign in kind.letters for each in sign.bearers])


def parts(kind: Kind) -> Iterator[Part]:
    """The pages of one kind."""
    folder = f"names/{slugify(kind.title)}"
    every = [each for sign in kind.letters for each in sign.bearers]
    if fits([weighed(each) for each in every]):
        yield Part(f"{folder}/all.md", kind.title, kind)
        return
    for place, run in groupby(kind.letters, key=lambda each: address(each.sign)):
        signs = list(run)
        name = " ".join(each.sign if each.sign != NO_LETTER else "Others" for each in signs)
        yield from cut(kind, f"{folder}/{place}", name, [each for sign in signs for each in sign.bearers])


def cut(kind: Kind, path: str, name: str, every: Sequence[Bearer]) -> Iterator[Part]:
    """The names of one letter on as many pages as they need."""
    by_id = {each.id: each for each in every}
    runs = filled(map(weighed, every))
    for at, run in enumerate(runs, 1):
        held = [by_id[thing.id] for thing in run]
        called = name if len(runs) == 1 else f"{name}, part {at}"
        shown = Kind(kind.id, kind.title, len(held), by_letter(kind.id, held), crowd=False)
        yield Part(f"{path}.md" if at == 1 else f"{path}-part-{at}.md", called, shown)


def name_places(found: Iterable[Part]) -> dict[str, str]:
    """Where names take several pages: the page of each entry, by its id or a former one."""
    return {
        id: part.path
        for part in found
        for sign in part.kind.letters
        for each in sign.bearers
        for id in (each.id, *each.former)
    }
