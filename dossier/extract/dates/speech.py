"""Who speaks where: words inside quotation marks count from the day on which they were said."""

from __future__ import annotations

import re

from dossier.extract.dates.scene import Told

MARK = re.compile(r'["\u201c\u201d\u00ab\u00bb\u201e\n](?:(?<=\n)\n+)?')
"""A mark or line ends; it begins with a set of characters, so that the search skips to them."""
OPEN, CLOSE, BOTH = "\u201c\u00ab\u201e", "\u201d\u00bb", '"'


class Speech:
    """The quotation marks of a text, walked once from left to right, and the day told before each quotation."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.marks = [(m.start(), m[0]) for m in MARK.finditer(text)]
        self.next = 0
        self.inside = False
        self.block_day: Told | None = None
        self.quote_day: Told | None = None

    def walk(self, offset: int) -> None:
        """Go on to an offset."""
        while self.next < len(self.marks) and self.marks[self.next][0] < offset:
            at, mark = self.marks[self.next]
            self.next += 1
            if mark[0] == "\n":
                self.paragraph(at + len(mark))
            elif mark in OPEN or (mark == BOTH and not self.inside):
                self.open(at)
            else:
                self.inside = False

    def paragraph(self, start: int) -> None:
        """A paragraph that opens with a mark while a quotation is open continues it; any other ends it."""
        if self.inside and self.text[start : start + 1] in OPEN + BOTH:
            self.inside = False  # the mark that follows opens it again
        else:
            self.inside, self.block_day = False, None

    def open(self, at: int) -> None:
        """A quotation opens: it was said on the day told before it in its paragraph, if one was."""
        if not self.inside and (self.block_day is not None or self.text[at - 1 : at] != "\n"):
            self.quote_day = self.block_day
        self.inside = True

    def told(self, offset: int) -> Told | None:
        """The day that a date at this offset counts from because somebody spoke then; None outside quotations."""
        self.walk(offset)
        return self.quote_day if self.inside else None

    def tell(self, offset: int, told: Told) -> None:
        """A day was told here: the quotations that follow in this paragraph were said then."""
        self.walk(offset)
        if not self.inside:
            self.block_day = told
