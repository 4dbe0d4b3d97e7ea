"""`--json`: the result of a build as data, for editors and scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from dossier.issues import Problem
from dossier.run.face import Face

if TYPE_CHECKING:  # all that writes would be loaded with it
    from dossier.write import Report

SCHEMA = "dossier/build/1"


def as_json(faces: Sequence[Face], found: Sequence[Problem], report: Report | None, status: int) -> str:
    """One JSON object: `seeds` with what was counted in each, `issues` by weight and place, and the files of docs/.

    `line` and `column` count from 1, in code points; both are null where a file as a whole is meant.
    `report` is None where nothing was written.
    """
    value = {
        "schema": SCHEMA,
        "status": status,
        "seeds": [{"file": face.file, "slug": face.slug} | asdict(face.counts) for face in faces],
        "issues": [issue(problem) for problem in found],
        "written": list(report.written) if report else [],
        "removed": list(report.removed) if report else [],
        "kept": list(report.kept) if report else [],
        "unchanged": len(report.unchanged) if report else 0,
    }
    return json.dumps(value, ensure_ascii=True, indent=2)


def issue(problem: Problem) -> dict[str, object]:
    """One problem; the seed's own line is left to the reader of the file."""
    return {
        "file": problem.file,
        "line": problem.line or None,
        "column": problem.column or None,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "mend": problem.mend or None,
    }
