"""What each source says of a date: when it was, and the words, as numbers, that another source may share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from dossier.link.dated import EACH, EXPLICIT, TELLS, WRITING
from dossier.link.days import Days, days
from dossier.link.gleaned import Gleaned
from dossier.sourcemap import TextSpan


@dataclass(frozen=True, slots=True)
class Statement:
    """One date of one source. `names` are the words of names, `words` the others, `pairs` two of these in a row.

    `key` is the order that a reader would expect. `explicit` says whether the date is written
    out, `writing` whether it is that of the text itself.
    """

    key: tuple[str, int, str]
    edtf: str
    explicit: bool
    writing: bool
    label: TextSpan
    when: Days | None
    names: frozenset[int]
    words: frozenset[int]
    pairs: frozenset[int]
    people: frozenset[int]
    towns: frozenset[int]

    @property
    def items(self) -> frozenset[int]:
        """Names, words and pairs."""
        return self.names.union(self.words, self.pairs)

    @property
    def slug(self) -> str:
        """Whose it is."""
        return self.key[0]

    @property
    def id(self) -> str:
        """The id of the date."""
        return self.key[2]


def every_statement(sources: Iterable[Gleaned]) -> list[Statement]:
    """The statements of all sources in order."""
    return sorted((each for source in sources for each in statements(source)), key=attrgetter("key"))


def statements(source: Gleaned) -> Iterator[Statement]:
    """Every date of a source that tells an event, in text order."""
    dates = source.dates
    rows = map(frozenset, dates.items)
    for at, mark in enumerate(dates.marks):
        if mark & TELLS:
            people, others, words, pairs, towns = islice(rows, EACH)
            names = people | others
            edtf = dates.edtfs[at]
            yield Statement(
                (source.slug, dates.starts[at], dates.ids[at]),
                edtf,
                bool(mark & EXPLICIT),
                bool(mark & WRITING),
                TextSpan(dates.labels[at], dates.ends[at]),
                days(edtf) if edtf else None,
                names,
                words,
                pairs,
                people,
                towns,
            )


def frequencies(found: Iterable[Statement]) -> Counter[int]:
    """How many statements hold each word or pair."""
    count: Counter[int] = Counter()
    for each in found:
        count.update(each.items)
    return count
