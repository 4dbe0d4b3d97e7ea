"""Few new seeds by one more process, while this one loads code: the same results, whatever becomes of that process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.pipeline import Job, Processed, gather, process
from dossier.run import beside
from dossier.run.beside import Beside
from dossier.run.cache import Cache
from dossier.run.distant import Distant
from dossier.run.spread import Spread
from dossier.run.workers import pool
from tests.bench.generate import write

ROOT = Path(__file__).parents[1]
MUCH = 1_000_000
FORKS = pytest.mark.skipif(sys.platform != "linux", reason="only where processes fork")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    write(tmp_path / "seeds", 4)
    return tmp_path / "seeds"


@pytest.fixture(autouse=True)
def unloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Something that is not loaded yet."""
    monkeypatch.setattr(beside, "AFTER", ("this", "json"))
    monkeypatch.delitem(sys.modules, "this", raising=False)


def by_whom(job: Job) -> Processed:
    """Says in the path of the result which process made it."""
    made = process(job)
    (job.path.parent.parent / f"{job.path.name} {os.getpid()}").touch()
    return made


def makers(folder: Path) -> list[tuple[str, bool]]:
    """Which seeds were done, and whether here."""
    found = sorted(path.name.split() for path in folder.iterdir() if " " in path.name)
    return [(name, int(maker) == os.getpid()) for name, maker in found]


@FORKS
@pytest.mark.parametrize("cached", [True, False])
def test_another_process_makes_what_this_one_would(seeds: Path, tmp_path: Path, *, cached: bool) -> None:
    jobs = [Job(path) for path in sorted(seeds.iterdir())]
    cache = Cache(tmp_path / "cache", "1") if cached else None
    found = list(Beside(pool(2), cache, MUCH).map(by_whom, jobs))
    assert makers(tmp_path) == [(job.path.name, False) for job in jobs]
    assert "this" in sys.modules
    for made, alone in zip(found, map(process, jobs), strict=True):
        assert isinstance(made.source, Distant)
        assert (made.source.load(), made.face, made.path) == (alone.source, alone.face, alone.path)
    if cached:
        assert gather(seeds, Spread(None, Cache(tmp_path / "cache", "1"))) == gather(seeds)
        assert len(list((tmp_path / "cache").iterdir())) == len(jobs)


def ends_early(job: Job) -> Processed:
    if job.path.stem == "doc000002" and "this" not in sys.modules:
        os._exit(1)
    return by_whom(job)


@FORKS
def test_what_a_process_that_ended_did_not_do_is_done_here(seeds: Path, tmp_path: Path) -> None:
    jobs = [Job(path) for path in sorted(seeds.iterdir())]
    found = list(Beside(pool(2), None, MUCH).map(ends_early, jobs))
    assert [made.path for made in found] == [job.path for job in jobs]
    assert not any(made.error for made in found)
    assert [here for _, here in makers(tmp_path)] == [False, False, True, True]


@FORKS
@pytest.mark.parametrize("work", [by_whom, ends_early])
def test_several_processes_share_what_is_more(
    seeds: Path, tmp_path: Path, work: Callable[[Job], Processed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "SHARE", 20_000)
    jobs = [Job(path) for path in sorted(seeds.iterdir())]
    cache = Cache(tmp_path / "cache", "1")
    found = list(Beside(pool(2), cache, MUCH).map(work, jobs))
    assert [(made.path, made.error) for made in found] == [(job.path, None) for job in jobs]
    assert gather(seeds, Spread(None, Cache(tmp_path / "cache", "1"))) == gather(seeds)
    assert len({path.name.split()[1] for path in tmp_path.iterdir() if " " in path.name}) > 1


@FORKS
@pytest.mark.parametrize("case", ["one process", "much to do", "all is loaded"])
def test_no_process_is_started_where_none_pays(
    seeds: Path, tmp_path: Path, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "Fork", None)
    monkeypatch.setattr(beside, "AFTER", () if case == "all is loaded" else beside.AFTER)
    chosen = Beside(None if case == "one process" else pool(1), None, 0 if case == "much to do" else MUCH)
    assert len(list(chosen.map(process, [Job(path) for path in sorted(seeds.iterdir())]))) == 4


@FORKS
def test_a_build_of_few_seeds_writes_what_one_process_writes(seeds: Path, tmp_path: Path) -> None:
    made = []
    for name, more in (("alone", ["--jobs", "1"]), ("beside", [])):
        command = [
            sys.executable,
            "build_pages.py",
            "--seeds",
            str(seeds),
            "--docs",
            str(tmp_path / name / "docs"),
            *more,
        ]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        docs = tmp_path / name / "docs"
        made.append({path.relative_to(docs): path.read_bytes() for path in docs.rglob("*.*") if path.is_file()})
    assert made[0] == made[1]
    assert made[0]
