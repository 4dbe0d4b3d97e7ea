"""What the result for a seed depends on besides the seed: the code and the words of the map, and what runs them."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import yaml

CODE = Path(__file__).resolve().parents[1]
BEHIND = frozenset({"write", "report", "theme"}) | {
    f"{name}.py" for name in ("built", "lock", "policy", "rendered", "search", "serve", "site", "stylesheet")
}
"""What comes after the map. Anything else under `dossier/`, a new file too, is taken for a part of it."""
SIZE = 16
"""Bytes of a digest."""
LIBRARIES = ("jinja2", "markupsafe")
"""What pages are made with."""
TELLS = ".dist-info"
"""The folder beside a library's code that tells of it carries its name and its version."""


def version() -> str:
    """A digest of what the map depends on, from the contents of files. It is of the moment of the first call."""
    return digests()[0]


def whole() -> str:
    """The same of all of Dossier, and of the libraries that its pages are made with."""
    return " ".join([*digests(), *map(installed, LIBRARIES)])


@cache
def digests() -> tuple[str, str]:
    """Digests of the files of the map, with Python and its YAML, and of those that are behind it."""
    runs = (sys.implementation.cache_tag, sys.version, unicodedata.unidata_version, yaml.__version__)
    of_map, of_others = (
        blake2b(repr((*runs, yaml.__with_libyaml__)).encode(), digest_size=SIZE),
        blake2b(digest_size=SIZE),
    )
    for name in files(CODE):
        # Five hundred files at every start: half of the time would go into buffers that nobody needs.
        with open(f"{CODE}/{name}", "rb", buffering=0) as file:  # noqa: PTH123
            data = file.read()
        made = of_others if behind(name) else of_map
        made.update(f"{name} {len(data)}\n".encode())
        made.update(data)
    return of_map.hexdigest(), of_others.hexdigest()


@cache
def installed(library: str) -> str:
    """The version of a library, by the name of what tells of it beside its code; that is read only where none is."""
    spec = find_spec(library)
    with os.scandir(Path(spec.origin).parents[1] if spec and spec.origin else None) as beside:
        names = [entry.name.lower() for entry in beside]
    if told := [name for name in names if name.startswith(f"{library}-") and name.endswith(TELLS)]:
        return " ".join(sorted(told))
    from importlib.metadata import version as told_at_length  # noqa: PLC0415 - it takes longer than all of the above

    return told_at_length(library)


def behind(name: str) -> bool:
    """Whether a file, by its path under `dossier/`, comes after the map."""
    return name.partition("/")[0] in BEHIND


def files(folder: Path, beneath: str = "") -> Iterator[str]:
    """The files under a folder by their paths in it, in an order that is the same everywhere."""
    with os.scandir(folder / beneath) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            yield from files(folder, f"{beneath}{entry.name}/") if entry.name != "__pycache__" else ()
        else:
            yield f"{beneath}{entry.name}"
