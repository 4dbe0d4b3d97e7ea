"""What the result for a seed depends on besides the seed: the code and the words of the map, and what runs them."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

import yaml

CODE = Path(__file__).resolve().parents[1]
BEHIND = frozenset({"link", "write", "report", "theme"}) | {
    f"{name}.py" for name in ("lock", "policy", "search", "serve", "site", "stylesheet")
}
"""What comes after the map. Anything else under `dossier/`, a new file too, is taken for a part of it."""


@cache
def version() -> str:
    """A digest of it all, from the contents of the files. It is of the moment of the first call."""
    made = blake2b(digest_size=16)
    runs = (sys.implementation.cache_tag, sys.version, unicodedata.unidata_version, yaml.__version__)
    made.update(repr((*runs, yaml.__with_libyaml__)).encode())
    for path in files(CODE):
        data = path.read_bytes()
        made.update(f"{path.relative_to(CODE).as_posix()} {len(data)}\n".encode())
        made.update(data)
    return made.hexdigest()


def files(folder: Path, behind: frozenset[str] = BEHIND) -> Iterator[Path]:
    """The files of the map, in an order that is the same everywhere."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name in behind or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from files(Path(entry.path), frozenset())
        else:
            yield Path(entry.path)
