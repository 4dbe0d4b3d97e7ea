"""Law 4 on the five seeds: the same seeds give the same bytes, and a second build writes nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from dossier.pipeline import collect, gather
from dossier.write import Report, write

ROOT = Path(__file__).parents[1]


def build(seeds: Path, docs: Path) -> Report:
    gathered = gather(seeds)
    return write(collect(gathered), docs, failed=gathered.failed)


def contents(docs: Path) -> dict[str, bytes]:
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


def test_a_second_build_writes_nothing_and_two_folders_are_alike(tmp_path: Path) -> None:
    first = build(ROOT / "seeds", tmp_path / "a" / "docs")
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / "a").rglob("*")}
    again = build(ROOT / "seeds", tmp_path / "a" / "docs")
    assert len(first.written) > 20
    assert (again.written, again.removed) == ((), ())
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "a").rglob("*")} == stamps
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for path in sorted((ROOT / "seeds").iterdir(), reverse=True):
        shutil.copy(path, seeds)
    build(seeds, tmp_path / "b" / "docs")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_a_seed_that_is_gone_takes_its_page_along(tmp_path: Path) -> None:
    seeds, docs = tmp_path / "seeds", tmp_path / "docs"
    shutil.copytree(ROOT / "seeds", seeds)
    build(seeds, docs)
    before = set(contents(docs))
    gone = min(seeds.glob("*.txt"))
    gone.unlink()
    gone.with_suffix(".yml").unlink(missing_ok=True)
    report = build(seeds, docs)
    assert f"data/seeds/{gone.name}" in report.removed
    assert len([path for path in report.removed if path.startswith("sources/")]) == 1
    assert before - set(contents(docs)) == set(report.removed)


def test_the_hash_seed_changes_nothing(tmp_path: Path) -> None:
    for seed in ("0", "1"):
        command = [sys.executable, str(ROOT / "build_pages.py"), "--docs", str(tmp_path / seed / "docs")]
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed})
    assert contents(tmp_path / "0") == contents(tmp_path / "1")
