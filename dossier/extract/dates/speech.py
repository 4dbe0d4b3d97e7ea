"""Who speaks where: words inside quotation marks count from the day on which they were said."""

from __future__ import annotations

from dossier.extract.dates.resolve import Told

OPEN, CLOSE, BOTH = "“«„", "”»", '"'


class Speech:
    """The quotation marks of a text, walked once from left to right, and the day told before each quotation."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.inside = False
        self.block_day: Told | None = None
        self.quote_day: Told | None = None

    def walk(self, offset: int) -> None:
        """Go on to an offset. A paragraph that opens with a mark while a quotation is open continues it."""
        text = self.text
        for at in range(self.at, offset):
            c = text[at]
            if c == "\n":
                ahead = text[at + 1 : at + 3].lstrip("\n")[:1]
                if self.inside and ahead and ahead in OPEN + BOTH:
                    self.inside = False  # the mark that follows opens it again
                elif text[at - 1 : at] != "\n":
                    self.inside, self.block_day = False, None
            elif c in OPEN or (c in BOTH and not self.inside):
                if not self.inside and self.block_day is not None:
                    self.quote_day = self.block_day
                elif not self.inside and text[at - 1 : at] != "\n":
                    self.quote_day = None
                self.inside = True
            elif c in CLOSE or c in BOTH:
                self.inside = False
        self.at = max(self.at, offset)

    def told(self, offset: int) -> Told | None:
        """The day that a date at this offset counts from because somebody spoke then; None outside quotations."""
        self.walk(offset)
        return self.quote_day if self.inside else None

    def tell(self, offset: int, told: Told) -> None:
        """A day was told here: the quotations that follow in this paragraph were said then."""
        self.walk(offset)
        if not self.inside:
            self.block_day = told
