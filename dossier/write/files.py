"""Files to publish: whole ones, long ones in pieces, and those that stand there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path

PIECE = 1_000_000
"""Bytes of a file that are read at once."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to publish: its bytes and the seed it is about ("" for one about the whole collection)."""

    data: bytes
    seed: str = ""

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes."""
        return digest(self.data)

    @property
    def size(self) -> int:
        """The number of bytes."""
        return len(self.data)

    @property
    def opening(self) -> bytes:
        """Its beginning, the first line at least."""
        return self.data


class Stream:
    """A file to publish that is too long to be held: its bytes in pieces, each made when it is written.

    Its hash, its size and its opening (the first piece) are known once all pieces have been taken, which can be done
    once.
    """

    def __init__(self, pieces: Iterable[bytes], seed: str = "") -> None:
        self.pieces = pieces
        self.seed = seed
        self.size = 0
        self.hash = sha256()
        self.opening = b""

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.opening = self.opening or piece
            self.hash.update(piece)
            self.size += len(piece)
            yield piece

    @property
    def sha256(self) -> str:
        """SHA-256 of the pieces that have been taken."""
        return self.hash.hexdigest()


@dataclass(frozen=True, slots=True)
class Standing:
    """A file that stands there as it is to be published: its SHA-256, its size in bytes, and the seed it is about."""

    sha256: str
    size: int
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A file that another process has written beside its place: SHA-256, size, the seed it is about, and the draft."""

    sha256: str
    size: int
    seed: str
    waiting: Path


Publishable = File | Stream | Standing | Drafted
Files = Mapping[str, File] | Iterable[tuple[str, Publishable]]


def digest(data: bytes) -> str:
    """SHA-256 of some bytes."""
    return sha256(data).hexdigest()


def departing(target: Path, file: Stream) -> Iterator[bytes] | None:
    """All bytes of a file in pieces, where they differ from those that stand there; None where they do not.

    Nothing is written before the first difference: a build that changes nothing touches nothing.
    """
    pieces, same = iter(file), 0
    with target.open("rb") as old:
        for piece in pieces:
            if old.read(len(piece)) != piece:
                return chain(beginning(target, same), [piece], pieces)
            same += len(piece)
        return beginning(target, same) if old.read(1) else None


def beginning(target: Path, size: int) -> Iterator[bytes]:
    """The first bytes of a file in pieces."""
    with target.open("rb") as old:
        while size and (piece := old.read(min(size, PIECE))):
            size -= len(piece)
            yield piece
