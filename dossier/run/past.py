"""What the last linking left for the next one, kept beside the cache's entries."""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b

from dossier.link import Past
from dossier.run.cache import SIZE, Cache, check
from dossier.run.packed import packed, unpacked
from dossier.run.version import whole

NAME = "linked"
"""The file in the cache's folder."""


def recalled(cache: Cache | None) -> Past | None:
    """What the last linking left; None where that is not known, damaged or of other code."""
    if cache is None:
        return None
    with suppress(Exception):  # whatever is wrong with it, linking does without
        entry = (cache.folder / NAME).read_bytes()
        found = unpacked(entry[SIZE:]) if entry[:SIZE] == sealed(entry[SIZE:]) else None
        return found if isinstance(found, Past) else None
    return None


def keep(cache: Cache | None, past: Past) -> None:
    """Remember it. A disk that refuses costs only time."""
    if cache and cache.grows:
        with suppress(OSError):
            cache.folder.mkdir(parents=True, exist_ok=True)
            data = packed(past, alone=True)
            (cache.folder / NAME).write_bytes(sealed(data) + data)


def sealed(data: bytes) -> bytes:
    """A digest of some bytes and of all the code."""
    return check(blake2b(whole().encode(), digest_size=SIZE).hexdigest(), data)
