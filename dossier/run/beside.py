"""Few new seeds are read by other processes, while this one loads what comes after them.

A start spends a third of its time on loading code: half of that is asked for by seeds, half by linking and writing.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from importlib import import_module
from itertools import takewhile

from dossier.pipeline import Processed
from dossier.run.distant import Distant
from dossier.run.forked import Fork, can_fork
from dossier.run.spread import Map, Spread, Task, in_bundle

AFTER = ("dossier.run.last", "dossier.write")
"""What comes after the map."""
SHARE = 100_000
"""Bytes of seeds for which one more process is started: it takes as long to load what they ask for."""


class Beside(Spread):
    """The same map. Where there is too little to do for workers, other processes do it, if those can be had.

    They are had where more than one may be used, where this one can be doubled, and where there is something to load.
    """

    def made(self, fn: Map, tasks: Sequence[Task]) -> Generator[Processed]:
        """New results, by whom it pays. What a process that ended early did not do is done here."""
        size, done = sum(task.size for task in tasks), 0
        if self.workers and 0 < size < self.pays and can_fork() and not all(name in sys.modules for name in AFTER):
            given = [self.ready(task.job) for task in tasks]
            with ExitStack() as ending:
                found = shared(fn, given, min(self.workers.number, 1 + size // SHARE), ending)
                load()
                for task, ready, pack in zip(tasks, given, found, strict=False):
                    done += 1
                    yield self.loaded(self.received(replace(ready, job=task.job), pack))
        yield from super().made(fn, tasks[done:])

    def loaded(self, made: Processed) -> Processed:
        """A result with its source in memory: there is time for that until the next one is there."""
        if isinstance(made.source, Distant):
            made.source.load()
        return made


def load() -> None:
    """Load what comes after the map, and its templates."""
    for name in AFTER:
        import_module(name)
    import_module("dossier.write.templating").load()


def shared(fn: Map, tasks: Sequence[Task], number: int, ending: ExitStack) -> Iterator[bytes]:
    """The results for jobs whose files are read, by so many processes, in order up to the first that is lost."""
    started: list[Fork] = []
    for at in range(number):
        started.append(Fork(partial(packs, fn, tasks[at::number]), started))
        ending.callback(started[-1].close)
    found = [each.received() for each in started]
    return takewhile(bool, (next(found[at % number], b"") for at in range(len(tasks))))


def packs(fn: Map, tasks: Sequence[Task]) -> Iterator[bytes]:
    """In another process: the results of its share."""
    return (in_bundle(fn, [task.job])[0] for task in tasks)
