"""What can be made before it is asked for: by several processes, where there is much of it.

What they make is known as what an earlier build made is: it counts only where the catalogue answers alike when it is
asked for in its turn. So nothing depends on what is made ahead, and a process that is lost costs only time.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from dossier.write.catalogue import Catalogue
from dossier.write.files import File, Publishable, Stream
from dossier.write.memo.segment import Segment
from dossier.write.memo.store import Kept
from dossier.write.templating import load
from dossier.write.work import Task

if TYPE_CHECKING:
    from dossier.write.memo.made import Memo

PAYS = 24
"""So many items are worth the start of processes."""
Item = TypeVar("Item")
Result = TypeVar("Result")
Tasks = Callable[[Item], Sequence[Task]]


class Processes(Protocol):
    """Processes that begin with all that this one has, and share some work."""

    number: int

    def do(self, work: Callable[[int, Item], Result], items: Sequence[Item]) -> Generator[Result | None]:
        """What `work`, given the number of its process, makes of each item, in order; None where that was lost."""


class Alone:
    """No other processes."""

    number = 1

    def do(self, work: Callable[[int, Item], Result], items: Sequence[Item]) -> Generator[Result | None]:  # noqa: ARG002
        """Nothing is made."""
        yield from [None] * len(items)


ALONE = Alone()


class Done(NamedTuple):
    """What a process made of an item: where each unit stands, the files of those that make any, and all its bytes."""

    process: int
    units: list[tuple[str, Kept]]
    given: list[tuple[str, list[tuple[str, Kept, str]]]]
    """By unit: path, place in the process's own file, and seed of each."""
    sizes: tuple[int, int]
    """Bytes of the process's file of values, and of its file of files."""


class Ahead:
    """Makes ahead what a memo does not know, item by item, so that what belongs to one is looked at once.

    Where several processes do it, each writes values into a file of its own, and files into another.
    """

    def __init__(self, memo: Memo, processes: Processes) -> None:
        self.memo = memo
        self.processes = processes
        self.places: list[tuple[int, Segment]] = []
        self.files: dict[str, list[tuple[str, Kept, str]]] = {}

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
                yield item

    def alone(self, tasks: Iterable[Task], shelf: Catalogue) -> None:
        """Make the values of an item in this process. Its files are made when they are asked for, which is next."""
        for task in tasks:
            if not (task.files or self.memo.knows(task.unit)):
                self.memo.made(task, shelf)

    def open(self) -> None:
        """Make the files, and load what each process would load. Those of files have no name, and go when closed."""
        load()
        while len(self.places) < self.processes.number:
            values, files = self.memo.store.branch(), self.memo.store.fresh()
            if files.path:
                files.path.unlink()
            self.places.append((values, files))

    def make(self, tasks: Tasks[Item], shelf: Catalogue, process: int, item: Item) -> Done:
        """In a process of its own: what is not known of an item. Raises OSError where the disk refuses."""
        store, (number, files) = self.memo.store, self.places[process]
        store.current = number
        units, given = [], []
        for task in tasks(item):
            if self.memo.knows(task.unit):
                continue
            if task.files:
                made = self.memo.noted(task.unit, shelf, task.make)
                given.append((task.unit, [(path, written(files, process, file), file.seed) for path, file in made]))
            else:
                self.memo.made(task, shelf)
            place = self.memo.units.get(task.unit)
            units += [(task.unit, place)] if place else []
        if files.held or store.segments[number].held:
            raise OSError
        return Done(process, units, given, (store.segments[number].size, files.size))

    def take(self, done: Done) -> None:
        """Know what a process made."""
        number, files = self.places[done.process]
        self.memo.store.segments[number].size, files.size = done.sizes
        self.files |= done.given
        for unit, place in done.units:
            self.memo.units.put(unit, place)

    def given(self, unit: str) -> list[tuple[str, File]]:
        """The files that were made for a unit, once; none where they are to be made."""
        found = self.files.pop(unit, [])
        return [(path, File(self.places[at.segment][1].read(at.at, 0, at.size), seed)) for path, at, seed in found]

    def close(self) -> None:
        """Let go of the files."""
        for _, files in self.places:
            files.close()


def written(files: Segment, process: int, file: Publishable) -> Kept:
    """Where a file's bytes stand."""
    data = file.data if isinstance(file, File) else b"".join(pieces(file))
    return Kept(process, files.add(data), len(data), "")


def pieces(file: Publishable) -> Iterable[bytes]:
    """The bytes of a long file. Raises TypeError for one of which only the hash is known."""
    if isinstance(file, Stream):
        return file
    raise TypeError
