"""`--impact`: what the seeds of the working tree change against a commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import build_pages
from dossier.report.base import seeds_at

BRIDGE = """The Bridge at Lowwater Falls Into the River

May 12, 2021
Jane Roe

The Lowwater Bridge was opened by Mayor Helen Tarrow on March 3, 1998. Mayor Helen Tarrow called it "a promise kept".
"""
ENGINEER = """An Engineer Remembers

June 1, 2021
Tom Vance

On March 3, 1998, Mayor Helen Tarrow opened the Lowwater Bridge. "A promise kept in full," Mayor Helen Tarrow said.

The inspection of April 9, 2020 was signed by Daniel Ortega.
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A repository whose commit holds one seed."""
    folder = tmp_path / "work" / "seeds"
    folder.mkdir(parents=True)
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    return folder


def git(where: Path, *arguments: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", where, *who, *arguments], check=True, capture_output=True)


def commit(where: Path) -> None:
    git(where, "add", ".")
    git(where, "commit", "-q", "-m", "seeds")


def impact(seeds: Path, capsys: pytest.CaptureFixture[str], *base: str) -> str:
    assert build_pages.main(["--seeds", str(seeds), "--docs", str(seeds.parent / "docs"), "--impact", *base]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert not (seeds.parent / "docs").exists()
    return told.out


def test_nothing_is_told_of_seeds_that_are_as_they_were(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Nothing, against `HEAD`" in impact(seeds, capsys)


def test_a_new_seed_adds_and_corroborates_events_and_brings_a_new_form(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/bridge/")
    (seeds / "engineer.txt").write_text(ENGINEER, encoding="utf-8")
    told = impact(seeds, capsys)
    opening = told.splitlines()[2]
    assert "1 source added" in opening
    assert "adds 1 event, corroborates 1" in opening
    assert "“a promise kept”" in opening
    assert "](https://example.org/bridge/sources/2021-06-01-an-engineer-remembers/#b-" in told
    assert "### Events added (1)\n\n- 9 April 2020: “" in told
    assert "### Events that a further source tells (1)\n\n- 3 March 1998: “" in told
    commit(seeds)
    assert "Nothing, against `HEAD`" in impact(seeds, capsys)
    assert impact(seeds, capsys, "HEAD^").splitlines()[2].partition("): ")[2] == opening.partition("): ")[2]


def test_a_source_that_goes_takes_its_events_along(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "engineer.txt").write_text(ENGINEER, encoding="utf-8")
    commit(seeds)
    (seeds / "engineer.txt").unlink()
    told = impact(seeds, capsys)
    assert "1 source removed" in told
    assert "### Events that nobody tells any more (1)" in told
    assert "Sources added" not in told


def test_a_new_title_moves_a_page_and_changes_no_event(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "bridge.yml").write_text("slug: the-fall\n", encoding="utf-8")
    told = impact(seeds, capsys)
    assert "1 source edited" in told
    assert "sources/2021-05-12-the-bridge-at-lowwater-falls-into-the-river/ is now [the-fall](sources/the-fall/" in told
    assert "Events" not in told


def test_a_renamed_file_is_the_same_source(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "bridge.txt").rename(seeds / "lowwater.txt")
    assert "Nothing, against" in impact(seeds, capsys)


def test_what_is_not_published_is_not_told(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "engineer.txt").write_text(ENGINEER, encoding="utf-8")
    (seeds / "engineer.yml").write_text("publish: private\n", encoding="utf-8")
    told = impact(seeds, capsys)
    assert "Ortega" not in told
    assert "An Engineer Remembers" not in told


def test_markup_of_a_seed_is_told_as_words(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = ENGINEER.replace(
        "An Engineer Remembers", "An <img src=x onerror=alert(1)> [Link](javascript:x) Remembers"
    )
    (seeds / "engineer.txt").write_text(hostile, encoding="utf-8")
    told = impact(seeds, capsys)
    assert "<img" not in told
    assert "](javascript" not in told


def test_before_the_first_commit_everything_is_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "seeds"
    folder.mkdir()
    git(tmp_path, "init", "-q")
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    assert "Against an empty folder: 1 source added" in impact(folder, capsys)


def test_an_unknown_commit_and_a_folder_outside_git_are_misuse(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build_pages.main(["--seeds", str(seeds), "--impact", "nowhere"]) == 2
    assert "there is no commit 'nowhere'" in capsys.readouterr().err
    outside = tmp_path / "outside"
    outside.mkdir()
    assert build_pages.main(["--seeds", str(outside), "--impact"]) == 2
    assert "no git repository" in capsys.readouterr().err


def test_a_base_that_looks_like_an_option_is_no_option(seeds: Path) -> None:
    with pytest.raises(Exception, match="there is no commit"), seeds_at("--output=x", seeds):
        pass
