"""Lines of a seed: where each starts and ends, with line ends of every kind and form feeds told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

LINE_END = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029](?:(?<=\r)\n)?")
"""It begins with a set of characters, so that the search skips to them."""
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
"""Zero-width characters that captures leave on otherwise empty lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `start:end` without its line end; `breaks_page` where a form feed stands before it."""

    number: int
    start: int
    end: int
    text: str
    breaks_page: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing on it can be seen."""
        return not self.text.strip().strip(INVISIBLE)

    @property
    def indent(self) -> int:
        """Columns of white space at its start."""
        return len(self.text) - len(self.text.lstrip())

    @property
    def width(self) -> int:
        """Columns up to its last visible character."""
        return len(self.text.rstrip())


def lines_of(text: str) -> tuple[Line, ...]:
    """All lines in order; the last one need not end."""
    lines: list[Line] = []
    start, breaks = 0, False
    for found in LINE_END.finditer(text):
        lines.append(Line(len(lines), start, found.start(), text[start : found.start()], breaks))
        start, breaks = found.end(), found.group() == "\x0c"
    lines.append(Line(len(lines), start, len(text), text[start:], breaks))
    return tuple(lines)
