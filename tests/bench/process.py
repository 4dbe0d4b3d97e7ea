"""Time the build: `python -m tests.bench.build` prints medians and ratios of whole processes.

make site on the five seeds against mkdocs alone on the same docs/ (must stay at 2.0 or less)
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5


def seconds(command: list[str], folder: Path) -> float:
    """Wall seconds of one run. Raises CalledProcessError if it fails."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def checkout(folder: Path) -> Path:
    """A copy of the project's files that the build reads, so that timing does not touch the working tree."""
    for name in ("build_pages.py", "mkdocs.yml", "dossier", "seeds", "docs"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, folder / name)
    return folder


def main() -> None:
    """Print the figures."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    with tempfile.TemporaryDirectory() as place:
        folder = checkout(Path(place))
        build = [sys.executable, "build_pages.py"]
        mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
        seconds([*build, "--site"], folder)
        whole, bare, pages = [], [], []
        for _ in range(RUNS):
            whole.append(seconds([*build, "--site"], folder))
            bare.append(seconds(mkdocs, folder))
            pages.append(seconds(build, folder))
        ratio = median(a / b for a, b in zip(whole, bare, strict=True))
        print(f"build_pages.py --site   median {median(whole):6.2f} s of {RUNS} runs")
        print(f"mkdocs build alone      median {median(bare):6.2f} s")
        print(f"build_pages.py alone    median {median(pages):6.2f} s")
        print(f"site / mkdocs alone     median ratio {ratio:.2f} (must be 2.0 or less)")


if __name__ == "__main__":
    main()
