"""How long build_pages takes: against MkDocs on the same pages, and where hardly anything has changed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, rmtree
from statistics import median

from dossier.folder import find
from tests.bench.edits import EDITS
from tests.bench.figures import FIGURES
from tests.bench.place import BUILD, Place, put_away
from tests.bench.process import Run, measured

MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "bare")


def against_mkdocs(place: Place, counts: tuple[int, ...]) -> Iterator[str]:
    """build_pages where nothing is known, and where all is, against MkDocs on the pages that it wrote."""
    for seeds in counts:
        cold = place.cold(seeds)
        warm = place.run("build_pages, no change", seeds, BUILD)
        bare = place.run("mkdocs build", seeds, MKDOCS, before=lambda folder: put_away(folder, "bare"))
        detail = f"cold {cold.wall:.2f} s (CPU {cold.cpu:.2f}), mkdocs {bare.wall:.2f} s (CPU {bare.cpu:.2f})"
        detail += f", ratio by CPU {cold.cpu / bare.cpu:.3f}"
        detail += f"; no change {warm.wall:.2f} s, ratio {warm.wall / bare.wall:.3f}"
        yield FIGURES["mkdocs"].line(cold.wall / bare.wall, detail, f", {seeds:,} seeds")


def again(place: Place, seeds: int) -> Iterator[str]:
    """Builds after no change and after several kinds of edit, each by itself, against one where nothing is known."""
    cold, figure = place.cold(seeds), FIGURES["again"]
    folder = place.project(seeds)
    kept = copytree(folder / "seeds", folder / "kept")
    measured([*BUILD], folder)
    same = place.run("build_pages, no change", seeds, BUILD)
    yield figure.line(same.cpu / cold.cpu, compared(same, cold), f", {seeds:,} seeds, no change")
    found = []
    for what, edit in EDITS.items():
        edit(find(folder / "seeds").seeds)
        run = place.run(f"build_pages after {what}", seeds, BUILD, times=1)
        found.append(run.cpu / cold.cpu)
        yield figure.line(found[-1], compared(run, cold), f", {what}")
    yield figure.line(median(found), f"worst {max(found):.3f}", ", one change, median")
    rmtree(folder / "seeds")
    Path(kept).rename(folder / "seeds")


def compared(run: Run, cold: Run) -> str:
    """The seconds behind a ratio of CPU seconds, and the ratio by the clock."""
    seconds = f"CPU {run.cpu:.2f} s of {cold.cpu:.2f}"
    return f"{seconds}; wall {run.wall:.2f} s of {cold.wall:.2f}, ratio {run.wall / cold.wall:.3f}"
