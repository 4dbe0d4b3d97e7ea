"""`--explain SEED`: what became of every line of a seed, and everything found in it with its rule and its evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from dossier.model import Collection, Source
from dossier.report.explain.fates import fate_lines
from dossier.report.explain.found import dates, names, notes, quotations
from dossier.report.explain.head import about, metadata
from dossier.report.explain.page import Page, page_of
from dossier.report.explain.ties import gaps, links

__all__ = ["explain"]

SECTIONS: tuple[tuple[str, Callable[[Page], Iterator[str]]], ...] = (
    ("What the head of the page says", metadata),
    ("Line by line", fate_lines),
    ("Notes", notes),
    ("Quotations", quotations),
    ("Dates", dates),
    ("Names", names),
    ("Links to and from other sources", links),
    ("Gaps and doubts", gaps),
)
"""The sections of the account, and the function that makes the lines of each."""


def explain(source: Source, collection: Collection, paint: Callable[[str, str], str]) -> Iterator[str]:
    """The account of one seed as lines of at most 100 columns. `paint` gives words a look (`Style`)."""
    page = page_of(source, collection, paint)
    yield from about(page)
    for title, section in SECTIONS:
        lines = section(page)
        first = next(lines, "  none")
        yield from ("", paint(title, "head"), *chain([first], lines))
