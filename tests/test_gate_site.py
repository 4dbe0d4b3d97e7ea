"""A built site with an excerpt and a private source: no word that is not published stands anywhere in it."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import checkout
from tests.test_gate import OPEN, closed_text, rare_words, secret

pytestmark = pytest.mark.site


def build(where: Path, sidecar: str) -> Path:
    """The site of a copy of the project with two more seeds, the second of which is published as the sidecar says."""
    project = checkout(where)
    (project / "seeds" / "open.txt").write_text(OPEN, encoding="utf-8")
    (project / "seeds" / "closed.txt").write_text(closed_text(), encoding="utf-8")
    (project / "seeds" / "closed.yml").write_text(sidecar, encoding="utf-8")
    command = [sys.executable, "build_pages.py", "--site"]
    told = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    return project


def words_in(folder: Path) -> dict[Path, str]:
    """Every file of a folder as text, whatever it is and however it is packed, with the names of its folders."""
    return {p: f"{p} {unpacked(p.read_bytes()).decode('utf-8', 'replace')}" for p in folder.rglob("*") if p.is_file()}


def unpacked(data: bytes) -> bytes:
    """What a file holds; the index of the search is packed."""
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


@pytest.mark.parametrize("mode", ["excerpt", "private"])
def test_no_unpublished_word_stands_in_the_built_site(tmp_path: Path, mode: str) -> None:
    project = build(tmp_path, f"publish: {mode}\nnoindex: true\nurl: https://example.org/original\n")
    hidden = secret(mode)
    found = words_in(project / "site") | words_in(project / "docs")
    assert len(found) > 100
    for path, text in found.items():
        assert not hidden & rare_words(text), path
        assert mode == "excerpt" or not [word for word in hidden if word in text], path
    page = project / "site" / "sources" / "2021-06-01-a-second-look-at-the-harbour" / "index.html"
    assert page.is_file() == (mode == "excerpt")
    if mode == "excerpt":
        html = page.read_text(encoding="utf-8")
        assert "Only an excerpt is published here" in html
        assert 'href="https://example.org/original"' in html
        assert 'name="robots" content="noindex"' in html
    else:
        listed = (project / "site" / "sources" / "index.html").read_text(encoding="utf-8")
        assert "1 private source" in listed
