"""A quotation as lists count and place it: whom it stands under, and how long it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from sys import intern
from typing import Any

from dossier.model import Quote
from dossier.sourcemap import TextSpan
from dossier.write.bearers import Bearer
from dossier.write.view import View

SAID = ("speech", "fragment", "nested")
NOBODY, DESCRIBED, TERMS = "speaker-not-named", "described", "terms"
TITLES = {NOBODY: "Speaker not named", DESCRIBED: "Speakers described, not named", TERMS: "Titles and terms"}


@dataclass(frozen=True, slots=True)
class Saying:
    """One quotation: its id in its source, and the id and the name that it stands under."""

    id: str
    place: str
    name: str
    said: bool
    """Whether it is somebody's words, and no title or term."""
    whole: bool
    """Whether it is no part of another quotation."""
    words: int
    characters: int
    parts: int
    first: tuple[int, int]
    """Where its first part stands in the reading text."""


def saying(view: View, quote: Quote, who: Bearer | None) -> list[Any]:
    """A quotation of a speaker, if one is known, as JSON has it: what `Saying` holds, in its order."""
    place, name = address(quote, who)
    held = pieces(quote)
    return [
        quote.id,
        place,
        name,
        quote.kind in SAID,
        quote.parent is None,
        sum(len(view.reading(part).split()) for part in held),
        quote.span.end - quote.span.start,
        len(held),
        [held[0].start, held[0].end],
    ]


def address(quote: Quote, who: Bearer | None) -> tuple[str, str]:
    """Whom a quotation stands under: an id (`by-emmanuel-macron`, or one of TITLES) and the name to show."""
    if quote.kind not in SAID:
        return TERMS, TITLES[TERMS]
    if who:
        return f"by-{who.id}", who.name
    place = DESCRIBED if quote.speaker and quote.speaker.name else NOBODY
    return place, TITLES[place]


def pieces(quote: Quote) -> tuple[TextSpan, ...]:
    """The parts of a quotation; one that is not divided is its own part."""
    return quote.parts or (quote.span,)


def read(values: list[Any]) -> Saying:
    """What `saying` gave. Many share a speaker, whose name is held once."""
    id, place, name, *rest = values
    rest[-1] = tuple(rest[-1])
    return Saying(id, intern(place), intern(name), *rest)


class Sayings(Mapping[str, tuple[Saying, ...]]):
    """The quotations of each source by slug, in its order; read where they are asked for."""

    def __init__(self, leaves: Mapping[str, Any]) -> None:
        self.leaves = leaves

    def __getitem__(self, slug: str) -> tuple[Saying, ...]:
        return tuple(map(read, self.leaves[slug]))

    def __iter__(self) -> Iterator[str]:
        return iter(self.leaves)

    def __len__(self) -> int:
        return len(self.leaves)
