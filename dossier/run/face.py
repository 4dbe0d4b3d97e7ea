"""What is told of a source, without its text: so much of every source is in memory."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.issues import Problem
from dossier.model import Source

READABLE = 10_000
"""A longer line is named and not repeated."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found in one seed."""

    words: int
    notes: int
    quotations: int
    dates: int
    names: int
    gaps: int


@dataclass(frozen=True, slots=True)
class Face:
    """One source by its address, its file (`seeds/NAME`) and what was counted; `doubts` are its gaps at their lines.

    `former` are the addresses that it had before, and `place` is where the editor says so. `unusual` are the characters
    of its texts that could cover what is not published.
    """

    slug: str
    file: str
    publish: str
    counts: Counts
    doubts: tuple[Problem, ...]
    former: tuple[str, ...]
    place: tuple[str, int, int, str]
    unusual: str


def face(source: Source) -> Face:
    """The face of a source as it was read."""
    seed = source.document.seed
    sidecar = seed.sidecar
    former = sidecar.values.get("redirect_from") if sidecar else None
    at = (sidecar.file, *sidecar.places.get("redirect_from", (0, 0, ""))) if sidecar else ("", 0, 0, "")
    return Face(
        source.slug,
        seed.file,
        source.publish,
        counts(source),
        tuple(doubts(source)),
        tuple(map(str, former)) if isinstance(former, tuple) else (),
        at,
        source.unusual,
    )


def counts(source: Source) -> Counts:
    """Count what one seed holds; `gaps` are its issues but for notices."""
    found = source.annotations
    gaps = sum(issue.severity != "notice" for issue in (*source.document.issues, *found.issues))
    words = len(source.document.text.split())
    return Counts(words, len(found.notes), len(found.quotes), len(found.dates), len(found.names), gaps)


def doubts(source: Source) -> Iterator[Problem]:
    """The gaps and doubts of one text at their lines; those of one line share its words."""
    text, file = source.document.seed.text, source.document.seed.file
    starts = line_starts(text)
    excerpts: dict[int, str] = {}
    for issue in (*source.document.issues, *source.annotations.issues):
        if issue.span is None or issue.span.end <= issue.span.start:
            yield Problem(issue.message, file, code=issue.code, severity=issue.severity)
            continue
        line = bisect_right(starts, issue.span.start)
        start = starts[line - 1]
        end = starts[line] - 1 if line < len(starts) else len(text)
        if line not in excerpts:
            excerpts[line] = text[start:end].rstrip("\r") if end - start <= READABLE else ""
        column = issue.span.start - start + 1
        yield Problem(issue.message, file, line, column, excerpts[line], code=issue.code, severity=issue.severity)


def line_starts(text: str) -> list[int]:
    """Where each line of a text begins; lines end at LF as editors count them."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
