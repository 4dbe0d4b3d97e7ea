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
BEHIND = frozenset({"write", "report", "theme"}) | {
    f"{name}.py" for name in ("built", "lock", "policy", "rendered", "search", "serve", "site", "stylesheet")
}
"""What comes after the map. Anything else under `dossier/`, a new file too, is taken for a part of it."""
LIBRARIES = ("jinja2", "markupsafe")
"""What pages are made with."""


@cache
def version() -> str:
    """A digest of what the map depends on, from the contents of files. It is of the moment of the first call."""
    return digest(BEHIND)


@cache
def whole() -> str:
    """The same of all of Dossier, and of the libraries that its pages are made with."""
    from importlib.metadata import version as installed  # noqa: PLC0415 - a worker needs none of it

    return " ".join([digest(frozenset()), *map(installed, LIBRARIES)])


def digest(behind: frozenset[str]) -> str:
    """A digest of Python, of its YAML and of the files under `dossier/` but for those that are `behind`."""
    made = blake2b(digest_size=16)
    runs = (sys.implementation.cache_tag, sys.version, unicodedata.unidata_version, yaml.__version__)
    made.update(repr((*runs, yaml.__with_libyaml__)).encode())
    for path in files(CODE, behind):
        data = path.read_bytes()
        made.update(f"{path.relative_to(CODE).as_posix()} {len(data)}\n".encode())
        made.update(data)
    return made.hexdigest()


def files(folder: Path, behind: frozenset[str]) -> Iterator[Path]:
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
