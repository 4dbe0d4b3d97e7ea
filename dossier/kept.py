"""What is made of files of the code alone and takes long, kept where Python keeps its modules: in `__pycache__`.

It is taken again only where it is of the same bytes, by the same Python. Where nothing can be kept, it is made at every
start.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, TypeVar

SUFFIX = ".kept"
SIZE = 16
"""Bytes of the digest that a file begins with."""
T = TypeVar("T")


def kept(beside: Path, made_of: Iterable[bytes], make: Callable[[], T]) -> T:
    """What `make` gives, or gave at an earlier start. It is kept beside a file, and follows from the bytes `made_of`.

    Of values whose types are not built in nothing is kept.
    """
    stamp = stamped(made_of)
    found: T | None = recalled(beside, stamp)
    if found is None:
        found = make()
        keep(beside, stamp, found)
    return found


def stamped(made_of: Iterable[bytes]) -> bytes:
    """A digest of all that something follows from."""
    made = blake2b(digest_size=SIZE)
    for part in made_of:
        made.update(len(part).to_bytes(8))
        made.update(part)
    return made.digest()


def recalled(beside: Path, stamp: bytes) -> Any:
    """What is kept beside a file under a stamp; None where there is nothing, or anything is wrong with it."""
    with suppress(Exception):
        data = place(beside).read_bytes()
        return marshal.loads(data[SIZE:]) if data[:SIZE] == stamp else None  # noqa: S302 - as Python's own bytecode
    return None


def keep(beside: Path, stamp: bytes, value: Any) -> None:
    """Keep a value, whole or not at all. A disk that refuses costs only time."""
    if sys.dont_write_bytecode:
        return
    path = place(beside)
    draft = path.with_suffix(f"{SUFFIX}.new{os.getpid()}")
    with suppress(ValueError):
        data = stamp + marshal.dumps(value)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(data)
            draft.replace(path)
        except OSError:
            with suppress(OSError):
                draft.unlink()


def place(beside: Path) -> Path:
    """Where something is kept beside a file: the version of Python is in the name."""
    return Path(cache_from_source(str(beside.with_name(f"{beside.name}.py")))).with_suffix(SUFFIX)
