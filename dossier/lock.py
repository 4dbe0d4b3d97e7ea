"""One build at a time writes a docs folder: the others are told who does.

The operating system holds the lock and lets go of it when the process ends, however it ends, so none is ever stale. A
library would do the same but for the words: the file is also where the holder says who it is, and filelock empties it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from dossier.issues import DossierError

LOCK = ".dossier-lock"
FAR = 1 << 20
"""The byte that is locked on Windows, where nobody may read a locked one: beyond the holder's words."""


@contextmanager
def held(docs: Path) -> Iterator[None]:
    """Hold the lock of a docs folder, which is made if need be.

    Raises DossierError where another process holds it, or where nothing can be written.
    """
    path = docs / LOCK
    try:
        docs.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        mend = "make the folder writable, or name another one with --docs DIR"
        raise DossierError(f"nothing can be written here: {error.strerror}", file=str(docs), mend=mend) from error
    try:
        if not taken(handle):
            raise DossierError(busy(handle), file=str(docs), mend="wait until it has ended, then build again")
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()} {datetime.now().astimezone():%Y-%m-%d %H:%M:%S}".encode())
        yield
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def taken(handle: int) -> bool:
    """Whether the lock of an open file could be had, which ends when the file is closed."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            os.lseek(handle, FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def busy(handle: int) -> str:
    """Who holds the lock and since when, as far as the holder has said so yet."""
    os.lseek(handle, 0, os.SEEK_SET)
    process, _, since = os.read(handle, 100).decode("ascii", "replace").partition(" ")
    who = f": process {process}, since {since}" if process.isdigit() else ""
    return f"another build is writing here{who}"
