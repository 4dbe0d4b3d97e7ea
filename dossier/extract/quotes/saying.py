"""When words were said, by a table of rules: the date in their sentence, of the occasion told before, of the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dossier.extract.quotes.case import Found
from dossier.extract.quotes.lines import Lines
from dossier.extract.quotes.occasions import Saying, speaking, tied, told
from dossier.extract.quotes.people import People, Resolver
from dossier.extract.quotes.phrases import clause_subject
from dossier.extract.quotes.tokens import Line
from dossier.lexicon import words
from dossier.model import Block, Date, Speaker

RUNNING = frozenset({"paragraph", "bullet", "blockquote", "note"})
HEADINGS = frozenset({"title", "subtitle", "heading"})
FAR = 12
"""Blocks looked back through for the occasion."""
SAYS = re.compile("[xaj]*v")
NEAR = 10
"""Tokens behind a subject within which the noun for the occasion stands: `was a guest at the Economic Forum`."""
MONTH = 7
"""Characters of an EDTF date that names a month: a year alone says of no later words that they belong to it."""
MANY = 40
"""Sentences looked back through."""
SOURCE = re.compile(r"[\s,.;(\u2013\u2014-]*")
ENDED = re.compile(r"\s*(?:[.)\];]|$)")
AGAIN = re.compile(r"\b(?:in|on|at|during) (?:that|this|the same|the said) (?P<noun>[a-z-]+)", re.IGNORECASE)
OWN = re.compile(r"\b(?:in|on|at|during) (?:his|her|their|its|the) (?P<noun>[a-z-]+)", re.IGNORECASE)
NEW = re.compile(
    r"\b(?:in|on|at|during) (?:an?|another|one) (?:[\w-]+ ){0,3}?(?P<noun>[a-z-]+)|\b(?:later|earlier|elsewhere)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Moments:
    """What tells when one document's quotations were said; `dates` are all of its dates in text order."""

    text: str
    dates: tuple[Date, ...]
    blocks: tuple[Block, ...]
    lines: Lines
    people: People
    resolver: Resolver

    def said(self, quote: Quoted) -> tuple[str | None, str]:
        """The EDTF date of an utterance and the rule that gave it; (None, "") where the text does not say."""
        if not self.dates:
            return None, ""
        for row in ROWS:
            values = row.read(self, quote)
            if values is not None:
                value = values.pop() if len(values) == 1 else None
                return (value, row.name) if value else (None, "")
        return None, ""

    def bearer(self, line: Line, token: int) -> int | None:
        """Whom a token names or, as a pronoun, stands for."""
        if line.tags[token] == "R":
            return self.resolver.pronoun(line.block, token)
        return self.people.at.get(line.starts[token])

    def occasion(self, line: Line, low: int, high: int, who: str | None) -> set[str]:
        """The date of the occasion that a sentence tells; with `who`, only where that person acts in it."""
        phrase = clause_subject(line.tags, low, high)
        found = self.bearer(line, phrase.head) if phrase else None
        if phrase is None or found is None or (who is not None and self.people.names[found].name != who):
            return set()
        dates = told(self.dates, line, low, high)
        if any(d.edtf is None for d in dates) or len({d.edtf for d in dates}) != 1:
            return set()
        says = SAYS.match(line.tags, phrase.end, high)
        if not says and not speaking(line, self.text, low, min(phrase.end + NEAR, high)):
            return set()
        saying = Saying(line, low, high, phrase, None)
        return {d.edtf for d in dates if d.edtf and len(d.edtf) >= MONTH and tied(self.text, saying, d)}

    def back(self, line: Line, low: int) -> Iterator[tuple[Line, int, int]]:
        """The sentences before token `low` of a line, nearest first, through the section that holds it."""
        left, note = MANY, self.blocks[line.block].note
        for number in range(line.block, max(-1, line.block - FAR), -1):
            block = self.blocks[number]
            if block.role in HEADINGS or block.note != note:
                return
            if block.role not in RUNNING and number != line.block:
                continue
            here = self.lines[number]
            for first, last in reversed(here.sentences):
                if number == line.block and first >= low:
                    continue
                left -= 1
                if left < 0:
                    return
                yield here, first, last

    def words(self, line: Line, low: int, high: int) -> str:
        """A sentence as it stands, its quotations left out."""
        kept = [line.words[i] for i in range(low, high) if line.tags[i] != "Q"]
        return " ".join(kept)

    def carried(self, quote: Quoted, who: str | None, limit: int) -> set[str] | None:
        """The date of the nearest occasion told before, up to `limit` sentences back; {} where another time is told."""
        line, low, high = quote.place()
        fresh = new(self.words(line, low, high))
        for step, (here, first, last) in enumerate(self.back(line, low)):
            if step == limit or here.starts[first] + 1 < self.earliest():
                return None
            if told(self.dates, here, first, last):
                return self.occasion(here, first, last, who)
            if fresh:
                return set()
            fresh = new(self.words(here, first, last))
        return None

    def earliest(self) -> int:
        """Where the sentence of the first date may begin at the earliest."""
        return max(0, self.dates[0].span.start - 4000)


