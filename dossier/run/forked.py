"""Processes that begin with all that this one has: only what they make has a way to go.

They are forks, which only some systems have, and which are safe only where there are no threads. Elsewhere they make
nothing, and whoever asked does the work alone. They are started by hand, since to load what the standard library has
for that takes as long as the work of ten seeds.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from functools import partial
from itertools import chain, islice, repeat
from typing import Any, NoReturn, TypeVar

from dossier.processes import ALONE, begun

BUNDLE = 4
"""Items that are done before it is told what became of them."""
LIFE, FEW = 80, 400_000
"""Items that one process does before another takes its place, of which there are fewer where there are many of them.

What it looks at in the memory that it shares with the first is copied by the looking, and is given back when it ends.
The more items, the more there is to copy; and where they are few, processes that begin take long.
"""
ROOM = 1 << 20
"""Bytes that a process may be ahead of who reads what it makes."""
Item = TypeVar("Item")
Result = TypeVar("Result")


def can_fork() -> bool:
    """Whether this process can be doubled: a fork takes a hundredth of a second, and is unsafe beside threads."""
    return sys.platform == "linux" and threading.active_count() == 1


class Fork:
    """A process that goes through what `make` gives and sends each value, from now on.

    `others` were started before. Whatever goes wrong in it, it ends, and who reads is told no more.
    """

    def __init__(self, make: Callable[[], Iterable[Any]], others: Sequence[Fork] = ()) -> None:
        here, there = os.pipe()
        widen(here)
        self.pipe = os.fdopen(here, "rb")
        self.id = os.fork()
        if not self.id:
            # Where the first process is gone, writing must fail: nobody else may hold its ends for reading.
            for each in (self, *others):
                each.pipe.close()
            serve(make, there)
        os.close(there)

    def received(self) -> Iterator[Any]:
        """The values in order, up to the last one that came whole."""
        with suppress(EOFError, OSError, pickle.UnpicklingError):
            while True:
                yield pickle.load(self.pipe)  # noqa: S301 - from a process of our own

    def close(self) -> None:
        """End it, whatever it does."""
        self.pipe.close()
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(self.id, signal.SIGTERM)
            os.waitpid(self.id, 0)


def serve(make: Callable[[], Iterable[Any]], there: int) -> NoReturn:
    """In a new process: do the work, and end without a word, as if nothing had been begun here."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        # What is there already is never garbage, and would be copied if it were looked at.
        gc.freeze()
        with os.fdopen(there, "wb") as out:
            for value in make():
                pickle.dump(value, out)
                out.flush()
    finally:
        os._exit(0)


def widen(pipe: int) -> None:
    """Give a pipe room, so that its process need not wait while nobody reads."""
    import fcntl  # noqa: PLC0415 - not on every system, and neither are forks

    with suppress(OSError):
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, ROOM)


def in_bundles(
    work: Callable[[int, Item], Result], number: int, bundles: Iterable[Iterable[Item]]
) -> Iterator[list[Result]]:
    """What a process makes of its share."""
    return ([work(number, item) for item in bundle] for bundle in bundles)


class Forked:
    """So many processes, which share some work."""

    def __init__(self, number: int) -> None:
        self.number = number

    def do(self, work: Callable[[int, Item], Result], items: Sequence[Item]) -> Generator[Result | None]:
        """What `work`, given the number of its process, makes of each item, in order; None where that was lost."""
        if self.number == 1 or not can_fork():
            yield from [None] * len(items)
            return
        share = self.number * max(LIFE, FEW // max(1, len(items)))
        for start in range(0, len(items), share):
            yield from self.at_once(work, items[start : start + share])

    def aside(self, work: Callable[[Item], Result], items: Sequence[Item]) -> Generator[Result | None]:
        """The same by one more process, which begins now and works while this one goes on, until this is closed."""
        if self.number == 1 or not can_fork():
            return ALONE.aside(work, items)
        return begun(given(Fork(lambda: map(work, items)), len(items)))

    def at_once(self, work: Callable[[int, Item], Result], items: Sequence[Item]) -> Generator[Result | None]:
        """The same by processes that begin now."""
        bundles = [items[at : at + BUNDLE] for at in range(0, len(items), BUNDLE)]
        started: list[Fork] = []
        try:
            for number in range(self.number):
                started.append(Fork(partial(in_bundles, work, number, bundles[number :: self.number]), started))
            found = [each.received() for each in started]
            for at, bundle in enumerate(bundles):
                yield from next(found[at % self.number], [None] * len(bundle))
        finally:
            for each in started:
                each.close()


def given(process: Fork, number: int) -> Generator[Any]:
    """Nothing, and then so many values of a process; None for those that were lost."""
    with closing(process):
        yield
        yield from islice(chain(process.received(), repeat(None)), number)
