"""The sentences of one source in columns, with what each holds as numbers: what linking keeps of a source.

A pure function of the source, whatever else the collection has; `features` makes the numbers of all sources comparable.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.link.tellings import Telling, tellings
from dossier.model import Source
from dossier.sourcemap import TextSpan

END = re.compile(r"[.!?\u2026][\"\u201d\u2019)\]]*\s+(?=[\"\u201c\u2018(\[]*[^\W\d_a-z])")
ROLES = frozenset(("paragraph", "bullet", "blockquote", "caption", "note", "table"))
"""Roles whose words tell something that another source may tell too."""
LISTED = ("gazetteer", "compound", "inside")
"""Rules that take a name from a list of the world."""
SHORTENED = frozenset(("Mr", "Mrs", "Ms", "Dr", "St", "No"))

WORD, PHRASE, DATE, NAME, COMMON, EVENT, FAMILY = range(7)
"""Kinds of features. A name is common where any list of the world has it."""
KINDS = ("word", "phrase", "date", "name", "common", "event", "family")
HALF = 30
LOW = (1 << HALF) - 1


def code(kind: int, first: int, second: int = 0) -> int:
    """A feature as one number of 64 bits: its kind and one or two numbers below 2 ** 30."""
    return ((kind << HALF) | first) << HALF | second


@dataclass(frozen=True, slots=True)
class Told:
    """A source's sentences: where each starts and ends, its block among `ids`, how many words it has, if a date.

    `codes[bounds[n]:bounds[n + 1]]` are the features of sentence n, each once: a word by its place in `words`, a date
    by that in `dates`, a name by that in the annotations' names.
    """

    slug: str
    words: tuple[str, ...]
    dates: tuple[str, ...]
    ids: tuple[str, ...]
    starts: array[int]
    ends: array[int]
    blocks: array[int]
    lengths: array[int]
    dated: bytearray
    codes: array[int]
    bounds: array[int]

    def enter(self, span: TextSpan, block: int, length: int, codes: Iterable[int]) -> None:
        """Add a sentence."""
        self.starts.append(span.start)
        self.ends.append(span.end)
        self.blocks.append(block)
        self.lengths.append(length)
        self.codes.extend(dict.fromkeys(codes))
        self.bounds.append(len(self.codes))

    def places(self) -> Told:
        """The sentences without what they hold."""
        return replace(self, words=(), dates=(), codes=array("Q"), bounds=array("I"))

    def at(self, position: int) -> int | None:
        """The number of the sentence that holds a place of the reading text."""
        number = bisect_right(self.starts, position) - 1
        return number if number >= 0 and position < self.ends[number] else None

    def span(self, number: int) -> TextSpan:
        """Where a sentence stands."""
        return TextSpan(self.starts[number], self.ends[number])


Place = tuple[int, int, int, int]
"""A name or a date in the text: start, end, kind, and which of the source's it is."""


def told(source: Source) -> Told:
    """The source's sentences in order."""
    text, document = source.document.text, source.document
    named = sorted((m.start, m.end) for name in source.annotations.names for m in name.mentions)
    days: dict[str, int] = {}
    marks = sorted((*names(source), *dates(source, days)))
    places = [mark[0] for mark in marks]
    words: dict[str, int] = {}
    ids = tuple(block.id for block in document.blocks)
    starts, ends, blocks, lengths = (array("I") for _ in range(4))
    columns = Told(source.slug, (), (), ids, starts, ends, blocks, lengths, bytearray(), array("Q"), array("I", [0]))
    for number, block in enumerate(document.blocks):
        for span in split(text, block.span, named) if block.role in ROLES else ():
            inside = marks[bisect_left(places, span.start) : bisect_left(places, span.end)]
            found, length = tellings(text, span, [mark[:2] for mark in inside if mark[2] != DATE])
            columns.enter(span, number, length, [*coded(found, words), *(code(*mark[2:]) for mark in inside)])
            columns.dated.append(any(mark[2] == DATE for mark in inside))
    return replace(columns, words=tuple(words), dates=tuple(days))


def coded(found: Sequence[Telling], words: dict[str, int]) -> Iterator[int]:
    """Words and phrases as features; new words are entered."""
    before = 0
    for stem, _, _, phrase in found:
        word = words.setdefault(stem, len(words))
        yield code(WORD, word)
        if phrase >= 0:
            yield code(PHRASE, before, word)
        before = word


def names(source: Source) -> Iterator[Place]:
    """Every mention of a name, with the name's index."""
    for index, name in enumerate(source.annotations.names):
        kind = COMMON if name.rule in LISTED else NAME
        for mention in name.mentions:
            yield mention.start, mention.end, kind, index


def dates(source: Source, days: dict[str, int]) -> Iterator[Place]:
    """Every date that is not a citation's, by its day and by its month; new ones are entered in `days`."""
    for date in source.annotations.dates:
        if date.edtf and date.role != "citation":
            for key in date_keys(date.edtf):
                yield date.span.start, date.span.end, DATE, days.setdefault(key, len(days))


def split(text: str, span: TextSpan, named: Sequence[tuple[int, int]]) -> Iterator[TextSpan]:
    """A block's sentences; no sentence ends inside a name ("A. Wess Mitchell", "U.S. President")."""
    start = span.start
    for match in END.finditer(text, span.start, span.end):
        at = bisect_right(named, (match.start() + 1, 0))
        inside = any(s <= match.start() < e for s, e in named[max(0, at - 3) : at + 1])
        if not inside and text[max(0, match.start() - 3) : match.start()].rpartition(" ")[2] not in SHORTENED:
            yield TextSpan(start, match.start() + len(match.group().rstrip()))
            start = match.end()
    if start < span.end:
        yield TextSpan(start, span.end)


def date_keys(edtf: str) -> Iterator[str]:
    """The day and the month of a date: what a sentence with the month alone shares with one that has the day."""
    plain = re.findall(r"\d{4}-\d{2}(?:-\d{2})?", edtf)
    for value in dict.fromkeys(plain):
        yield value
        if value[:7] != value and value[:7] not in plain:
            yield value[:7]
