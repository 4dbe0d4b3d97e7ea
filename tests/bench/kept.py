"""What is kept of a seed: bytes and files in the cache, in docs/ and in the site, and how they grow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import exponent
from tests.bench.place import Place

FOLDERS = (
    "seeds",
    "build/cache",
    "build/render",
    "docs",
    "docs/data",
    "docs/data/annotations",
    "docs/data/sources",
    "docs/sources",
    "docs/names",
    "docs/quotes",
    "docs/timeline",
    "docs/compare",
    "site",
    "site/pagefind",
)
FILES = ("docs/data/names.json", "docs/data/quotes.json", "docs/data/timeline.json", "docs/data/feed.xml")
FIRST = "site/pagefind/*.pf_meta"
"""What a browser fetches of the search's index before the first question, whatever it is."""


def kept(place: Place, counts: tuple[int, ...]) -> Iterator[str]:
    """Bytes and files a seed in the largest collection, and the exponent of the bytes over all sizes."""
    for seeds in counts:
        place.site(seeds)
    many = max(counts)
    yield f"{f'kept of {many:,} seeds':40}{'bytes a seed':>14}{'files a seed':>14}{'exponent':>10}"
    for name in (*FOLDERS, *FILES, FIRST):
        found = [held(place.project(seeds), name) for seeds in counts]
        size, files = found[counts.index(many)]
        growth = f"{exponent([*counts], [max(1, each) for each, _ in found]):10.2f}" if len(counts) > 1 else ""
        yield f"{name:40}{size / many:14,.0f}{files / many:14.3f}{growth}"


def held(folder: Path, name: str) -> tuple[int, int]:
    """Bytes and number of the files in a folder of a copy, or of those that a pattern names."""
    found = list(folder.glob(name))
    files = [file for path in found for file in (path.rglob("*") if path.is_dir() else [path]) if file.is_file()]
    return sum(file.stat().st_size for file in files), len(files)
