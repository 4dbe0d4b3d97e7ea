"""`--explain SEED`: what each line became, and everything found, with its rule and evidence."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

import pytest

import build_pages
from dossier.pipeline import collect, gather
from dossier.report.explain import explain
from dossier.report.terminal import PLAIN, Style, clip, columns, literal, style_for, wrapped
from tests.linear import assert_linear

ROOT = Path(__file__).parents[1]
TEXT = """The Bridge at Lowwater Falls Into the River

May 12, 2021
Jane Roe

The Lowwater Bridge was opened on March 3, 1998. "It is a promise kept to all of us," Mayor Helen Tarrow said.[1]


She spoke again last week.

Share this article
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "bridge.txt").write_text(TEXT, encoding="utf-8")
    return folder


def told(seeds: Path, capsys: pytest.CaptureFixture[str], name: str = "bridge") -> str:
    assert build_pages.main(["--seeds", str(seeds), "--docs", str(seeds.parent / "docs"), "--explain", name]) == 0
    assert not (seeds.parent / "docs").exists()
    return capsys.readouterr().out


@pytest.mark.parametrize("name", ["bridge", "bridge.txt", "seeds/bridge.txt"])
def test_every_line_of_the_seed_is_told_once(seeds: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    account = told(seeds, capsys, name)
    table = account.partition("Line by line\n")[2].partition("\n\n")[0].splitlines()[1:]
    lines: list[int] = []
    for row in table:
        first, _, last = row.split()[0].partition("-")
        lines += range(int(first), int(last or first) + 1)
    assert lines == list(range(1, TEXT.count("\n") + 1))
    assert re.search(r"^ +1 \+ title +\S+ +The Bridge at Lowwater", account, re.MULTILINE)
    assert re.search(r"^ +7-8 \.$", account, re.MULTILINE)
    assert re.search(r"^ +11 - boilerplate +furniture +Share this article$", account, re.MULTILINE)


def test_everything_found_is_told_with_its_rule_and_evidence(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    account = told(seeds, capsys)
    for words in (
        r"title +The Bridge at Lowwater Falls Into the River\n +printed, rule \S+, line 1",
        r"publisher +not said",
        r"published +2021-05-12\n +printed, rule dateline, line 3",
        r"\[1\] +no text in the capture\n +marked on line 6",
        r"line 6 +speech +“It is a promise kept to all of us,”\n +speaker: Helen Tarrow, by “",
        r"evidence “Helen Tarrow said” on\s+line 6; rule",
        r"line 6 +1998-03-03 +“March 3, 1998”\n +explicit, event, rule",
        r"relative to document, \w+, rule [\w-]+; counted from 2021-05-12",
        r"person +Helen Tarrow\n +line 6; rule",
        r"line 6 +warning  missing-note\n +the captured text has no note 1\n +at “\[1\]”",
    ):
        assert re.search(words, account), words


def test_it_fits_a_terminal_and_is_plain_where_it_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    for source in (collection := collect(gather(ROOT / "seeds"))).sources:
        lines = list(explain(source, collection, PLAIN))
        assert max(columns(line) for line in lines) <= 100
        assert not any("\x1b" in line for line in lines)
        painted = "\n".join(explain(source, collection, Style(on=True)))
        assert re.sub(r"\x1b\[[\d;]*m", "", painted) == "\n".join(lines)


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("terminal", "environment", "coloured"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    *, terminal: bool, environment: dict[str, str], coloured: bool
) -> None:
    assert style_for(Terminal() if terminal else StringIO(), environment).on is coloured


def test_nothing_that_a_seed_says_runs_in_the_terminal(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = TEXT.replace("The Lowwater", "The \x1b[2J\x1b]0;owned\x07 \u202e Lowwater")
    (seeds / "bridge.txt").write_text(hostile, encoding="utf-8")
    account = told(seeds, capsys)
    assert not any(sign in account for sign in "\x1b\x07\u202e")


def test_a_seed_that_is_not_there_is_misuse_and_the_nearest_is_named(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build_pages.main(["--seeds", str(seeds), "--explain", "brigde.txt"]) == 2
    assert "did you mean bridge.txt?" in capsys.readouterr().err


def test_a_seed_that_cannot_be_read_is_told_with_what_is_wrong(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "bridge.yml").write_text("titel: x\n", encoding="utf-8")
    assert build_pages.main(["--seeds", str(seeds), "--explain", "bridge"]) == 1
    assert "seeds/bridge.yml:1:1: error: unknown key 'titel'" in capsys.readouterr().err


def test_a_private_seed_is_explained_to_its_editor(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "bridge.yml").write_text("publish: private\n", encoding="utf-8")
    assert "Line by line" in told(seeds, capsys)


def test_a_markdown_seed_is_explained_with_its_syntax(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "notes.md").write_text("---\ntitle: On Bridges\n---\n\nA *fine* bridge.\n\n***\n", encoding="utf-8")
    account = told(seeds, capsys, "notes")
    assert re.search(r"^ +5 \+ paragraph +\S+ +A \*fine\* bridge\.$", account, re.MULTILINE)
    assert re.search(r"^ +7 # markup", account, re.MULTILINE)


def test_words_are_measured_in_columns() -> None:
    assert clip("abcdef", 4) == "abc…"
    assert clip("橋の崩落", 6) == "橋の…"
    assert literal("a\n\tb\x00") == "a b\N{REPLACEMENT CHARACTER}"
    assert list(wrapped("one two three", 2, 9)) == ["  one two", "  three"]


def test_a_long_seed_takes_time_in_step_with_its_length(tmp_path: Path) -> None:
    def work(size: int) -> object:
        folder = tmp_path / str(size)
        folder.mkdir(exist_ok=True)
        (folder / "long.txt").write_text(
            TEXT + 'The bridge stood on 3 May 1999 and "fell".\n\n' * size, encoding="utf-8"
        )
        collection = collect(gather(folder))
        return lambda: list(explain(collection.sources[0], collection, PLAIN))

    assert_linear(work, 300)  # type: ignore[arg-type]
