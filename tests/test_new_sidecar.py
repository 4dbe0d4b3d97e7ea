"""`--new SEED`: a sidecar to start from, which says nothing until it is edited and then says what was found."""

from __future__ import annotations

import re
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

import build_pages
from dossier.model import Meta
from dossier.pipeline import gather
from dossier.report.starter import scalar

TEXT = """The Bridge "at Lowwater": a Fall

May 12, 2021
Jane Roe

The Lowwater Bridge was opened on March 3, 1998. "It is a promise kept to us and our children," Mayor Tarrow said.

"Nobody had looked under the deck," it says. "Nobody had looked under the water," it says.[1]

Today nobody speaks. Today the river is high.
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "bridge.txt").write_text(TEXT, encoding="utf-8")
    return folder


def run(seeds: Path, *more: str) -> int:
    return build_pages.main(["--seeds", str(seeds), "--docs", str(seeds.parent / "docs"), *more])


def tree(seeds: Path) -> dict[str, str]:
    docs = seeds.parent / "docs"
    return {p.relative_to(docs).as_posix(): sha256(p.read_bytes()).hexdigest() for p in docs.rglob("*") if p.is_file()}


def started(seeds: Path, name: str = "bridge") -> Path:
    assert run(seeds, "--new", name) == 0
    return seeds / f"{name}.yml"


def test_it_passes_the_check_and_changes_nothing(seeds: Path) -> None:
    run(seeds)
    before = tree(seeds)
    sidecar = started(seeds)
    assert all(not line or line.startswith("#") for line in sidecar.read_text(encoding="utf-8").splitlines())
    assert run(seeds, "--check") == 0
    assert run(seeds) == 0
    assert tree(seeds) == before


def test_what_was_found_is_filled_in_with_where_it_is_from(seeds: Path) -> None:
    text = started(seeds).read_text(encoding="utf-8")
    assert '# title: "The Bridge \\"at Lowwater\\": a Fall"\n' in text
    assert "## who wrote it, one name or a list of names: printed, rule " in text
    assert re.search(
        r"^## when it was published.*printed, rule dateline, line 3\n# published: \"2021-05-12\"$", text, re.MULTILINE
    )
    assert re.search(r"^## who published it: not said\n# publisher:$", text, re.MULTILINE)
    assert '# slug: "2021-05-12-the-bridge-at-lowwater-a-fall"\n' in text
    assert "## line 8, at “[1]”: the captured text has no note 1\n" in text


def values(seeds: Path) -> dict[str, object]:
    """The metadata of the one seed, whoever says it."""
    (source,) = gather(seeds).sources
    found = {field.name: getattr(source.document.meta, field.name) for field in fields(Meta)}
    texts = {
        key: [f.value for f in each] if isinstance(each, tuple) else each and each.value for key, each in found.items()
    }
    return {**texts, "slug": source.slug}


def test_its_values_uncommented_are_the_ones_the_seed_has(seeds: Path) -> None:
    before = values(seeds)
    sidecar = started(seeds)
    lines = sidecar.read_text(encoding="utf-8").splitlines()
    said = [line.removeprefix("# ") for line in lines if re.match(r"# \w+: \S", line)]
    assert len(said) >= 5
    sidecar.write_text("\n".join(said) + "\n", encoding="utf-8")
    after = values(seeds)
    assert after == before


def test_what_is_open_is_found_again_when_it_is_filled_in(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sidecar = started(seeds)
    lines = sidecar.read_text(encoding="utf-8").splitlines()
    start = min(n for n, line in enumerate(lines) if re.fullmatch(r"# (quotes|dates|notes):", line))
    body = [line.removeprefix("# ") for line in lines[start:]]
    values = {"speaker": "Jane Roe", "is": "2021", "text": "A report."}
    body = [re.sub(r"^( +)(speaker|is|text):$", lambda m: f"{m[0]} {values[m[2]]}", line) for line in body]
    sidecar.write_text("\n".join(body) + "\n", encoding="utf-8")
    capsys.readouterr()
    told = run(seeds, "--check")
    assert told == 0, capsys.readouterr().err
    loaded = yaml.safe_load(sidecar.read_text(encoding="utf-8"))
    assert {"dates", "notes"} <= set(loaded)
    run(seeds, "--explain", "bridge")
    account = capsys.readouterr().out
    assert "not resolved" not in account
    assert "speaker: nobody is named" not in account


@pytest.mark.parametrize("ending", ["yml", "yaml"])
def test_a_sidecar_that_is_there_is_left_alone(seeds: Path, capsys: pytest.CaptureFixture[str], ending: str) -> None:
    (seeds / f"bridge.{ending}").write_text("title: Mine\n", encoding="utf-8")
    assert run(seeds, "--new", "bridge") == 2
    assert f"seeds/bridge.{ending}: this sidecar is there and was left alone" in capsys.readouterr().err
    assert (seeds / f"bridge.{ending}").read_text(encoding="utf-8") == "title: Mine\n"
    assert len(list(seeds.iterdir())) == 2


def test_a_seed_that_cannot_be_read_gets_none(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "empty.txt").write_text("", encoding="utf-8")
    assert run(seeds, "--new", "empty") == 1
    assert "this seed is empty" in capsys.readouterr().err
    assert not (seeds / "empty.yml").exists()


def test_a_seed_may_be_called_names_but_has_no_sidecar(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "names.txt").write_text(TEXT, encoding="utf-8")
    assert run(seeds, "--new", "names") == 2
    assert "speaks of the whole collection" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ['a "b" c', "back\\slash", "a: b # c", "\u00adsoft \u202e mark", "\U000e0041 tag", "- x"]
)
def test_any_words_survive_as_yaml(text: str) -> None:
    assert yaml.safe_load(f"key: {scalar(text)}") == {"key": " ".join(text.split())}


def test_a_hostile_seed_cannot_leave_its_comments(seeds: Path) -> None:
    hostile = TEXT.replace("Nobody had", "Nobody\x85publish: private\u2028slug: x\x0btitle: y had").replace(
        "[1]", "[1]\x00"[:3]
    )
    (seeds / "bridge.txt").write_text(hostile, encoding="utf-8")
    sidecar = started(seeds)
    assert yaml.safe_load(sidecar.read_text(encoding="utf-8")) is None
    assert run(seeds, "--check") == 0
