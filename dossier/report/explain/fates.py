"""What each line of a seed became: its role and rule, and whether the page shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape

from dossier.model import Segment
from dossier.report.explain.page import Page
from dossier.report.terminal import WIDTH, clip, padded
from dossier.sourcemap import SeedSpan

LEGEND = "  + on the page   - in the page's receipt only   # syntax   . blank"
SIGNS = {"markup": "#", "space": "."}
NUMBER, ROLE = 9, 12
"""Columns of the line numbers and of the roles."""


@dataclass(frozen=True, slots=True)
class Fate:
    """A piece of one line, or a run of whole lines of one blank or syntactic kind: lines `first` to `last`."""

    first: int
    last: int
    span: SeedSpan
    segment: Segment

    @property
    def sign(self) -> str:
        """The mark of the LEGEND."""
        return SIGNS.get(self.segment.role, "+" if self.segment.block else "-")


def fate_lines(page: Page) -> Iterator[str]:
    """The table, every line of the seed in it."""
    found = list(joined(fates(page)))
    rule = max([4, *(len(fate.segment.rule) for fate in found)])
    yield page.paint(LEGEND, "dim")
    for fate in found:
        at = str(fate.first) if fate.first == fate.last else f"{fate.first}-{fate.last}"
        if fate.sign == ".":
            yield page.paint(f"{at:>{NUMBER}} .", "dim")
            continue
        head = f"{at:>{NUMBER}} {fate.sign} {padded(fate.segment.role, ROLE)} {padded(fate.segment.rule, rule)} "
        words = clip(words_of(page, fate), max(10, WIDTH - len(head) - 1))
        text = f"{head} {words}".rstrip()
        yield text if fate.sign == "+" else page.paint(text, "dim")


WITHIN_LINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|em|font|i|small|span|strong|sub|sup|time|u)\b[^<>]*>", re.IGNORECASE
)
TAG = re.compile(r"<[^<>]*>")


def words_of(page: Page, fate: Fate) -> str:
    """What stands there; of a web page, its words without the tags among them."""
    text = page.seed[fate.span.start : fate.span.end]
    if page.source.document.seed.media == "html" and fate.sign in "+-":
        text = unescape(TAG.sub(" ", WITHIN_LINE.sub("", text)))
        return " ".join(text.split())
    return text.strip()


def fates(page: Page) -> Iterator[Fate]:
    """The pieces of each line in order; a blank or a sign of syntax is told only where a line has nothing else."""
    line: list[Fate] = []
    for segment in page.source.document.segments:
        for piece in pieces(page, segment):
            if line and line[0].first != piece.first:
                yield from worth_telling(line)
                line = []
            line.append(piece)
    yield from worth_telling(line)


def pieces(page: Page, segment: Segment) -> Iterator[Fate]:
    """A segment cut at the ends of lines."""
    start = segment.span.start
    number = page.at(start)
    while start < segment.span.end:
        after = page.starts[number] if number < len(page.starts) else len(page.seed)
        end = min(segment.span.end, after)
        yield Fate(number, number, SeedSpan(start, end), segment)
        start, number = end, number + 1


def worth_telling(line: Iterable[Fate]) -> list[Fate]:
    """The pieces with words, and neighbours of one kind as one; else one sign of syntax, else one blank."""
    pieces = list(line)
    said: list[Fate] = []
    for fate in pieces:
        if fate.sign in "#.":
            continue
        if said and kind(said[-1].segment) == kind(fate.segment):
            said[-1] = replace(said[-1], span=SeedSpan(said[-1].span.start, fate.span.end))
        else:
            said.append(fate)
    return said or [fate for fate in pieces if fate.sign == "#"][:1] or pieces[:1]


def kind(segment: Segment) -> tuple[str, str, str | None]:
    """What two pieces must have in common to be told as one."""
    return segment.role, segment.rule, segment.block


def joined(found: Iterable[Fate]) -> Iterator[Fate]:
    """Whole lines in a row that are blank, or the same syntax, as one run."""
    run: Fate | None = None
    for fate in found:
        if run and fate.sign in "#." and run.last + 1 == fate.first and kind(run.segment) == kind(fate.segment):
            run = replace(run, last=fate.last)
            continue
        if run:
            yield run
        run = fate
    if run:
        yield run
