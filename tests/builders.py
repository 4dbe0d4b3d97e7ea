"""The other builder: the same pages as a site made by Zensical, with the policy that a build adds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from dossier.policy import seal


def with_zensical(built: Path, where: Path) -> Path:
    """Build the pages of a project in an empty folder and return the site."""
    zensical = Path(sys.executable).with_name("zensical")
    for name in ("docs", "dossier/theme", "mkdocs.yml", "mkdocs.nav.yml"):
        source = built / name
        shutil.copytree(source, where / name) if source.is_dir() else shutil.copy(source, where / name)
    told = subprocess.run(
        [str(zensical), "build"], cwd=where, capture_output=True, text=True, check=False, env=os.environ
    )
    assert told.returncode == 0, told.stdout + told.stderr
    seal(where / "site")
    return where / "site"
