"""What a stage knows of other processes: work that they may do for it, each beginning with all that it has.

No stage starts one. Whatever is made elsewhere is made here where it was lost, so that nothing depends on them.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Processes(Protocol):
    """So many processes."""

    number: int

    def do(self, work: Callable[[int, Item], Result], items: Sequence[Item]) -> Generator[Result | None]:
        """What `work`, given the number of its process, makes of each item, in order; None where that was lost."""

    def beside(self, works: Sequence[Callable[[], Result]]) -> Iterator[Result]:
        """What each work makes, from now on by another process while this one goes on; here what was lost."""


class Alone:
    """No other processes."""

    number = 1

    def do(self, work: Callable[[int, Item], Result], items: Sequence[Item]) -> Generator[Result | None]:  # noqa: ARG002
        """Nothing is made."""
        yield from [None] * len(items)

    def beside(self, works: Sequence[Callable[[], Result]]) -> Iterator[Result]:
        """All is made here, when it is asked for."""
        return (work() for work in works)


ALONE = Alone()


def shared(processes: Processes, work: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """What `work` makes of each item, in order, by all of them."""
    for item, found in zip(items, processes.do(lambda _, each: work(each), items), strict=True):
        yield work(item) if found is None else found
