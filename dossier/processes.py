"""What a stage knows of other processes: work that they may do for it, each beginning with all that it has.

No stage starts one. Whatever is made elsewhere is made here where it was lost, so that nothing depends on them.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Processes(Protocol):
    """So many processes."""

    number: int

    def do(self, work: Callable[[int, Item], Result], items: Sequence[Item]) -> Generator[Result | None]:
        """What `work`, given the number of its process, makes of each item, in order; None where that was lost."""

    def aside(self, work: Callable[[Item], Result], items: Sequence[Item]) -> Generator[Result | None]:
        """The same by one more process, which begins now and works while this one goes on, until this is closed."""


class Alone:
    """No other processes."""

    number = 1

    def do(self, work: Callable[[int, Item], Result], items: Sequence[Item]) -> Generator[Result | None]:  # noqa: ARG002
        """Nothing is made."""
        yield from [None] * len(items)

    def aside(self, work: Callable[[Item], Result], items: Sequence[Item]) -> Generator[Result | None]:  # noqa: ARG002
        """Nothing is made."""
        yield from [None] * len(items)


ALONE = Alone()


def beside(processes: Processes, works: Sequence[Callable[[], Result]]) -> Iterator[Result]:
    """What each work makes, in order, by another process from now on, or here when it is asked for."""
    return made_up(lambda work: work(), works, processes.aside(lambda work: work(), works))


def begun(generator: Generator[Any]) -> Generator[Any]:
    """A generator after its first value, which says nothing: to close one that has not begun would end nothing."""
    next(generator)
    return generator


def shared(processes: Processes, work: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """What `work` makes of each item, in order, by all of them."""
    return made_up(work, items, processes.do(lambda _, each: work(each), items))


def made_up(work: Callable[[Item], Result], items: Sequence[Item], found: Iterable[Result | None]) -> Iterator[Result]:
    """What was found of each item, or is made here where that was lost."""
    for item, each in zip(items, found, strict=True):
        yield work(item) if each is None else each
