"""`make serve`: the site in a browser, built anew at every change of a seed, a page, mkdocs.yml or the generator.

MkDocs' own server watches, serves and reloads the browser. One process does all: what a change does not touch is not
read again, so that a save shows about as soon as MkDocs alone would build the site.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from dossier.pipeline import Executor, Job

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

CODE = Path(__file__).resolve().parent
PAUSE = 0.2
"""Seconds between two looks at the files."""
T = TypeVar("T")
Stamp = tuple[tuple[str, int, int], ...]
"""Path, time of change in nanoseconds and size in bytes of a seed and of its sidecar."""


class Remembering:
    """Gives a seed to another executor only when its file or its sidecar has changed since the last time."""

    def __init__(self, executor: Executor) -> None:
        self.executor = executor
        self.cache = getattr(executor, "cache", None)
        self.known: dict[Path, tuple[Stamp, Any]] = {}

    def map(self, fn: Callable[..., T], *iterables: Iterable[Any], **_: object) -> Iterator[T]:
        """What `fn` makes of each job, in order; from memory where the files are as they were."""
        seen = [(job, stamp(job)) for job in next(iter(iterables))]
        known = {job.path: self.known[job.path] for job, now in seen if self.known.get(job.path, ((), None))[0] == now}
        made = self.executor.map(fn, [job for job, _ in seen if job.path not in known])
        self.known = known
        for job, now in seen:
            if job.path not in known:
                known[job.path] = (now, next(made))
            result: T = known[job.path][1]
            yield result


def stamp(job: Job) -> Stamp:
    """How the files of a job look; one that is gone has no time."""
    found = []
    for path in filter(None, (job.path, job.sidecar)):
        try:
            status = path.stat()
        except FileNotFoundError:
            found.append((str(path), 0, 0))
        else:
            found.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(found)


def code_stamp() -> frozenset[tuple[str, int]]:
    """How the generator's own files look."""
    files = (path for path in CODE.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return frozenset((str(path), path.stat().st_mtime_ns) for path in files)


def serve(  # noqa: PLR0913 - what the command knows
    pages: Callable[[Executor], int], seeds: Path, docs: Path, config: Path, address: str, executor: Executor
) -> int:
    """Serve at `HOST:PORT` until it is interrupted.

    `pages` brings docs/ up to date, with `executor` for seeds that changed, and tells what is wrong itself.

    A fault of a seed or of a page is told; the site stays as it was, and the server lives on.
    """
    from mkdocs.livereload import LiveReloadServer  # noqa: PLC0415 - MkDocs is slow to import, and only serving needs it

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    memory, code = Remembering(executor), code_stamp()
    kept = docs.parent / "build" / "render"

    def fresh() -> None:
        # The code in this process is what it was at the start: once a file of it changes, another process runs it.
        if code_stamp() == code:
            pages(memory)
        else:
            subprocess.run([sys.executable, *sys.argv[:1], "--seeds", seeds, "--docs", docs], check=False)

    with TemporaryDirectory(prefix="dossier-") as place:
        fresh()
        settings = configured(config, place, address)
        host, port = settings.dev_addr
        path = urlsplit(settings.site_url or "/").path

        def rebuild() -> None:
            # What is written into docs/ here is no change to build again for.
            server.unwatch(str(docs))
            try:
                fresh()
            finally:
                server.watch(str(docs))
            site(configured(config, place, address), server.url, kept)

        server = LiveReloadServer(rebuild, host, port, place, path, polling_interval=PAUSE)
        server.error_handler = lambda code: page(Path(place, f"{code}.html"))
        site(settings, server.url, kept)
        for watched in (docs, seeds, CODE, config):
            server.watch(str(watched))
        return run(server)


def configured(config: Path, place: str, address: str) -> MkDocsConfig:
    """The site's settings as they are now."""
    from mkdocs.config import load_config  # noqa: PLC0415 - the same

    return load_config(str(config), site_dir=place, dev_addr=address)


def site(settings: MkDocsConfig, url: str, kept: Path) -> None:
    """Build the site for the server's address; `kept` is the folder for what is made of its pages."""
    from mkdocs.commands.build import build  # noqa: PLC0415 - the same

    from dossier.rendered import remembered  # noqa: PLC0415 - the same

    settings.site_url = url
    settings.plugins.on_startup(command="serve", dirty=False)
    with remembered(kept, settings):
        build(settings, serve_url=url)


def page(path: Path) -> bytes | None:
    """A page for an address where nothing is, if the site has one."""
    return path.read_bytes() if path.is_file() else None


def run(server: LiveReloadServer) -> int:
    """Serve until the process is interrupted."""
    print(f"Serving on {server.url} (Ctrl-C ends it)", flush=True)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
    return 0