@dataclass(frozen=True, slots=True)
class Quoted:
    """An utterance: how its speaker was found, its line and token, where its last mark ends, and who speaks."""

    find: Found
    line: Line
    at: int
    close: int
    who: Speaker
    whole: bool
    """Whether it is a full sentence or more; a mere fragment may come from anywhere."""

    def place(self) -> tuple[Line, int, int]:
        """The sentence that it stands in; of words told again, that where they are told first."""
        if self.find.rule == "repeated":
            return (self.find.line, *self.find.line.sentence(self.find.phrase.start))
        return (self.line, *self.line.sentence(self.at))

    def goes_on(self, moments: Moments) -> bool:
        """Whether it may belong to an occasion told before: a full sentence, or `in his speech` beside a fragment."""
        return self.whole or same(moments.words(*self.place()), OWN)


def new(sentence: str) -> bool:
    """Whether a sentence moves on to an occasion of its own: `in a later interview`."""
    listed = words("en", "occasion_nouns")
    return any(m.group("noun") is None or m.group("noun").lower() in listed for m in NEW.finditer(sentence))


def same(sentence: str, pattern: re.Pattern[str]) -> bool:
    """Whether a sentence refers to an occasion told before: `on that occasion`, `during his stay`."""
    return any(m.group("noun").lower() in words("en", "occasion_nouns") for m in pattern.finditer(sentence))


def own_sentence(moments: Moments, quote: Quoted) -> set[str] | None:
    """The dates in the quotation's sentence; none where that tells another time."""
    return in_sentence(moments, quote, quote.line, *quote.line.sentence(quote.at))


def attribution(moments: Moments, quote: Quoted) -> set[str] | None:
    """The dates in the sentence that names the speaker, where that is another."""
    line = quote.find.line
    if not quote.goes_on(moments):
        return None
    return in_sentence(moments, quote, line, *line.sentence(quote.find.phrase.start))


def in_sentence(moments: Moments, quote: Quoted, line: Line, low: int, high: int) -> set[str] | None:
    """The dates of one sentence that say when the speaker spoke; None where it tells none at all."""
    dates = told(moments.dates, line, low, high)
    if not dates:
        return None
    find = quote.find
    if find.line is not line or not low <= find.phrase.start < high:
        return set()
    saying = Saying(line, low, high, find.phrase, find.cue)
    return {d.edtf for d in dates if d.edtf and tied(moments.text, saying, d)}


def source_behind(moments: Moments, quote: Quoted) -> set[str] | None:
    """The date of the source right behind the last mark, in a note."""
    if moments.blocks[quote.line.block].note is None:
        return None
    at = bisect_left(moments.dates, quote.close, key=lambda d: d.span.start)
    if at == len(moments.dates):
        return None
    date, end = moments.dates[at], moments.blocks[quote.line.block].span.end
    behind = SOURCE.fullmatch(moments.text, quote.close, date.span.start) and date.edtf
    if not behind or not date.edtf or not ENDED.match(moments.text, date.span.end, max(end, date.span.end)):
        return None
    return {date.edtf}


def sentence_before(moments: Moments, quote: Quoted) -> set[str] | None:
    """The occasion that the sentence before names, with the same speaker."""
    return moments.carried(quote, quote.who.name, 1) if quote.who.name and quote.goes_on(moments) else None


def same_occasion(moments: Moments, quote: Quoted) -> set[str] | None:
    """`On that occasion, Bo Webb said`: the last occasion told, whoever spoke."""
    return moments.carried(quote, None, MANY) if same(moments.words(*quote.place()), AGAIN) else None


def same_section(moments: Moments, quote: Quoted) -> set[str] | None:
    """The same speaker goes on in the section, and no other time is told between."""
    return moments.carried(quote, quote.who.name, MANY) if quote.who.name and quote.goes_on(moments) else None


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
        "sentence-before",
        sentence_before,
        'On May 5, 2018, in a speech in Ames, Ada Diaz declared that all was well. Diaz stressed: "We won the vote."',
        "2018-05-05",
        'On May 5, 2018, the war in Ames came to its end. Ada Diaz stressed: "We won the vote."',
    ),
    Row(
        "same-occasion",
        same_occasion,
        'On May 5, 2018, Ada Diaz gave a speech in Ames. The hall was full. On that occasion, Bo Webb said: "We lost."',
        "2018-05-05",
        'On May 5, 2018, Ada Diaz gave a speech in Ames. The hall was full. In an interview, Bo Webb said: "We lost."',
    ),
    Row(
        "same-section",
        same_section,
        'On May 5, 2018, Ada Diaz gave a speech in Ames. The hall was full.\n\nDiaz explained: "We won the vote."',
        "2018-05-05",
        'On May 5, 2018, Ada Diaz gave a speech in Ames. In 2019, the town fell.\n\nDiaz explained: "We won the vote."',
    ),
)
