"""Values that are kept beside the memo and not in memory: files of them, read where a value is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from dossier.write.memo.segment import Segment

NAME = "leaves"
"""How the names of the files in the cache's folder begin."""
CHECK = 8
"""Bytes of a value's digest."""
ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
"""No value here holds itself."""
Json = Any


def check(data: bytes) -> str:
    """A digest of a value's bytes."""
    return blake2b(data, digest_size=CHECK).hexdigest()


def packed(value: Json) -> bytes:
    """A value as JSON."""
    return ENCODER.encode(value).encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> Json:
    """The value again."""
    return json.loads(data.decode("utf-8", "surrogatepass"))


class Kept(NamedTuple):
    """A value's place: the number of its file, its offset and size in bytes there; and a digest of it."""

    segment: int
    at: int
    size: int
    digest: str


Known = tuple[str, int, int]
"""What is remembered of a file: its name, its size in bytes, and their checksum."""


class Store:
    """The values of earlier builds, and those of this one, which go into a file of their own.

    `known` are the files that the last build left in `folder`; `sound` says whether they are as that left them. Without
    a folder all is held in memory.
    """

    def __init__(self, folder: Path | None, known: Iterable[Known] = ()) -> None:
        self.folder = folder
        self.segments = [Segment(folder / name, size) for name, size, _ in known] if folder else []
        self.sound = all(is_sound(segment, crc) for segment, (_, _, crc) in zip(self.segments, known, strict=False))
        self.old = len(self.segments)
        self.current = -1

    def branch(self) -> int:
        """The number of a new file, into which a process of its own may write."""
        names = (self.folder / f"{NAME}.{number}" for number in count()) if self.folder else ()
        made = next(filter(None, map(Segment.new, names)), None) or Segment()
        self.segments.append(made)
        return len(self.segments) - 1

    def put(self, value: Json) -> Kept:
        """Keep a new value."""
        data = packed(value)
        return self.add(data, check(data))

    def add(self, data: bytes, digest: str = "") -> Kept:
        """Keep the bytes of a value."""
        if self.current < 0:
            self.current = self.branch()
        return Kept(self.current, self.segments[self.current].add(data), len(data), digest)

    def get(self, kept: Kept) -> Json:
        """A value."""
        return unpacked(self.bytes(kept, 0, kept.size))

    def bytes(self, kept: Kept, at: int, size: int) -> bytes:
        """So many bytes of a value."""
        return self.segments[kept.segment].read(kept.at, at, min(size, kept.size - at))

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(each.size for each in self.segments)

    def retire(self) -> None:
        """Remember none of the files but the one that is being written."""
        for each in (kept := self.segments[self.current], *self.segments):
            if each is not kept:
                each.close()
        self.segments, self.old, self.current = [kept], 0, 0

    def keep(self) -> list[Known] | None:
        """What is to be remembered of the files; None where one of them is not whole on the disk.

        Values are read no more afterwards: not everywhere can a file that is open be removed.
        """
        with suppress(OSError):
            if all(each.path and not each.held for each in self.segments):
                return [(each.path.name, each.size, each.check()) for each in self.segments if each.path]
        return None

    def sweep(self, known: Iterable[Known]) -> None:
        """Remove all files of values but those that are remembered: a build that was killed leaves some."""
        self.close()
        self.old = len(self.segments)
        names = {name for name, *_ in known}
        for path in self.folder.glob(f"{NAME}*") if self.folder else ():
            if path.name not in names:
                with suppress(OSError):
                    path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the files."""
        for each in self.segments:
            each.close()

    def drop(self) -> None:
        """Let go of the files, and remove those of this build."""
        self.close()
        for each in self.segments[self.old :]:
            with suppress(OSError):
                if each.path:
                    each.path.unlink(missing_ok=True)


def is_sound(segment: Segment, crc: int) -> bool:
    """Whether all values of a file are as they were."""
    with suppress(OSError):
        return segment.check() == crc
    return False


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

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)
