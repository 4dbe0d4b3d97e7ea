"""The sentences of one source in columns, found together with what each holds (`terms`)."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.link.codes import COMMON, DATE, NAME, code
from dossier.link.packed import Texts, narrow, texts
from dossier.link.tellings import tellings
from dossier.link.terms import Found, Terms, terms
from dossier.model import Source
from dossier.sourcemap import TextSpan

END = re.compile(r"[.!?\u2026][\"\u201d\u2019)\]]*\s+(?=[\"\u201c\u2018(\[]*[^\W\d_a-z])")
ROLES = frozenset(("paragraph", "bullet", "blockquote", "caption", "note", "table"))
"""Roles whose words tell something that another source may tell too."""
LISTED = ("gazetteer", "compound", "inside")
"""Rules that take a name from a list of the world."""
SHORTENED = frozenset(("Mr", "Mrs", "Ms", "Dr", "St", "No"))


@dataclass(frozen=True, slots=True)
class Told:
    """A source's sentences: where each starts and ends, its block among `ids`, how many words it has, if a date."""

    ids: Texts
    starts: array[int]
    ends: array[int]
    blocks: array[int]
    lengths: array[int]
    dated: bytes

    def at(self, position: int) -> int | None:
        """The number of the sentence that holds a place of the reading text."""
        number = bisect_right(self.starts, position) - 1
        return number if number >= 0 and position < self.ends[number] else None

    def span(self, number: int) -> TextSpan:
        """Where a sentence stands."""
        return TextSpan(self.starts[number], self.ends[number])

    def block(self, number: int) -> str:
        """The id of a sentence's block."""
        return self.ids[self.blocks[number]]


Place = tuple[int, int, int, int]
"""A name or a date in the text: start, end, kind, and which of the source's it is."""


def told(source: Source) -> tuple[Told, Terms]:
    """The source's sentences in order, and what they hold."""
    text, document = source.document.text, source.document
    mentions = sorted((m.start, m.end) for name in source.annotations.names for m in name.mentions)
    days: dict[str, int] = {}
    marks = sorted((*names(source), *dates(source, days)))
    places = [mark[0] for mark in marks]
    coded = [code(DATE, day) for day in days]
    found, spans, ids = Found(), list[TextSpan](), list[str]()
    blocks, lengths, dated = list[int](), list[int](), bytearray()
    named: list[list[int]] = [[] for _ in source.annotations.names]
    for block in (block for block in document.blocks if block.role in ROLES):
        for span in split(text, block.span, mentions):
            inside = marks[bisect_left(places, span.start) : bisect_left(places, span.end)]
            said, length = tellings(text, span, [mark[:2] for mark in inside if mark[2] != DATE])
            found.say(said, len(spans))
            for _, _, kind, which in inside:
                if kind == DATE:
                    found.holds(coded[which], len(spans))
                elif len(spans) not in named[which][-1:]:
                    named[which].append(len(spans))
            spans.append(span)
            blocks.append(len(ids))
            lengths.append(length)
            dated.append(any(mark[2] == DATE for mark in inside))
        ids.append(block.id)
    starts, ends = narrow(span.start for span in spans), narrow(span.end for span in spans)
    kept = texts(ids), starts, ends, narrow(blocks), narrow(lengths), bytes(dated)
    return Told(*kept), terms(found, dict(zip(coded, days, strict=True)), named)


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
