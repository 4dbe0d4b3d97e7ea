"""A bar for builds long enough to wonder about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")
LONG = 20
"""So many seeds take a few seconds; fewer need no bar."""


def with_bar(items: Iterable[T], total: int, stream: TextIO, label: str = "Reading seeds") -> Iterator[T]:
    """The items as they come, with a bar on `stream` where that is a terminal and there are many of them."""
    if total <= LONG or not stream.isatty():
        yield from items
        return
    # MkDocs brings click, whose bar is all that is needed here; it is imported only for a bar.
    import click  # noqa: PLC0415

    with click.progressbar(items, length=total, label=label, file=stream, show_pos=True) as bar:
        yield from bar
