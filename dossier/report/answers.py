"""What the command answers when it is asked about seeds and builds nothing: names, the account of one seed."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dossier import read
from dossier.issues import DossierError, Problem
from dossier.names_file import print_names
from dossier.pipeline import Executor, Job, collect, gather, process
from dossier.report.base import seeds_at
from dossier.report.explain import explain
from dossier.report.impact import impact
from dossier.report.seeds import seed_called
from dossier.report.starter import starter
from dossier.report.terminal import style_for
from dossier.write.drafts import replace
from dossier.write.site import site


@dataclass(frozen=True, slots=True)
class Answer:
    """What is printed, and the problems that stood in the way of it."""

    text: str
    problems: list[Problem]


def names(chosen: Namespace, config: Path, executor: Executor) -> Answer:  # noqa: ARG001 - the shape of every answer
    """`--names`: the names found, as a file to start from."""
    gathered = gather(chosen.seeds, executor)
    return Answer(print_names(collect(gathered)), list(gathered.errors))


def explained(chosen: Namespace, config: Path, executor: Executor) -> Answer:  # noqa: ARG001 - the same
    """`--explain SEED`: the account of one seed, or what is wrong with it."""
    file = read.published_name(seed_called(chosen.explain, chosen.seeds))
    gathered = gather(chosen.seeds, executor)
    collection = collect(gathered)
    for source in (*collection.sources, *gathered.sources):  # a private one is in no collection
        if source.document.seed.file == file:
            lines = explain(source, collection, style_for(sys.stdout, os.environ))
            return Answer("\n".join(lines) + "\n", [])
    stem = file.rpartition(".")[0]
    return Answer("", [problem for problem in gathered.errors if problem.file.startswith(f"{stem}.")])


def changed(chosen: Namespace, config: Path, executor: Executor) -> Answer:
    """`--impact [BASE]`: what the seeds as they are now change against a commit."""
    with seeds_at(chosen.impact, chosen.seeds) as (folder, commit):
        before = gather(folder, executor)
    after = gather(chosen.seeds, executor)
    name = "an empty folder" if not commit else f"`{chosen.impact}` ({commit[:10]})"
    told = impact(collect(before), collect(after), site(config, os.environ).url, name)
    return Answer(told, list(after.errors))


def started(chosen: Namespace, config: Path, executor: Executor) -> Answer:  # noqa: ARG001 - the same
    """`--new SEED`: writes a sidecar that says nothing yet. Raises DossierError where one is there."""
    seed = seed_called(chosen.new, chosen.seeds)
    sidecar = seed.with_suffix(".yml")
    name = read.published_name(sidecar)
    if sidecar.name in read.COLLECTION_FILES:
        raise DossierError("this file speaks of the whole collection", file=name, mend="give the seed another name")
    for there in (sidecar, seed.with_suffix(".yaml")):
        if there.exists():
            raise DossierError("this sidecar is there and was left alone", file=read.published_name(there))
    made = process(Job(seed))
    if made.source is None:
        return Answer("", [made.error] if made.error else [])
    replace(sidecar, starter(made.source).encode())
    return Answer(f"{name} is written; all of it is commented out\n", [])


ANSWERS: tuple[tuple[str, Callable[[Namespace, Path, Executor], Answer]], ...] = (
    ("names", names),
    ("explain", explained),
    ("impact", changed),
    ("new", started),
)
"""Each option that asks, and what answers it."""


def answer(chosen: Namespace, config: Path, executor: Executor) -> Answer:
    """The answer to what was asked.

    `config` is the site's mkdocs.yml, `executor` reads the seeds. Raises DossierError where there is no answer.
    """
    return next(reply(chosen, config, executor) for option, reply in ANSWERS if getattr(chosen, option))
