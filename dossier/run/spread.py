"""The map over all seeds: what is known is not done again, and what is left is spread over workers where that pays."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from pickle import PicklingError
from typing import Any, TypeVar

from dossier.issues import DossierError, Problem
from dossier.pipeline import Job, Processed, failure
from dossier.read import capture
from dossier.run.cache import Cache
from dossier.run.crew import Crew
from dossier.run.packed import pack, unpack
from dossier.run.workers import Workers

BUNDLE = 65_536
"""Bytes of seeds that a worker is given at once: a tenth of a second of work."""
T = TypeVar("T")
Map = Callable[[Job], Processed]


@dataclass(frozen=True, slots=True)
class Task:
    """A job with the name of its entry in the cache, "" where it has none."""

    job: Job
    key: str

    @property
    def size(self) -> int:
        """Bytes of the seed."""
        return len(self.job.held.data) if self.job.held else 0


class Spread(Executor):
    """Runs a map from jobs to results: over `workers`, or in this process, with a cache or without.

    Workers are started only where there are `pays` bytes of seeds to do.
    """

    def __init__(self, workers: Workers | None = None, cache: Cache | None = None, pays: int = 0) -> None:
        self.workers = workers
        self.cache = cache
        self.pays = pays

    def map(self, fn: Callable[..., T], *iterables: Iterable[Any], **_: object) -> Iterator[T]:
        """What `fn`, which makes a `Processed` of a `Job`, makes of each, in order."""
        tasks = [self.task(job) for job in next(iter(iterables))]
        results: Iterator[Any] = self.results(fn, tasks)
        return results

    def task(self, job: Job) -> Task:
        """The job with what stands in its files. One that cannot be read will say so itself."""
        with suppress(DossierError):
            job = replace(job, held=capture(job.path, job.sidecar))
        return Task(job, self.cache.key(job.held) if self.cache and job.held else "")

    def results(self, fn: Any, tasks: Sequence[Task]) -> Iterator[Processed]:
        """The result of each, from the cache or new."""
        known = {task.key for task in tasks if self.cache and task.key and self.cache.knows(task.key)}
        with closing(self.made(fn, [task for task in tasks if task.key not in known])) as made:
            for task in tasks:
                found = (self.earlier(task) or self.here(fn, task)) if task.key in known else next(made)
                yield replace(found, key=task.key)
        if self.cache:
            self.cache.sweep()

    def earlier(self, task: Task) -> Processed | None:
        """What the cache knows, if that is sound."""
        held = task.job.held
        return self.cache.get(task.key, task.job.path, held) if self.cache and held else None

    def made(self, fn: Map, tasks: Sequence[Task]) -> Generator[Processed]:
        """New results, by whom it pays."""
        if self.workers and tasks and sum(task.size for task in tasks) >= self.pays:
            crew = Crew(self.workers, partial(packed, fn))
            for task, found in zip(tasks, crew.do(bundles(tasks)), strict=True):
                yield self.received(task, found)
        else:
            yield from (self.here(fn, task) for task in tasks)

    def here(self, fn: Map, task: Task) -> Processed:
        """A new result of this process."""
        made = fn(task.job)
        if self.cache and self.cache.grows and task.key and lasting(made):
            with suppress(PicklingError):
                self.cache.put(task.key, pack(made))
        return made

    def received(self, task: Task, found: bytes | str) -> Processed:
        """A new result of a worker, or what befell it in words."""
        job = task.job
        if isinstance(found, str):
            return failure(job.path, job.held, lost(job, found))
        made = unpack(found, job.path, job.held.data if job.held else b"")
        if self.cache and task.key and lasting(made):
            self.cache.put(task.key, found)
        return made


def packed(fn: Map, jobs: Sequence[Job]) -> list[bytes]:
    """What a worker sends back."""
    return [pack(fn(job)) for job in jobs]


def bundles(tasks: Sequence[Task]) -> Iterator[list[Job]]:
    """The jobs in their order, as many together as make a bundle."""
    bundle: list[Job] = []
    size = 0
    for task in tasks:
        if bundle and size + task.size > BUNDLE:
            yield bundle
            bundle, size = [], 0
        bundle.append(task.job)
        size += task.size
    if bundle:
        yield bundle


def lasting(made: Processed) -> bool:
    """Whether a result depends on the seed alone: a fault of Dossier's own may be one of the moment (no memory)."""
    return made.error is None or made.error.code != "own-fault"


def lost(job: Job, why: str) -> Problem:
    """A seed whose worker ended twice."""
    held = job.held
    size = f" ({len(held.data):,} bytes)" if held else ""
    message = f"the process that worked on this seed{size} ended, twice: {why}"
    mend = "it may need more memory than there is: divide the seed, or report it; the other seeds were built"
    return Problem(message, held.name if held else job.path.name, mend=mend, code="worker-lost")
