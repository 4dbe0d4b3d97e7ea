"""One file of values one after another, written at its end alone: what stands in it is never changed.

Where the disk refuses, memory holds the values.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

PIECE = 1_000_000
"""Bytes that are read at once where all of a file is read."""


class Segment:
    """A file of values. `path` is None for one in memory; `size` are its bytes that are known to be values."""

    def __init__(self, path: Path | None = None, size: int = 0) -> None:
        self.path = path
        self.size = size
        self.held: dict[int, bytes] = {}
        self.file = opened(path, os.O_RDONLY) if path and size else -1

    @classmethod
    def new(cls, path: Path) -> Segment | None:
        """A new file; None where one of that name is there. The disk may refuse: then it is one in memory."""
        made = cls(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.file = opening(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        except FileExistsError:
            return None
        except OSError:
            made.path = None
        return made

    def add(self, data: bytes) -> int:
        """Write a value, and tell where it stands."""
        at = self.size
        try:
            whole = self.file >= 0 and written(self.file, data, at)
        except OSError:
            whole = False
        if not whole:
            self.held[at] = data
        self.size += len(data)
        return at

    def read(self, value: int, at: int, size: int) -> bytes:
        """So many bytes of the value that stands at a place, from an offset in it. Raises OSError if it is lost."""
        held = self.held.get(value)
        return read(self.file, size, value + at) if held is None else held[at : at + size]

    def check(self) -> int:
        """A checksum of all values. Raises OSError where not all are there."""
        found = 0
        for piece in self.pieces():
            found = crc32(piece, found)
        return found

    def pieces(self) -> Iterator[bytes]:
        """All bytes. Raises OSError where not all are there."""
        for at in range(0, self.size, PIECE):
            want = min(PIECE, self.size - at)
            piece = read(self.file, want, at)
            if len(piece) < want:
                raise OSError
            yield piece

    def close(self) -> None:
        """Let go of the file."""
        if self.file >= 0:
            os.close(self.file)
        self.file = -1


def opening(path: Path, how: int) -> int:
    """The number of an open file. Raises OSError where it cannot be opened."""
    return os.open(path, how | getattr(os, "O_BINARY", 0), 0o666)


def opened(path: Path, how: int) -> int:
    """The same, -1 for one that cannot be opened."""
    try:
        return opening(path, how)
    except OSError:
        return -1


def read(file: int, size: int, at: int) -> bytes:
    """So many bytes of a file from an offset."""
    if hasattr(os, "pread"):
        return os.pread(file, size, at)
    os.lseek(file, at, os.SEEK_SET)
    return os.read(file, size)


def written(file: int, data: bytes, at: int) -> bool:
    """Write bytes into a file at an offset; False where not all of them could be."""
    if hasattr(os, "pwrite"):
        return os.pwrite(file, data, at) == len(data)
    os.lseek(file, at, os.SEEK_SET)
    return os.write(file, data) == len(data)
