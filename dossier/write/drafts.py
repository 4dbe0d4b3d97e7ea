"""Files in the making: each is written beside its place, and put there when all are ready."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, EFBIG, ENOSPC
from io import BufferedWriter
from pathlib import Path

from dossier.issues import DossierError
from dossier.write.files import digest

DRAFT = ".dossier-new"
"""What the name of a file ends in while it is being written."""


def replace(target: Path, data: bytes) -> None:
    """Write a file in one step, so that no reader ever meets half of it. Raises DossierError where that fails."""
    settle(draft(target, [data]), target)


def draft(target: Path, pieces: Iterable[bytes], process: str = "") -> Path:
    """Write a file's bytes beside its place, in a file that no builder takes for a page, and return that.

    Each `process` has files of its own. Raises DossierError where the disk refuses.
    """
    waiting = target.with_name(f".{digest(target.name.encode())[:16]}{process}{DRAFT}")
    try:
        with opened(waiting) as file:
            for piece in pieces:
                file.write(piece)
    except BaseException as error:
        with suppress(OSError):
            waiting.unlink()
        if isinstance(error, OSError):
            raise unwritable(target, error) from error
        raise
    return waiting


def opened(path: Path) -> BufferedWriter:
    """A file to be written, in a folder that is made if need be. Raises OSError where the disk refuses."""
    try:
        return path.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")


def settle(waiting: Path, target: Path) -> None:
    """Put a draft into its place."""
    try:
        waiting.replace(target)
    except OSError as error:
        with suppress(OSError):
            waiting.unlink()
        raise unwritable(target, error) from error


def unwritable(target: Path, error: OSError) -> DossierError:
    """A full disk, a folder without the right to write: what stands there is whole, old or new."""
    full = error.errno in {ENOSPC, EDQUOT, EFBIG}
    mend = "free some space" if full else "make the folder writable, or name another one with --docs DIR"
    message = f"this file cannot be written: {error.strerror}"
    return DossierError(message, file=str(target), mend=f"{mend}, then build again", code="unwritable")


@contextmanager
def drafting(docs: Path) -> Iterator[Callable[[Path, Iterable[bytes]], Path]]:
    """What writes drafts, after what a build left half-written that was killed is removed.

    To look through all folders for nothing takes a while, so who may leave drafts leaves a `mark` as long.
    """
    tidy(docs)
    made: list[Path] = []

    def written(target: Path, pieces: Iterable[bytes]) -> Path:
        if not made:
            made.append(mark(docs))
        return draft(target, pieces)

    yield written
    for path in made:
        path.unlink(missing_ok=True)


def mark(docs: Path, who: str = "") -> Path:
    """A file that stands in the folder while somebody writes drafts, and stays where that is killed.

    Raises DossierError where the folder cannot be written.
    """
    made = marked(docs, who)
    try:
        opened(made).close()
    except OSError as error:
        raise unwritable(docs, error) from error
    return made


def marked(docs: Path, who: str = "") -> Path:
    """Where such a file stands."""
    return docs / f"{who}{DRAFT}"


def tidy(docs: Path) -> None:
    """The same removal, where a mark stands."""
    if docs.is_dir() and any(path.name.endswith(DRAFT) for path in docs.iterdir()):
        sweep(docs)


def sweep(docs: Path) -> None:
    """Remove what a build left half-written that was killed, and the folders that it made for that."""
    # From below: marks go last, so that what is killed here is begun again.
    for folder, _, names in os.walk(docs, topdown=False):
        drafts = [name for name in names if name.endswith(DRAFT)]
        for name in drafts:
            Path(folder, name).unlink(missing_ok=True)
        if drafts:
            prune(docs, Path(folder))


def prune(docs: Path, folder: Path) -> None:
    """Delete a folder and those above it, as far as they are empty."""
    while folder != docs and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
