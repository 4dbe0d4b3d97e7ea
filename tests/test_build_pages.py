from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

import build_pages
from dossier.clean import clean
from dossier.model import Document, Seed
from dossier.run import one

ARTICLE = """A Plain Title of the Day

May 12, 2021
Jane Roe

The minister met the delegation in the capital on Monday and spoke for an hour about the treaty and its future.
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "good.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def run(seeds: Path, *more: str) -> int:
    return build_pages.main(["--seeds", str(seeds), "--docs", str(seeds.parent / "docs"), *more])


def sources(seeds: Path) -> list[str]:
    folder = seeds.parent / "docs" / "data" / "sources"
    return sorted(json.loads(p.read_text(encoding="utf-8"))["seed"]["file"] for p in folder.glob("*.json"))


def test_one_bad_seed_is_reported_and_the_others_are_built(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "empty.txt").write_bytes(b"")
    (seeds / "photo.png").write_bytes(b"\x89PNG")
    assert run(seeds) == 1
    told = capsys.readouterr()
    assert "seeds/empty.txt: error: this seed is empty" in told.err
    assert "seeds/photo.png: error: files of type .png cannot be read" in told.err
    assert "1 seed built" in told.out
    assert sources(seeds) == ["seeds/good.txt"]


def test_the_last_good_page_of_a_seed_that_went_bad_stays(seeds: Path) -> None:
    assert run(seeds) == 0
    before = {p: p.read_bytes() for p in (seeds.parent / "docs" / "sources").glob("*plain-title*")}
    assert before
    (seeds / "good.txt").write_bytes(b"\x00\x01binary\x00")
    (seeds / "other.txt").write_text(ARTICLE.replace("Plain", "Second"), encoding="utf-8")
    assert run(seeds) == 1
    assert {p: p.read_bytes() for p in before} == before
    (seeds / "good.txt").unlink()
    assert run(seeds) == 0
    assert not any(p.exists() for p in before)


def test_two_seeds_with_one_address_are_told_by_name(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "twin.txt").write_text(ARTICLE, encoding="utf-8")
    assert run(seeds) == 1
    told = capsys.readouterr().err
    assert "seeds/twin.txt: error: the page '2021-05-12-a-plain-title-of-the-day' is taken by seeds/good.txt" in told
    assert "seeds/twin.yml" in told
    assert sources(seeds) == ["seeds/good.txt"]


def test_check_tells_every_problem_and_writes_nothing(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "empty.txt").write_bytes(b"")
    (seeds / "good.yml").write_text("titel: x\n", encoding="utf-8")
    (seeds / "lone.yml").write_text("title: x\n", encoding="utf-8")
    assert run(seeds, "--check") == 1
    told = capsys.readouterr().err
    assert all(name in told for name in ("seeds/empty.txt", "seeds/good.yml:1:1", "seeds/lone.yml"))
    assert not (seeds.parent / "docs").exists()


def test_no_such_folder_is_an_error_that_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "seeds") == 1
    assert "there is no such folder" in capsys.readouterr().err


def test_a_misused_command_exits_with_two() -> None:
    with pytest.raises(SystemExit) as left:
        build_pages.main(["--sedes", "x"])
    assert left.value.code == 2


def test_building_twice_writes_nothing_the_second_time(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(seeds)
    capsys.readouterr()
    assert run(seeds) == 0
    assert "0 files written, 0 removed" in capsys.readouterr().out


def test_a_fault_of_dossiers_own_costs_one_seed_and_says_where(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (seeds / "odd.txt").write_text("An odd seed.", encoding="utf-8")

    def failing(seed: Seed) -> Document:
        if "odd" in seed.file:
            raise KeyError("no rule")
        return clean(seed)

    monkeypatch.setattr(one, "clean", failing)
    assert run(seeds) == 1
    told = capsys.readouterr().err
    assert (
        "seeds/odd.txt: error: Dossier itself failed on this seed: KeyError: 'no rule' (tests/test_build_pages.py:"
        in told
    )
    assert sources(seeds) == ["seeds/good.txt"]


def test_the_editors_names_are_applied_and_an_entry_that_matches_nothing_is_an_error(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (seeds / "names.yml").write_text(
        "names:\n  - name: Jane Roe\n    type: person\n    description: a reporter\n", "utf-8"
    )
    assert run(seeds) == 0
    (seeds / "names.yml").write_text("names:\n  - name: Nobody Here\n    type: person\n", encoding="utf-8")
    assert run(seeds) == 1
    assert "seeds/names.yml:2" in capsys.readouterr().err


def test_names_prints_a_file_of_names_to_start_from(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(seeds, "--names") == 0
    assert "name: 'Jane Roe'" in capsys.readouterr().out
    assert not (seeds.parent / "docs").exists()


def test_a_seed_that_changes_during_the_build_is_published_as_it_was_read(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def then_saved_again(seed: Seed) -> Document:
        (seeds / "good.txt").write_text("Something else altogether.", encoding="utf-8")
        return clean(seed)

    monkeypatch.setattr(one, "clean", then_saved_again)
    assert run(seeds) == 0
    docs = seeds.parent / "docs" / "data"
    raw = (docs / "seeds" / "good.txt").read_bytes()
    record = json.loads(next((docs / "sources").glob("*.json")).read_text(encoding="utf-8"))
    assert raw == ARTICLE.encode()
    assert record["seed"]["sha256"] == sha256(raw).hexdigest()
