"""The map over all seeds: what is known is not done again, and what is left is spread over workers where that pays."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from pickle import PicklingError
from typing import Any, TypeVar

from dossier.issues import DossierError, Problem
from dossier.model import Source
from dossier.pipeline import Job, Processed, failure, process
from dossier.read import capture, published_name
from dossier.run.apart import unpack_gleaned
from dossier.run.cache import Cache
from dossier.run.distant import Distant, Recent
from dossier.run.packed import pack, parted, unpack, unpack_source
from dossier.run.spool import Piece, Spool, room
from dossier.run.workers import Workers

BUNDLE = 65_536
"""Bytes of seeds that a worker is given at once: a tenth of a second of work."""
T = TypeVar("T")
Map = Callable[[Job], Processed]


@dataclass(frozen=True, slots=True)
class Task:
    """A job, the name of its entry in the cache ("" where it has none), and the bytes of its seed."""

    job: Job
    key: str
    size: int


class Spread:
    """Runs a map from jobs to results: over `workers`, or in this process, with a cache or without.

    Workers are started only where there are `pays` bytes of seeds to do. The sources of the results are loaded where
    they are asked for what they hold: from the cache, or from where they were put away.
    """

    def __init__(self, workers: Workers | None = None, cache: Cache | None = None, pays: int = 0) -> None:
        self.workers = workers
        self.cache = cache
        self.pays = pays
        self.recent = Recent()
        self.spool = Spool(None)

    def map(self, fn: Callable[..., T], *iterables: Iterable[Any], **_: object) -> Iterator[T]:
        """What `fn`, which makes a `Processed` of a `Job`, makes of each, in order."""
        results: Iterator[Any] = self.results(fn, [self.task(job) for job in next(iter(iterables))])
        return results

    def task(self, job: Job) -> Task:
        """A job as its files are now; what stands in them is read again when its turn has come."""
        return replace(task := self.ready(job), job=replace(task.job, held=None))

    def ready(self, job: Job) -> Task:
        """A job with what stands in its files. One that cannot be read will say so itself."""
        try:
            held = capture(job.path, job.sidecar)
        except DossierError:
            return Task(replace(job, held=None), "", 0)
        return Task(replace(job, held=held), self.cache.key(held) if self.cache else "", len(held.data))

    def results(self, fn: Any, tasks: Sequence[Task]) -> Iterator[Processed]:
        """The result of each, from the cache or new."""
        known = {task.key for task in tasks if self.cache and task.key and self.cache.knows(task.key)}
        with closing(self.made(fn, [task for task in tasks if task.key not in known])) as made:
            self.spool = Spool(room(self.cache))
            for task in tasks:
                yield (self.earlier(task) or self.here(fn, task.job)) if task.key in known else next(made)
            self.spool = Spool(None)

    def earlier(self, task: Task) -> Processed | None:
        """What the cache knows, if that is sound."""
        entry = self.cache.get(task.key) if self.cache else None
        with suppress(Exception):  # whatever is wrong with an entry, the seed itself is there
            return self.found(task, entry) if entry else None
        return None

    def made(self, fn: Map, tasks: Sequence[Task]) -> Generator[Processed]:
        """New results, by whom it pays."""
        if not (self.workers and tasks and sum(task.size for task in tasks) >= self.pays):
            yield from (self.here(fn, task.job, few=len(tasks) <= self.recent.most) for task in tasks)
            return
        from dossier.run.crew import Crew  # noqa: PLC0415 - with it come executors, which only much work needs

        given: deque[Task] = deque()
        crew = Crew(self.workers, partial(in_bundle, fn))
        for found in crew.do(bundles(self.taken(tasks, given))):
            yield self.received(given.popleft(), found)

    def taken(self, tasks: Iterable[Task], given: deque[Task]) -> Iterator[Task]:
        """Tasks ready to be given out, each noted without what stands in its files."""
        for task in tasks:
            ready = self.ready(task.job)
            given.append(replace(ready, job=task.job))
            yield ready

    def here(self, fn: Map, job: Job, *, few: bool = True) -> Processed:
        """A new result of this process; where there are few and no cache, with its source in memory."""
        task = self.ready(job)
        made = fn(task.job)
        task = replace(task, job=job)
        if made.face and not job.linked:
            # Nobody asks for the source itself: a pack of it would take a fifth of the time.
            load = partial(self.load, task, None)
            return replace(made, source=Distant(made.face, str(job.path), load, self.recent), key=task.key)
        if self.cache or not few:
            with suppress(PicklingError):
                found = self.found(task, pack(made), new=True)
                if isinstance(found.source, Distant) and made.source:
                    self.recent.put(found.source.key, made.source)
                return found
        return replace(made, key=task.key)

    def received(self, task: Task, found: bytes | str) -> Processed:
        """A new result of a worker, or what befell it in words."""
        if isinstance(found, str):
            job = self.ready(task.job).job
            return failure(job.path, job.held, lost(job, found))
        return self.found(task, found, new=True)

    def keep(self, task: Task, made: Processed, entry: bytes) -> bool:
        """Put a result into the cache; False where it is not kept there."""
        if not (self.cache and task.key and task.job.linked and lasting(made)):
            return False
        self.cache.knows(task.key)
        return self.cache.put(task.key, entry)

    def found(self, task: Task, entry: bytes, *, new: bool = False) -> Processed:
        """The result in a pack. The source of a new one that is not kept is put away until it is asked for."""
        head, columns, body = parted(entry)
        made = replace(unpack(head, task.job.path), key=task.key)
        kept = not new or self.keep(task, made, entry) or not task.job.linked
        if made.face is None:
            return made
        load = partial(self.load, task, None if kept else self.spool.put(body))
        source = Distant(made.face, task.key or str(task.job.path), load, self.recent)
        return replace(made, source=source, gleaned=unpack_gleaned(columns, self.spool) if columns else None)

    def load(self, task: Task, away: Piece | None) -> Source:
        """The source of a result. Raises DossierError where it is lost and its seed is no more what it was."""
        if away:
            return unpack_source(away.read())
        entry = self.cache.get(task.key) if self.cache else None
        if entry:
            return unpack_source(parted(entry)[2])
        ready = self.ready(task.job)
        made = process(ready.job)
        if made.source is None or ready.key != task.key:
            message = "this seed was changed while it was read"
            raise DossierError(message, file=published_name(task.job.path), mend="build again", code="changed")
        return made.source


def in_bundle(fn: Map, jobs: Sequence[Job]) -> list[bytes]:
    """What a worker sends back."""
    return [pack(slim(fn(job), job)) for job in jobs]


def slim(made: Processed, job: Job) -> Processed:
    """A result with no more than is asked for."""
    return made if job.linked else replace(made, source=None)


def bundles(tasks: Iterable[Task]) -> Iterator[list[Job]]:
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
