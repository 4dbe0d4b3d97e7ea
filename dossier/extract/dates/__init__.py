"""Dates: every date expression of a document, resolved to EDTF with what it was counted from."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.join import join
from dossier.extract.dates.manner import news
from dossier.extract.dates.points import Point, read_point
from dossier.extract.dates.refuse import refused
from dossier.extract.dates.resolve import Answer, Scene, resolve
from dossier.extract.dates.rules import read
from dossier.extract.dates.said import Said
from dossier.extract.dates.tense import tense
from dossier.extract.dates.tokens import Tokens, tokenize
from dossier.ids import Minter
from dossier.model import Annotations, Base, Date, Document
from dossier.sourcemap import TextSpan


def find_dates(document: Document, found: Annotations) -> Annotations:
    """The dates of a document in text order, and for an undated one the interval it was written in."""
    text = readable(document, found)
    tokens = tokenize(text)
    said = join(tokens, [one for one in read(tokens) if not refused(tokens, one)])
    now = read_point(document.meta.published.value) if document.meta.published else None
    answers = answered(tokens, said, now)
    dates = tuple(dated(document, tokens, said, answers))
    return replace(found, dates=dates)


def readable(document: Document, found: Annotations) -> str:
    """The reading text with the markers of notes blanked out, so that "1918[12]" ends with a year."""
    text = document.text
    for note in found.notes:
        for ref in note.refs:
            text = text[: ref.start] + " " * (ref.end - ref.start) + text[ref.end :]
    return text


def answered(tokens: Tokens, said: list[Said], now: Point | None) -> list[Answer]:
    """Each reading resolved in its scene, in text order."""
    scene = Scene(now, news(said, now))
    answers: list[Answer] = []
    for at, one in enumerate(said):
        undated = one.year is None or one.rule == "year"
        scene.tense = tense(tokens.text, tokens.starts[one.first], tokens.end(one.last - 1)) if undated else ""
        scene.here = tokens.starts[one.first]
        scene.places.append(scene.here)
        answer = resolve(one, scene)
        answers.append(answer)
        if answer.value is not None:
            scene.tell(answer.value, at, aside=not leads(tokens, one), named=one.since or bracketed(tokens, one))
    return answers


HEAD = 4


def leads(tokens: Tokens, said: Said) -> bool:
    """Whether a date stands at the head of its sentence or line and so sets the scene: "In 1976, ..."."""
    before = tokens.text[max(0, tokens.starts[said.first] - 40) : tokens.starts[said.first]]
    cut = max(before.rfind("\n"), before.rfind(". "), before.rfind('" '))
    return cut >= 0 and before.count(" ", cut + 2) < HEAD


def bracketed(tokens: Tokens, said: Said) -> bool:
    """Whether a date stands in brackets inside a paragraph: "the Scythians (513 BC)"."""
    start = tokens.starts[said.first]
    before = tokens.text[max(0, start - 120) : start]
    before = before[before.rfind("\n") + 1 :]
    return len(before) > 60 and before.rfind("(") > before.rfind(")")


def dated(document: Document, tokens: Tokens, said: list[Said], answers: list[Answer]) -> list[Date]:
    """The readings and their answers as dates of the document."""
    minter = Minter("d-")
    spans = [TextSpan(tokens.starts[one.first], tokens.end(one.last - 1)) for one in said]
    dates = []
    for one, span, answer in zip(said, spans, answers, strict=True):
        base = None
        if answer.base is not None:
            base = Base(answer.base.edtf(), spans[answer.told] if answer.told is not None else None)
        edtf = answer.value.edtf() if answer.value else None
        dates.append(
            Date(minter.mint(document.text, span.start, span.end), span, edtf, answer.basis, "event", one.rule, base, None, answer.reason)
        )
    return dates
