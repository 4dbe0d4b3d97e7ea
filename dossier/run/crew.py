"""Work in bundles over any executor, in order, whatever becomes of single workers.

Which item ended a worker cannot be told: a pool that lost one gives up all that was under way. So those items are done
again, each alone, and one that ends its worker then too is to blame.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, wait
from itertools import islice
from typing import Generic, TypeVar

from dossier.run.workers import Workers

AHEAD = 3
"""Bundles given out for each worker: enough that none waits for the one that is slow."""
LONGEST = 200
"""Characters of what an executor says of a failure."""
Item = TypeVar("Item")
Result = TypeVar("Result")


class Crew(Generic[Item, Result]):
    """Workers that do `work`, which gives a list of as many results as there are items."""

    def __init__(self, workers: Workers, work: Callable[[Sequence[Item]], list[Result]]) -> None:
        self.workers = workers
        self.work = work
        self.executor: Executor = workers.start()

    def do(self, bundles: Iterable[Sequence[Item]]) -> Iterator[Result | str]:
        """The result of each item in order, or in words why it has none."""
        left, given = iter(bundles), deque[tuple[Sequence[Item], Future[list[Result]]]]()
        try:
            while True:
                for bundle in islice(left, self.workers.number * AHEAD - len(given)):
                    given.append((bundle, self.give(bundle)))
                if not given:
                    return
                bundle, future = given.popleft()
                if fate(future) is None:
                    yield from future.result()
                    continue
                wait([other for _, other in given])
                for item in bundle:
                    alone = self.give([item])
                    yield fate(alone) or alone.result()[0]
        finally:
            for _, future in given:
                future.cancel()
            self.executor.shutdown()

    def give(self, bundle: Sequence[Item]) -> Future[list[Result]]:
        """Give work out, to new workers where the old ones are gone."""
        try:
            return self.executor.submit(self.work, bundle)
        except BrokenExecutor:
            self.executor.shutdown()
            self.executor = self.workers.start()
            return self.executor.submit(self.work, bundle)


def fate(future: Future[list[Result]]) -> str | None:
    """What befell some work when it is over; None where it was done."""
    try:
        error = future.exception()
    except CancelledError as given_up:
        error = given_up
    return f"{type(error).__name__}: {error}".partition(". ")[0].rstrip(": ")[:LONGEST] if error else None
