"""Hard-wrapped lines: which line ends are the capture's own, and which part two blocks.

A line was wrapped where the next line's first word would not have fitted: that is how every wrapping program works,
and it tells a wrapped paragraph from an address, a poem or a list without knowing what they say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossier.clean.lines import Line

NARROW, WIDE = 40, 110
"""Wrapped text is set between these widths."""
SLACK = 7
"""Columns a wrapped line may fall short by: two spaces after a stop, a wide capital, a hyphen that was not used."""
FEWEST = 4
"""Lines that another line follows, before anything can be said of their width."""
NEAR = 5
"""Lines on each side that show how wide a line could have been."""
SHARE = 0.55
TERMINAL = re.compile(r"[.?!:;\u2026][\"'\u201d\u2019\u00bb)\]*_\d]*$")
FIRST_WORD = re.compile(r"\s*(\S+)")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a document was wrapped: `width` in columns, 0 when it was not."""

    width: int = 0

    def __bool__(self) -> bool:
        """Whether lines were wrapped at all."""
        return self.width > 0


def wrapping_of(lines: Sequence[Line]) -> Wrapping:
    """The wrapping of a document, from the lines that another line follows.

    Each line is held against the widest of its neighbours, since a document may set its notes wider than its text.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not a.blank and not b.blank]
    widths = sorted(a.width for a, _ in pairs)
    if len(widths) < FEWEST:
        return Wrapping()
    width = widths[int(len(widths) * 0.95)]
    if not NARROW <= width <= WIDE:
        return Wrapping()
    full = sum(fills(a, b, local_width(lines, a.number)) for a, b in pairs)
    return Wrapping(width) if full >= SHARE * len(pairs) else Wrapping()


def local_width(run: Sequence[Line], index: int) -> int:
    """The width that the lines around a line are set to, no less than NARROW."""
    near = range(max(0, index - NEAR), min(len(run), index + NEAR + 1))
    return max(NARROW, *(run[n].width for n in near if n == index or not isolated(run, n)))


def isolated(run: Sequence[Line], index: int) -> bool:
    """Whether a line is a paragraph by itself, as wide as its words make it."""
    before = index == 0 or run[index - 1].blank
    return before and (index + 1 == len(run) or run[index + 1].blank)


def fills(line: Line, after: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    found = FIRST_WORD.match(after.text)
    first = len(found[1]) if found else 0
    if "-" in after.text[: first + after.indent]:
        # A wrapper may break at a hyphen, so only the part before it had to fit.
        first = after.text.strip().find("-") + 1 or first
    return line.width + 1 + first > width - SLACK


def continues(run: Sequence[Line], index: int, wrapping: Wrapping) -> bool:
    """Whether the line at `index` goes on with the paragraph of the line before it, in a run without blank lines."""
    line, after = run[index - 1], run[index]
    if not wrapping:
        return False
    if after.text.strip()[:1].islower() and not TERMINAL.search(line.text.rstrip()):
        return True
    return fills(line, after, min(wrapping.width, local_width(run, index - 1)))


HYPHEN = re.compile(r"(?<![^\W\d_])([^\W\d_]++)-$")


def hyphen_is_soft(before: str, after: str, vocabulary: frozenset[str]) -> bool:
    """Whether the hyphen at a line's end was put there by the printer (`pat-` / `terned`).

    It stays where the text has the hyphenated word elsewhere, where both halves are words of the text (`student-` /
    `body`), and where the second half is no lower-case word.
    """
    left, right = HYPHEN.search(before), re.match(r"[^\W\d_]+", after)
    if not left or not right or not right.group()[0].islower():
        return False
    one, two = left[1].lower(), right.group().lower()
    if f"{one}{two}" in vocabulary:
        return True
    if f"{one}-{two}" in vocabulary:
        return False
    return not (one in vocabulary and two in vocabulary)


def vocabulary_of(lines: Sequence[Line]) -> frozenset[str]:
    """The words of a text that stand whole on one line, hyphenated ones too, lower-cased."""
    if not any(line.text.rstrip().endswith("-") for line in lines):
        return frozenset()  # Nothing asks for the words where no line ends in a hyphen.
    found: set[str] = set()
    for line in lines:
        text = line.text.rstrip().lower()
        whole = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
        if text.endswith("-") and whole:
            whole = whole[:-1]
        if whole and line.indent == 0 and line.number:
            whole = whole[1:] if lines[line.number - 1].text.rstrip().endswith("-") else whole
        found.update(whole)
    return frozenset(found)
