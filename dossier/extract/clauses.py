"""The clause that says what happened at a date: verbatim, cut at the ends of clauses, without the date's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dossier.lexicon import terms
from dossier.sourcemap import TextSpan

WIDEST = 240
FEWEST = 3
"""Words that a label needs to say anything."""
EDGES = " \t\u00a0|,;:-\u2013\u2014([)].\"'\u201c\u201d\u2018\u2019"
MARKER = re.compile(r"\[[\w*\u2020]{1,3}\]$")
WORD = re.compile(r"[^\W\d_]{3,}")


@cache
def cuts() -> re.Pattern[str]:
    """Where one clause ends and the next begins; a set of characters comes first, so that the search skips to them."""
    joints = "|".join(map(re.escape, terms("en", "clause_joints")))
    return re.compile(
        r"[;:,()\s](?:(?<=[()])|(?<=[;:])(?=\s)|"
        rf"(?<=,)(?=\s(?:{joints})\s)|"
        r"(?<=\s)(?:[\u2013\u2014-]\s|(?=that\s(?:in|on|by|during|since|from|upon)\s)))"
    )


@cache
def leads() -> re.Pattern[str]:
    """Words that only lead to a date or join a clause to the one before."""
    words = "|".join(map(re.escape, terms("en", "clause_leads")))
    return re.compile(rf"(?:(?:{words})\b[\s,]*)*", re.IGNORECASE)


def clause(text: str, sentence: TextSpan, date: TextSpan, others: Sequence[TextSpan] = ()) -> TextSpan | None:
    """The clause of a sentence that a date stands in, as a span of the text; None where nothing is said.

    "On August 27, 2018, in his speech, Macron declared that ..." gives "in his speech, Macron declared that ...".
    `others` are the other dates of the sentence; a comma on the way to one of them ends the clause too.
    """
    start, end = pieces(text, sentence, date)
    start, end = apart(text, adverbial(text, start, end, date), end, date, others)
    start, end = trim(text, start, end)
    if (date.start >= start and not text[start : date.start].strip(EDGES + " ")) or leading(text, start, date.start):
        start, end = trim(text, max(date.end, start), end)
    elif trailing(text, date.end, end):
        start, end = trim(text, start, back(text, start, date.start))
    start = leads_end(text, start, end)
    start, end = trim(text, start, shortened(text, start, end, date))
    return TextSpan(start, end) if enough(text, start, end) else None


def pieces(text: str, sentence: TextSpan, date: TextSpan) -> tuple[int, int]:
    """The piece of the sentence around the date, with its neighbours as long as it says too little by itself."""
    marks = [sentence.start, *(m.end() for m in cuts().finditer(text, sentence.start, sentence.end)), sentence.end]
    at = next((k for k in range(len(marks) - 1, -1, -1) if marks[k] <= date.start), 0)
    last = next((k for k in range(at + 1, len(marks)) if marks[k] >= date.end), len(marks) - 1)
    while not enough(text, marks[at], date.start, date.end, marks[last]):
        if last < len(marks) - 1:
            last += 1
        elif at > 0:
            at -= 1
        else:
            break
    return marks[at], marks[last]


ADVERBIAL = re.compile(
    r"(?:,|\b(?:and|but|while|that|when))\s+(?:(?:in|on|by|at|during|from|since|until|late|early|the|of)\s+)*$",
    re.IGNORECASE,
)


def adverbial(text: str, start: int, end: int, date: TextSpan) -> int:
    """Where the clause begins if the date heads it in the midst of a sentence: "... and in 2019, a summit was held"."""
    if text[date.end : date.end + 1] != "," or not enough(text, date.end, end):
        return start
    m = ADVERBIAL.search(text, max(start, date.start - 60), date.start)
    return m.start() if m else start


def apart(text: str, start: int, end: int, date: TextSpan, others: Sequence[TextSpan]) -> tuple[int, int]:
    """Cut at the commas that part the date from the other dates of its sentence, if enough is left."""
    for other in others:
        if start <= other.start < other.end <= date.start:
            at = text.rfind(",", other.end, date.start)
            if at >= 0 and enough(text, at, date.start, date.end, end):
                start = max(start, at + 1)
        elif date.end <= other.start < end:
            at = text.find(",", date.end, other.start)
            while at >= 0 and not enough(text, start, date.start, date.end, at):
                at = text.find(",", at + 1, other.start)
            end = at if at >= 0 else end
    return start, end


def enough(text: str, *edges: int) -> bool:
    """Whether the stretches between pairs of edges hold words enough, "of" and "in" not counted."""
    found = 0
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        for _ in WORD.finditer(text, start, max(start, end)):
            found += 1
            if found >= FEWEST:
                return True
    return False


def leading(text: str, start: int, at: int) -> bool:
    """Whether only lead words stand before the date: "On", "In the", "and by"."""
    m = leads().match(text, start, at)
    return m is not None and not text[m.end() : at].strip(EDGES)


def trailing(text: str, at: int, end: int) -> bool:
    """Whether nothing stands behind the date."""
    return not text[at:end].strip(EDGES)


def back(text: str, start: int, at: int) -> int:
    """Where the clause ends once the preposition that leads to its last date is off."""
    m = re.search(
        r"(?:(?<!\s)\s++(?:on|in|by|at|of|the|during|since|until|from|around|about))++\s*+$",
        text[start:at],
        re.IGNORECASE,
    )
    return start + m.start() if m and enough(text, start, start + m.start()) else at


@cache
def openers() -> re.Pattern[str]:
    """Words and phrases that only tie a clause to the one before."""
    words = "|".join(map(re.escape, sorted(terms("en", "clause_openers"), key=len, reverse=True)))
    return re.compile(rf"(?:(?:{words})(?:,\s*|\s+))+", re.IGNORECASE)


def leads_end(text: str, start: int, end: int) -> int:
    """Past conjunctions and adverbs at the head: "and", "Overall, however,"."""
    m = openers().match(text, start, end)
    return m.end() if m and enough(text, m.end(), end) else start


def shortened(text: str, start: int, end: int, date: TextSpan) -> int:
    """Where to cut a label that is too wide: at the last comma that leaves enough, else at a space."""
    if end - start <= WIDEST:
        return end
    least = max(date.end, start + WIDEST // 3)
    for mark in (", ", " "):
        at = text.rfind(mark, least, start + WIDEST)
        if at > 0:
            return at
    return min(end, max(start + WIDEST, date.end))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space and stray marks at either end; a bracket or quotation mark that belongs inside stays."""
    while start < end and text[start] in " \t\n\u00a0|,;:)].-\u2013\u2014":
        start += 1
    while end > start and (
        text[end - 1] in " \t\n\u00a0|,;:([.-\u2013\u2014" or MARKER.search(text, max(start, end - 6), end)
    ):
        end -= len(MARKER.search(text, max(start, end - 6), end)[0]) if text[end - 1] == "]" else 1  # type: ignore[index]
    return start, end
