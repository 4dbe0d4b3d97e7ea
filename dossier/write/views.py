"""The views of a collection's sources, each made where it is asked for, and few of them in memory at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping

from dossier.model import Source
from dossier.write.context import Sentences
from dossier.write.view import View, view

MOST = 40
"""Views in memory at once, about 0.25 MB each where a seed has 12 KB."""


class Views(Mapping[str, View]):
    """The view of each source by its slug, in the order of the sources; `most` are kept for the next time."""

    def __init__(self, sources: Mapping[str, Source], most: int = MOST) -> None:
        self.sources = sources
        self.most = most
        self.held: OrderedDict[str, Sentences] = OrderedDict()

    def sentences(self, slug: str) -> Sentences:
        """A view with the beginnings of its sentences, as far as they have been asked for."""
        found = self.held.pop(slug, None) or Sentences(view(self.sources[slug].load()))
        self.held[slug] = found
        if len(self.held) > self.most:
            self.held.popitem(last=False)
        return found

    def __getitem__(self, slug: str) -> View:
        return self.sentences(slug).view

    def __contains__(self, slug: object) -> bool:
        return slug in self.sources

    def __iter__(self) -> Iterator[str]:
        return iter(self.sources)

    def __len__(self) -> int:
        return len(self.sources)


class Raw(Mapping[str, bytes]):
    """The bytes of each source's seed file, by its slug."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources

    def __getitem__(self, slug: str) -> bytes:
        return self.sources[slug].document.seed.data

    def __iter__(self) -> Iterator[str]:
        return iter(self.sources)

    def __len__(self) -> int:
        return len(self.sources)


class EverySentences(Mapping[str, Sentences]):
    """The beginnings of each source's sentences, by its slug."""

    def __init__(self, views: Views) -> None:
        self.views = views

    def __getitem__(self, slug: str) -> Sentences:
        return self.views.sentences(slug)

    def __iter__(self) -> Iterator[str]:
        return iter(self.views)

    def __len__(self) -> int:
        return len(self.views)
