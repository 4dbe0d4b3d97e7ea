"""The figures of the build, the site and the search: `python -m tests.bench`, or `make bench`.

Each is printed with what it must be and whether it holds. Every build is a process of its own on a copy of the project,
with the project's own seeds and generated ones (tests/bench/generate.py). Seconds by the clock say little on a machine
that has other work: CPU seconds of all processes stand beside them, and ratios of builds and exponents are of CPU
seconds unless they are said to be by the clock. Progress is told on the other stream. All sizes take hours; `--small`
takes minutes, and says little of a large collection.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.build import again, against_mkdocs
from tests.bench.growth import cores, extraction, growth, memory, whole_site
from tests.bench.kept import kept
from tests.bench.place import Place, settings
from tests.bench.reader import search, transfer


@dataclass(frozen=True)
class Sizes:
    """Numbers of seeds: of the builds against MkDocs, of what is measured once, of both exponents."""

    mkdocs: tuple[int, ...] = (5, 100, 1_000)
    few: int = 5
    many: int = 1_000
    growth: tuple[int, ...] = (100, 300, 1_000, 3_000, 10_000)
    site: tuple[int, ...] = (100, 300, 1_000, 5_000)


FULL = Sizes()
SMALL = Sizes((5, 50), 5, 50, (50, 100, 200, 400), (10, 25, 50))
SECTIONS: dict[str, Callable[[Place, Sizes], Iterator[str]]] = {
    "mkdocs": lambda place, sizes: against_mkdocs(place, sizes.mkdocs),
    "again": lambda place, sizes: again(place, sizes.many),
    "cores": lambda place, sizes: cores(place, sizes.many),
    "extraction": lambda place, sizes: extraction(place, sizes.many),
    "growth": lambda place, sizes: growth(place, sizes.growth, sizes.many),
    "memory": lambda place, sizes: memory(place, max(sizes.growth)),
    "site": lambda place, sizes: whole_site(place, sizes.site, sizes.many),
    "kept": lambda place, sizes: kept(place, tuple(count for count in sizes.site if count <= sizes.many)),
    "transfer": lambda place, sizes: transfer(place, sizes.few, sizes.many),
    "search": lambda place, sizes: search(place, sizes.many),
}


def main(arguments: list[str] | None = None) -> int:
    """Print the figures."""
    chosen = options().parse_args(arguments)
    sizes = SMALL if chosen.small else FULL
    sizes = Sizes(
        chosen.mkdocs or sizes.mkdocs,
        sizes.few,
        chosen.seeds or sizes.many,
        chosen.growth or sizes.growth,
        chosen.site or sizes.site,
    )
    settings()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        place = Place(Path(folder), chosen.runs)
        for name in chosen.only:
            for line in SECTIONS[name](place, sizes):
                print(line, flush=True)
    return 0


def options() -> argparse.ArgumentParser:
    """The command's arguments."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--only", type=sections, default=[*SECTIONS], metavar="NAME,...", help=f"some of {','.join(SECTIONS)}")
    add("--small", action="store_true", help="few seeds, for minutes")
    add("--seeds", type=int, metavar="N", help="how many seeds are built again, read, served and searched (1000)")
    add("--mkdocs", type=numbers, metavar="N,...", help="how many are built against MkDocs (5,100,1000)")
    add("--growth", type=numbers, metavar="N,...", help="how many build_pages is timed at (100,300,1000,3000,10000)")
    add("--site", type=numbers, metavar="N,...", help="how many the whole site is timed at (100,300,1000,5000)")
    add("--runs", type=int, default=3, metavar="N", help="of how many runs of a short build the median is taken (3)")
    add("--folder", type=Path, metavar="DIR", help="where the copies go: a disk with 30 GB free for all sizes")
    return parser


def sections(text: str) -> list[str]:
    """Names of sections. Raises ArgumentTypeError for another."""
    names = text.split(",")
    if unknown := [name for name in names if name not in SECTIONS]:
        message = f"no such section: {', '.join(unknown)}"
        raise argparse.ArgumentTypeError(message)
    return names


def numbers(text: str) -> tuple[int, ...]:
    """Numbers of seeds."""
    return tuple(int(number) for number in text.split(","))


if __name__ == "__main__":
    sys.exit(main())
