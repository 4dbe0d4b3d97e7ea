"""CONTRIBUTING's ways to add a seed, a rule and a language, walked as they are written."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COPIED = ("build_pages.py", "mkdocs.yml", "pyproject.toml", "dossier", "docs", "seeds", "tests")
DANISH = """Broen faldt i floden

12. maj 2021

Det var en morgen i maj, og broen til øen blev lukket, som den ikke er blevet det i mange år af byen med det samme.
"""


def blocks(section: str) -> list[tuple[str, str]]:
    """The steps' blocks of code in a section: their language and their text."""
    part = TEXT.partition(f"## {section}\n")[2].partition("\n## ")[0]
    assert re.findall(r"^(\d)\. ", part, re.MULTILINE) == ["1", "2", "3"]
    found = re.findall(r"^ +```(\w+)\n(.*?)^ +```$", part, re.MULTILINE | re.DOTALL)
    return [(kind, dedent(text)) for kind, text in found]


def commands(section: str, name: str = "") -> list[list[str]]:
    """What stands after a prompt in a section, without its comment, as arguments of Python."""
    told = [text for kind, text in blocks(section) if kind == "console"]
    lines = re.findall(r"^\$ \.venv/bin/python (.*?)(?: +#.*)?$", "\n".join(told), re.MULTILINE)
    return [[sys.executable, *line.replace("NAME", name).split()] for line in lines]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project, in a repository of its own."""
    where = tmp_path / "project"
    where.mkdir()
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, where / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, where / name)
    return where


def run(where: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)


@pytest.mark.site
def test_the_steps_to_add_a_seed(copy: Path) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for step in (["init", "-q"], ["add", "seeds"], [*who, "commit", "-qm", "seeds"]):
        assert run(copy, ["git", *step]).returncode == 0
    (copy / "seeds" / "bridge.txt").write_text(
        "The Fall of a Bridge\n\nMay 12, 2021\nJane Roe\n\nMayor Helen Tarrow opened the bridge on March 3, 1998.\n",
        "utf-8",
    )
    told = []
    for command in commands("Add a seed", "bridge"):
        done = run(copy, command)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        told.append(done.stdout)
    assert len(told) == 5
    assert "seeds/bridge.txt: " in told[0]
    assert re.search(r"^ +1 \+ title +\S+ +The Fall of a Bridge$", told[1], re.MULTILINE)
    assert "1 source added" in told[2]
    assert (copy / "seeds" / "bridge.yml").is_file()
    assert (copy / "site" / "sources" / "2021-05-12-the-fall-of-a-bridge" / "index.html").is_file()


def test_the_steps_to_add_a_rule(copy: Path) -> None:
    case, row = (text for kind, text in blocks("Add a rule") if kind != "console")
    (command,) = commands("Add a rule")
    command = [
        *command,
        "-q",
        "-p",
        "no:cacheprovider",
        "-k",
        "post or prompt or golden",
    ]
    with (copy / "tests" / "cases" / "clean.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{case}")
    before = run(copy, command)
    assert before.returncode == 1, before.stdout
    assert re.search(r"FAILED .*a prompt to send the article by post", before.stdout)
    assert "1 failed" in before.stdout
    lexicon = copy / "dossier" / "lexicon" / "en" / "furniture.yml"
    words = lexicon.read_text(encoding="utf-8")
    lexicon.write_text(words.replace("\nwhole:\n", f"\nwhole:\n  {row}"), encoding="utf-8")
    after = run(copy, command)
    assert after.returncode == 0, after.stdout


def test_the_steps_to_add_a_language(copy: Path) -> None:
    lists = [text for kind, text in blocks("Add a language") if kind != "console"]
    paths = re.findall(r"in `(dossier/lexicon/da/\w+\.txt)`", TEXT)
    assert len(lists) == len(paths) == 2
    (copy / "seeds" / "bro.txt").write_text(DANISH, encoding="utf-8")
    explain = [sys.executable, "build_pages.py", "--explain", "bro"]
    assert not re.search(r"^  language +da$", run(copy, explain).stdout, re.MULTILINE)
    for path, text in zip(paths, lists, strict=True):
        (copy / path).parent.mkdir(exist_ok=True)
        (copy / path).write_text(text, encoding="utf-8")
    told = run(copy, explain).stdout
    assert re.search(r"^  language +da$", told, re.MULTILINE)
    assert re.search(r"^  published +2021-05-12$", told, re.MULTILINE)
    (command,) = commands("Add a language")
    done = run(copy, [*command, "-q", "-p", "no:cacheprovider", "-k", "head"])
    assert done.returncode == 0, done.stdout
