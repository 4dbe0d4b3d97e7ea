"""The dates of one document that may tell when words were said, and the occasion told before a quotation."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from dossier.extract.quotes.case import Found
from dossier.extract.quotes.lines import Lines
from dossier.extract.quotes.occasions import Saying, speaking, tied, token
from dossier.extract.quotes.people import People, Resolver
from dossier.extract.quotes.phrases import clause_subject
from dossier.extract.quotes.tokens import QUOTED, Line
from dossier.lexicon import words
from dossier.model import Block, Date, Speaker

RUNNING = frozenset({"paragraph", "bullet", "blockquote", "note"})
HEADINGS = frozenset({"title", "subtitle", "heading"})
FAR = 12
"""Blocks looked back through for the occasion."""
MANY = 40
"""Sentences between an occasion and the words said on it; dates looked back through for one outside quotations."""
NEAR = 10
"""Tokens behind a subject within which the noun for the occasion stands: `was a guest at the Economic Forum`."""
MONTH = 7
"""Characters of an EDTF date that names a month: a year alone says of no later words that they belong to it."""
SAYS = re.compile("[xaj]*v")
AGAIN = re.compile(r"\b(?:in|on|at|during) (?:that|this|the same|the said) (?P<noun>[a-z-]+)", re.IGNORECASE)
OWN = re.compile(r"\b(?:in|on|at|during) (?:his|her|their|its|the) (?P<noun>[a-z-]+)", re.IGNORECASE)
NEW = re.compile(
    r"\b(?:in|on|at|during) (?:an?|another|one)(?P<nouns>(?: [\w-]+){1,4})|\b(?:later|earlier|elsewhere)\b",
    re.IGNORECASE,
)


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


@dataclass(slots=True)
class Moments:
    """What tells when one document's quotations were said; `dates` are all of its dates in text order."""

    text: str
    dates: tuple[Date, ...]
    blocks: tuple[Block, ...]
    lines: Lines
    people: People
    resolver: Resolver
    events: list[Date] = field(default_factory=list)
    """Those that tell what happened; none that lie open (`since 2014`)."""
    starts: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    passed: dict[int, tuple[Line, int] | None] = field(default_factory=dict)
    """What `nearest` has found, by the first character of the sentence."""
    known: dict[tuple[int, str | None], frozenset[str]] = field(default_factory=dict)
    """What `occasion` has found, by the first character of the sentence and the speaker."""

    def __post_init__(self) -> None:
        """Index the dates and the blocks by where they start."""
        self.events = [d for d in self.dates if d.role == "event" and not (d.edtf and ".." in d.edtf)]
        self.starts = [d.span.start for d in self.events]
        self.firsts = [b.span.start for b in self.blocks] if self.events else []

    def told(self, line: Line, low: int, high: int) -> list[Date]:
        """The dates of events that a sentence tells outside its quotations."""
        first = bisect_left(self.starts, line.starts[low])
        last = bisect_left(self.starts, line.ends[high - 1], first)
        return [d for d in self.events[first:last] if line.tags[token(line, d.span.start)] != "Q"]

    def occasion(self, line: Line, low: int, high: int, who: str | None) -> set[str]:
        """The date of the occasion that a sentence tells; with `who`, only where that person acts in it."""
        phrase = clause_subject(line.tags, low, high)
        found = self.bearer(line, phrase.head) if phrase else None
        if phrase is None or found is None or (who is not None and self.people.names[found].name != who):
            return set()
        dates = self.told(line, low, high)
        if any(d.edtf is None for d in dates) or len({d.edtf for d in dates}) != 1:
            return set()
        says = SAYS.match(line.tags, phrase.end, high)
        if not says and not speaking(line, self.text, low, min(phrase.end + NEAR, high)):
            return set()
        saying = Saying(line, low, high, phrase, None)
        return {d.edtf for d in dates if d.edtf and len(d.edtf) >= MONTH and tied(self.text, saying, d)}

    def bearer(self, line: Line, at: int) -> int | None:
        """Whom a token names or, as a pronoun, stands for."""
        if line.tags[at] == "R":
            return self.resolver.pronoun(line.block, at)
        return self.people.at.get(line.starts[at])

    def carried(self, quote: Quoted, who: str | None, most: int, *, again: bool = False) -> set[str] | None:
        """The date of the occasion told last, at most `most` sentences back; the empty set where another time is told.

        None where the section tells none before. A fragment, and with `again` any words, must refer back to it.
        """
        line, low, high = quote.place()
        if not self.starts or self.starts[0] >= line.starts[low]:
            return None
        if line.starts[low] not in self.passed:
            self.passed[line.starts[low]] = self.nearest(line, low)
        nearest = self.passed[line.starts[low]]
        if nearest is None:
            return None
        here, number = nearest
        sentence = self.words(line, low, high)
        if not (same(sentence, AGAIN) if again else quote.whole or same(sentence, OWN)):
            return None
        values = self.remembered(here, *here.sentences[number], who)
        if not values:
            return None
        between = list(self.between(here, number + 1, line, low, most))
        if len(between) >= most:
            return None
        passed = [*(self.words(*place) for place in between), sentence][1:]
        return set() if any(new(each) for each in passed) else values

    def remembered(self, line: Line, low: int, high: int, who: str | None) -> set[str]:
        """The date of the occasion that a sentence tells, worked out once."""
        key = line.starts[low], who
        if key not in self.known:
            self.known[key] = frozenset(self.occasion(line, low, high, who))
        return set(self.known[key])

    def nearest(self, line: Line, low: int) -> tuple[Line, int] | None:
        """The line and the number of the sentence before token `low` that last tells a time in the same section.

        None also where that time is too vague to say when somebody spoke.
        """
        at = bisect_left(self.starts, line.starts[low]) - 1
        for date in reversed(self.events[max(0, at - MANY) : at + 1]):
            if self.lines.mask[date.span.start] == QUOTED:
                continue
            number = bisect_right(self.firsts, date.span.start) - 1
            if date.edtf is None or len(date.edtf) < MONTH or not self.one_section(number, line.block):
                return None
            here = self.lines[number]
            return here, here.number(token(here, date.span.start))
        return None

    def one_section(self, number: int, block: int) -> bool:
        """Whether two blocks stand in one section, near each other; a note is a section of its own."""
        if block - number > FAR or (number != block and self.blocks[number].role not in RUNNING):
            return False
        note = self.blocks[block].note
        return all(b.note == note and b.role not in HEADINGS for b in self.blocks[number : block + 1])

    def between(self, here: Line, number: int, line: Line, low: int, most: int) -> Iterator[tuple[Line, int, int]]:
        """The sentences from the one of that number up to token `low` of `line`, up to `most` of them."""
        for block in range(here.block, line.block + 1):
            if self.blocks[block].role not in RUNNING and block != line.block:
                continue
            each = self.lines[block]
            for first, last in each.sentences[number if block == here.block else 0 :]:
                if most <= 0 or (block == line.block and first >= low):
                    return
                most -= 1
                yield each, first, last

    def words(self, line: Line, low: int, high: int) -> str:
        """A sentence as it stands, its quotations left out."""
        return " ".join(
            [word for word, tag in zip(line.words[low:high], line.tags[low:high], strict=True) if tag != "Q"]
        )


def new(sentence: str) -> bool:
    """Whether a sentence moves on to an occasion of its own: `in a later interview`."""
    listed = words("en", "occasion_nouns")
    return any(m["nouns"] is None or listed & set(m["nouns"].lower().split()) for m in NEW.finditer(sentence))


def same(sentence: str, pattern: re.Pattern[str]) -> bool:
    """Whether a sentence refers to an occasion told before: `on that occasion`, `during his stay`."""
    return any(m.group("noun").lower() in words("en", "occasion_nouns") for m in pattern.finditer(sentence))
