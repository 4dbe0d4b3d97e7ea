"""Words for a terminal: colours only where one looks at them, and nothing that a seed says runs there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TextIO

WIDTH = 100
"""Columns of a report."""
LOOKS = {"error": "1;31", "warning": "33", "notice": "36", "head": "1", "dim": "2", "name": "32"}
"""What each kind of text looks like: codes of ECMA-48, which every terminal knows."""


@dataclass(frozen=True, slots=True)
class Style:
    """Paints words, or leaves them as they are where `on` is False."""

    on: bool = False

    def __call__(self, text: str, look: str) -> str:
        """The words in one of the LOOKS."""
        return f"\x1b[{LOOKS[look]}m{text}\x1b[0m" if self.on and text else text


PLAIN = Style()


def style_for(stream: TextIO, environment: Mapping[str, str]) -> Style:
    """Colours for a terminal, unless `NO_COLOR` is set to anything (no-color.org) or the terminal has none."""
    return Style(stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb")


def literal(text: str) -> str:
    """The text on one line, with whatever a terminal would act on as a replacement character."""
    return printable(" ".join(text.split()))


def printable(line: str) -> str:
    """A line with its spaces as they are, and a replacement character for whatever is not printed."""
    return line if line.isprintable() else "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)


def columns(text: str) -> int:
    """How many columns a terminal gives to a text: two to East Asian wide characters, none to combining ones."""
    return len(text) if text.isascii() else sum(column(character) for character in text)


def column(character: str) -> int:
    """The columns of one character."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clip(text: str, width: int) -> str:
    """The text as `literal` gives it, cut to a number of columns with an ellipsis."""
    line = literal(text[: 4 * width])
    if columns(line) <= width and len(text) <= 4 * width:
        return line
    kept, used = "", 1
    for character in line:
        used += column(character)
        if used > width:
            break
        kept += character
    return kept.rstrip() + "…"


def padded(text: str, width: int) -> str:
    """The text in exactly so many columns, at least."""
    return text + " " * max(0, width - columns(text))


def wrapped(text: str, indent: int, width: int = WIDTH) -> Iterator[str]:
    """The text as indented lines, broken between words, and in words that are longer than a line."""
    room = width - indent
    line = ""
    for word in literal(text).split(" "):
        if line and columns(line) + 1 + columns(word) > room:
            yield " " * indent + line
            line = word
        else:
            line = f"{line} {word}" if line else word
        while columns(line) > room:
            at = room if line.isascii() else room // 2  # half, as a wide character takes two columns
            yield " " * indent + line[:at]
            line = line[at:]
    yield " " * indent + line
