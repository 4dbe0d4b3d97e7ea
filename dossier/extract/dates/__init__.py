"""Dates: every date expression of a document, resolved to EDTF with what it was counted from."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.extract.blanks import blank, markers
from dossier.extract.dates.between import written_between
from dossier.extract.dates.join import join
from dossier.extract.dates.points import read_point
from dossier.extract.dates.refuse import refused
from dossier.extract.dates.resolve import ORDER
from dossier.extract.dates.roles import Stage, role_of
from dossier.extract.dates.rules import read
from dossier.extract.dates.said import Said
from dossier.extract.dates.scene import Answer
from dossier.extract.dates.scenes import resolved
from dossier.extract.dates.slashes import ordered
from dossier.extract.dates.tokens import Tokens, tokenize
from dossier.ids import Minter
from dossier.issues import Issue
from dossier.model import Annotations, Base, Date, Document
from dossier.sourcemap import TextSpan


def find_dates(document: Document, found: Annotations) -> Annotations:
    """The dates of a document in text order, and for an undated one the interval it was written in."""
    text = readable(document, found)
    tokens = tokenize(text)
    now = read_point(document.meta.published.value) if document.meta.published else None
    said = ordered(tokens, join(tokens, [one for one in read(tokens) if not refused(tokens, one)]), now)
    known = resolved(tokens, said, now)
    dates = tuple(dated(document, tokens, said, known.answers))
    doubts = tuple(
        Issue(
            "ambiguous-date",
            "warning",
            f"{date.reason}: {tokens.text[date.span.start : date.span.end]}",
            document.map.to_seed(date.span),
        )
        for date in dates
        if date.reason == ORDER
    )
    between = written_between(document, tokens, said, known)
    return replace(
        found, dates=dates, published_between=between or found.published_between, issues=(*found.issues, *doubts)
    )


INSERTED = re.compile(r"\[([A-Za-z]{3,})\]")
"""A word that an editor put into a quotation: "[Ten] years ago"."""


def readable(document: Document, found: Annotations) -> str:
    """The reading text with the markers of notes blanked out, so that "1918[12]" ends with a year."""
    return INSERTED.sub(r" \1 ", blank(document.text, markers(found)))


def dated(document: Document, tokens: Tokens, said: list[Said], answers: list[Answer]) -> list[Date]:
    """The readings and their answers as dates of the document."""
    minter = Minter("d-")
    spans = [TextSpan(tokens.starts[one.first], tokens.end(one.last - 1)) for one in said]
    stage = Stage(document, tokens.text, spans, said)
    dates = []
    for one, span, answer in zip(said, spans, answers, strict=True):
        base = None
        if answer.base is not None:
            base = Base(answer.base.edtf(), spans[answer.told] if answer.told is not None else None)
        edtf = answer.value.edtf() if answer.value else None
        role, event = role_of(stage, span, one, answer)
        name = minter.mint(document.text, span.start, span.end)
        dates.append(Date(name, span, edtf, answer.basis, role, one.rule, base, event, answer.reason))
    return dates
