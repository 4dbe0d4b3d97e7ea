#!/usr/bin/env python3
"""Build the pages of a dossier: read -> clean -> extract -> link -> write, each seed of a folder, in that order.

Exit status: 0 all built, 1 something is wrong with a seed (the others are built), 2 the command was misused.
"""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.issues import DossierError, Problem
from dossier.lock import held
from dossier.model import Collection
from dossier.pipeline import Executor, Gathered, collected, gather, untracked
from dossier.processes import ALONE, Processes
from dossier.report.lines import problem_lines, result, seed_line, told_now
from dossier.report.machine import as_json
from dossier.report.problems import problems, strictly, weights
from dossier.report.progress import with_bar
from dossier.report.terminal import style_for
from dossier.run.aside import aside
from dossier.run.cache import Cache, cache_of
from dossier.run.choice import spread
from dossier.run.forked import Forked
from dossier.run.past import keep, recalled
from dossier.run.workers import processors

if TYPE_CHECKING:
    from dossier.write import Report

ADDRESS = "127.0.0.1:8000"
HERE = Path(__file__).resolve().parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status."""
    chosen = options().parse_args(arguments)
    asking = bool(chosen.explain or chosen.impact or chosen.names or chosen.new)
    try:
        executor = spread(chosen, grows=not (asking or chosen.check))
        if asking:
            return tell_answer(chosen, executor)
    except DossierError as error:
        print(error, file=sys.stderr)
        return 2
    if chosen.serve:
        from dossier.serve import serve  # noqa: PLC0415 - only where it is asked for

        gc.enable()
        gc.set_threshold(100_000, 20, 100)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        return serve(partial(build, chosen), chosen.seeds, chosen.docs, HERE / "mkdocs.yml", chosen.serve, executor)
    return build(chosen, executor)


def tell_answer(chosen: argparse.Namespace, executor: Executor) -> int:
    """Answer a question about seeds, and build nothing. Raises DossierError where there is no answer."""
    from dossier.report.answers import answer  # noqa: PLC0415 - only where something is asked

    asked = answer(chosen, HERE / "mkdocs.yml", executor)
    print(asked.text, end="")
    show(asked.problems)
    return 1 if asked.problems else 0


def build(chosen: argparse.Namespace, executor: Executor) -> int:
    """The five stages, what is told of them, and the site. `executor` runs the first three, seed by seed."""
    quiet = chosen.quiet or chosen.json
    track = untracked if quiet else partial(with_bar, stream=sys.stderr)
    gathered = gather(chosen.seeds, executor, track, linked=not chosen.check)
    found, report = problems(gathered), None
    with ExitStack() as holding:
        if not chosen.check and (gathered.sources or not gathered.errors):
            try:
                holding.enter_context(held(chosen.docs))
                report = publish(gathered, chosen.docs, cache_of(executor), chosen.jobs or processors())
            except DossierError as error:
                found = problems(gathered, [error.problem])
        found = strictly(found) if chosen.strict else found
        status = 1 if weights(found)["error"] else 0
        if not chosen.json:
            tell(chosen, gathered, found, report)
        if chosen.site and not status:
            from dossier.site import build_site  # noqa: PLC0415 - the same

            status = build_site(HERE / "mkdocs.yml", chosen.docs, kept=not chosen.no_cache)
    if chosen.json:
        print(as_json(gathered.faces, found, report, status))
    return status


def publish(gathered: Gathered, docs: Path, cache: Cache | None, processes: int = 1) -> Report:
    """The last two stages, where they would change anything. Raises DossierError where docs/ cannot be written."""
    # Where seeds are new, these are loaded while another process reads them.
    from dossier.run.last import last, memo  # noqa: PLC0415
    from dossier.write import write  # noqa: PLC0415
    from dossier.write.site import site  # noqa: PLC0415

    settings = site(HERE / "mkdocs.yml", os.environ)
    known = last(cache, gathered, docs, settings)
    report = known.report() if known else None
    if report is None:
        with closing(memo(cache, gathered, docs, settings, processes)) as made:
            collection = aside(partial(linked, gathered, cache, Forked(processes)), gathered, cache)
            report = write(collection, docs, failed=gathered.failed, site=settings, memo=made)
            made.keep()
        if known:
            known.keep()
    return report


def linked(gathered: Gathered, cache: Cache | None, processes: Processes = ALONE) -> Collection:
    """The fourth stage. What it leaves to the next build is put away at once: it is as large as the collection."""
    collection, past = collected(gathered, recalled(cache), processes)
    keep(cache, past)
    return collection


def options() -> argparse.ArgumentParser:
    """The command's arguments."""
    parser = argparse.ArgumentParser(description="Turn the captures in seeds/ into the pages of a research microsite.")
    add = parser.add_argument
    add("--seeds", type=Path, default=HERE / "seeds", metavar="DIR", help="the captures (seeds/)")
    add("--docs", type=Path, default=HERE / "docs", metavar="DIR", help="where the pages go (docs/)")
    add("--strict", action="store_true", help="take every warning for an error")
    add("--quiet", action="store_true", help="say nothing but what is wrong")
    add("--json", action="store_true", help="print the result as data: seeds, issues with their places, files written")
    add(
        "--jobs",
        type=positive,
        metavar="N",
        help="read seeds in N processes (one a core, where that pays)",
    )
    add(
        "--executor",
        metavar="URL",
        help="a Dask cluster to read seeds on: dask://HOST:PORT",
    )
    add("--cache", type=Path, metavar="DIR", help="what earlier builds found in seeds (build/cache beside docs/)")
    add("--no-cache", action="store_true", help="read every seed anew")
    instead = parser.add_mutually_exclusive_group()
    add = instead.add_argument
    add("--site", action="store_true", help="then build the site with mkdocs, strictly")
    add("--serve", nargs="?", const=ADDRESS, metavar="HOST:PORT", help=f"show the site and keep it fresh ({ADDRESS})")
    add("--check", action="store_true", help="report every problem and doubt at once and write nothing")
    add("--explain", metavar="SEED", help="what each line of a seed became, and all that was found in it")
    add("--impact", nargs="?", const="HEAD", metavar="BASE", help="what the seeds change against a commit, as Markdown")
    add("--new", metavar="SEED", help="write a sidecar to start from, all of it commented out")
    add("--names", action="store_true", help="print the names found, as a seeds/names.yml to start from")
    return parser


def positive(text: str) -> int:
    """A number from 1. Raises ValueError for any other text."""
    if (number := int(text)) < 1:
        raise ValueError
    return number


def tell(chosen: argparse.Namespace, gathered: Gathered, found: list[Problem], report: Report | None) -> None:
    """What was done, a line a seed; then what is wrong, the worst first."""
    if not (chosen.quiet or chosen.serve):
        for face in sorted(gathered.faces, key=lambda each: each.file):
            print(seed_line(face))
    show(told_now(found, everything=chosen.check and not chosen.quiet))
    if not chosen.quiet:
        print(result(len(gathered.sources), found, report, checked=chosen.check))


def show(found: list[Problem]) -> None:
    """Problems in full, on the other stream than what was asked for."""
    sys.stdout.flush()
    for line in problem_lines(found, style_for(sys.stderr, os.environ)):
        print(line, file=sys.stderr)


if __name__ == "__main__":
    # Millions of small values live until the end and form no cycles: looking for garbage is a tenth of a build.
    gc.disable()
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # Ctrl-C is no fault of the program: no traceback, the status shells know
        sys.exit(130)
    finally:
        gc.freeze()  # nor at the end, where Python would look once more at all that is there
