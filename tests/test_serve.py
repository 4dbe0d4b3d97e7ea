from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dossier import serve


def looks(*snapshots: serve.Snapshot) -> Iterator[list[str]]:
    """What `changes` tells about the given looks, one after the other."""
    ahead = iter(snapshots)
    told = serve.changes(lambda: next(ahead), lambda: None)
    return (next(told) for _ in snapshots[1:])


def seed(name: str, time: int) -> tuple[str, int, int]:
    return (name, time, 10)


A, B, C = (frozenset({seed("seeds/a.txt", time)}) for time in (1, 2, 3))


def test_nothing_is_told_while_nothing_changes() -> None:
    assert list(looks(A, A, A)) == [[], []]


def test_a_change_is_told_once_when_it_has_settled() -> None:
    assert list(looks(A, B, B, B)) == [[], ["seeds/a.txt"], []]


def test_changes_in_a_row_are_told_as_one() -> None:
    assert list(looks(A, B, C, C, C)) == [[], [], ["seeds/a.txt"], []]


def test_a_change_taken_back_before_it_settled_is_none() -> None:
    assert list(looks(A, B, A, A)) == [[], [], []]


def test_made_and_removed_files_are_changes() -> None:
    made = A | {seed("seeds/b.txt", 5)}
    assert list(looks(A, made, made, A, A)) == [[], ["seeds/b.txt"], [], ["seeds/b.txt"]]


def test_a_look_sees_every_file_that_a_build_reads(tmp_path: Path) -> None:
    for name in ("seeds/a.txt", "seeds/a.yml", "seeds/.a.txt.swp", "code/rule.pyc", "code/rule.py", "build_pages.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    roots = [tmp_path / "seeds", tmp_path / "code", tmp_path / "build_pages.py", tmp_path / "not there"]
    seen = {Path(path).relative_to(tmp_path).as_posix() for path, _, _ in serve.snapshot(roots)}
    assert seen == {"seeds/a.txt", "seeds/a.yml", "code/rule.py", "build_pages.py"}


def test_a_look_sees_a_new_date_and_a_new_size(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    before = serve.snapshot([tmp_path])
    os.utime(file, ns=(2, 2))
    assert serve.snapshot([tmp_path]) != before
    file.write_text("longer", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert serve.snapshot([tmp_path]) != before
