"""Few new seeds are read by one more process, while this one loads what comes after them.

A start spends a third of its time on loading code: half of that is asked for by seeds, half by linking and writing.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from importlib import import_module

from dossier.pipeline import Processed
from dossier.run.distant import Distant
from dossier.run.forked import Fork, can_fork
from dossier.run.spread import Map, Spread, Task, in_bundle

AFTER = ("dossier.run.last", "dossier.write")
"""What comes after the map."""


class Beside(Spread):
    """The same map. Where there is too little to do for workers, one more process does it, if that can be had.

    It is had where more than one may be used, where this one can be doubled, and where there is something to load.
    """

    def made(self, fn: Map, tasks: Sequence[Task]) -> Generator[Processed]:
        """New results, by whom it pays. What a process that ended early did not do is done here."""
        few = (
            self.workers and 0 < sum(task.size for task in tasks) < self.pays and all(task.job.linked for task in tasks)
        )
        done = 0
        if few and can_fork() and not all(name in sys.modules for name in AFTER):
            given = [self.ready(task.job) for task in tasks]
            with closing(Fork(partial(packs, fn, given))) as process:
                for name in AFTER:
                    import_module(name)
                for task, ready, pack in zip(tasks, given, process.received(), strict=False):
                    done += 1
                    yield self.loaded(self.received(replace(ready, job=task.job), pack))
        yield from super().made(fn, tasks[done:])

    def loaded(self, made: Processed) -> Processed:
        """A result with its source in memory: there is time for that until the next one is there."""
        if isinstance(made.source, Distant):
            made.source.load()
        return made


def packs(fn: Map, tasks: Sequence[Task]) -> Iterator[bytes]:
    """In the other process: the result for each of some jobs whose files are read already."""
    return (in_bundle(fn, [task.job])[0] for task in tasks)
