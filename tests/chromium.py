"""The Chromium that the browser tests drive: one on the PATH, else Debian's package, else Playwright's own download.

`python -m tests.chromium` finds or installs one and prints its path; `CHROMIUM=/path` names one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-liberation")
MISSING = "no Chromium found: run `python -m tests.chromium`, or name one with CHROMIUM=/path/to/chromium"


def as_root() -> bool:
    return os.geteuid() == 0


def works(path: str) -> bool:
    """Ubuntu's package is a script that says where the browser went: only one that tells its version is a browser."""
    try:
        told = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.returncode == 0


def of_playwright() -> str:
    """Where Playwright keeps its own Chromium, whether it is there or not."""
    code = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return told.stdout.strip()


def candidates() -> Iterator[str]:
    yield os.environ.get("CHROMIUM", "")
    yield from (shutil.which(name) or "" for name in NAMES)
    yield of_playwright()


@cache
def found() -> str:
    """The path of a Chromium that runs, or "" where there is none."""
    return next((path for path in candidates() if path and works(path)), "")


def run(*command: str) -> None:
    print("+", *command, flush=True)
    subprocess.run(command, check=False, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"})


def from_debian() -> None:
    if as_root() and shutil.which("apt-get"):
        run("apt-get", "update", "--quiet")
        run("apt-get", "install", "--quiet", "--yes", "--no-install-recommends", *PACKAGES)


def from_playwright() -> None:
    with_system_libraries = ["--with-deps"] if as_root() else []
    run(sys.executable, "-m", "playwright", "install", *with_system_libraries, "chromium")


def set_up(ways: tuple[Callable[[], None], ...] = (from_debian, from_playwright)) -> str:
    """Find a Chromium, trying one way to install it after the other; "" where none helped."""
    for way in ways:
        if found():
            break
        way()
        found.cache_clear()
    return found()


def flags() -> list[str]:
    """Chromium's sandbox refuses to run as root, which is what a container is."""
    return ["--no-sandbox"] if as_root() else []


def main() -> int:
    path = set_up()
    print(f"Chromium: {path}" if path else MISSING)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
