"""A passage as pages of other sources show it, asked for by its place."""

from __future__ import annotations

from dataclasses import dataclass

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
