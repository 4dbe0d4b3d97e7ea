"""What a maintainer does to a folder of seeds between two builds, one thing at a time.

The last seeds are those edited: names.yml speaks of the first, which are the project's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.generate import document

Edit = Callable[[Sequence[Path]], None]


def append(path: Path, words: str) -> None:
    """Put a paragraph at the end of a seed."""
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{words}\n", encoding="utf-8")


def plain(seeds: Sequence[Path]) -> None:
    append(seeds[-1], "And it was so for a long time after that, as it had been before.")


def quotation(seeds: Sequence[Path]) -> None:
    append(seeds[-2], "\u201cThe old ferry runs whatever the council may think of it,\u201d said Wilhelmina Oldcastle.")


def name_and_date(seeds: Sequence[Path]) -> None:
    append(seeds[-3], "On 3 March 2011, Bartholomew Greenacre visited the Institute of Tidal Studies in Ferrington.")


def added(seeds: Sequence[Path]) -> None:
    (seeds[-1].parent / "one-more.txt").write_text(document(999_999), encoding="utf-8")


def removed(seeds: Sequence[Path]) -> None:
    seeds[-4].unlink()


EDITS: dict[str, Edit] = {
    "a line without names": plain,
    "a quotation": quotation,
    "a name and a date": name_and_date,
    "a seed added": added,
    "a seed removed": removed,
}
