"""What each source says of a date: when it was, and the words, as numbers, that another source may share."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from sys import intern
from typing import NamedTuple

from dossier.link.dated import EACH, EXPLICIT, TELLS, WRITING
from dossier.link.days import Days, days
from dossier.link.gleaned import Gleaned
from dossier.link.packed import Rows
from dossier.sourcemap import TextSpan

TOWNS = EACH - 1
"""The last row of a statement, which is no part of what it shares with others."""


class Said(NamedTuple):
    """The words of a statement: those of names, of people's names among them, all, and two in a row."""

    names: frozenset[int]
    people: frozenset[int]
    all: frozenset[int]
    pairs: frozenset[int]


# A collection of ten thousand sources has two hundred thousand: their words stay in the columns of the source.
@dataclass(slots=True, eq=False)
class Statement:
    """One date of one source: where it stands, and from which of the rows on it has its words.

    `at` is the place of the date itself. `when` are the days of `edtf`, None where that is "". `explicit` says
    whether the date is written out, `writing` whether it is that of the text itself.
    """

    slug: str
    at: int
    id: str
    edtf: str
    when: Days | None
    explicit: bool
    writing: bool
    start: int
    end: int
    rows: Rows
    first: int

    @property
    def key(self) -> tuple[str, int, str]:
        """The order that a reader would expect."""
        return self.slug, self.at, self.id

    @property
    def label(self) -> TextSpan:
        """Where it stands."""
        return TextSpan(self.start, self.end)

    @property
    def items(self) -> array[int]:
        """Names, words and pairs; a word that is a name's as well is there twice."""
        ends = self.rows.ends
        return self.rows.items[ends[self.first - 1] if self.first else 0 : ends[self.first + TOWNS - 1]]

    @property
    def people(self) -> array[int]:
        """The words of people's names."""
        return self.rows[self.first]

    @property
    def words(self) -> array[int]:
        """The words that are no name's."""
        return self.rows[self.first + 2]

    @property
    def towns(self) -> array[int]:
        """The towns in which somebody is said to be."""
        return self.rows[self.first + TOWNS]

    def said(self) -> Said:
        """Its words, ready to be compared."""
        people, others, words, pairs = (frozenset(self.rows[at]) for at in range(self.first, self.first + TOWNS))
        names = people | others if people else others
        return Said(names, people, names | words, pairs)


def every_statement(sources: Iterable[Gleaned]) -> list[Statement]:
    """The statements of all sources in order."""
    ordered = sorted(sources, key=attrgetter("slug"))
    return [each for source in ordered for each in sorted(statements(source), key=attrgetter("key"))]


def statements(source: Gleaned) -> Iterator[Statement]:
    """Every date of a source that tells an event, in text order."""
    dates, slug = source.dates, source.slug
    columns = zip(dates.marks, dates.ids, map(intern, dates.edtfs), dates.starts, dates.labels, dates.ends, strict=True)
    rows, first = dates.items, 0
    for mark, id, edtf, at, start, end in columns:
        if mark & TELLS:
            when = days(edtf) if edtf else None
            explicit, writing = mark & EXPLICIT > 0, mark & WRITING > 0
            yield Statement(slug, at, id, edtf, when, explicit, writing, start, end, rows, first)
            first += EACH


def frequencies(found: Iterable[Statement]) -> Counter[int]:
    """How many statements hold each word or pair."""
    return Counter(chain.from_iterable(frozenset(each.items) for each in found))
