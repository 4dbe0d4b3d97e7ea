"""What the last linking left for the next one, kept beside the cache's entries.

It is as large as all that linking holds: it is written and read piece by piece, and never in memory as bytes.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from typing import BinaryIO

from dossier.link import Past
from dossier.run.cache import SIZE, Cache
from dossier.run.values import Unpacker, pack_into
from dossier.run.version import whole

NAME = "linked"
"""The file in the cache's folder."""
PART = 1 << 16
"""Bytes that are read at once."""


def recalled(cache: Cache | None) -> Past | None:
    """What the last linking left; None where that is not known, damaged or of other code."""
    if cache is None:
        return None
    with suppress(Exception), (cache.folder / NAME).open("rb") as file:  # whatever is wrong, linking does without
        if file.read(SIZE) == seal(file):
            file.seek(SIZE)
            found = Unpacker(file).load()
            return found if isinstance(found, Past) else None
    return None


def keep(cache: Cache | None, past: Past) -> None:
    """Remember it, whole or not at all. A disk that refuses costs only time."""
    if not (cache and cache.grows):
        return
    draft = cache.folder / f"{NAME}.new{os.getpid()}"
    with suppress(OSError):
        cache.folder.mkdir(parents=True, exist_ok=True)
        try:
            with draft.open("w+b") as file:
                file.write(bytes(SIZE))
                pack_into(file, past)
                file.seek(SIZE)
                made = seal(file)
                file.seek(0)
                file.write(made)
            draft.replace(cache.folder / NAME)
        finally:
            draft.unlink(missing_ok=True)


def seal(file: BinaryIO) -> bytes:
    """A digest of the rest of a file and of all the code."""
    made = blake2b(whole().encode(), digest_size=SIZE)
    while part := file.read(PART):
        made.update(part)
    return made.digest()
