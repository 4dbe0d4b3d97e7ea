"""Sources that are loaded where they are asked for: few are in memory, and each is what was found in its seed."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.issues import DossierError
from dossier.model import Source
from dossier.pipeline import gather
from dossier.run.cache import Cache
from dossier.run.distant import Distant, Recent
from dossier.run.spread import Spread
from dossier.run.workers import pool
from tests.bench.generate import write
from tests.gathered import Text


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    write(tmp_path / "seeds", 6)
    return tmp_path / "seeds"


def spread(cache: Path | None = None, most: int = 2, *, workers: int = 0) -> Spread:
    made = Spread(pool(workers) if workers else None, Cache(cache, "1") if cache else None)
    made.recent.most = most
    return made


def test_the_one_not_asked_for_longest_is_let_go() -> None:
    recent, loaded = Recent(2), []

    def load(name: str) -> Source:
        loaded.append(name)
        return Text(name, ["Words."]).source()

    for name in ("a", "b", "a", "c", "a", "b"):
        assert recent.get(name, lambda name=name: load(name)).slug == name  # type: ignore[misc]
    assert loaded == ["a", "b", "c", "b"]
    assert len(recent.held) == 2


@pytest.mark.parametrize("workers", [0, 2])
@pytest.mark.parametrize("cached", [True, False])
def test_few_sources_are_in_memory_and_all_are_what_was_found(
    seeds: Path, tmp_path: Path, workers: int, *, cached: bool
) -> None:
    expected = gather(seeds)
    for _ in ("cold", "warm"):
        executor = spread(tmp_path / "cache" if cached else None, workers=workers)
        found = gather(seeds, executor)
        assert found.faces == expected.faces
        assert len(executor.recent.held) <= 2
        assert found == expected
        assert all(isinstance(source, Distant) for source in found.sources)
        assert len(executor.recent.held) <= 2


def test_a_source_is_made_again_where_its_entry_is_lost(seeds: Path, tmp_path: Path) -> None:
    found = gather(seeds, spread(tmp_path / "cache", 1))
    for entry in (tmp_path / "cache").iterdir():
        entry.unlink()
    assert found.sources == gather(seeds).sources
    again = gather(seeds, spread(tmp_path / "cache", 1))
    for entry in (tmp_path / "cache").iterdir():
        entry.write_bytes(b"damaged")
    (seeds / "doc000002.txt").write_text("Other words.", encoding="utf-8")
    at = [face.file for face in again.faces].index("seeds/doc000002.txt")
    with pytest.raises(DossierError, match="changed while it was read"):
        str(again.sources[at].document)


def test_what_is_told_of_a_source_needs_no_source(seeds: Path, tmp_path: Path) -> None:
    (seeds / "names.yml").write_text("names: [{name: Nobody At All, type: person}]\n", encoding="utf-8")
    gather(seeds, spread(tmp_path / "cache"))
    executor = spread(tmp_path / "cache")
    found = gather(seeds, executor)
    assert not executor.recent.held
    assert found.errors[0].message == "no seed names 'Nobody At All' or any of its aliases"
    assert [source.publish for source in found.sources] == ["full"] * 6
    assert not executor.recent.held


@pytest.mark.parametrize("workers", [0, 2])
def test_what_is_not_linked_is_told_alike_and_not_kept(seeds: Path, tmp_path: Path, workers: int) -> None:
    expected = gather(seeds)
    found = gather(seeds, spread(tmp_path / "cache", workers=workers), linked=False)
    assert not (tmp_path / "cache").exists()
    assert found.gleaned.held is None
    assert found.faces == expected.faces
    assert found.sources == expected.sources


@pytest.mark.parametrize("workers", [0, 2])
def test_a_check_finds_the_same_faults_of_the_editors_file_and_makes_no_source_again(
    seeds: Path, tmp_path: Path, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    (seeds / "names.yml").write_text("names: [{name: Nobody At All, type: person}]\n", encoding="utf-8")
    expected = gather(seeds)
    assert expected.errors
    loaded: list[object] = []
    monkeypatch.setattr(Spread, "load", lambda *asked: loaded.append(asked))
    found = gather(seeds, spread(tmp_path / "cache", workers=workers), linked=False)
    assert (found.errors, loaded) == (expected.errors, [])
