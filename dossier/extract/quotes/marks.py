"""Quotation marks as they stand: which characters may open or close a quotation, told by their company.

A mark's shape is a hint, its neighbours decide: `"` after a space and before a letter opens, after a letter and before
a space closes, and a wrong-way `“` at the end of a word closes too. Apostrophes, decades, feet and inches are no marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dossier.lexicon import words

Family = Literal["double", "single", "guillemet", "small-guillemet", "corner", "white-corner"]
Turn = Literal["open", "close", "either"]

MARK = re.compile(
    r"[\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f\uff02]"
    r"(?:(?<=')'*|(?<=`)`|(?<=[^'`]))"
)
"""One mark, a run of `'`, or two backticks; it begins with a set of characters, so that the search skips to them."""
FAMILY: dict[str, Family] = {
    **dict.fromkeys('"\u201c\u201d\u201e\u201f\uff02', "double"),
    **dict.fromkeys("'\u2018\u2019\u201a\u201b", "single"),
    **dict.fromkeys("\u00ab\u00bb", "guillemet"),
    **dict.fromkeys("\u2039\u203a", "small-guillemet"),
    **dict.fromkeys("\u300c\u300d", "corner"),
    **dict.fromkeys("\u300e\u300f", "white-corner"),
    "''": "double",
    "``": "double",
}
SHAPE: dict[str, Turn] = {
    **dict.fromkeys("\u201c\u2018\u201a\u201e\u201b\u201f\u00ab\u2039\u300c\u300e", "open"),
    "``": "open",
    **dict.fromkeys("\u201d\u2019\u00bb\u203a\u300d\u300f", "close"),
}
OPENERS = frozenset("([{<*_/\u2013\u2014-|\u2022")
ELISION = re.compile(r"[^\W\d_]+")
DECADE = re.compile(r"\d\d\d?0?(?:s\b|\s|$|[,.;:)])")
FEET = re.compile(r"\d['\u2019]\s?\d{1,2}$")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark: where it stands, its family, and whether its company lets it open or close."""

    start: int
    end: int
    family: Family
    turn: Turn
    loose: bool = False
    """Whether only a partner makes it a mark: a single one may be an apostrophe, a `"` in free space a ditto."""


def marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks of a stretch of text, in order."""
    found: list[Mark] = []
    opened = -1
    for match in MARK.finditer(text, start, end):
        for at, stop in cells(match):
            shape = text[at:stop]
            left = " " if at in (start, opened) else text[at - 1]
            right = text[stop] if stop < end else " "
            mark = read(text, (at, stop), shape, left, right)
            if mark:
                found.append(mark)
                opened = stop if mark.turn == "open" else -1
    return found


def cells(match: re.Match[str]) -> list[tuple[int, int]]:
    """The marks in a run: `''` is a double mark, `'''` a single and a double one."""
    start, end = match.span()
    if end - start <= 2 or match.group()[0] != "'":  # noqa: PLR2004 - a pair is one mark
        return [(start, end)]
    head = [(start, start + 1)] if (end - start) % 2 else []
    return head + [(at, at + 2) for at in range(start + len(head), end, 2)]


def read(text: str, span: tuple[int, int], shape: str, left: str, right: str) -> Mark | None:
    """The mark at `span`, or None where it is an apostrophe, feet or inches."""
    family = FAMILY[shape]
    opens = (left.isspace() or left in OPENERS) and not right.isspace()
    closes = not left.isspace() and not (right.isalnum() and left.isalnum())
    if family == "single":
        return single(text, span, shape, left, right)
    if shape == '"' and left.isdigit() and FEET.search(text, max(0, span[0] - 6), span[0]):
        return None
    if opens != closes:
        turn: Turn = "open" if opens else "close"
    elif opens:
        turn = SHAPE.get(shape, "open" if right.isalnum() and not left.isalnum() else "either")
    else:
        turn = SHAPE.get(shape, "either")
    return Mark(*span, family, turn, loose=left.isspace() and right.isspace() and shape not in SHAPE)


def single(text: str, span: tuple[int, int], shape: str, left: str, right: str) -> Mark | None:
    """A single mark that may open or close; None inside a word (`Macron's`) and for elisions (`'90s`, `'em`)."""
    if left.isalnum() and right.isalnum():
        return None
    edge = left.isspace() or left in OPENERS or left in '"\u201c\u201e\u00ab'
    if edge and not right.isspace():
        if elided(text, span[1]):
            return None
        if shape == "\u2019" or not (right.isalnum() or right in "$[(.\u2026\u00a3\u20ac"):
            return Mark(*span, "single", "either" if shape != "\u2018" else "open", loose=True)
        return Mark(*span, "single", "open", loose=True)
    if left.isspace():
        return None
    return Mark(*span, "single", "close", loose=True)


def elided(text: str, at: int) -> bool:
    """Whether the word after an apostrophe is a known elision (`'til`, `'n'`) or a decade (`'90s`)."""
    if DECADE.match(text, at):
        return True
    word = ELISION.match(text, at, at + 12)
    return word is not None and word.group().lower() in words("en", "elisions")
