"""Linking in a process of its own, so that the memory it takes for a while is given back whole.

Of what linking holds, a quarter is the collection; the rest leaves gaps between the values that stay, which no other
process can use. Linked aside, only the collection comes back, by a file of the cache's folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from dossier.model import Collection
from dossier.pipeline import Gathered, wanted
from dossier.run.cache import Cache
from dossier.run.forked import Fork, can_fork
from dossier.run.spool import gone
from dossier.run.values import PROTOCOL, Packer, Unpacker

PAYS = 2_000
"""Sources from which twenty KB of each that are given back are worth a tenth of a millisecond of each on its way."""
NAME = "collection"
"""The file in the cache's folder; it has a name only while it is opened."""


class Giver(Packer):
    """Writes values, each text and each list once, and nothing else: another object that is met twice is two then."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file, PROTOCOL)
        # Whatever could be met again is held until the end, here and where it is read: in gaps of what stays there.
        self.fast = True
        self.texts: dict[str, int] = {}
        self.lists: dict[int, int] = {}

    def persistent_id(self, value: Any) -> Any:
        """A text or a list itself where it is met first, then its number: of texts from 0 up, of lists from -1 down."""
        if type(value) is str:
            found = self.texts.get(value)
            if found is None:
                self.texts[value] = len(self.texts)
                return value
            return found
        if type(value) is list:
            found = self.lists.get(id(value))
            if found is None:
                self.lists[id(value)] = ~len(self.lists)
                return value
            return found
        return None


class Taker(Unpacker):
    """Reads what a giver wrote."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)
        self.texts: list[str] = []
        self.lists: list[list[Any]] = []

    def persistent_load(self, pid: Any) -> Any:
        """The text or the list behind what was written for it."""
        if isinstance(pid, int):
            return self.texts[pid] if pid >= 0 else self.lists[~pid]
        (self.texts if isinstance(pid, str) else self.lists).append(pid)
        return pid


def aside(link: Callable[[], Collection], gathered: Gathered, cache: Cache | None) -> Collection:
    """What `link` makes of what was gathered: aside where that pays, in this process where that cannot be."""
    found = None
    if cache and cache.grows and len(gathered.sources) >= PAYS and can_fork():
        with suppress(Exception):  # whatever is wrong with that process or its file, linking does without
            found = brought_back(link, cache.folder)
    if found is None:
        return link()
    gathered.gleaned.take()
    return replace(found, sources=tuple(each for each in wanted(gathered) if each.publish != "private"))


def brought_back(link: Callable[[], Collection], folder: Path) -> Collection | None:
    """The collection without its sources; None where the other process came to harm."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{NAME}.new{os.getpid()}"
    with path.open("x+b") as file:
        try:
            with closing(Fork(partial(given, link, file))) as process:
                done = next(process.received(), False)
            if not done:
                return None
            file.seek(0)
            found = Taker(file).load()
            return found if isinstance(found, Collection) else None
        finally:
            gone(file, path)


def given(link: Callable[[], Collection], file: BinaryIO) -> Iterator[bool]:
    """In the other process: link, and write what is found. Whatever is raised, the first process finds out itself."""
    Giver(file).dump(replace(link(), sources=()))
    file.flush()
    yield True
