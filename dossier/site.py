"""The site: `mkdocs build --strict` over the pages, with the settings a pinned build needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def build_site(config: Path, docs: Path) -> int:
    """Build the site of `docs` and return mkdocs' exit status.

    The project's own docs/ uses `config` as it is. Another folder gets a configuration beside it that takes in the
    project's, so that its site lands in `site/` next to it.
    """
    if docs.resolve() != (config.parent / "docs").resolve():
        config = beside(config, docs)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(config)]
    return subprocess.run(command, env=environment, check=False).returncode


def beside(config: Path, docs: Path) -> Path:
    """Write the configuration for a docs folder elsewhere."""
    place = docs.parent / "mkdocs.yml"
    if not place.exists():
        place.write_text(f"INHERIT: {config}\ndocs_dir: {docs.name}\nsite_dir: site\n", encoding="utf-8")
    return place
