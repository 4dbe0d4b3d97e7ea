"""Correct: what an editor sets right among the annotations of one document. The document stays as it is.

Each correction is found by words of the seed and must match; one that does not is a fault with the nearest words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dossier.correct.dates import correct_date
from dossier.correct.desk import Desk, Done
from dossier.correct.names import correct_name
from dossier.correct.notes import correct_note
from dossier.correct.quotes import correct_quote
from dossier.issues import Problem
from dossier.model import Correction, CorrectionKind, Source

Corrector = Callable[[Desk, Correction], Done | Problem]

CORRECTORS: tuple[tuple[CorrectionKind, Corrector], ...] = (
    ("note", correct_note),
    ("name", correct_name),
    ("date", correct_date),
    ("quote", correct_quote),
)
"""In order: a speaker is looked for among the names as they are corrected."""


def correct(source: Source) -> tuple[Source, tuple[Problem, ...]]:
    """The source with its annotations corrected, and the corrections that match nothing."""
    sidecar = source.document.seed.sidecar
    if sidecar is None or not sidecar.corrections:
        return source, ()
    found = source.annotations
    faults: list[Problem] = []
    for kind, corrector in CORRECTORS:
        for correction in sidecar.corrections:
            if correction.kind == kind:
                done = corrector(Desk(source.document, found), correction)
                if isinstance(done, Problem):
                    faults.append(done)
                else:
                    found = replace(done.annotations, edits=(*found.edits, *done.edits))
    return replace(source, annotations=found), tuple(sorted(faults, key=lambda fault: (fault.line, fault.column)))
