"""Who bears the names of a source: as much of an identity as a page says of it, whatever other sources name it too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model import Collection, Identity, NameType


@dataclass(frozen=True, slots=True)
class Bearer:
    """One bearer of a name. `description` and `links` are the editor's, from `seeds/names.yml`."""

    id: str
    name: str
    type: NameType
    description: str = ""
    links: tuple[tuple[str, str], ...] = ()


Bearers = Mapping[str, tuple[Bearer | None, ...]]
"""By slug: the bearer of each of the source's names, in their order; None for a name of nobody."""


def bearer(who: Identity) -> Bearer:
    """An identity without the places that name it."""
    return Bearer(who.id, who.name, who.type, who.description, who.links)


def bearers(collection: Collection, by_id: Mapping[str, Bearer]) -> Bearers:
    """The bearers of every source's names."""
    found: dict[str, list[Bearer | None]] = {
        source.slug: [None] * len(source.annotations.names) for source in collection.sources
    }
    for who in collection.identities:
        for slug, number in who.members:
            found[slug][number] = by_id[who.id]
    return {slug: tuple(each) for slug, each in found.items()}
