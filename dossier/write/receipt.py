"""The cleaning receipt: what a page does not show of its seed, what it joined, and what the capture had lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import groupby

from dossier.issues import Issue
from dossier.model import Mark, Segment
from dossier.sourcemap import SeedSpan
from dossier.write import describe
from dossier.write.escape import live
from dossier.write.view import View

SILENT = ("space", "markup")
"""Roles that hold no words: they are counted, not listed."""
SHOWN = 300
"""Characters of a line that the receipt repeats; the record and the raw seed have all of it."""
IN_WORDS = {
    "missing-note": "note without text",
    "unlabelled-note": "paragraph among the notes without a label",
    "stripped-link": "link text or source lost",
    "dead-link": "link target lost",
    "unclosed-quote": "quotation mark never closed",
    "missing-table": "table not in the captured text",
    "split-paragraph": "paragraph split by the capture",
    "duplicate": "repeated by the capture",
    "mojibake": "letters in a wrong encoding",
    "lost-character": "letters lost before the capture",
    "bidi-override": "order of letters turned round",
    "bidi-unclosed": "direction set and never ended",
    "no-title": "no title",
    "no-date": "no date",
    "no-author": "no author named",
    "no-publisher": "no publisher named",
}
"""Codes of issues as a reader sees them; any other code is shown with its hyphens as spaces."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the receipt; `where` is "line 12" or "lines 12 to 14" of the seed, "" for the file as a whole."""

    where: str
    what: str
    rule: str = ""
    words: str = ""
    id: str = ""
    """Where the sign in the text leads; "" for a row that has none."""


def where(view: View, span: SeedSpan | None) -> str:
    """The lines of the seed that a range covers."""
    if span is None or span.end <= span.start:
        return ""
    first, last = view.line(span.start), view.line(span.end - 1)
    return f"line {first}" if first == last else f"lines {first} to {last}"


def hidden(view: View) -> list[Line]:
    """Every stretch with words that the page does not show."""
    lines = []
    for run in stretches(view):
        span = SeedSpan(run[0].span.start, run[-1].span.end)
        lines.append(Line(where(view, span), run[0].role, run[0].rule, described(view, run)))
    return lines


def stretches(view: View) -> Iterator[list[Segment]]:
    """The cells that are not shown; in a web page those of one rule that only tags and white space part together."""
    page = view.document.seed.media == "html"
    run: list[Segment] = []
    for cell in view.document.segments:
        if cell.role in SILENT and page:
            continue
        if run and not (page and cell.block is None and (cell.role, cell.rule) == (run[0].role, run[0].rule)):
            yield run
            run = []
        if cell.block is None and cell.role not in SILENT:
            run.append(cell)
    if run:
        yield run


def described(view: View, cells: Sequence[Segment]) -> str:
    """The words of cells, as many as the receipt repeats."""
    text, words, size = view.document.seed.text, [], 0
    for cell in cells:
        raw = text[cell.span.start : cell.span.end]
        words.append(unescape(raw) if view.document.seed.media == "html" else raw)
        size += len(raw)
        if size > SHOWN:
            break
    return describe.excerpt(" ".join(words), SHOWN)


def syntax(view: View) -> list[Line]:
    """Marks of syntax that the page shows as what they mean, by rule: how many, and the lines they stand on."""
    cells = [cell for cell in view.document.segments if cell.role == "markup"]
    rows = []
    for rule, run in groupby(sorted(cells, key=lambda cell: cell.rule), key=lambda cell: cell.rule):
        found = list(run)
        rows.append(Line(numbers(view, found), describe.count(len(found), "mark"), rule))
    return rows


def numbers(view: View, cells: Iterable[Segment]) -> str:
    """The lines that some cells begin on: "lines 2 to 12, 14"."""
    lines = sorted({view.line(cell.span.start) for cell in cells})
    runs: list[list[int]] = []
    for line in lines:
        if runs and runs[-1][-1] == line - 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    told = (f"{run[0]} to {run[-1]}" if run[2:] else ", ".join(map(str, run)) for run in runs)
    return ("line " if len(lines) == 1 else "lines ") + ", ".join(told)


def joins(view: View) -> list[Line]:
    """Pieces of one paragraph that the capture had parted."""
    rows = []
    for join in view.document.joins:
        before, after = view.line(max(join.gap.start - 1, 0)), view.line(join.gap.end)
        rows.append(Line(f"lines {before} and {after}", "joined to one paragraph", join.rule))
    return rows


def found(view: View) -> Iterator[Issue]:
    """All issues of a source in the seed's order, those about the file as a whole first."""
    every = (*view.document.issues, *view.source.annotations.issues)
    yield from sorted(every, key=lambda i: (i.span or SeedSpan(0, 0), i.code, i.message))


def gaps(view: View) -> list[Line]:
    """Gaps and doubts in words."""
    return [
        Line(where(view, issue.span), in_words(issue.code), issue.code, issue.message, gap_id(number))
        for number, issue in enumerate(found(view), 1)
    ]


def in_words(code: str) -> str:
    """A kind of gap as a reader sees it."""
    return IN_WORDS.get(code, code.replace("-", " "))


def gap_id(number: int) -> str:
    """The anchor of a gap's row; `number` counts a source's issues from 1, so that no other source changes it."""
    return f"gap-{number}"


def lost_id(number: int) -> str:
    """The anchor of the row of a link that leads nowhere."""
    return f"lost-{number}"


def dead(view: View) -> list[Mark]:
    """The links and images of a source that lead nowhere, in its order."""
    marks = (mark for mark in view.document.marks if mark.kind in {"link", "image"})
    return [mark for mark in marks if not (mark.target and live(mark.target))]


def lost_words(mark: Mark) -> str:
    """What is to be said of a link that leads nowhere."""
    if mark.kind == "image":
        return "image not in the captured text"
    return "this link cannot be followed from here" if mark.target else "link lost in the captured text"


def lost(view: View) -> list[Line]:
    """The links that lead nowhere, each with its words and the target that it had."""
    rows = []
    for number, mark in enumerate(dead(view), 1):
        led = f"{lost_words(mark)}; it led to {mark.target}" if mark.target else lost_words(mark)
        words = describe.excerpt(view.reading(mark.span))
        rows.append(Line(where(view, view.seed_span(mark.span)), led, "", words, lost_id(number)))
    return rows
