"""The two commands' own set-up: the lock files, and what the Makefile says to a machine that lacks something."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ["requirements.txt", "requirements-dev.txt"]


def pinned(lock: str) -> dict[str, str]:
    """Each requirement of a lock file and the lines that belong to it, `name==version ; marker` first."""
    entries = re.split(r"^(?=\S)", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {entry.partition(" \\\n")[0]: entry for entry in entries if entry}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_one_version_with_hashes(lock: str) -> None:
    for requirement, entry in pinned(lock).items():
        assert re.match(r"[a-z0-9.-]+==[\w.]+( ;|$)", requirement)
        assert "--hash=sha256:" in entry


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_no_place_on_a_machine(lock: str) -> None:
    assert not re.search(r"https?:|file:|--\w*index|--find-links|(^|[ =])/", (ROOT / lock).read_text(encoding="utf-8"))


def test_the_tests_run_on_the_versions_that_build_the_site() -> None:
    assert pinned("requirements.txt").keys() <= pinned("requirements-dev.txt").keys()


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_asked_for_is_locked(lock: str) -> None:
    lines = (ROOT / lock).with_suffix(".in").read_text(encoding="utf-8").splitlines()
    asked = {re.split(r"[<>=[]", line)[0] for line in lines if re.match(r"\w", line)}
    assert asked
    assert asked <= {requirement.partition("==")[0] for requirement in pinned(lock)}


def make(where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make on a copy of the Makefile in an empty folder, free of the make that may run the tests."""
    for name in ("Makefile", *LOCKS):
        shutil.copy(ROOT / name, where)
    env = {key: value for key, value in os.environ.items() if key not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
    return subprocess.run(["make", *arguments], cwd=where, env=env, capture_output=True, text=True, check=False)


def python_without(where: Path, module: str) -> str:
    """A Python that fails wherever the given module is asked for."""
    path = where / "python-without"
    path.write_text(f'#!/bin/sh\ncase "$*" in *{module}*) exit 1;; esac\n', encoding="utf-8")
    path.chmod(0o755)
    return f"PYTHON={path}"


def test_a_machine_without_venv_is_told_what_to_install(tmp_path: Path) -> None:
    told = make(tmp_path, "site", python_without(tmp_path, "ensurepip"))
    assert told.returncode != 0
    assert "apt-get install python3-venv" in told.stdout
    assert not (tmp_path / ".venv").exists()


def test_an_old_python_is_told_which_one_is_needed(tmp_path: Path) -> None:
    told = make(tmp_path, "test", python_without(tmp_path, "version_info"))
    assert told.returncode != 0
    assert "needs Python 3.11 or newer" in told.stdout
    assert not (tmp_path / ".venv").exists()


def test_no_python_at_all_is_told_which_one_is_needed(tmp_path: Path) -> None:
    told = make(tmp_path, "site", "PYTHON=no-such-python")
    assert told.returncode != 0
    assert "needs Python 3.11 or newer" in told.stdout


def environment_that_notes_its_calls(where: Path) -> None:
    tool = where / ".venv/bin/python"
    tool.parent.mkdir(parents=True)
    tool.write_text('#!/bin/sh\necho "$*" >>calls\n', encoding="utf-8")
    tool.chmod(0o755)


def test_an_equal_lock_installs_nothing(tmp_path: Path) -> None:
    environment_that_notes_its_calls(tmp_path)
    shutil.copy(ROOT / "requirements.txt", tmp_path / ".venv/requirements.txt")
    os.utime(tmp_path / ".venv/requirements.txt", (1, 1))
    assert make(tmp_path, "site").returncode == 0
    calls = (tmp_path / "calls").read_text(encoding="utf-8")
    assert " install " not in calls
    assert calls.endswith("build_pages.py --site\n")


def test_a_new_lock_is_installed_with_its_hashes(tmp_path: Path) -> None:
    environment_that_notes_its_calls(tmp_path)
    assert make(tmp_path, "site").returncode == 0
    calls = (tmp_path / "calls").read_text(encoding="utf-8")
    assert re.search(r"^-m pip install .*--require-hashes -r requirements\.txt$", calls, re.MULTILINE)


@pytest.mark.parametrize("target", ["bench-docs", "bench-quotes", "bench-dates"])
def test_a_measurement_on_marked_documents_asks_where_they_are(tmp_path: Path, target: str) -> None:
    told = make(tmp_path, target, "--assume-old=.venv/requirements-dev.txt")
    assert told.returncode != 0
    assert f"make {target} EVAL=DIR" in told.stdout


def test_clean_removes_what_the_commands_made_and_nothing_else(tmp_path: Path) -> None:
    for name in ("site/index.html", ".venv/x", "dossier/__pycache__/a.pyc", "docs/mine.md", "seeds/a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert make(tmp_path, "clean").returncode == 0
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {"docs/mine.md", "seeds/a.txt", "Makefile", *LOCKS}
