"""When an undated document was written: not before what it tells as past, not after what it expects."""

from __future__ import annotations

from dossier.extract.dates.points import Point
from dossier.extract.dates.said import Said
from dossier.extract.dates.scenes import Resolved
from dossier.extract.dates.tokens import Tokens
from dossier.extract.sentences import index, sentences
from dossier.model import Document, Fact
from dossier.sourcemap import TextSpan

SHOWN = 120
"""Characters of a sentence shown on each side of its date."""


def written_between(document: Document, tokens: Tokens, said: list[Said], known: Resolved) -> Fact | None:
    """An EDTF interval with the words that bound it, or None where the document is dated or bounds nothing.

    "nearly a year after ... August 19, 2019" gives a floor; "is expected in May 2018" a ceiling.
    """
    if document.meta.published is not None:
        return None
    floor: tuple[Point, int] | None = None
    ceiling: tuple[Point, int] | None = None
    for at, (one, answer, tense) in enumerate(zip(said, known.answers, known.tenses, strict=True)):
        if (
            answer.value is None
            or answer.value.before
            or one.reach > 1
            or (one.step is not None and one.step.start == "now")
        ):
            continue
        point = answer.value.start
        if tense == "past" and (floor is None or point.first_day() > floor[0].first_day()):
            floor = (point, at)
        elif tense == "future" and (ceiling is None or point.last_day() < ceiling[0].last_day()):
            ceiling = (point, at)
    if ceiling and floor and ceiling[0].last_day() < floor[0].first_day():
        ceiling = None
    if floor is None and ceiling is None:
        return None
    low = floor[0].bounds()[0].edtf() if floor else ".."
    high = ceiling[0].bounds()[1].edtf() if ceiling else ".."
    clues = [
        clue(document, tokens, said[end[1]], word)
        for end, word in ((floor, "tells as past"), (ceiling, "expects"))
        if end
    ]
    first = said[floor[1] if floor else ceiling[1] if ceiling else 0]
    place = document.map.to_seed(TextSpan(tokens.starts[first.first], tokens.end(first.last - 1)))
    return Fact(f"{low}/{high}", "inferred", "; ".join(clues), place)


def clue(document: Document, tokens: Tokens, one: Said, word: str) -> str:
    """The sentence of a date that bounds the time of writing, long ones cut between words around the date."""
    text, start, end = tokens.text, tokens.starts[one.first], tokens.end(one.last - 1)
    block = next((b.span for b in document.blocks if b.span.start <= start < b.span.end), TextSpan(start, end))
    around = sentences(text, block.start, block.end)
    at = index(around, start)
    whole = around[at] if at >= 0 else block
    low = whole.start if start - whole.start <= SHOWN else text.find(" ", start - SHOWN, start) + 1
    high = whole.end if whole.end - end <= SHOWN else text.rfind(" ", end, end + SHOWN)
    before, after = "…" * (low > whole.start), "…" * (high < whole.end)
    return f"{word}: {before}{' '.join(text[low : max(high, end)].split())}{after}"
