"""The measurements' arithmetic, and that every kind of edit leaves seeds that build."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import build_pages
from tests.bench.__main__ import main
from tests.bench.edits import EDITS
from tests.bench.figures import FIGURES, Figure, exponent
from tests.bench.generate import write
from tests.bench.process import measured


@pytest.mark.parametrize("power", [1.0, 1.1, 2.0])
def test_the_exponent_is_that_of_the_growth(power: float) -> None:
    sizes = [100, 300, 1_000, 10_000]
    assert exponent(sizes, [0.5 * size**power for size in sizes]) == pytest.approx(power)


@pytest.mark.parametrize(("least", "value", "holds"), [(False, 0.9, True), (False, 1.1, False), (True, 0.9, False)])
def test_a_figure_says_whether_it_holds(least: bool, value: float, holds: bool) -> None:  # noqa: FBT001 - a table of cases
    line = Figure("some figure", 1.0, 0.5, least=least).line(value, "of this", ", here")
    assert line.startswith("some figure, here ")
    assert (" holds " in line, "FAILS" in line) == (holds, not holds)
    assert line.endswith("\n    of this")


def test_what_is_hoped_is_more_than_what_must_be() -> None:
    assert all(figure.holds(figure.hope) for figure in FIGURES.values())


@pytest.mark.parametrize("edit", EDITS.values())
def test_an_edit_changes_the_seeds_and_they_still_build(edit: Callable[[list[Path]], None], tmp_path: Path) -> None:
    write(tmp_path / "seeds", 5)
    before = {path: path.read_bytes() for path in sorted((tmp_path / "seeds").iterdir())}
    edit([*before])
    assert before != {path: path.read_bytes() for path in sorted((tmp_path / "seeds").iterdir())}
    assert build_pages.main(["--seeds", str(tmp_path / "seeds"), "--docs", str(tmp_path / "docs"), "--check"]) == 0


def test_memory_and_time_are_those_of_children_too(tmp_path: Path) -> None:
    work = "import os; data = b'x' * 60_000_000; sum(range(6_000_000)); import time; time.sleep(0.7)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}], check=True)"
    run = measured([sys.executable, "-c", parent], tmp_path, watched=True)
    assert run.cpu > 0.05
    assert max(run.memory, run.together) > 60


def test_a_section_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--only", "growth,weather"])
    assert "no such section: weather" in capsys.readouterr().err


def test_a_few_seeds_are_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    few = ["--growth", "5,10", "--runs", "1", "--folder", str(tmp_path)]
    assert main(["--only", "growth,memory", *few]) == 0
    told = capsys.readouterr()
    assert "growth exponent of build_pages, 5 to 10" in told.out
    assert "peak memory of build_pages, 10 seeds" in told.out
    assert "5 seeds: build_pages, cold" in told.err
