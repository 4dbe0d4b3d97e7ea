"""Values that are kept beside the memo and not in memory: one file of them, read where a value is asked for."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

NAME = "leaves"
"""The file in the cache's folder."""
CHECK = 8
"""Bytes of a value's digest."""
Json = Any


def check(data: bytes) -> str:
    """A digest of a value's bytes."""
    return blake2b(data, digest_size=CHECK).hexdigest()


def packed(value: Json) -> bytes:
    """A value as JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> Json:
    """The value again."""
    return json.loads(data.decode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Kept:
    """A value's place in the file, and a digest of its bytes there."""

    at: int
    size: int
    digest: str


class Store:
    """The values of this build, and those of the last one to take over. Where the disk refuses, memory holds them."""

    def __init__(self, folder: Path | None) -> None:
        self.path = folder / NAME if folder else None
        self.draft = folder / f"{NAME}.new{os.getpid()}" if folder else None
        self.end = 0
        self.held: dict[int, bytes] = {}
        self.old = opened(self.path, os.O_RDONLY)
        self.new = opened(self.draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC)

    def take(self, kept: Kept) -> Kept | None:
        """Take a value of the last build over; None where it is not as it was."""
        with suppress(OSError):
            data = read(self.old, kept.size, kept.at) if self.old >= 0 else b""
            if check(data) == kept.digest:
                return self.add(data, kept.digest)
        return None

    def put(self, value: Json) -> Kept:
        """Keep a new value."""
        data = packed(value)
        return self.add(data, check(data))

    def add(self, data: bytes, digest: str) -> Kept:
        """Keep the bytes of a value."""
        kept = Kept(self.end, len(data), digest)
        try:
            whole = self.new >= 0 and written(self.new, data, kept.at)
        except OSError:
            whole = False
        if not whole:
            self.held[kept.at] = data
        self.end += len(data)
        return kept

    def get(self, kept: Kept) -> Json:
        """A value of this build."""
        return unpacked(self.bytes(kept, 0, kept.size))

    def bytes(self, kept: Kept, at: int, size: int) -> bytes:
        """So many bytes of a value of this build."""
        if kept.at in self.held:
            return self.held[kept.at][at : at + size]
        return read(self.new, min(size, kept.size - at), kept.at + at)

    def keep(self) -> bool:
        """Make the values of this build those that the next one finds; False where that cannot be.

        No value can be asked for afterwards: not everywhere can a file that is open take another's place.
        """
        whole = self.new >= 0 and not self.held
        self.let_go()
        try:
            if self.path and self.draft and whole:
                self.draft.replace(self.path)
                # A build that was killed leaves its draft; one that goes on beside this loses only time.
                for other in self.path.parent.glob(f"{NAME}.new*"):
                    other.unlink(missing_ok=True)
                return True
        except OSError:
            return False
        return False

    def let_go(self) -> None:
        """Close the files."""
        for file in (self.old, self.new):
            if file >= 0:
                os.close(file)
        self.old = self.new = -1

    def close(self) -> None:
        """Let go of the files, and of the draft of one that was not kept."""
        self.let_go()
        if self.draft:
            with suppress(OSError):
                self.draft.unlink(missing_ok=True)


def read(file: int, size: int, at: int) -> bytes:
    """So many bytes of a file from an offset."""
    os.lseek(file, at, os.SEEK_SET)
    return os.read(file, size)


def written(file: int, data: bytes, at: int) -> bool:
    """Write bytes into a file at an offset; False where not all of them could be."""
    os.lseek(file, at, os.SEEK_SET)
    return os.write(file, data) == len(data)


def opened(path: Path | None, how: int) -> int:
    """A file's number, -1 for one that cannot be opened."""
    try:
        if path and how & os.O_CREAT:
            path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, how | getattr(os, "O_BINARY", 0), 0o666) if path else -1
    except OSError:
        return -1


class Leaves(Mapping[str, Json]):
    """What was made of each source, by slug: read anew each time it is asked for."""

    def __init__(self, places: Mapping[str, Kept], store: Store) -> None:
        self.places = places
        self.store = store

    def __getitem__(self, slug: str) -> Json:
        return self.store.get(self.places[slug])

    def bytes(self, slug: str, at: int, size: int) -> bytes:
        """So many bytes of what was made of a source."""
        return self.store.bytes(self.places[slug], at, size)

    def piece(self, slug: str, at: int, size: int) -> Json:
        """One item of a source's leaf that is a list, by its place in the leaf's bytes."""
        return unpacked(self.bytes(slug, at, size))

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)
