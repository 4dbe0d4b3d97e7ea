"""Who bears the names of a source: as much of an identity as a page says of it, whatever other sources name it too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, repeat

from dossier.model import Collection, Identity, Name, NameType


@dataclass(frozen=True, slots=True)
class Bearer:
    """One bearer of a name. `description` and `links` are the editor's, from `seeds/names.yml`."""

    id: str
    name: str
    type: NameType
    description: str = ""
    links: tuple[tuple[str, str], ...] = ()


Bearers = Mapping[str, tuple[Bearer | None, ...]]
"""By slug: the bearers of the source's names, in their order, as far as the last that has one; None for nobody's."""


def bearer(who: Identity) -> Bearer:
    """An identity without the places that name it."""
    return Bearer(who.id, who.name, who.type, who.description, who.links)


def bearers(collection: Collection, by_id: Mapping[str, Bearer]) -> Bearers:
    """The bearers of every source's names. No source is looked at."""
    found: dict[str, list[Bearer | None]] = {source.slug: [] for source in collection.sources}
    for who in collection.identities:
        mine = by_id[who.id]
        for slug, number in who.members:
            held = found[slug]
            if number >= len(held):
                held.extend([None] * (number + 1 - len(held)))
            held[number] = mine
    return {slug: tuple(each) for slug, each in found.items()}


def borne(names: Sequence[Name], found: Sequence[Bearer | None]) -> Iterator[tuple[Name, Bearer | None]]:
    """A source's names, each with its bearer."""
    return zip(names, chain(found, repeat(None)), strict=False)


def members(found: Iterable[Bearer | None], chosen: AbstractSet[str]) -> tuple[str, ...]:
    """The ids of those bearers that are among the chosen."""
    return tuple({who.id: None for who in found if who and who.id in chosen})
