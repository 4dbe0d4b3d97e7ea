"""The seeds folder: which of its files are seeds and sidecars, what does not belong there, and their bytes.

Nothing outside the folder is ever read, and nothing that is no file.
"""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from dossier.issues import DossierError
from dossier.model import Media

MEDIA: dict[str, Media] = {".txt": "txt", ".md": "md", ".html": "html", ".htm": "html", ".xhtml": "html"}
SIDECAR_SUFFIXES = (".yml", ".yaml")
COLLECTION_FILES = frozenset({"names.yml"})
"""Files in `seeds/` that speak of the whole collection."""
READMES = frozenset({"readme", "readme.md", "readme.txt"})
"""Notes to maintainers, which are no seeds."""
LARGEST = 64 * 1024 * 1024
"""Bytes of a file. A page saved with all its pictures inside takes a few million, a long book a few more."""


@dataclass(frozen=True, slots=True)
class Found:
    """The files of a seeds folder, in name order: seeds, their sidecars, and what is wrong with the folder itself."""

    seeds: tuple[Path, ...]
    sidecars: dict[Path, Path]
    errors: tuple[DossierError, ...]


def find(folder: Path) -> Found:
    """List a seeds folder.

    A file of a type that no cleaner knows, a name that cannot be written, and a sidecar with no seed, with a second one
    beside it or between two seeds, is an error.
    """
    if not folder.is_dir():
        message = "there is no such folder"
        error = DossierError(message, file=str(folder), mend="name the folder of seeds with --seeds DIR")
        return Found((), {}, (error,))
    entries = sorted((p for p in folder.iterdir() if not p.name.startswith(".")), key=lambda p: p.name)
    errors = [unwritable(path) for path in entries if not writable(path)]
    entries = [path for path in entries if path.name.lower() not in READMES and writable(path)]
    seeds = tuple(path for path in entries if path.suffix.lower() in MEDIA)
    stems: dict[str, list[Path]] = defaultdict(list)
    for seed in seeds:
        stems[seed.stem].append(seed)
    sidecars: dict[Path, Path] = {}
    for entry in entries:
        if entry.suffix.lower() in MEDIA or entry.name in COLLECTION_FILES:
            continue
        if entry.suffix.lower() not in SIDECAR_SUFFIXES:
            errors.append(unknown_type(entry))
            continue
        owners = stems.get(entry.stem, [])
        if len(owners) != 1 or owners[0] in sidecars:
            errors.append(astray(entry, owners, sidecars))
        sidecars |= {owner: entry for owner in owners if owner not in sidecars}
    return Found(seeds, sidecars, tuple(errors))


def published_name(path: Path) -> str:
    """The name a seed file has in the data and in messages: `seeds/NAME`, wherever the folder really is."""
    return f"seeds/{os.fsencode(path.name).decode('utf-8', 'replace')}"


def writable(path: Path) -> bool:
    """Whether a name can stand in the pages and the data: a disk may hold bytes that are no UTF-8."""
    return os.fsencode(path.name) == path.name.encode("utf-8", "replace")


def unwritable(path: Path) -> DossierError:
    """A name in some other encoding."""
    return DossierError("the name of this file is not UTF-8", file=published_name(path), mend="rename the file")


def astray(path: Path, owners: list[Path], sidecars: dict[Path, Path]) -> DossierError:
    """A sidecar that has no seed, or a seed that has two, or two seeds that have one."""
    if not owners:
        message = "this sidecar has no seed"
        mend = f"add the seed {path.stem}.txt, {path.stem}.md or {path.stem}.html, or remove this file"
    elif len(owners) > 1:
        message = f"this sidecar stands beside two seeds: {' and '.join(owner.name for owner in owners)}"
        mend = "rename one of the seeds, and give it a sidecar of its own"
    else:
        message = f"{owners[0].name} has a sidecar already: {sidecars[owners[0]].name}"
        mend = "keep one of the two files"
    return DossierError(message, file=published_name(path), mend=mend)


def unknown_type(path: Path) -> DossierError:
    """A file that is neither a seed nor a sidecar."""
    kinds = " and ".join(MEDIA)
    what = "a folder is no seed" if path.is_dir() else f"files of type {path.suffix or '(none)'} cannot be read"
    return DossierError(
        what, file=published_name(path), mend=f"save the capture as one of {kinds}, or move it out of seeds/"
    )


def contents(path: Path) -> bytes:
    """A file's bytes. Raises DossierError where it cannot be read, lies elsewhere, is too large, or is no file."""
    try:
        fault = refusal(path)
        if fault:
            raise DossierError(fault[0], file=published_name(path), mend=fault[1])
        return path.read_bytes()
    except OSError as error:
        message, mend = f"cannot be read: {error.strerror}", "check the file's rights"
        raise DossierError(message, file=published_name(path), mend=mend) from error


def refusal(path: Path) -> tuple[str, str] | None:
    """Why a file is not opened at all, and what to do. A pipe would wait for ever, a link publish what is elsewhere."""
    state = path.stat()
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(path.parent)):
        return "this link leads out of seeds/", "put the file itself here, if it may be published"
    if stat.S_ISDIR(state.st_mode):
        return "a folder is no seed", "move what is in it into seeds/ itself, and remove the folder"
    if not stat.S_ISREG(state.st_mode):
        return "this is a pipe or a device, not a file", "save the capture as a file"
    if state.st_size > LARGEST:
        size = f"{state.st_size / 1_048_576:.0f} MB"
        return f"this file is too large to be a text ({size})", f"divide it into files of at most {LARGEST >> 20} MB"
    return None
