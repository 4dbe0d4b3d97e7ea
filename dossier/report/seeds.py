"""Which seed a maintainer means by what was typed after `--explain` or `--new`."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from dossier import read
from dossier.issues import DossierError


def seed_called(name: str, folder: Path) -> Path:
    """The seed of a folder by its path, its file name or that without its ending.

    Raises DossierError, with the nearest names, where there is none or more than one.
    """
    seeds = read.find(folder).seeds
    asked = Path(name).name
    found = [path for path in seeds if path.name == asked] or [path for path in seeds if path.stem == asked]
    if len(found) == 1:
        return found[0]
    if found:
        raise DossierError(f"{name!r} may be {listed(found)}", file=str(folder), mend="name it with its ending")
    near = get_close_matches(asked, [path.name for path in seeds], n=3, cutoff=0.4)
    known = listed([path for path in seeds if path.name in near] or list(seeds)[:3])
    mend = f"did you mean {known}?" if seeds else "put a seed into it first"
    raise DossierError(f"there is no seed {name!r} here", file=str(folder), mend=mend, code="no-such-seed")


def listed(paths: Sequence[Path]) -> str:
    """`a.txt`, `a.txt or b.txt`, `a.txt, b.txt or c.txt`."""
    names = [path.name for path in paths]
    return " or ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
