"""What is made of one seed: `read -> clean -> extract -> correct`. Loaded where there is a seed to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from traceback import extract_tb

from dossier import read
from dossier.clean import clean
from dossier.correct import correct
from dossier.extract import extract
from dossier.issues import DossierError, Problem
from dossier.link import glean
from dossier.link.authority import apply
from dossier.model import Source
from dossier.pipeline import Job, Processed, failure
from dossier.run.face import face
from dossier.run.named import said_by


def made(job: Job) -> Processed:
    """The source, or what is wrong with the seed. Nothing is raised."""
    held = job.held
    try:
        held = held or read.capture(job.path, job.sidecar)
        seed, warnings = read.understood(held)
        document = clean(seed)
        source, faults = correct(Source(document, extract(document)))
        faults = (*document.faults, *faults)
        if faults:
            return failure(job.path, held, *faults)
        met = apply(source, job.authority)[1] if job.authority and not job.linked else None
        done = Processed(job.path, source, warnings=warnings, face=face(source), met=met)
        if not job.linked:
            return done
        return replace(done, gleaned=glean(source, job.authority), named_by=said_by(job.authority))
    except DossierError as error:
        return failure(job.path, held, error.problem)
    except Exception as error:  # noqa: BLE001 - a fault in a rule must not cost the other seeds
        return failure(job.path, held, own_fault(job.path, error))


def own_fault(path: Path, error: Exception) -> Problem:
    """A fault of Dossier's own, told with its place in the code."""
    frame = extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).parent.name}/{Path(frame.filename).name}:{frame.lineno}"
    message = f"Dossier itself failed on this seed: {type(error).__name__}: {error} ({where})"
    mend = "report it with the seed; the other seeds were built"
    return Problem(message, read.published_name(path), mend=mend, code="own-fault")
