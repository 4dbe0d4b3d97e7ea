"""A long run of dated things as pages: by century, decade, year or month, whichever is the longest that fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.write.edtf import MONTHS, YEARS, Key

TAG = re.compile(r"<[a-z]")
MOST = 1_000
"""Entries of one page."""
HEAVIEST = 300_000
"""Estimated bytes of the entries of one page; with the frame of the site no page may weigh 120 KB when compressed."""
NODES = 2_500
"""Estimated elements of the entries of one page; with the frame of the site no page may have more than 3,500."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One thing: the day it begins, what it weighs on a page in bytes, its id, and its elements."""

    first: Key
    weight: int
    id: str
    nodes: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A run of things: what it is called in an address and in words, and its first and last year."""

    slug: str
    name: str
    things: tuple[Weighed, ...]


def fits(things: Sequence[Weighed], beside: int = 0) -> bool:
    """Whether some things may stand on one page that has so many elements beside them."""
    return (
        len(things) <= MOST
        and sum(thing.weight for thing in things) <= HEAVIEST
        and sum(thing.nodes for thing in things) + beside <= NODES
    )


def elements(text: str) -> int:
    """About how many elements some Markdown becomes: its tags, its links and its paragraphs."""
    return text.count("](") + len(TAG.findall(text)) + text.count("\n\n")


def year(number: int) -> str:
    """A year in an address."""
    return f"{number:04d}" if number > 0 else f"bce{1 - number:04d}"


def words(number: int) -> str:
    """A year in words."""
    return str(number) if number > 0 else f"{1 - number} BCE"


def years(size: int) -> Callable[[Key], tuple[str, str]]:
    """Names for the stretch of so many years that a day stands in."""

    def name(key: Key) -> tuple[str, str]:
        if abs(key[0]) >= YEARS:
            return ("open", "without a beginning") if key[0] < 0 else ("undated", "without a year")
        low = key[0] // size * size
        return f"{year(low)}-{year(low + size - 1)}", f"{words(low)} to {words(low + size - 1)}"

    return name


def one_year(key: Key) -> tuple[str, str]:
    """Names for the year that a day stands in."""
    return year(key[0]), words(key[0])


def month(key: Key) -> tuple[str, str]:
    """Names for the month that a day stands in."""
    return f"{year(key[0])}-{key[1]:02d}", f"{MONTHS[key[1] - 1]} {words(key[0])}"


LEVELS = (years(100), years(10), years(5), one_year, month)


def pages(things: Iterable[Weighed], level: int = 0) -> list[Page]:
    """Things in order of time as pages, each as long as fits; a month that is too much comes in parts."""
    found = []
    for (slug, name), run in groupby(things, key=lambda thing: LEVELS[level](thing.first)):
        held = tuple(run)
        if fits(held):
            found.append(Page(slug, name, held))
        elif level + 1 < len(LEVELS) and slug not in {"open", "undated"}:
            found += pages(held, level + 1)
        else:
            found += parts(slug, name, held)
    return found


def parts(slug: str, name: str, things: Sequence[Weighed]) -> list[Page]:
    """What no stretch of time divides any further, cut where a page is full."""
    return [
        Page(f"{slug}-part-{number}", f"{name}, part {number}", tuple(held))
        for number, held in enumerate(filled(things), 1)
    ]


def filled(things: Iterable[Weighed]) -> list[list[Weighed]]:
    """Things in their order, cut where a page is full; one that is too much for any page has one of its own."""
    found: list[list[Weighed]] = [[]]
    weight = nodes = 0
    for thing in things:
        weight, nodes = weight + thing.weight, nodes + thing.nodes
        if found[-1] and (len(found[-1]) == MOST or weight > HEAVIEST or nodes > NODES):
            found.append([])
            weight, nodes = thing.weight, thing.nodes
        found[-1].append(thing)
    return found
