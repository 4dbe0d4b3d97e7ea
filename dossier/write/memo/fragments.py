"""Texts made of each source of which pages of many sources are put together: each is read alone, and known by a digest.

A page takes a few from each of hundreds of sources. Of leaves, it would read all that each source gives.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from dossier.write.memo.parted import opening, part
from dossier.write.memo.store import CHECK, Leaves

HEX = 2 * CHECK
"""Letters of a digest."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the texts of one source stand in its leaf, their sizes in bytes, and their digests in a row."""

    starts: array[int]
    sizes: array[int]
    digests: str


class Fragments:
    """The texts of all sources by slug and number; each source's are the parts of its leaf."""

    def __init__(self, leaves: Leaves) -> None:
        self.leaves = leaves
        self.places = {slug: places(leaves, slug) for slug in leaves}

    def text(self, slug: str, number: int) -> str:
        """One text."""
        held = self.places[slug]
        text: str = part(self.leaves, slug, held.starts[number], held.sizes[number])
        return text

    def digest(self, slug: str, number: int) -> str:
        """What tells one text from any other, without reading it."""
        return self.places[slug].digests[number * HEX : (number + 1) * HEX]


def places(leaves: Leaves, slug: str) -> Places:
    """Where the texts of a source are."""
    _, parts = opening(leaves, slug)
    return Places(
        array("I", (each.at for each in parts)),
        array("I", (each.size for each in parts)),
        "".join(each.digest for each in parts),
    )
