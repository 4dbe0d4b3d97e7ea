"""Events that two or more sources tell: each source's sentence, the date it states, who speaks in it, who is silent."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.model import Attestation, Event, Passage
from dossier.sourcemap import TextSpan
from dossier.write import describe
from dossier.write.catalogue import COMPARE, Catalogue
from dossier.write.context import near
from dossier.write.edtf import in_words
from dossier.write.escape import Safe
from dossier.write.passage import Shown, shown

MOST_TOLD = 40
"""Passages that are laid side by side for one event; the timeline has the others too."""
SILENT = 12
"""Sources that are listed as silent on an event; of more only the number is told."""
SAID = ("speech", "fragment")
STANCES = {"foreseen": "foreseen", "current": "as it happens"}
AGREEMENTS = {"broader": "less exact", "narrower": "more exact", "differs": "differs"}
PRECISION = (
    (re.compile(r"-?\d{4}-\d\d-\d\d[~?%]?"), "to the day"),
    (re.compile(r"-?\d{4}-(0\d|1[0-2])[~?%]?"), "to the month"),
    (re.compile(r"-?\d{4}-2[1-4][~?%]?"), "to the season"),
    (re.compile(r"-?\d{4}[~?%]?"), "to the year"),
)
"""How exact a date is, by the form of its EDTF value; any other is a stretch of time."""


@dataclass(frozen=True, slots=True)
class Told:
    """One source's word for an event: its sentence, the date it states, and who speaks in that sentence."""

    told: Shown
    stated: str
    voices: tuple[tuple[str, Safe], ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """An event that several sources tell."""

    id: str
    when: str
    to: Safe
    count: str
    told: tuple[Told, ...]
    silent: str
    more: int = 0


def dossier(shelf: Catalogue, event: Event, told: Sequence[Told], silent: str) -> Dossier:
    """An event that several sources tell, in the words of its first passages."""
    return Dossier(
        event.id,
        in_words(event.edtf),
        shelf.event(COMPARE, event.id),
        describe.count(len({each.slug for each in event.attestations}), "source"),
        tuple(told),
        silent,
        max(len(event.attestations) - MOST_TOLD, 0),
    )


def told(shelf: Catalogue, speeches: Speeches, each: Attestation) -> Told:
    """One source's word for an event."""
    sentences = shelf.sentences[each.slug]
    date = sentences.view.dates.get(each.date_id)
    words = [in_words(date.edtf), precision(date.edtf)] if date and date.edtf else []
    words += filter(None, [AGREEMENTS.get(each.agreement, ""), STANCES.get(each.stance, "")])
    span, _, _ = near(sentences, each.label)
    return Told(
        shown(shelf, sentences, COMPARE, Passage(each.slug, each.label)),
        " · ".join(words),
        tuple(speeches.voices(span)),
    )


def packed(each: Told) -> list[Any]:
    """One source's word for an event as its leaf holds it."""
    words = each.told
    return [
        [words.line, words.to, words.title, words.slug, words.anchor],
        each.stated,
        [list(who) for who in each.voices],
    ]


def unpacked(value: list[Any]) -> Told:
    """The same again."""
    (line, where, *words), stated, voices = value
    return Told(Shown(Safe(line), Safe(where), *words), stated, tuple((name, Safe(way)) for name, way in voices))


def precision(edtf: str) -> str:
    """How exact a date is, in words."""
    return next((words for form, words in PRECISION if form.fullmatch(edtf)), "a stretch of time")


def silent(shelf: Catalogue, event: Event) -> str:
    """The sources that do not tell an event.

    More than SILENT are told together, whatever their number: one more is no news of an event that it does not tell.
    """
    slugs = {each.slug for each in event.attestations}
    if len(shelf.views) - len(slugs) > SILENT:
        return "all other sources"
    return "; ".join(words for slug, words in shelf.shorts.items() if slug not in slugs)


class Speeches:
    """The quotations of one source, for finding those in a range."""

    def __init__(self, shelf: Catalogue, slug: str) -> None:
        self.shelf = shelf
        quotes = [quote for quote in shelf.views[slug].source.annotations.quotes if quote.kind in SAID]
        self.quotes = sorted(quotes, key=lambda quote: quote.span)
        self.starts = [quote.span.start for quote in self.quotes]

    def voices(self, span: TextSpan) -> Iterator[tuple[str, Safe]]:
        """Who is quoted with words that begin in a range, and the way to the name; each once, "" for no way."""
        found: dict[str, Safe] = {}
        for quote in self.quotes[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]:
            who = self.shelf.speaker(quote.speaker)
            described = quote.speaker.name if quote.speaker else None
            if who:
                found.setdefault(who.name, self.shelf.bearer(COMPARE, who.id))
            elif described:
                found.setdefault(described, Safe(""))
        yield from found.items()
