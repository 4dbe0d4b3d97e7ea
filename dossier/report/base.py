"""The seeds of a commit, taken out of git for a comparison."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.issues import DossierError

NONE_YET = "HEAD"
"""What a repository without a commit cannot resolve: there the base is an empty folder."""


@contextmanager
def seeds_at(commit: str, folder: Path) -> Iterator[tuple[Path, str]]:
    """A folder with the seeds of a commit as git hands them out, for as long as the block runs, and the commit's hash.

    `folder` is the seeds folder of the working tree; one that the commit does not have is empty. Raises DossierError
    where `folder` is in no repository or the commit is unknown.
    """
    where = folder if folder.is_dir() else folder.parent
    root, inside = git(where, "rev-parse", "--show-toplevel"), git(where, "rev-parse", "--show-prefix")
    if root is None or inside is None:
        mend = "run it in a clone of the repository, or build with --check"
        raise DossierError("these seeds are in no git repository", file=str(folder), mend=mend)
    found = git(where, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}")
    if found is None and commit != NONE_YET:
        mend = "name a commit, a branch or a tag that is here (`git fetch` brings others)"
        raise DossierError(f"there is no commit {commit!r}", file=str(folder), mend=mend)
    with TemporaryDirectory() as place:
        base = Path(place) / "seeds"
        base.mkdir()
        name = line(found) if found else ""
        # From the top: in a folder below it, git archives that folder alone. One that the commit lacks gives None.
        archive = git(Path(line(root)), "archive", "--format=tar", f"{name}:{line(inside)}") if name else None
        if archive is not None:
            with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
                packed.extractall(base, filter="data")
        yield base, name


def line(said: bytes) -> str:
    """The one line that git said."""
    return said.decode("utf-8", "surrogateescape").rstrip("\n")


def git(where: Path, *arguments: str) -> bytes | None:
    """What git prints, or None where it fails."""
    command = ["git", "-C", str(where), *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else None
