"""A build that would change nothing does nothing, and one that would change anything is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import build_pages
from dossier.link import Past
from dossier.model import Collection
from dossier.pipeline import Gathered, collected
from dossier.processes import Processes
from dossier.write.nav import FILE

SEED = "A Plain Title\n\nBy Jane Roe\n\nMay 12, 2021\n\n“The bridge fell in March 2019,” said John Poe.\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text(SEED, encoding="utf-8")
    (folder / "names.yml").write_text("names: [{name: John Poe, type: person}]\n", encoding="utf-8")
    return folder


def build(seeds: Path, *more: str) -> tuple[int, int]:
    """The exit status, and how often sources were linked."""
    linked = []

    def watched(gathered: Gathered, past: Past | None, processes: Processes) -> tuple[Collection, Past]:
        linked.append(1)
        return collected(gathered, past, processes)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build_pages, "collected", watched)
        status = build_pages.main(["--seeds", str(seeds), "--docs", str(seeds.parent / "docs"), *more])
    return status, len(linked)


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    found = [path for path in folder.rglob("*") if path.is_file() and path.name != ".dossier-lock"]
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


def test_nothing_is_done_twice(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(seeds) == (0, 1)
    before = contents(seeds.parent)
    capsys.readouterr()
    assert build(seeds) == (0, 0)
    told = capsys.readouterr().out
    assert "seeds/a.txt: " in told
    assert "1 seed built: 0 files written, 0 removed" in told
    assert contents(seeds.parent) == before
    assert build(seeds, "--json") == (0, 0)
    assert '"unchanged": 0' not in capsys.readouterr().out


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "seeds" / "a.txt").write_text(f"{SEED}\nMore.\n", encoding="utf-8"),
        lambda root: (root / "seeds" / "b.txt").write_text("Another Title\n\nWords.\n", encoding="utf-8"),
        lambda root: (root / "seeds" / "a.txt").rename(root / "seeds" / "b.txt"),
        lambda root: (root / "seeds" / "a.yml").write_text("title: Another\n", encoding="utf-8"),
        lambda root: (root / "seeds" / "names.yml").unlink(),
        lambda root: (root / "docs" / "_intro.md").write_text("Of bridges.", encoding="utf-8"),
        lambda root: (root / "docs" / "index.md").unlink(),
        lambda root: (root / "docs" / ".dossier-manifest").write_text('{"files": {}}', encoding="utf-8"),
        lambda root: (root / FILE).write_text("nav: []\n", encoding="utf-8"),
        lambda root: (root / "build" / "cache" / "last").write_bytes(b""),
    ],
)
def test_any_change_is_built(seeds: Path, change: Callable[[Path], object]) -> None:
    build(seeds)
    change(seeds.parent)
    assert build(seeds)[1] == 1
    kept = {name: data for name, (data, _) in contents(seeds.parent / "docs").items()}
    assert build(seeds, "--no-cache")[1] == 1
    assert {name: data for name, (data, _) in contents(seeds.parent / "docs").items()} == kept


def test_settings_and_code_are_part_of_it(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(seeds)
    monkeypatch.setenv("SITE_URL", "https://example.org/bridge/")
    assert build(seeds) == (0, 1)
    assert build(seeds) == (0, 0)
    monkeypatch.setattr("dossier.run.last.whole", lambda: "another version")
    assert build(seeds) == (0, 1)


def test_a_page_changed_by_hand_is_told_as_ever(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(seeds)
    (seeds.parent / "docs" / "index.md").write_text("mine", encoding="utf-8")
    assert build(seeds) == (1, 1)
    assert "was changed by hand" in capsys.readouterr().err


def test_what_is_wrong_is_looked_at_again(seeds: Path) -> None:
    (seeds / "b.txt").write_bytes(b"")
    assert build(seeds) == (1, 1)
    assert build(seeds) == (1, 1)


def test_drafts_of_a_build_that_was_killed_are_removed(seeds: Path) -> None:
    build(seeds)
    (seeds.parent / "docs" / ".0123.dossier-new").write_text("half", encoding="utf-8")
    assert build(seeds) == (0, 0)
    assert not list((seeds.parent / "docs").glob(".*new"))
