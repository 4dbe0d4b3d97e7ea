"""The blocks of a document as lines of tokens, each made when first asked for: most blocks hold no quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.extract.quotes.tokens import Line, tokens
from dossier.model import Block

TITLES = frozenset({"title", "subtitle", "heading", "related"})
HEADINGS = TITLES | {"caption"}


@dataclass(slots=True)
class Lines:
    """The lines of one document by the number of their block; `mask` is its text with quotations and names hidden."""

    mask: str
    text: str
    blocks: Sequence[Block]
    made: dict[int, Line] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.blocks)

    def __getitem__(self, number: int) -> Line:
        """The line of a block, from 0."""
        line = self.made.get(number)
        if line is None:
            block = self.blocks[number]
            line = tokens(self.mask, self.text, block.span, number, heading=block.role in HEADINGS)
            self.made[number] = line
        return line
