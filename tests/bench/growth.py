"""Time builds of many seeds: `python -m tests.bench.scale [--seeds N]` prints CPU seconds, memory and ratios.

The seeds are those of tests/bench/generate.py. Each build is a process of its own on a copy of the project, in one
process unless the row says otherwise; CPU seconds are those of all its processes, medians of the runs. Wall seconds
are told where several processes share the work, and say nothing on a machine that has other work.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from statistics import median

from tests.bench.build import checkout
from tests.bench.generate import write

MEGA = 1_000_000


@dataclass(frozen=True)
class Run:
    """One process: CPU seconds with those of its children, wall seconds, and its memory at most, in megabytes."""

    cpu: float
    wall: float
    memory: float


def measured(command: list[str], folder: Path) -> Run:
    """Run a command. Raises CalledProcessError if it fails."""
    start = time.perf_counter()
    child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def middle(runs: list[Run]) -> Run:
    """The median of each figure."""
    return Run(median(r.cpu for r in runs), median(r.wall for r in runs), median(r.memory for r in runs))


def several(times: int, command: list[str], folder: Path, before: Callable[[int], object]) -> Run:
    """Several runs, each after what `before` does."""
    found = []
    for number in range(times):
        before(number)
        found.append(measured(command, folder))
    return middle(found)


def row(label: str, run: Run, against: Run | None = None) -> None:
    """Print one line of the table."""
    ratio = f"{run.cpu / against.cpu:6.3f}" if against else ""
    print(f"{label:34}{run.cpu:9.2f}{run.wall:9.2f}{run.memory:8.0f} {ratio}", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=200, metavar="N")
    parser.add_argument("--runs", type=int, default=3, metavar="N")
    chosen = parser.parse_args()
    # The copy is to have its bytecode beside it, as a checkout has after its first build.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as place:
        folder = checkout(Path(place))
        rmtree(folder / "seeds")
        write(folder / "seeds", chosen.seeds)
        table(folder, chosen.runs)


def table(folder: Path, runs: int) -> None:
    """Build the seeds of a copy of the project in all the ways there are."""
    seeds = sorted((folder / "seeds").iterdir())
    size = sum(path.stat().st_size for path in seeds)
    build = [sys.executable, "build_pages.py", "--quiet"]
    extract = [*build, "--check", "--no-cache"]
    print(f"{len(seeds)} seeds, {size / MEGA:.1f} MB of text, {runs} runs; one core unless it is said")
    print(f"{'':34}{'CPU s':>9}{'wall s':>9}{'MB':>8}  ratio")
    measured(extract, folder)
    empty = several(runs, [*extract, "--seeds", str(made(folder / "none"))], folder, nothing)
    row("start", empty)
    cold = several(runs, [*build, "--jobs", "1"], folder, lambda _: forget(folder))
    row("build, nothing known", cold)
    row("build, no change", several(runs, [*build, "--jobs", "1"], folder, nothing), cold)
    row("build, one seed changed", several(runs, [*build, "--jobs", "1"], folder, lambda n: touch(seeds[n])), cold)
    one = several(runs, [*extract, "--jobs", "1"], folder, nothing)
    row("extraction (--check)", one, cold)
    two = several(runs, [*extract, "--jobs", "2"], folder, nothing)
    row("extraction, two processes", two, cold)
    known = several(runs, [*build, "--check"], folder, nothing)
    row("extraction, all known", known, cold)
    print(f"extraction: {size / MEGA / (one.cpu - empty.cpu):.2f} MB of text a CPU second (must be 0.8 or more)")
    print(f"a seed from the cache: {(known.cpu - empty.cpu) / len(seeds) * 1000:.2f} ms with what is told of it")
    faster, most = one.wall / two.wall, 2 * one.cpu / two.cpu
    print(f"two processes against one: {faster:.2f} times as fast by the wall (must be 1.7 or more)")
    print(f"two processes against one: {most:.2f} times as fast where two cores are free, by CPU seconds")
    print("no change, and one seed changed, against nothing known: the ratios above (must be 0.10 or less)")


def nothing(number: int) -> None:
    """Change nothing before a run."""


def made(folder: Path) -> Path:
    """An empty folder."""
    folder.mkdir(exist_ok=True)
    return folder


def forget(folder: Path) -> None:
    """Remove what builds know and made."""
    rmtree(folder / "build", ignore_errors=True)
    rmtree(folder / "docs", ignore_errors=True)


def touch(path: Path) -> None:
    """Edit a seed as a maintainer does."""
    path.write_text(path.read_text(encoding="utf-8") + "\nA line that was not there before.\n", encoding="utf-8")


if __name__ == "__main__":
    main()
