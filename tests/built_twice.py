"""Build the same seeds with what earlier builds kept and without: the files must be the same."""

from __future__ import annotations

from pathlib import Path

import build_pages


def docs_of(seeds: Path, place: Path, *more: str) -> dict[str, bytes]:
    """What a build of some seeds, in one process, leaves in `place`/docs, by path. It must succeed."""
    docs = place / "docs"
    assert build_pages.main(["--seeds", str(seeds), "--docs", str(docs), "--quiet", "--jobs", "1", *more]) == 0
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


def built_alike(seeds: Path, place: Path, *more: str) -> dict[str, bytes]:
    """The files of a build that knows the builds before it in `place`; they are those of one that knows none.

    `more` are options of the first.
    """
    kept = docs_of(seeds, place / "kept", *more)
    assert kept == docs_of(seeds, place / "anew", "--no-cache")
    return kept
