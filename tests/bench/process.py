"""One command as a process of its own: its time and its memory, those of its children told apart."""

from __future__ import annotations

import os
import re
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

PAUSE = 0.25
"""Seconds between two looks at the memory."""
SHARE = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """What one process took: CPU seconds with those of its children, wall seconds, memory at most in megabytes."""

    cpu: float
    wall: float
    memory: float
    """The largest process alone."""
    together: float = 0.0
    """All processes at one moment, what they share counted once; 0 where nobody looked."""


def measured(command: list[str], folder: Path, *, watched: bool = False) -> Run:
    """Run a command; `watched` looks at its memory again and again. Raises CalledProcessError if it fails."""
    start = time.perf_counter()
    child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    watch = Watch(child.pid)
    if watched:
        watch.start()
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    watch.ended.set()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, watch.most)


@dataclass
class Watch:
    """The memory of a process and its descendants, looked at from a thread; 0 where there is no /proc."""

    process: int
    most: float = 0.0
    ended: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        """Look until the process has ended."""
        threading.Thread(target=self.look, daemon=True).start()

    def look(self) -> None:
        while not self.ended.wait(PAUSE):
            processes = list(family(self.process))
            kilobytes = sum(told(each, "smaps_rollup", SHARE) for each in processes)
            # What is shared with one that began meanwhile would count twice.
            if processes == list(family(self.process)):
                self.most = max(self.most, kilobytes / 1024)


def family(process: int) -> Iterator[int]:
    """A process and those that came of it."""
    yield process
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in path.read_text(encoding="ascii").split():
                yield from family(int(child))


def told(process: int, name: str, figure: re.Pattern[str]) -> int:
    """A figure that the system tells of a process; 0 of one that has ended."""
    with suppress(OSError):
        found = figure.search(Path(f"/proc/{process}/{name}").read_text(encoding="ascii", errors="replace"))
        return int(found[1]) if found else 0
    return 0


def middle(runs: list[Run]) -> Run:
    """The median of each figure."""
    return Run(
        median(run.cpu for run in runs),
        median(run.wall for run in runs),
        median(run.memory for run in runs),
        median(run.together for run in runs),
    )
