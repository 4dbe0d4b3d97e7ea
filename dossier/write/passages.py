"""The passages that pages of other sources show: what they show of each is made once, beside its own text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dossier.write.catalogue import Catalogue
from dossier.write.describe import excerpt
from dossier.write.escape import Safe
from dossier.write.memo import Leaves
from dossier.write.memo.parted import Part, opening, part, parted
from dossier.write.memo.store import Json
from dossier.write.passage import sentence_of
from dossier.write.saying import pieces
from dossier.write.seen import Seen, spanned
from dossier.write.work import Work

BEGINS = 60
"""Characters of a passage by which its preview finds where it begins in its paragraph."""


def seen_of(shelf: Catalogue, slug: str) -> Json:
    """What others show of one source."""
    view = shelf.views[slug]
    found: dict[str, list[Any]] = {}
    quotes = (view.quotes[name] for name in shelf.forms.get(slug, ()))
    for span in sorted({*shelf.wanted.get(slug, ()), *(pieces(quote)[0] for quote in quotes)}):
        at = view.seed_span(span)
        begins = excerpt(view.reading(span), BEGINS).rstrip("…")
        line = sentence_of(shelf.sentences[slug], span)
        found[spanned(span)] = [line, view.anchor(span), begins, at.start, at.end]
    return parted(list(found), found.values())


PASSAGES = Work("passages", seen_of)


class Passages(Mapping[str, Seen]):
    """The passages by their names, each read where it is asked for; where those of the last source stand is at hand."""

    def __init__(self, leaves: Leaves) -> None:
        self.leaves = leaves
        self.last: tuple[str, Mapping[str, Part]] = "", {}

    def of(self, slug: str) -> Mapping[str, Part]:
        """Where those of one source stand, by their ranges; {} of one that is no more."""
        if slug not in self.leaves:
            return {}
        if self.last[0] != slug:
            spans, parts = opening(self.leaves, slug) if slug in self.leaves.places else ((), ())
            self.last = slug, dict(zip(spans, parts, strict=True))
        return self.last[1]

    def __getitem__(self, key: str) -> Seen:
        slug, _, span = key.partition(" ")
        at, size, _ = self.of(slug)[span]
        line, *rest = part(self.leaves, slug, at, size)
        return Seen(Safe(line), *rest)

    def digests(self, key: str) -> Mapping[str, str]:
        """What tells each passage of its source from any other, by name, without reading it."""
        slug = key.partition(" ")[0]
        return {f"{slug} {span}": each.digest for span, each in self.of(slug).items()}

    def __iter__(self) -> Iterator[str]:
        return (f"{slug} {span}" for slug in self.leaves for span in self.of(slug))

    def __len__(self) -> int:
        return sum(1 for _ in self)
