"""What can be made before it is asked for: by several processes, where there is much of it.

What they make is known as what an earlier build made is: it counts only where the catalogue answers alike when it is
asked for in its turn. So nothing depends on what is made ahead, and a process that is lost costs only time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from dossier.processes import Processes
from dossier.write.catalogue import Catalogue
from dossier.write.drafts import draft, mark, marked
from dossier.write.files import Drafted, File, Publishable, Stream
from dossier.write.memo.store import Kept
from dossier.write.templating import load
from dossier.write.work import Task

if TYPE_CHECKING:
    from dossier.write.memo.made import Memo

WHO = ".ahead"
"""What the mark of those who draft files here begins with."""
PAYS = 24
"""So many items are worth the start of processes."""
Item = TypeVar("Item")
Tasks = Callable[[Item], Sequence[Task]]


Given = list[tuple[str, Drafted]]
"""The files of a unit, by path."""


class Done(NamedTuple):
    """What a process made of an item: where each unit stands, and the files of those that make any."""

    process: int
    units: list[tuple[str, Kept]]
    given: list[tuple[str, Given]]
    size: int
    """Bytes of the process's file of values."""


class Ahead:
    """Makes ahead what a memo does not know, item by item, so that what belongs to one is looked at once.

    Where several processes do it, each writes values into a file of its own, and files beside their places.
    """

    def __init__(self, memo: Memo, processes: Processes) -> None:
        self.memo = memo
        self.processes = processes
        self.places: list[int] = []
        self.files: dict[str, Given] = {}
        self.marked = False
        """In another process: whether it has said that it drafts files."""
        self.lost = False

    def of(self, items: Iterable[Item], tasks: Tasks[Item], shelf: Catalogue) -> Iterator[Item]:
        """The items, each when what is not known of its tasks is done."""
        every = list(items)
        todo = {at for at, item in enumerate(every) if not all(self.memo.knows(task.unit) for task in tasks(item))}
        if self.processes.number == 1 or len(todo) < PAYS:
            for at, item in enumerate(every):
                if at in todo:
                    self.alone(tasks(item), shelf)
                yield item
            return
        self.open()
        work = partial(self.make, tasks, shelf)
        with closing(self.processes.do(work, [every[at] for at in sorted(todo)])) as found:
            for at, item in enumerate(every):
                done = next(found) if at in todo else None
                if done:
                    self.take(done)
                self.lost |= at in todo and not done
                yield item

    def alone(self, tasks: Iterable[Task], shelf: Catalogue) -> None:
        """Make the values of an item in this process. Its files are made when they are asked for, which is next."""
        for task in tasks:
            if not (task.files or self.memo.knows(task.unit)):
                self.memo.made(task, shelf)

    def open(self) -> None:
        """Make the files of values, and load what each process would load."""
        load()
        while len(self.places) < self.processes.number:
            self.places.append(self.memo.store.branch())

    def make(self, tasks: Tasks[Item], shelf: Catalogue, process: int, item: Item) -> Done:
        """In a process of its own: what is not known of an item. Raises OSError where the disk refuses."""
        store, number = self.memo.store, self.places[process]
        store.current = number
        units, given = [], []
        for task in tasks(item):
            if self.memo.knows(task.unit):
                continue
            if task.files:
                made = self.memo.noted(task.unit, shelf, task.make)
                given.append((task.unit, [(path, self.written(path, file, process)) for path, file in made]))
            else:
                self.memo.made(task, shelf)
            place = self.memo.units.get(task.unit)
            units += [(task.unit, place)] if place else []
        if store.segments[number].held:
            raise OSError
        return Done(process, units, given, store.segments[number].size)

    def written(self, path: str, file: Publishable, process: int) -> Drafted:
        """A file, written beside its place. Raises TypeError for one of which only the hash is known."""
        if not isinstance(file, File | Stream):
            raise TypeError
        if not self.marked:
            mark(self.memo.docs, WHO)
            self.marked = True
        pieces = [file.data] if isinstance(file, File) else file
        waiting = draft(self.memo.docs / path, pieces, f"-{process}")
        return Drafted(file.sha256, file.size, file.seed, waiting)

    def take(self, done: Done) -> None:
        """Know what a process made."""
        self.memo.store.segments[self.places[done.process]].size = done.size
        self.files |= done.given
        for unit, place in done.units:
            self.memo.units.put(unit, place)

    def close(self) -> None:
        """End. If any file was drafted for nothing, or a process was lost that drafted some, the next build looks."""
        if not self.files and not self.lost:
            with suppress(OSError):
                marked(self.memo.docs, WHO).unlink(missing_ok=True)

    def given(self, unit: str) -> Given:
        """The files that were made for a unit, once; none where they are to be made."""
        return self.files.pop(unit, [])
