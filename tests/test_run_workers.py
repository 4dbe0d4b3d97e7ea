"""The map over workers: the same results in the same order, and a worker that dies takes no seed along but its own."""

from __future__ import annotations

import os
import signal
import sys
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

import build_pages
from dossier.issues import DossierError
from dossier.pipeline import Job, Processed, gather, process
from dossier.run import spread
from dossier.run.cache import Cache
from dossier.run.spread import Spread
from dossier.run.workers import Workers, cluster, pool
from tests.bench.generate import write

NUMBER = 12


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many") / "seeds"
    write(folder, NUMBER)
    for path in folder.iterdir():
        path.write_text(path.read_text(encoding="utf-8")[:1500], encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def small_bundles(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few seeds a bundle, so that these few seeds are several."""
    monkeypatch.setattr(spread, "BUNDLE", 4000)


def deadly(job: Job) -> Processed:
    """Ends its process at the fifth seed and at the last."""
    if job.path.stem in {"doc000004", "doc000011"}:
        os._exit(1)
    return process(job)


def slow_at_first(job: Job) -> Processed:
    time.sleep(0.2 if job.path.stem == "doc000000" else 0)
    return process(job)


def in_threads(number: int) -> Workers:
    return Workers(number, lambda: ThreadPoolExecutor(number))


def spawned(number: int) -> Workers:
    return Workers(number, lambda: ProcessPoolExecutor(number, get_context("spawn")))


@pytest.mark.parametrize("workers", [None, in_threads(3), pool(1), pool(2), spawned(1)])
def test_every_executor_finds_the_same_in_the_same_order(seeds: Path, tmp_path: Path, workers: Workers | None) -> None:
    expected = gather(seeds)
    assert gather(seeds, Spread(workers)) == expected
    for _ in ("cold", "warm"):
        found = gather(seeds, Spread(workers, Cache(tmp_path / "cache", "1")))
        assert found == expected
        assert [s.document.seed.data for s in found.sources] == [s.document.seed.data for s in expected.sources]
    sorted((tmp_path / "cache").iterdir())[3].unlink()
    assert gather(seeds, Spread(workers, Cache(tmp_path / "cache", "1"))) == expected


def test_executors_write_the_same_entries(seeds: Path, tmp_path: Path) -> None:
    for name, workers in (("alone", None), ("pool", pool(2))):
        gather(seeds, Spread(workers, Cache(tmp_path / name, "1")))
    entries = [{p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("alone", "pool")]
    assert entries[0] == entries[1]
    assert len(entries[0]) == NUMBER


def test_seeds_are_told_in_order_as_they_are_done(seeds: Path) -> None:
    jobs = [Job(path) for path in sorted(seeds.iterdir())]
    assert [made.path for made in Spread(pool(2)).map(slow_at_first, jobs)] == [job.path for job in jobs]


def test_a_worker_that_dies_is_told_with_its_seed_and_the_rest_goes_on(seeds: Path, tmp_path: Path) -> None:
    jobs = [Job(path) for path in sorted(seeds.iterdir())]
    made = list(Spread(pool(2), Cache(tmp_path / "cache", "1")).map(deadly, jobs))
    assert [each.path for each in made] == [job.path for job in jobs]
    lost = [each.error for each in made if each.error]
    assert [(error.file, error.code) for error in lost] == [
        ("seeds/doc000004.txt", "worker-lost"),
        ("seeds/doc000011.txt", "worker-lost"),
    ]
    assert "the process that worked on this seed (1,5" in lost[0].message
    assert "BrokenProcessPool" in lost[0].message
    assert all(each.keeps for each in made)
    assert len(list((tmp_path / "cache").iterdir())) == NUMBER - 2
    assert all(each.source for each in Spread(None, Cache(tmp_path / "cache", "1")).map(process, jobs))


def test_a_worker_that_dies_once_costs_nothing(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "once").touch()
    jobs = [Job(path, tmp_path / "once" if path.stem == "doc000002" else None) for path in sorted(seeds.iterdir())]
    made = list(Spread(pool(2)).map(dies_once, jobs))
    assert [each.error for each in made] == [None] * NUMBER


def dies_once(job: Job) -> Processed:
    if job.sidecar and job.sidecar.exists():
        job.sidecar.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return process(Job(job.path))


def test_workers_start_only_where_it_pays(seeds: Path, tmp_path: Path) -> None:
    started = []

    def start() -> Executor:
        started.append(1)
        return ThreadPoolExecutor(2)

    size = sum(path.stat().st_size for path in seeds.iterdir())
    for pays, cache in ((size + 1, None), (size, None), (size, Cache(tmp_path, "1"))):
        gather(seeds, Spread(Workers(2, start), cache, pays))
    assert len(started) == 2
    gather(seeds, Spread(Workers(2, start), Cache(tmp_path, "1"), 0))
    assert len(started) == 2


def test_an_interruption_ends_the_workers_and_leaves_whole_entries(seeds: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", "1")
    results = Spread(pool(2), cache).map(process, [Job(path) for path in sorted(seeds.iterdir())])
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert all(path.suffix == ".seed" for path in cache.folder.iterdir())
    assert gather(seeds, Spread(None, Cache(cache.folder, "1"))) == gather(seeds)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ray://x:1", "no address of an executor"),
        ("dask://", "no address of an executor"),
        ("dask://127.0.0.1", "no address of an executor"),
    ],
)
def test_an_address_that_is_none_is_told(
    seeds: Path, tmp_path: Path, address: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--seeds", str(seeds), "--docs", str(tmp_path / "docs"), "--executor", address]
    assert build_pages.main(asked) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "docs").exists()


def test_a_cluster_without_its_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(DossierError, match="not installed") as told:
        cluster("dask://127.0.0.1:8786")
    assert told.value.mend == "pip install distributed"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_jobs_change_nothing_that_is_published(seeds: Path, tmp_path: Path, jobs: str) -> None:
    for name, more in (("one", ["--no-cache"]), ("two", ["--jobs", jobs, "--cache", str(tmp_path / "kept")])):
        assert build_pages.main(["--seeds", str(seeds), "--docs", str(tmp_path / name / "docs"), *more]) == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert len(list((tmp_path / "kept").glob("*.seed"))) == NUMBER
    assert not (tmp_path / "one" / "build").exists()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("number", ["0", "-1", "many"])
def test_a_number_of_processes_is_one_or_more(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_pages.main(["--jobs", number])
    assert "--jobs" in capsys.readouterr().err


@pytest.fixture(scope="module")
def dask() -> Iterator[str]:
    """The address of a scheduler with two workers of one thread each, which start anew when they die."""
    distributed: Any = pytest.importorskip("distributed", reason="no part of the lock: pip install distributed")
    import_module("dask").config.set({"distributed.scheduler.allowed-failures": 0})
    with warnings.catch_warnings(action="ignore"):
        local = distributed.LocalCluster(2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None)
    with local:
        yield local.scheduler_address.replace("tcp", "dask")


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_finds_the_same_and_survives_its_workers(dask: str, seeds: Path, tmp_path: Path) -> None:
    workers = cluster(dask)
    assert workers.number == 2
    expected = gather(seeds)
    assert gather(seeds, Spread(workers, Cache(tmp_path / "cache", "1"))) == expected
    assert gather(seeds, Spread(workers, Cache(tmp_path / "cache", "1"))) == expected
    made = list(Spread(workers).map(deadly, [Job(path) for path in sorted(seeds.iterdir())]))
    assert [each.path.stem for each in made if each.error] == ["doc000004", "doc000011"]


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_of_another_version_is_refused(dask: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.run.workers.version", elsewhere)
    with pytest.raises(DossierError, match="another version of the code"):
        cluster(dask)


def elsewhere() -> str:
    """The version of the code, which every process has its own of."""
    return str(os.getpid())


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_is_not_there_is_told(dask: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.run.workers.PATIENCE", "500ms")
    with pytest.raises(DossierError, match="no scheduler answers"):
        cluster("dask://127.0.0.1:9")
