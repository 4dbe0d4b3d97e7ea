"""The gate between what is known and what is published: writers see the collection only as it comes out here.

`full` passes as it is. Of an `excerpt`, all but short passages is covered. A `private` source does not pass; what it
adds to the numbers, the linking stage has counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Collection, Source
from dossier.write.gate.passages import passages
from dossier.write.gate.sift import gleaned, sifted
from dossier.write.gate.veil import Open, cover_for, uncovered, veiled

__all__ = ["Gated", "gated", "uncovered"]


@dataclass(frozen=True, slots=True)
class Gated:
    """A collection that may be published, and the character that covers what may not ("" where nothing is covered)."""

    collection: Collection
    cover: str = ""


def gated(collection: Collection) -> Gated:
    """The collection as it may be published."""
    modes = {source.slug: source.publish for source in collection.sources}
    if set(modes.values()) <= {"full"}:
        return Gated(collection)
    public = {source.slug: source for source in collection.sources if modes[source.slug] in {"full", "excerpt"}}
    opened = {slug: Open(tuple(passages(source))) for slug, source in public.items() if modes[slug] == "excerpt"}
    cover = cover_for(source.unusual for source in public.values()) if opened else ""
    for slug, stretches in opened.items():
        found = sifted(public[slug], stretches)
        public[slug] = Source(veiled(public[slug].document, stretches, cover), found)
    return Gated(gleaned(collection, public, opened), cover)
