"""The causes and the figures that the sentences of one source give, in columns."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dossier.lexicon import terms
from dossier.link.dated import fold, number
from dossier.link.packed import Rows, narrow, rows
from dossier.link.tellings import idle
from dossier.link.told import Told
from dossier.model import Source
from dossier.sourcemap import TextSpan

REACH = 14
"""Words after a cue in which the cause stands."""
FEWEST = 2
SHORTEST = 3
WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")
FIGURE = re.compile(r"(?<![\w.,$€£-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s+|-)(?:of\s+(?:the\s+)?)?([a-z]{3,})")
COUNTS_NOTHING = frozenset(
    {"and", "per", "the", "for", "from", "that", "with", "was", "were", "has", "have", "had", "are"}
)
"""Words that may follow a number and count nothing."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The sentences that give a cause with its words, and those that count something with the nouns; words as numbers.

    `numbers` are as many as all nouns.
    """

    caused: array[int]
    causes: Rows
    counting: array[int]
    units: Rows
    numbers: array[float]

    def cause(self, sentence: int) -> frozenset[int]:
        """The words of the cause that a sentence gives."""
        return frozenset(self.causes[self.caused.index(sentence)]) if sentence in self.caused else frozenset()

    def counts(self, sentence: int) -> dict[int, float]:
        """What a sentence counts: the noun and its number."""
        if sentence not in self.counting:
            return {}
        at = self.counting.index(sentence)
        start = self.units.ends[at - 1] if at else 0
        return dict(zip(self.units[at], self.numbers[start:], strict=False))


def counted(source: Source, told: Told) -> Counted:
    """What the source's sentences give, in their order."""
    text = source.document.text
    dates = {date.span.start for date in source.annotations.dates}
    given = {at: cause(text[told.starts[at] : told.ends[at]]) for at in about(text, told)}
    given = {at: words for at, words in given.items() if len(words) >= FEWEST}
    spans = enumerate(zip(told.starts, told.ends, strict=True))
    figures = {at: counts(TextSpan(*span), text, dates) for at, span in spans if DIGIT.search(text, *span)}
    figures = {at: found for at, found in figures.items() if found}
    return Counted(
        narrow(given),
        rows([sorted(map(number, words)) for words in given.values()], "Q"),
        narrow(figures),
        rows([list(map(number, found)) for found in figures.values()], "Q"),
        array("d", [value for found in figures.values() for value in found.values()]),
    )


@cache
def cues() -> re.Pattern[str]:
    """The words that lead to a cause, longest first."""
    listed = sorted(terms("en", "cause_cues"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)


def about(text: str, told: Told) -> Iterator[int]:
    """The sentences that may have a cue: looked for in the whole text at once, and only once per cue."""
    small = text.lower()
    if len(small) != len(text):
        yield from range(len(told.starts))
        return
    found = set()
    for cue in terms("en", "cause_cues"):
        at = small.find(cue.lower())
        while at >= 0:
            found.add(told.at(at))
            at = small.find(cue.lower(), at + 1)
    yield from sorted(at for at in found if at is not None)


def cause(text: str) -> set[str]:
    """The content words of the cause that a sentence gives; none where it gives no cause."""
    cue = cues().search(text)
    if not cue:
        return set()
    after = [fold(word) for word in WORD.findall(text, cue.end())[:REACH]]
    return {word for word in after if len(word) >= SHORTEST and word not in idle()}


def counts(span: TextSpan, text: str, dates: set[int]) -> dict[str, float]:
    """What a sentence counts: the noun and its number, dates left out; a noun that it counts twice says nothing."""
    found: dict[str, float] = {}
    twice: set[str] = set()
    for match in FIGURE.finditer(text, span.start, span.end):
        unit = fold(match[2])
        if match.start() in dates or match[2] in COUNTS_NOTHING:
            continue
        if unit in found:
            twice.add(unit)
        found[unit] = float(match[1].replace(",", ""))
    return {unit: value for unit, value in found.items() if unit not in twice}
