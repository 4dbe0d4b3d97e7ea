"""Projects of any number of seeds to measure in: the project's own seeds, and generated ones beside them."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import copytree, rmtree

from dossier.folder import find
from tests.bench.generate import write
from tests.bench.process import Run, measured, middle
from tests.checkout import checkout

BUILD = (sys.executable, "build_pages.py", "--quiet")
BY_HAND = "by-hand"
"""A copy of what stands in docs/ before anything is built."""
FEW = 100
"""Up to so many seeds a build is so short that chance tells in it, and it is measured several times."""


class Place:
    """Copies of the project in a folder, one for each number of seeds; what was measured once is not measured again."""

    def __init__(self, folder: Path, times: int) -> None:
        self.folder = folder
        self.times = times
        self.start = time.perf_counter()
        self.projects: dict[int, Path] = {}
        self.known: dict[tuple[str, int], Run] = {}

    def tell(self, words: str) -> None:
        """Say on the other stream what is being done."""
        print(f"[{time.perf_counter() - self.start:6.0f} s] {words}", file=sys.stderr, flush=True)

    def project(self, seeds: int) -> Path:
        """The copy with so many seeds."""
        if seeds not in self.projects:
            folder = self.folder / str(seeds)
            folder.mkdir()
            checkout(folder)
            copytree(folder / "docs", folder / BY_HAND)
            write(folder / "seeds", max(0, seeds - len(find(folder / "seeds").seeds)))
            # Its bytecode, which a checkout has after its first build.
            measured([*BUILD, "--check", "--no-cache", "--seeds", str(empty(folder))], folder)
            self.projects[seeds] = folder
        return self.projects[seeds]

    def drop(self, seeds: int) -> None:
        """Remove a copy in which nothing else is measured: 10,000 seeds and their pages take gigabytes."""
        rmtree(self.projects.pop(seeds))

    def cold(self, seeds: int) -> Run:
        """build_pages where nothing is known and docs/ holds nothing generated."""
        return self.run("build_pages, cold", seeds, BUILD, before=forget)

    def site(self, seeds: int) -> Run:
        """The same with the whole site, which is left in `site/`."""
        return self.run("build_pages --site, cold", seeds, [*BUILD, "--site"], before=forget)

    def run(
        self,
        what: str,
        seeds: int,
        command: Sequence[str],
        *,
        before: Callable[[Path], object] = lambda _: None,
        times: int = 0,
    ) -> Run:
        """The median of several runs of a command in a copy, each after what `before` does to it.

        `times` are as many as the command's option says where there are few seeds, else one, unless it is given.
        """
        if (what, seeds) not in self.known:
            folder, found = self.project(seeds), []
            for _ in range(times or (self.times if seeds <= FEW else 1)):
                before(folder)
                self.tell(f"{seeds:,} seeds: {what}")
                found.append(measured([*command], folder, watched=True))
            self.known[what, seeds] = middle(found)
        return self.known[what, seeds]


def settings() -> None:
    """What all builds that are measured find in their environment."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def size(folder: Path) -> int:
    """Bytes of the seeds of a copy."""
    return sum(path.stat().st_size for path in find(folder / "seeds").seeds)


def empty(folder: Path) -> Path:
    """A folder without seeds in a copy."""
    (folder / "none").mkdir(exist_ok=True)
    return folder / "none"


def forget(folder: Path) -> None:
    """Put away what builds know and made: the next one finds what one after a checkout finds."""
    put_away(folder, "build", "site", "docs")
    copytree(folder / BY_HAND, folder / "docs")


def put_away(folder: Path, *names: str) -> None:
    """Move what stands there out of the way.

    Nothing is deleted: for five minutes ext4 looks through the numbers of deleted files whenever one is created, which
    costs a build of ten thousand files a fifth of its time.
    """
    away = folder / "away" / str(len([*(folder / "away").glob("*")]))
    away.mkdir(parents=True)
    for name in names:
        if (folder / name).exists():
            (folder / name).rename(away / name)
