"""Processes that share some work and begin with all that this one has: only what they make has a way to go.

They are forks, which only some systems have, and which are safe only where there are no threads. Elsewhere they make
nothing, and whoever asked does the work alone.
"""

from __future__ import annotations

import gc
import signal
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

BUNDLE = 4
"""Items that are done before it is told what became of them."""
Item = TypeVar("Item")
Result = TypeVar("Result")


def can_fork() -> bool:
    """Whether this process can be doubled: a fork takes a hundredth of a second, and is unsafe beside threads."""
    return sys.platform == "linux" and threading.active_count() == 1


class Forked:
    """So many processes."""

    def __init__(self, number: int) -> None:
        self.number = number

    def do(self, work: Callable[[int, Item], Result], items: Sequence[Item]) -> Generator[Result | None]:
        """What `work`, given the number of its process, makes of each item, in order; None where that was lost."""
        if self.number == 1 or not can_fork():
            yield from [None] * len(items)
            return
        from multiprocessing import get_context  # noqa: PLC0415 - only where there is much to do

        context = get_context("fork")
        bundles = [items[at : at + BUNDLE] for at in range(0, len(items), BUNDLE)]
        started: list[Any] = []
        ends: dict[Any, int] = {}
        try:
            for number in range(self.number):
                end, other = context.Pipe(duplex=False)
                ends[end] = number
                given = [*enumerate(bundles)][number :: self.number]
                process = context.Process(target=serve, args=(work, number, given, other, [*ends]), daemon=True)
                process.start()
                other.close()
                started.append(process)
            yield from received(bundles, ends, self.number)
        finally:
            for process in started:
                process.terminate()
                process.join()


def received(bundles: Sequence[Sequence[Item]], ends: dict[Any, int], number: int) -> Generator[Any]:
    """The results of all bundles in order, whichever process is the first; `ends` are the pipes' by process."""
    from multiprocessing.connection import wait  # noqa: PLC0415 - the same

    found: dict[int, list[Any]] = {}
    for at, bundle in enumerate(bundles):
        while at not in found and at % number in ends.values():
            ready: list[Any] = wait([*ends])
            for end in ready:
                try:
                    which, results = end.recv()
                    found[which] = results
                except (EOFError, OSError):
                    del ends[end]
        yield from found.pop(at, [None] * len(bundle))


def serve(
    work: Callable[[int, Item], Result],
    number: int,
    bundles: Sequence[tuple[int, Sequence[Item]]],
    end: Any,
    others: Sequence[Any],
) -> None:
    """In a new process: do the work. Whatever goes wrong, the first process does the rest and tells what it was.

    The `others` are ends for reading, which are the first one's: where that is gone, writing must fail.
    """
    for each in others:
        each.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # What is there already is never garbage, and would be copied if it were looked at.
    gc.freeze()
    with suppress(Exception):
        for at, bundle in bundles:
            end.send((at, [work(number, item) for item in bundle]))
