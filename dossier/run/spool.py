"""Bytes that are asked for again later: some in memory, more of them in a file of the cache's folder."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from weakref import finalize

from dossier.run.cache import Cache

SPARED = 1 << 24
"""Bytes that are held in memory: the columns of some five hundred sources."""
NAME = "columns"
"""The file in the cache's folder. It has a name only where an open file must have one."""


class Spool:
    """Pieces of bytes, as long as one of them is held. Where there is no folder or the disk refuses, memory has all."""

    def __init__(self, folder: Path | None, spared: int | None = None) -> None:
        self.folder = folder
        self.spared = SPARED if spared is None else spared
        self.file: BinaryIO | None = None
        self.end = 0

    def put(self, data: bytes) -> Piece:
        """Put bytes away."""
        if self.spared < len(data) and self.folder:
            with suppress(OSError):
                file = self.file = self.file or self.opened(self.folder)
                file.seek(self.end)
                if file.write(data) == len(data):
                    self.end += len(data)
                    return Piece(b"", self, self.end - len(data), len(data))
        self.spared -= len(data)
        return Piece(data)

    def opened(self, folder: Path) -> BinaryIO:
        """A file of this process alone. Raises OSError where there can be none."""
        path = folder / f"{NAME}.new{os.getpid()}"
        file = path.open("x+b", buffering=0)
        finalize(self, gone, file, path)
        with suppress(OSError):
            path.unlink()
        return file


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that were put away: in memory, or in the file of a spool."""

    held: bytes
    spool: Spool | None = None
    at: int = 0
    size: int = 0

    def read(self, start: int = 0, end: int | None = None) -> bytes:
        """Those from one place to another. Raises OSError where the disk has lost them."""
        if not (self.spool and self.spool.file):
            return self.held[start:end]
        size = (self.size if end is None else end) - start
        data = read(self.spool.file, size, self.at + start)
        if len(data) != size:
            raise EOFError
        return data


def room(cache: Cache | None) -> Path | None:
    """Where a spool may have its file: where a cache may have its own."""
    return cache.folder if cache and cache.grows else None


def read(file: BinaryIO, size: int, at: int) -> bytes:
    """So many bytes of a file from an offset. Forks share the place in it, which is left alone where that can be."""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), size, at)
    file.seek(at)
    return file.read(size)


def gone(file: BinaryIO, path: Path) -> None:
    """Close the file of a spool that nobody holds a piece of."""
    file.close()
    with suppress(OSError):
        path.unlink(missing_ok=True)
