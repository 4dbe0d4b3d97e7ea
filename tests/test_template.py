"""README's "Another subject", done: a fresh clone with other seeds builds a site with nothing of the first subject."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTINGS = {
    "site_name": "The Lowwater Bridge",
    "site_description": "What was written about the fall of a bridge",
    "copyright": "The editors",
    "site_url": "https://example.org/lowwater/",
    "contact": "desk@example.org",
    "report": "https://example.org/report",
}
SEEDS = {
    "council.txt": """Lowwater Bridge Falls Into the River

May 12, 2021
Jane Roe

The Lowwater Bridge fell into the Tarn at dawn on May 11, 2021. Mayor Helen Tarrow called it "a day of mourning".

"Nobody had looked under the deck for nine years," said Daniel Ortega, an engineer.[1]

[1] Report of the Bridge Office, April 9, 2020.
""",
    "inspection.md": """---
title: The Last Inspection
author: Tom Vance
date: 2021-06-01
---

The bridge was *last* inspected on April 9, 2020. "A day of mourning," Mayor Helen Tarrow said on May 11, 2021.

- The deck was dry.
- The piers were not reached.
""",
    "memory.html": """<!DOCTYPE html>
<html lang="en"><head><title>A Bridge Remembered</title><meta name="author" content="Ada Finch">
<meta property="article:published_time" content="2021-07-04"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>A Bridge Remembered</h1>
<p>The Lowwater Bridge was opened on March 3, 1998, and Mayor Helen Tarrow cut the ribbon before thousands.</p>
<p>On May 11, 2021, it fell. The people of the town still gather at the bank and look across the water.</p>
</article><footer>Share this page</footer></body></html>
""",
}
LEFT_OVER = re.compile(
    rb"Macron|Putin|Roubinski|Sputnik|MEMRI|Bershidsky|Moscow Times|Versailles|Br\xc3\xa9gan\xc3\xa7on|Hmeimim"
)


def changed_lines() -> list[str]:
    """The settings that the README says to change."""
    told = re.search(r"Change six lines of (.*?)\. An", README, re.DOTALL)
    assert told
    return re.findall(r"`([a-z_]+)`", told[1].replace("[`mkdocs.yml`]", "").replace("`extra`", ""))


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone with the steps of the README done to it, and its site built."""
    where = tmp_path_factory.mktemp("template") / "clone"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        if (ROOT / name).is_file():
            (where / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, where / name)
    shutil.rmtree(where / "seeds")
    (where / "seeds").mkdir()
    for name, text in SEEDS.items():
        (where / "seeds" / name).write_text(text, encoding="utf-8")
    settings = (where / "mkdocs.yml").read_text(encoding="utf-8")
    for key in changed_lines():
        settings, times = re.subn(rf"(?m)^( *){key}:.*$", rf'\g<1>{key}: "{SETTINGS[key]}"', settings)
        assert times == 1, key
    (where / "mkdocs.yml").write_text(settings, encoding="utf-8")
    command = [sys.executable, "build_pages.py", "--site"]
    told = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    return where


def test_six_lines_are_told() -> None:
    assert sorted(changed_lines()) == sorted(SETTINGS)


@pytest.mark.site
def test_nothing_of_the_first_subject_is_left_in_the_site(clone: Path) -> None:
    built = [path for path in (clone / "site").rglob("*") if path.is_file()]
    assert len(built) > 40
    first = [path.name for path in (ROOT / "seeds").iterdir() if path.name != "names.yml"]
    left = [path for path in built if LEFT_OVER.search(path.read_bytes())]
    left += [path for path in built if any(name.rpartition(".")[0] in path.as_posix() for name in first)]
    assert [path.relative_to(clone).as_posix() for path in left] == []


@pytest.mark.site
def test_the_new_subject_is_there(clone: Path) -> None:
    home = (clone / "site" / "index.html").read_text(encoding="utf-8")
    assert "The Lowwater Bridge" in home
    assert SETTINGS["site_description"] in home
    assert "3 sources" in home
    for title in ("Lowwater Bridge Falls Into the River", "The Last Inspection", "A Bridge Remembered"):
        assert title in (clone / "site" / "sources" / "index.html").read_text(encoding="utf-8")
    assert "https://example.org/lowwater/timeline/" in (clone / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "11 May 2021" in (clone / "site" / "timeline" / "index.html").read_text(encoding="utf-8")
