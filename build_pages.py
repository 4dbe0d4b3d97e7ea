#!/usr/bin/env python3
"""Build the pages of a dossier: read -> clean -> extract -> link -> write, each seed of a folder, in that order.

Exit status: 0 all built, 1 something is wrong with a seed (the others are built), 2 the command was misused.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from dossier.issues import DossierError, Problem
from dossier.names_file import print_names
from dossier.pipeline import Gathered, collect, gather
from dossier.site import build_site
from dossier.write import Report, write
from dossier.write.site import site

HERE = Path(__file__).resolve().parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status."""
    chosen = options().parse_args(arguments)
    gathered = gather(chosen.seeds)
    problems = list(gathered.errors)
    if chosen.names:
        print(print_names(collect(gathered)), end="")
        return 1 if problems else 0
    report = Report()
    if not chosen.check and (gathered.sources or not problems):
        try:
            settings = site(HERE / "mkdocs.yml", os.environ)
            report = write(collect(gathered), chosen.docs, failed=gathered.failed, site=settings)
        except DossierError as error:
            problems.append(error.problem)
    tell(gathered, problems, report, check=chosen.check)
    if problems:
        return 1
    return build_site(HERE / "mkdocs.yml", chosen.docs) if chosen.site and not chosen.check else 0


def options() -> argparse.ArgumentParser:
    """The command's arguments."""
    parser = argparse.ArgumentParser(description="Turn the captures in seeds/ into the pages of a research microsite.")
    parser.add_argument("--seeds", type=Path, default=HERE / "seeds", metavar="DIR", help="the captures (seeds/)")
    parser.add_argument("--docs", type=Path, default=HERE / "docs", metavar="DIR", help="where the pages go (docs/)")
    parser.add_argument("--check", action="store_true", help="report every problem at once and write nothing")
    parser.add_argument(
        "--names", action="store_true", help="print the names found, as a seeds/names.yml to start from"
    )
    parser.add_argument("--site", action="store_true", help="then build the site with mkdocs, strictly")
    return parser


def tell(gathered: Gathered, problems: list[Problem], report: Report, *, check: bool) -> None:
    """What was done, a line a seed, and what is wrong."""
    for source in gathered.sources:
        found, seed = source.annotations, source.document.seed
        gaps = sum(issue.severity != "notice" for issue in (*source.document.issues, *found.issues))
        words = len(source.document.text.split())
        print(
            f"{seed.file}: {words} words, {len(found.notes)} notes, {len(found.quotes)} quotations, "
            f"{len(found.dates)} dates, {len(found.names)} names, {gaps} gaps"
        )
    for message in (*gathered.warnings, *problems):
        print(message, file=sys.stderr)
    built = f"{len(gathered.sources)} seeds are fine" if check else f"{len(gathered.sources)} seeds built"
    changes = "" if check else f": {len(report.written)} files written, {len(report.removed)} removed"
    print(f"{built}{changes}" + (f"; {len(problems)} problems" if problems else ""))


if __name__ == "__main__":
    sys.exit(main())
