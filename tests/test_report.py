"""What the command prints, as lines and as data, and when it takes a doubt for a fault."""

from __future__ import annotations

import json
import re
from io import StringIO
from pathlib import Path

import pytest

import build_pages
from dossier.issues import Problem
from dossier.report.lines import number, problem_lines, tally
from dossier.report.progress import with_bar
from dossier.report.terminal import Style

GOOD = """A Plain Title of the Day

May 12, 2021
Jane Roe

The minister met the delegation in the capital on Monday and spoke for an hour about the treaty.
"""
DOUBTFUL = GOOD.replace("Plain", "Doubtful").replace("the treaty.", "the treaty.[1]")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "b-good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "a-doubtful.txt").write_text(DOUBTFUL, encoding="utf-8")
    return folder


def run(seeds: Path, *more: str) -> int:
    return build_pages.main(["--seeds", str(seeds), "--docs", str(seeds.parent / "docs"), *more])


def test_a_line_a_seed_by_file_and_a_last_line_that_counts(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(seeds) == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert re.fullmatch(r"seeds/a-doubtful\.txt: \d+ words, 1 note, 0 quotations, 2 dates, \d+ names?, 1 gap", lines[0])
    assert lines[1].startswith("seeds/b-good.txt: ")
    assert re.fullmatch(
        r"2 seeds built: \d+ files written, 0 removed; 1 warning, 2 notices \(build_pages.py --check lists them\)",
        lines[2],
    )
    assert told.err == ""


def test_check_tells_every_doubt_at_its_place_the_heaviest_first(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (seeds / "c-empty.txt").write_bytes(b"")
    (seeds / "d-old.txt").write_bytes(GOOD.replace("Plain", "Café").encode("cp1252"))
    assert run(seeds, "--check") == 1
    told = capsys.readouterr()
    heads = re.findall(r"^(seeds/\S+): (error|warning|notice): .*?(?: \[([\w-]+)\])?$", told.err, re.MULTILINE)
    assert [weight for _, weight, _ in heads] == sorted(
        (weight for _, weight, _ in heads), key=["error", "warning", "notice"].index
    )
    assert heads[0] == ("seeds/c-empty.txt", "error", "empty-seed")
    assert ("seeds/a-doubtful.txt:6:97", "warning", "missing-note") in heads
    assert ("seeds/d-old.txt:1:6", "warning", "encoding") in heads
    caret = next(line for line in told.err.splitlines() if line.strip() == "^")
    assert caret
    assert told.out.splitlines()[-1].startswith("3 seeds read; 1 error, 2 warnings, ")
    assert not (seeds.parent / "docs").exists()


def test_strict_takes_a_warning_for_an_error_and_leaves_notices(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(seeds, "--check") == 0
    assert run(seeds, "--check", "--strict") == 1
    assert "seeds/a-doubtful.txt:6:97: error: the captured text has no note 1" in capsys.readouterr().err
    (seeds / "a-doubtful.txt").unlink()
    assert run(seeds, "--check", "--strict") == 0


def test_quiet_says_nothing_but_what_is_wrong(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(seeds, "--quiet") == 0
    assert capsys.readouterr() == ("", "")
    (seeds / "c-empty.txt").write_bytes(b"")
    assert run(seeds, "--quiet") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("seeds/c-empty.txt: error: this seed is empty [empty-seed]\n    mend: ")


def test_json_is_the_whole_result_and_nothing_else(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "c-empty.txt").write_bytes(b"")
    assert run(seeds, "--json") == 1
    told = capsys.readouterr()
    assert told.err == ""
    made = json.loads(told.out)
    assert (made["schema"], made["status"]) == ("dossier/build/1", 1)
    assert [each["file"] for each in made["seeds"]] == ["seeds/a-doubtful.txt", "seeds/b-good.txt"]
    assert made["seeds"][0]["notes"] == 1
    assert made["seeds"][0]["gaps"] == 1
    assert made["issues"][0] == {
        "file": "seeds/c-empty.txt",
        "line": None,
        "column": None,
        "code": "empty-seed",
        "severity": "error",
        "message": "this seed is empty",
        "mend": "paste the captured text into it, or remove the file",
    }
    note = next(each for each in made["issues"] if each["code"] == "missing-note")
    assert (note["file"], note["line"], note["column"]) == ("seeds/a-doubtful.txt", 6, 97)
    docs = seeds.parent / "docs"
    assert "index.md" in made["written"]
    assert all((docs / path).is_file() for path in made["written"])
    assert run(seeds, "--json") == 1
    again = json.loads(capsys.readouterr().out)
    assert (again["written"], again["unchanged"]) == ([], len(made["written"]))


@pytest.mark.parametrize(
    "misuse",
    [["--check", "--site"], ["--explain"], ["--new"], ["--check", "--impact"], ["--explain", "x", "--new", "x"]],
)
def test_what_cannot_be_meant_together_is_misuse(seeds: Path, misuse: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(seeds, *misuse)
    assert left.value.code == 2


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "many", "shown"), [(Terminal(), 100, True), (Terminal(), 5, False), (StringIO(), 100, False)]
)
def test_a_bar_is_for_a_long_build_on_a_terminal(stream: StringIO, many: int, *, shown: bool) -> None:
    assert list(with_bar(range(many), many, stream)) == list(range(many))
    assert ("100/100" in stream.getvalue()) is shown
    assert bool(stream.getvalue()) is shown


def test_numbers_agree_with_their_words() -> None:
    assert [number(n, "note") for n in (0, 1, 2, 1204)] == ["0 notes", "1 note", "2 notes", "1,204 notes"]
    assert number(2, "new form", "new forms") == "2 new forms"
    assert tally([]) == ""


def test_nothing_in_a_message_runs_in_the_terminal() -> None:
    hostile = Problem("said \x1b[2J", "seeds/a\x1b]0;x\x07.txt", 1, 1, "\x1b[31mred", "rename a\x1b[0m")
    assert "\x1b" not in "\n".join(problem_lines([hostile]))
    painted = "\n".join(problem_lines([hostile], Style(on=True)))
    assert set(re.findall(r"\x1b\[([^m]*)m", painted)) <= {"0", "1", "2", "1;31"}
