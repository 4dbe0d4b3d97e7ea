"""A passage as pages of other sources show it, asked for by its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.model import Passage
from dossier.sourcemap import TextSpan
from dossier.write.escape import Safe


@dataclass(frozen=True, slots=True)
class Seen:
    """A passage: its sentence as Markdown, its anchor, its first words, and its place in the seed."""

    line: Safe
    anchor: str
    begins: str
    start: int
    end: int


def name(passage: Passage) -> str:
    """What a passage is asked by."""
    return f"{passage.slug} {spanned(passage.span)}"


def spanned(span: TextSpan) -> str:
    """A range in a name."""
    return f"{span.start}-{span.end}"


class Passages(Mapping[str, Seen]):
    """The passages by their names, each read where it is asked for; those of the source asked last are at hand."""

    def __init__(self, leaves: Mapping[str, Any]) -> None:
        self.leaves = leaves
        self.last: tuple[str, Mapping[str, Any]] = "", {}

    def __getitem__(self, key: str) -> Seen:
        slug, _, span = key.partition(" ")
        if self.last[0] != slug:
            self.last = slug, self.leaves[slug]
        line, *rest = self.last[1][span]
        return Seen(Safe(line), *rest)

    def __iter__(self) -> Iterator[str]:
        return (f"{slug} {span}" for slug in self.leaves for span in self.leaves[slug])

    def __len__(self) -> int:
        return sum(1 for _ in self)
