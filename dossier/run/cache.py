"""What earlier builds made of seeds, each under a hash of all that it depends on.

An entry is never stale, since another seed, sidecar, name or version is another entry; it is checked before it is
read, and made anew where anything is wrong with it. Times of files decide nothing. Entries that a build did not use
are removed at its end, so that the folder holds as many as there are seeds.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from dossier.read import Capture

SIZE = 20
"""Bytes of a hash."""
OWN = re.compile(r"[0-9a-f]{40}\.(?:seed|names|new\d+)|(?:linked|columns|collection)\.new\d+")
"""Names of the files that may be removed: entries and, where a build was killed that wrote one, drafts."""


class Cache:
    """A folder of entries, made at the first of them. `grows` is False where it may be read only."""

    def __init__(self, folder: Path, version: str, *, grows: bool = True) -> None:
        self.folder = folder
        self.version = version
        self.grows = grows
        self.used: set[str] = set()
        self.there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()

    def key(self, held: Capture) -> str:
        """The name of the entry for what stands in the files of a seed."""
        made = blake2b(digest_size=SIZE)
        for part in (self.version.encode(), held.name.encode(), held.data, held.beside.encode(), held.sidecar or b""):
            made.update(len(part).to_bytes(8))
            made.update(part)
        return f"{made.hexdigest()}.seed"

    def knows(self, key: str) -> bool:
        """Whether there is an entry, which may still be damaged."""
        self.used.add(key)
        return key in self.there

    def get(self, key: str) -> bytes | None:
        """The bytes of an entry; None where there is none, or one that is not as it was written."""
        try:
            entry = (self.folder / key).read_bytes()
        except OSError:
            return None
        return entry[SIZE:] if entry[:SIZE] == check(key, entry[SIZE:]) else None

    def put(self, key: str, packed: bytes) -> bool:
        """Keep a result, whole or not at all, and tell which. A disk that refuses costs only time."""
        if not self.grows:
            return False
        draft = self.folder / f"{key.partition('.')[0]}.new{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(check(key, packed) + packed)
            draft.replace(self.folder / key)
            self.there.add(key)
        except OSError:
            with suppress(OSError):
                draft.unlink()
            return False
        return True

    def sweep(self) -> None:
        """Remove what was there before and has not been used since; files of others stay."""
        for name in sorted(self.there - self.used) if self.grows else ():
            if OWN.fullmatch(name):
                with suppress(OSError):
                    (self.folder / name).unlink()


def check(key: str, packed: bytes) -> bytes:
    """What an entry begins with: a digest of its bytes and of its name."""
    return blake2b(packed, digest_size=SIZE, key=key.encode()).digest()


def cache_of(executor: object) -> Cache | None:
    """The cache behind the map over the seeds, if there is one."""
    found = getattr(executor, "cache", None)
    return found if isinstance(found, Cache) else None
