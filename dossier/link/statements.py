"""What each source says of a date: when it was, and the words, as numbers, that another source may share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.link.dated import EACH, EXPLICIT, NAMES, PAIRS, PEOPLE, TELLS, TOWNS, WORDS, WRITING
from dossier.link.days import Days, days
from dossier.link.gleaned import Gleaned
from dossier.sourcemap import TextSpan


@dataclass(frozen=True, slots=True)
class Statement:
    """One date of one source. `names` are the words of names, `words` the others, `pairs` two of these in a row.

    `explicit` says whether the date is written out, `writing` whether it is that of the text itself.
    """

    slug: str
    id: str
    start: int
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
    def items(self) -> Iterator[int]:
        """Names, words and pairs, each once."""
        yield from self.names
        yield from self.words - self.names
        yield from self.pairs

    @property
    def key(self) -> tuple[str, int, str]:
        """The order that a reader would expect."""
        return (self.slug, self.start, self.id)


def every_statement(sources: Iterable[Gleaned]) -> list[Statement]:
    """The statements of all sources in order."""
    return sorted((each for source in sources for each in statements(source)), key=lambda each: each.key)


def statements(source: Gleaned) -> Iterator[Statement]:
    """Every date of a source that tells an event, in text order."""
    dates = source.dates
    telling = 0
    for at, mark in enumerate(dates.marks):
        if mark & TELLS:
            items = [frozenset(dates.items[EACH * telling + row]) for row in range(EACH)]
            telling += 1
            edtf = dates.edtfs[at]
            yield Statement(
                source.slug,
                dates.ids[at],
                dates.starts[at],
                edtf,
                bool(mark & EXPLICIT),
                bool(mark & WRITING),
                TextSpan(dates.labels[at], dates.ends[at]),
                days(edtf) if edtf else None,
                items[PEOPLE] | items[NAMES],
                items[WORDS],
                items[PAIRS],
                items[PEOPLE],
                items[TOWNS],
            )


def frequencies(found: Sequence[Statement]) -> Counter[int]:
    """How many statements hold each word or pair."""
    return Counter(item for each in found for item in each.items)
