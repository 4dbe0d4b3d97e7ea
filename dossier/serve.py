"""`make serve`: the site in a browser, rebuilt at every change of a seed, a page, mkdocs.yml or the generator.

MkDocs watches docs/ and mkdocs.yml and reloads the browser. What is missing is watched here: a change of a seed or of
the code runs build_pages.py, which writes the pages that changed into docs/, where MkDocs sees them.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

Snapshot = frozenset[tuple[str, int, int]]
"""Path, time of change in nanoseconds and size in bytes of every file that is watched."""

ROOTS = (Path("seeds"), Path("dossier"), Path("build_pages.py"), Path("mkdocs.yml"))
BUILD = (sys.executable, "build_pages.py")
NAVIGATION = Path("mkdocs.nav.yml")
PAUSE = 0.5
"""Seconds between two looks."""


def files(root: Path) -> Iterator[Path]:
    """The files at or under a root that a build reads: no caches, no editors' hidden copies."""
    found = [root] if root.is_file() else root.rglob("*")
    return (path for path in found if path.suffix != ".pyc" and not path.name.startswith(".") and path.is_file())


def snapshot(roots: Sequence[Path]) -> Snapshot:
    """What the watched files look like now. A file that goes away during the look is left out."""
    seen = set()
    for path in (path for root in roots for path in files(root)):
        try:
            status = path.stat()
        except FileNotFoundError:
            continue
        seen.add((str(path), status.st_mtime_ns, status.st_size))
    return frozenset(seen)


def changes(look: Callable[[], Snapshot], wait: Callable[[], None]) -> Iterator[list[str]]:
    """Endless: after every `wait`, the sorted paths that were made, changed or removed, or [] where nothing was.

    A change is told once it has settled, that is when two looks in a row agree: an editor that saves five files makes
    one change, not five.
    """
    known = before = look()
    while True:
        wait()
        now = look()
        if now != before or now == known:
            yield []
        else:
            yield sorted({path for path, _, _ in known ^ now})
            known = now
        before = now


def build() -> int:
    """Run build_pages.py, which prints its own problems. Returns its exit status."""
    return subprocess.run(BUILD, check=False).returncode


def serve(options: Sequence[str]) -> int:
    """Build, start `mkdocs serve` with the given options, and rebuild at every change until it ends."""
    look = changes(lambda: snapshot(ROOTS), lambda: time.sleep(PAUSE))
    next(look)
    build()
    command = [sys.executable, "-m", "mkdocs", "serve", "--watch", str(NAVIGATION), *options]
    with subprocess.Popen(command) as server:
        try:
            for changed in look:
                if server.poll() is not None:
                    return server.returncode
                if changed:
                    print("Changed:", ", ".join(changed), flush=True)
                    build()
        except KeyboardInterrupt:
            pass
        finally:
            server.terminate()
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(serve(sys.argv[1:]))
