"""Texts made of each source of which pages of many sources are put together: each is read alone, and known by a digest.

A page takes a few from each of hundreds of sources. Of leaves, it would read all that each source gives.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from dossier.write.catalogue import Catalogue
from dossier.write.memo.parted import Places, opening, part, parted
from dossier.write.memo.store import Json, Leaves
from dossier.write.work import Work

About = Callable[[Sequence[str]], Json]


def nothing(_: Sequence[str]) -> Json:
    """Nothing to tell of some texts."""
    return None


def of_texts(part: str, make: Callable[[Catalogue, str], list[str]], about: About = nothing) -> Work:
    """Texts of each source, each of which can be read alone, with what `about` tells of them as JSON."""
    return Work(part, partial(in_parts, make, about))


def in_parts(make: Callable[[Catalogue, str], list[str]], about: About, shelf: Catalogue, slug: str) -> Json:
    """The same of one source."""
    texts = make(shelf, slug)
    return parted(about(texts), texts)


class Fragments:
    """The texts of all sources by slug and number; each source's are the parts of its leaf.

    `about` is what is told of each source's texts without reading them.
    """

    def __init__(self, leaves: Leaves) -> None:
        self.leaves = leaves
        self.about: dict[str, Json] = {}
        self.places: dict[str, Places] = {}
        for slug in leaves:
            self.about[slug], self.places[slug] = opening(leaves, slug)

    def text(self, slug: str, number: int) -> str:
        """One text."""
        at, size, _ = self.places[slug][number]
        text: str = part(self.leaves, slug, at, size)
        return text

    def digest(self, slug: str, number: int) -> str:
        """What tells one text from any other, without reading it."""
        return self.places[slug].digest(number)
