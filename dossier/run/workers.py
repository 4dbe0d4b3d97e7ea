"""Workers for the map: the processes of a pool on this machine, or those of a Dask cluster."""

from __future__ import annotations

import gc
import os
import re
import signal
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from dossier.issues import DossierError
from dossier.run.forked import can_fork
from dossier.run.version import version

if TYPE_CHECKING:
    from concurrent.futures import Executor

ADDRESS = re.compile(r"dask://(?P<at>[^/\s]+:\d+)/?")
PATIENCE = "10s"
"""How long a scheduler may take to answer."""


@dataclass(frozen=True, slots=True)
class Workers:
    """So many workers behind an executor; `start` makes another one, for when the last was broken."""

    number: int
    start: Callable[[], Executor]


def processors() -> int:
    """How many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def pool(number: int) -> Workers:
    """Processes on this machine."""

    def start() -> Executor:
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only where there is much to do
        from multiprocessing import get_context  # noqa: PLC0415 - the same

        # What is loaded before a fork is loaded once.
        import_module("dossier.run.one")
        return ProcessPoolExecutor(number, get_context(method()), begin)

    return Workers(number, start)


def method() -> str | None:
    """How to start a process: another start than a fork imports everything anew."""
    return "fork" if can_fork() else "spawn"


def begin() -> None:
    """In a new worker: an interruption is the main process's to handle; what is there already is never garbage."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()


def cluster(address: str) -> Workers:
    """The workers of the cluster whose scheduler is at `dask://HOST:PORT`.

    Raises DossierError for another form of address, without the library, where nobody answers, where there is no worker
    and where one runs another version of the code.
    """
    found = ADDRESS.fullmatch(address)
    if not found:
        raise amiss(address, "this is no address of an executor", "write dask://HOST:PORT")
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise amiss(address, "the library of Dask clusters is not installed", "pip install distributed") from error
    try:
        client = distributed.Client(f"tcp://{found['at']}", timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        mend = "start one with `dask scheduler`, or build without --executor"
        raise amiss(address, "no scheduler answers there", mend) from error
    number = sum(client.nthreads().values())
    if not number:
        raise amiss(address, "this cluster has no workers", "start some with `dask worker`")
    others = sorted(name for name, runs in client.run(version, on_error="return").items() if runs != version())
    if others:
        mend = "start the workers in a checkout like this one, with the same Python"
        raise amiss(address, f"another version of the code runs on {', '.join(others)}", mend)
    return Workers(number, client.get_executor)


def amiss(address: str, message: str, mend: str) -> DossierError:
    """An executor that cannot be used."""
    return DossierError(message, file=address, mend=mend, code="executor")
