"""When words were said, by a table of rules: the date in their sentence, of the occasion told before, of the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from dossier.extract.quotes.moments import MANY, OWN, Moments, Quoted, same
from dossier.extract.quotes.occasions import Saying, tied
from dossier.extract.quotes.tokens import Line

SOURCE = re.compile(r"[\s,.;(\u2013\u2014-]*")
ENDED = re.compile(r"(?:(?<!\s)\s++)?+(?:[.)\];]|$)")


def when_said(moments: Moments, quote: Quoted) -> tuple[str | None, str]:
    """The EDTF date of an utterance and the rule that gave it; (None, "") where the text does not say."""
    if not moments.dates:
        return None, ""
    for row in ROWS:
        values = row.read(moments, quote)
        if values is not None:
            value = values.pop() if len(values) == 1 else None
            return (value, row.name) if value else (None, "")
    return None, ""


def own_sentence(moments: Moments, quote: Quoted) -> set[str] | None:
    """The dates in the quotation's sentence; none where that tells another time."""
    return in_sentence(moments, quote, quote.line, *quote.line.sentence(quote.at))


def attribution(moments: Moments, quote: Quoted) -> set[str] | None:
    """The dates in the sentence that names the speaker, where that is another."""
    line = quote.find.line
    low, high = line.sentence(quote.find.phrase.start)
    values = in_sentence(moments, quote, line, low, high)
    return values if values is None or quote.whole or same(moments.words(*quote.place()), OWN) else None


def in_sentence(moments: Moments, quote: Quoted, line: Line, low: int, high: int) -> set[str] | None:
    """The dates of one sentence that say when the speaker spoke; None where it tells none at all."""
    dates = moments.told(line, low, high)
    if not dates:
        return None
    find = quote.find
    if find.line is not line or not low <= find.phrase.start < high:
        return set()
    saying = Saying(line, low, high, find.phrase, find.cue)
    return {d.edtf for d in dates if d.edtf and tied(moments.text, saying, d)}


def source_behind(moments: Moments, quote: Quoted) -> set[str] | None:
    """The date of the source right behind the last mark, in a note."""
    block = moments.blocks[quote.line.block]
    if block.note is None:
        return None
    at = bisect_left(moments.dates, quote.close, key=lambda d: d.span.start)
    if at == len(moments.dates):
        return None
    date = moments.dates[at]
    if not date.edtf or not SOURCE.fullmatch(moments.text, quote.close, date.span.start):
        return None
    return {date.edtf} if ENDED.match(moments.text, date.span.end, max(block.span.end, date.span.end)) else None


def same_occasion(moments: Moments, quote: Quoted) -> set[str] | None:
    """`On that occasion, Bo Webb said`: the last occasion told, whoever spoke."""
    return moments.carried(quote, None, MANY, again=True) if moments.starts else None


def sentence_before(moments: Moments, quote: Quoted) -> set[str] | None:
    """The occasion that the sentence before names, with the same speaker."""
    return moments.carried(quote, quote.who.name, 1) if quote.who.name else None


def same_section(moments: Moments, quote: Quoted) -> set[str] | None:
    """The same speaker goes on in the section, and no other time is told between."""
    return moments.carried(quote, quote.who.name, MANY) if quote.who.name else None


@dataclass(frozen=True, slots=True)
class Row:
    """A rule. In its `example` the last quotation is the one it reads, said on `said`; `other` is a counter-example."""

    name: str
    read: Callable[[Moments, Quoted], set[str] | None]
    example: str
    said: str
    other: str


ROWS = (
    Row(
        "own-sentence",
        own_sentence,
        'On May 5, 2018, Ada Diaz said in Ames: "We won the long vote."',
        "2018-05-05",
        'Ada Diaz, who left the town on May 5, 2018, said: "We won the long vote."',
    ),
    Row(
        "attribution",
        attribution,
        'Ada Diaz said on May 5, 2018: "We won the vote." "We will win again and again."',
        "2018-05-05",
        'Ada Diaz said that the town fell on May 5, 2018. "We will win again and again."',
    ),
    Row(
        "source-behind",
        source_behind,
        'Ada Diaz spoke of it.[1]\n\n[1] In the end Ada Diaz said: "We won the long vote.", May 5, 2018.',
        "2018-05-05",
        'Ada Diaz spoke of it.[1]\n\n[1] In the end Ada Diaz said: "We won the long vote." The Ames Post, May 5, 2018.',
    ),
    Row(
        "same-occasion",
        same_occasion,
        'On May 5, 2018, Ada Diaz gave a speech in Ames. The hall was full. On that occasion, Bo Webb said: "We lost."',
        "2018-05-05",
        'On May 5, 2018, Ada Diaz gave a speech in Ames. The hall was full. In an interview, Bo Webb said: "We lost."',
    ),
    Row(
        "sentence-before",
        sentence_before,
        'On May 5, 2018, in a speech in Ames, Ada Diaz declared that all was well. Diaz stressed: "We won the vote."',
        "2018-05-05",
        'On May 5, 2018, the war in Ames came to its end. Ada Diaz stressed: "We won the vote."',
    ),
    Row(
        "same-section",
        same_section,
        'On May 5, 2018, Ada Diaz gave a speech in Ames. The hall was full.\n\nDiaz explained: "We won the vote."',
        "2018-05-05",
        'On May 5, 2018, Ada Diaz gave a speech in Ames. In 2019, the town fell.\n\nDiaz explained: "We won the vote."',
    ),
)
