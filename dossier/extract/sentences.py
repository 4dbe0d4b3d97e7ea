"""Sentences of a reading text: where they begin and end, told from abbreviations, initials, numbers and marks.

A full stop ends a sentence unless the word before it is an abbreviation of a title (`Sen. Diaz`), an initial
(`A. Wess Mitchell`) or part of one (`e.g.`). After an abbreviation that may also stand last (`in the U.S.`) the
next word decides: `the U.S. The` is an end, `the U.S. Senate` is none. Blank lines always end one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from dossier.lexicon import words
from dossier.sourcemap import TextSpan

STOP = re.compile(
    r"""
    (?<![.!?\u2026]) (?P<stop>[.!?\u2026]++|[\u3002\uff01\uff1f])  # the stop itself, a run of them as one
    (?P<tail>(?:['"\u2019\u201d\u201c\u00bb)\]]|\[\d{1,3}\]|\d{1,3}(?=\s))*+)  # closing marks, markers of notes
    (?:\s++(?=(?P<open>["'\u2018\u201c\u201e\u00ab(\[*_\u2013\u2014-]{0,4}\s?)(?P<next>[^\s"'\u2018\u201c\u201e\u00ab(\[*_]))
      |(?<=[\u3002\uff01\uff1f])|\s*+$)
    |\n\s*\n\s*+
    """,
    re.VERBOSE,
)
ANCHOR = re.compile(r"[.!?\u2026\u3002\uff01\uff1f\n]")
"""What every STOP begins with."""
WORD = re.compile(r"[^\W\d_]+(?:[.'\u2019-][^\W\d_]+)*")
ENDLESS = 4000
"""No sentence is longer: what runs on is parted here, so that rules that look over a sentence stay linear."""
INITIAL = 2
"""Characters of an initial with its stop, which says nothing when written small."""
LONGEST = 16
"""Characters of the longest abbreviation looked for before a stop."""
LAST = re.compile(r"(?:^|(?<=[\s\"'\u2018\u201c(\[\u2013\u2014/-]))([^\W\d_]+(?:\.[^\W\d_]+)*)$")


@cache
def sure(language: str) -> frozenset[str]:
    """Abbreviations that never end a sentence when more follows, as written and in lower case."""
    return words(language, "abbreviations") | {w.lower() for w in words(language, "abbreviations") if len(w) > INITIAL}


@cache
def doubtful(language: str) -> frozenset[str]:
    """Abbreviations after which the next word decides."""
    return words(language, "abbreviations_final")


def sentences(text: str, start: int = 0, end: int | None = None, language: str = "en") -> tuple[TextSpan, ...]:
    """The sentences of `text[start:end]`, in order, without the white space between them."""
    end = len(text) if end is None else end
    found: list[TextSpan] = []
    at = start
    for match in stops(text, start, end):
        stop = match.group("stop")
        if stop is None:
            close = match.start()
        elif ends(text, match, language):
            close = match.end("tail")
        else:
            continue
        add(found, text, at, close)
        at = max(match.end(), at)
    add(found, text, at, end)
    return tuple(found)


def stops(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every match of STOP, looked for only where one can begin."""
    at = start
    for anchor in ANCHOR.finditer(text, start, end):
        match = STOP.match(text, anchor.start(), end) if anchor.start() >= at else None
        if match:
            at = match.end()
            yield match


def add(found: list[TextSpan], text: str, start: int, end: int) -> None:
    """Append the stretch without white space at its edges, unless nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > ENDLESS:
        cut = text.rfind(" ", start + 1, start + ENDLESS)
        cut = cut if cut > start else start + ENDLESS
        found.append(TextSpan(start, cut))
        start = cut
    if start < end:
        found.append(TextSpan(start, end))


def ends(text: str, match: re.Match[str], language: str) -> bool:
    """Whether the stop that matched ends a sentence."""
    follower = match.group("next")
    if follower is None:
        return True
    if follower.islower() or follower in ",;:.!?)]}":
        return False
    if match.group("stop") != "." or match.group("tail"):
        return True
    before = LAST.search(text, max(0, match.start() - LONGEST), match.start())
    if before is None:
        return True
    word = before.group(1)
    if word in sure(language):
        return False
    if word in doubtful(language) or (len(word) == 1 and word != "I" and word.isupper()) or "." in word:
        return starter(text, match, language)
    return True


def starter(text: str, match: re.Match[str], language: str) -> bool:
    """Whether what follows a doubtful stop is sure to begin a sentence: a known first word or an opening mark."""
    if match.group("open").strip() not in {"", "(", "["}:
        return True
    word = WORD.match(text, match.start("next"))
    return word is not None and word.group() in words(language, "sentence_starters")


def index(spans: tuple[TextSpan, ...], offset: int) -> int:
    """The position in `spans` of the last one that starts at or before `offset`; -1 before the first."""
    return bisect_right(spans, offset, key=lambda span: span.start) - 1
