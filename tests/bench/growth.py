"""How time and memory grow with the number of seeds, and what extraction gains of a second core."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.bench.figures import FIGURES, exponent
from tests.bench.place import BUILD, Place, empty, size
from tests.bench.process import Run

EXTRACT = (*BUILD, "--check", "--no-cache")
MEGA = 1_000_000


def growth(place: Place, counts: tuple[int, ...], shared: int) -> Iterator[str]:
    """The exponent of build_pages. Copies of more than `shared` seeds are removed."""
    yield slope("growth", measured_at(place, counts, shared, place.cold))


def whole_site(place: Place, counts: tuple[int, ...], shared: int) -> Iterator[str]:
    """The same of the whole site."""
    yield slope("site", measured_at(place, counts, shared, place.site))


def measured_at(place: Place, counts: tuple[int, ...], shared: int, how: Callable[[int], Run]) -> dict[int, Run]:
    """The run at each number of seeds."""
    found = {}
    for seeds in counts:
        found[seeds] = how(seeds)
        if seeds > shared and seeds in place.projects:
            place.drop(seeds)
    return found


def slope(name: str, runs: dict[int, Run]) -> str:
    """The row of an exponent, by CPU seconds; what each number of seeds took stands behind it."""
    clock = exponent([*runs], [run.wall for run in runs.values()])
    taken = ", ".join(f"{seeds:,}: {run.cpu:.1f} s CPU, {run.wall:.1f} s wall" for seeds, run in runs.items())
    value = exponent([*runs], [run.cpu for run in runs.values()])
    return FIGURES[name].line(value, f"by wall {clock:.3f}; {taken}", f", {min(runs):,} to {max(runs):,}")


def memory(place: Place, seeds: int) -> Iterator[str]:
    """What build_pages needs at most: all its processes at one moment, and the largest alone."""
    run = place.cold(seeds)
    together = max(run.together, run.memory)
    detail = (
        f"all processes at one moment {together:.0f} MB, the largest alone {run.memory:.0f} MB; {run.cpu:.0f} s CPU"
    )
    yield FIGURES["memory"].line(together / 1024, detail, f", {seeds:,} seeds")


def cores(place: Place, seeds: int) -> Iterator[str]:
    """Extraction by two processes against one."""
    one, two = (place.run(f"extraction, --jobs {jobs}", seeds, [*EXTRACT, "--jobs", jobs], times=3) for jobs in "12")
    free = 2 * one.cpu / two.cpu
    detail = (
        f"wall {one.wall:.1f} s against {two.wall:.1f}; where two cores are free, by CPU seconds at most {free:.2f}"
    )
    yield FIGURES["cores"].line(one.wall / two.wall, detail, f", {seeds:,} seeds")


def extraction(place: Place, seeds: int) -> Iterator[str]:
    """Text that read, clean and extract do in a CPU second, without the start of the program."""
    one = place.run("extraction, --jobs 1", seeds, [*EXTRACT, "--jobs", "1"], times=3)
    folder = place.project(seeds)
    start = place.run("start, no seeds", seeds, [*EXTRACT, "--seeds", str(empty(folder))], times=3)
    megabytes, seconds = size(folder) / MEGA, one.cpu - start.cpu
    yield FIGURES["extraction"].line(megabytes / seconds, f"{megabytes:.1f} MB in {seconds:.1f} s")
