"""What a build prints: a line a seed, the problems in full, and a last line that says what was done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from dossier.issues import Problem
from dossier.report.problems import weights
from dossier.report.terminal import PLAIN, literal, printable
from dossier.run.face import Face

if TYPE_CHECKING:  # all that writes would be loaded with it
    from dossier.write import Report


def number(count: int, one: str, many: str = "") -> str:
    """`1 note`, `0 notes`, `1,204 words`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def seed_line(face: Face) -> str:
    """One line about one seed."""
    c = face.counts
    told = (
        number(c.words, "word"),
        number(c.notes, "note"),
        number(c.quotations, "quotation"),
        number(c.dates, "date"),
        number(c.names, "name"),
        number(c.gaps, "gap"),
    )
    return f"{face.file}: {', '.join(told)}"


def problem_lines(found: Sequence[Problem], style: Callable[[str, str], str] = PLAIN) -> Iterator[str]:
    """Each problem with its place, its line and a caret, and how to mend it."""
    for problem in found:
        where, weight = style(literal(problem.where), "head"), style(f"{problem.severity}:", problem.severity)
        code = style(f" [{problem.code}]", "dim") if problem.code != "invalid" else ""
        yield f"{where}: {weight} {literal(problem.message)}{code}"
        yield from (style(printable(line), "dim") for line in problem.details)


def told_now(found: Sequence[Problem], *, everything: bool) -> list[Problem]:
    """What is worth telling at once: errors and what befell the files; the gaps of the texts only where asked for."""
    return [p for p in found if everything or p.severity == "error" or p.code == "encoding"]


def tally(found: Sequence[Problem]) -> str:
    """`2 errors, 22 warnings, 18 notices`; "" where there is nothing."""
    count = weights(found)
    return ", ".join(number(count[kind], kind) for kind in ("error", "warning", "notice") if count[kind])


def result(seeds: int, found: Sequence[Problem], report: Report | None, *, checked: bool = False) -> str:
    """The last line: how many seeds, which files, what is wrong.

    `report` is None where nothing was written, and `checked` says that nothing was to be.
    """
    failed = weights(found)["error"]
    done = number(seeds, "seed")
    if checked:
        told = f"{done} read" if failed else f"{done} {'is' if seeds == 1 else 'are'} fine"
    else:
        written, removed = (len(report.written), len(report.removed)) if report else (0, 0)
        told = f"{done} built: {number(written, 'file')} written, {removed} removed"
    return told + (f"; {tally(found)}" if found else "") + ("" if checked else advice(found))


def advice(found: Sequence[Problem]) -> str:
    """Where to read what was only counted."""
    return " (build_pages.py --check lists them)" if len(told_now(found, everything=False)) < len(found) else ""
