"""What is counted in each source, and in all of them together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from dossier.model import Quote
from dossier.write.catalogue import Catalogue
from dossier.write.testimony import Testimony

SAID = ("speech", "fragment")
KIND = "facts"
"""The kind of item."""


@dataclass(slots=True)
class Tally:
    """Quotations, those of each speaker and mentions of each name by their ids, and when each source was published."""

    quotations: int = 0
    speakers: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    published: list[str | None] = field(default_factory=list)


def tally(told: Testimony) -> Tally:
    """What all sources hold together."""
    found = Tally()
    for _, each in told.every(KIND):
        quotations, speakers, mentions, published = told.read(each)
        found.quotations += quotations
        found.speakers.update(speakers)
        found.mentions.update(mentions)
        found.published.append(published)
    return found


def facts(shelf: Catalogue, slug: str) -> list[Any]:
    """What one source holds."""
    view = shelf.views[slug]
    every = [quote for quote in view.source.annotations.quotes if counts(quote)]
    speakers = Counter(who.id for quote in every if (who := shelf.speaker(quote.speaker)))
    mentions: Counter[str] = Counter()
    for name, who in shelf.borne(slug):
        if who:
            mentions[who.id] += len(name.mentions)
    published = view.document.meta.published
    return [KIND, slug, [len(every), dict(speakers), dict(mentions), published.value if published else None]]


def counts(quote: Quote) -> bool:
    """Whether a quotation is somebody's words and not inside another one."""
    return quote.kind in SAID and quote.parent is None
