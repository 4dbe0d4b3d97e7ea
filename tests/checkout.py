"""A copy of the project to build in, so that neither tests nor measurements touch the working tree."""

from __future__ import annotations

import shutil
from pathlib import Path

from dossier.write.ownership import publish

ROOT = Path(__file__).resolve().parents[1]


def checkout(where: Path) -> Path:
    """The sources of the site and the code that builds it in a folder, without anything built before."""
    for name in ("build_pages.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, where)
    for name in ("dossier", "seeds", "docs"):
        shutil.copytree(ROOT / name, where / name, ignore=shutil.ignore_patterns("__pycache__"))
    publish(where / "docs", {})  # removes what an earlier build wrote
    return where
