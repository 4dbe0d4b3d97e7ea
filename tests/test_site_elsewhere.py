"""A site from another docs folder: built beside it with the project's settings and assets, nothing in the project."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.site


def test_a_docs_folder_elsewhere_gets_its_site_beside_it(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    docs = tmp_path_factory.mktemp("elsewhere") / "pages"
    command = [sys.executable, "build_pages.py", "--docs", str(docs), "--site"]
    told = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    site = docs.parent / "site"
    assert (site / "timeline" / "index.html").is_file()
    assert (site / "assets" / "dossier.css").read_bytes() == (project / "docs" / "assets" / "dossier.css").read_bytes()
    assert not (project / "mkdocs.nav.yml").exists()
    assert not (project / "site").exists()
    assert not (project / "docs" / "index.md").exists()
