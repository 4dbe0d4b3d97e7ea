"""Every problem of a folder of seeds in one list, the heaviest first."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dossier.issues import Problem
from dossier.model import Source
from dossier.pipeline import Gathered

WEIGHT = {"error": 0, "warning": 1, "notice": 2}
READABLE = 10_000
"""A longer line is named and not repeated."""


def problems(gathered: Gathered, more: Iterable[Problem] = ()) -> list[Problem]:
    """What is wrong with the folder, its files and its texts: errors, then warnings, then notices, each by place."""
    found = [*gathered.errors, *gathered.warnings, *more]
    for source in gathered.sources:
        found += doubts(source)
    return sorted(dict.fromkeys(found), key=order)


def order(problem: Problem) -> tuple[int, str, int, int, str, str]:
    """Weight, then place."""
    return WEIGHT[problem.severity], problem.file, problem.line, problem.column, problem.code, problem.message


def doubts(source: Source) -> Iterator[Problem]:
    """The gaps and doubts of one text at their lines."""
    text, file = source.document.seed.text, source.document.seed.file
    starts = line_starts(text)
    for issue in (*source.document.issues, *source.annotations.issues):
        if issue.span is None or issue.span.end <= issue.span.start:
            yield Problem(issue.message, file, code=issue.code, severity=issue.severity)
            continue
        line = bisect_right(starts, issue.span.start)
        start = starts[line - 1]
        end = starts[line] - 1 if line < len(starts) else len(text)
        excerpt = text[start:end].rstrip("\r") if end - start <= READABLE else ""
        column = issue.span.start - start + 1
        yield Problem(issue.message, file, line, column, excerpt, code=issue.code, severity=issue.severity)


def line_starts(text: str) -> list[int]:
    """Where each line of a text begins; lines end at LF as editors count them."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def strictly(found: Iterable[Problem]) -> list[Problem]:
    """The same with every warning an error."""
    heavy = [replace(p, severity="error") if p.severity == "warning" else p for p in found]
    return sorted(heavy, key=order)


def weights(found: Sequence[Problem]) -> Counter[str]:
    """How many there are of each severity."""
    return Counter(problem.severity for problem in found)
