"""Every problem of a folder of seeds in one list, the heaviest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dossier.issues import Problem
from dossier.pipeline import Gathered

WEIGHT = {"error": 0, "warning": 1, "notice": 2}


def problems(gathered: Gathered, more: Iterable[Problem] = ()) -> list[Problem]:
    """What is wrong with the folder, its files and its texts: errors, then warnings, then notices, each by place."""
    found = [*gathered.errors, *gathered.warnings, *more]
    for face in gathered.faces:
        found += face.doubts
    return sorted(dict.fromkeys(found), key=order)


def order(problem: Problem) -> tuple[int, str, int, int, str, str]:
    """Weight, then place."""
    return WEIGHT[problem.severity], problem.file, problem.line, problem.column, problem.code, problem.message


def strictly(found: Iterable[Problem]) -> list[Problem]:
    """The same with every warning an error."""
    heavy = [replace(p, severity="error") if p.severity == "warning" else p for p in found]
    return sorted(heavy, key=order)


def weights(found: Sequence[Problem]) -> Counter[str]:
    """How many there are of each severity."""
    return Counter(problem.severity for problem in found)
