"""Where the names and the quotations of a source are told: asked for source by source, since a page asks for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from dossier.write.bearers import Bearers
from dossier.write.saying import Saying

OWN = ""
"""Stands for the page that a name has of its own."""


@dataclass(frozen=True, slots=True)
class NameWays(Mapping[str, Mapping[str, str]]):
    """By slug: the page of each name by its id. `places` are those of names without a page, `index` of all others."""

    bearers: Bearers
    paged: AbstractSet[str]
    places: Mapping[str, str]
    index: str
    last: dict[str, Mapping[str, str]] = field(default_factory=dict, compare=False, repr=False)
    """Those of the source that was asked for last: a page of a source asks for each of its names."""

    def __getitem__(self, slug: str) -> Mapping[str, str]:
        if slug not in self.last:
            found = (who.id for who in self.bearers[slug] if who)
            made = {id: OWN if id in self.paged else self.places.get(id, self.index) for id in found}
            self.last.clear()
            self.last[slug] = made
        return self.last[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self.bearers)

    def __len__(self) -> int:
        return len(self.bearers)


@dataclass(frozen=True, slots=True)
class QuoteWays(Mapping[str, Mapping[str, str]]):
    """By slug: the page of each quotation by its id. `places` are those of many pages, `index` is the only one."""

    sayings: Mapping[str, Sequence[Saying]]
    places: Mapping[str, str]
    index: str

    def __getitem__(self, slug: str) -> Mapping[str, str]:
        return {each.id: self.places.get(f"{slug}--{each.id}", self.index) for each in self.sayings[slug]}

    def __iter__(self) -> Iterator[str]:
        return iter(self.sayings)

    def __len__(self) -> int:
        return len(self.sayings)
