"""Note markers in running text: a table of the styles in which a text can point at a note.

A marker found here is only a candidate; `resolve` keeps those that a definition or their own sequence confirms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

SUPERSCRIPTS = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
NUMERAL_LABEL = r"(?:(?:[Nn]ote|[Ff]n|FN|[Nn]b|NB|n)\.?\s?)?\d{1,3}"
UNITS = re.compile(r"(?:^|[\s\d(])(?:[kcmdnµμ]?m|ft|in|yd|mi|x|y|r|n|s|sq)$|(?<!\d)10$|[\u207a\u207b]$")
"""What stands before a superscript that is a power: km², m³, x², 10⁶, 10⁻⁶."""
RAISED_SIGNS = frozenset("\u207a\u207b")
"""What stands behind a charge: SO4²⁻."""
IDENTIFIER = re.compile(r"[^\W_]_[^\W_]\w*$|\$\w+$|[\w\])]\s*=\s*\w+$")
"""What stands before an array index: bl_count[0]; not the end of an emphasised word: _bras_[3]."""

DECIMAL = re.compile(r"\d[.,]$")
OPENED = re.compile(r"(?:^|[\s(\"\u201c])\*{1,2}(?=[^\s*])[^*]{1,200}$")
"""What stands before a star that closes an emphasised word."""
REACH = 204
"""Characters before a star among which an opening star is looked for."""


@dataclass(frozen=True, slots=True)
class Marker:
    """One candidate: the draft it stands in, its place in the draft's text, its bare label."""

    draft: int
    start: int
    end: int
    label: str
    style: str
    glued: bool
    """Whether it stands against the character before it."""
    before: str
    """The character before it, "" at the start."""
    decimal: bool = False
    """Whether a digit and a point stand before it: `226.3` may be a page and a note, or a number."""
    closes: bool = False
    """Whether a clause ends beside it, as `studies [4], [5].` or `a promise. [1]` has it."""


@dataclass(frozen=True, slots=True)
class MarkerStyle:
    """One way to write a marker. `labels` turns a match into (start, end, label) triples; `example` is a test."""

    name: str
    pattern: re.Pattern[str]
    labels: Callable[[re.Match[str]], Iterator[tuple[int, int, str]]]
    example: str
    behind: re.Pattern[str] | None = None
    """What the character before must be. Asked after the match: a pattern that begins with its own sign is quick."""


def one(found: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The whole match is one marker."""
    yield found.start(), found.end(), " ".join(found["label"].split())


def superscript(found: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """`¹²` is note 12."""
    yield found.start(), found.end(), found["label"].translate(SUPERSCRIPTS)


NUMBER = re.compile(r"(\d{1,3})(?:\s*[-\u2013]\s*(\d{1,3}))?")
LONGEST_RANGE = 9
"""`[1-3]` points at three notes; `[12-150]` is a page range."""


def several(found: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """`[1, 2]` points at two notes, `[1-3]` at three; each number carries its own marker."""
    start = found.start("label")
    for number in NUMBER.finditer(found["label"]):
        first, last = int(number[1]), int(number[2] or number[1])
        if first <= last <= first + LONGEST_RANGE:
            for value in range(first, last + 1):
                place = number.span(1) if value == first else number.span(2) if value == last else number.span()
                yield start + place[0], start + place[1], str(value)


STYLES: tuple[MarkerStyle, ...] = (
    MarkerStyle("caret", re.compile(r"\[\^(?P<label>[^\]\s\[]{1,40})\]"), one, "a claim[^1]"),
    MarkerStyle(
        "bracket",
        re.compile(rf"\[(?P<label>{NUMERAL_LABEL}|[A-Za-z]|[ivxl]{{2,6}}|\*{{1,3}}|\u2020{{1,2}}|\u2021{{1,2}})\]"),
        one,
        "a claim.[1]",
    ),
    MarkerStyle(
        "bracket",
        re.compile(r"\[(?P<label>\d{1,3}(?:\s{0,3}[,;\u2013-]\s{0,3}\d{1,3}){1,20})\]"),
        several,
        "a claim [1, 2]",
    ),
    MarkerStyle(
        "superscript",
        re.compile(r"(?P<label>[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{1,3})"),
        superscript,
        "a claim.\u00b9",
    ),
    MarkerStyle("paren", re.compile(r"\((?P<label>\d{1,3}|[ivxl]{1,6}|\*{1,3}|\u2020|\u2021)\)"), one, "a claim.(1)"),
    MarkerStyle(
        "symbol",
        re.compile(r"(?P<label>\*{1,3}|\u2020{1,2}|\u2021{1,2}|\u00a7|\u00b6)(?=[\s.,;:!?)\]\"\u201d\u2014\u2013-]|$)"),
        one,
        "a claim.*",
        re.compile(r"[\w.,;:!?)\"\u201d\u2019'\]]"),
    ),
    MarkerStyle(
        "glued",
        re.compile(r"(?P<label>[1-9]\d{0,2})(?=[\s.,;:)\]\"\u201d\u2014]|$)"),
        one,
        "the Nation,1 the",
        re.compile(r"[^\W\d_]|[.,;:!?)\"\u201d\u2019']"),
    ),
)


SIGN = re.compile(
    r"[\[(*\u2020\u2021\u00a7\u00b6\u2070\u00b9\u00b2\u00b3\u2074-\u2079\d]"
    r"(?:(?<!\d)|(?<=[^\W\d_]\d)|(?<=[.,;:!?)\"\u201d\u2019']\d))"
)
"""What every marker holds or begins with: a bracket, a sign, a raised figure, a figure against a word or a mark.

It begins with a set of characters, so that the search skips to them.
"""


def markers_in(text: str, draft: int) -> list[Marker]:
    """All candidates of one draft in text order; where two styles claim one place, the earlier of the table has it."""
    if not SIGN.search(text):
        return []
    taken = bytearray(len(text))
    found: list[Marker] = []
    for style in STYLES:
        for match in style.pattern.finditer(text):
            if style.behind and not (match.start() and style.behind.match(text[match.start() - 1])):
                continue
            if any(taken[match.start() : match.end()]) or not plausible(style.name, text, match):
                continue
            taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
            before = text[match.start() - 1] if match.start() else ""
            decimal = bool(DECIMAL.search(text[max(0, match.start() - 2) : match.start()]))
            closes = closes_clause(text, match)
            for start, end, label in style.labels(match):
                found.append(
                    Marker(draft, start, end, label, style.name, bool(before.strip()), before, decimal, closes)
                )
    return sorted(found, key=lambda m: (m.start, m.end))


def closes_clause(text: str, match: re.Match[str]) -> bool:
    """Whether a stop, a dash or another marker stands beside a marker, or the text ends there."""
    after = text[match.end() : match.end() + 2].strip()[:1]
    return after in {"", *".,;:)[\u2013\u2014-"} or text[max(0, match.start() - 2) : match.start()].strip()[-1:] in {
        *".!?;"
    }


def plausible(style: str, text: str, match: re.Match[str]) -> bool:
    """Whether the surroundings allow a marker: no array index, no power, no letter put into a word, no decimal."""
    before = text[max(0, match.start() - 24) : match.start()]
    after = text[match.end() : match.end() + 1]
    if style in {"bracket", "caret"}:
        return not IDENTIFIER.search(before) and not (after.isalpha() and match["label"].isalpha()) and after != "("
    if style == "superscript":
        isotope = after.isupper() and not before[-1:].strip()
        return not UNITS.search(before) and after not in RAISED_SIGNS and not isotope
    if style == "symbol":
        return not OPENED.search(text[max(0, match.start() - REACH) : match.start()])
    return True
