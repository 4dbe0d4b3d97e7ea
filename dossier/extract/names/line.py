"""The capitalised words of a text as the scan sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.extract.names.words import Word


@dataclass(frozen=True, slots=True)
class Line:
    """A text's capitalised words in order; `headline` says of each whether its capital may be a headline's."""

    text: str
    words: Sequence[Word]
    headline: Sequence[bool]

    def follows(self, at: int) -> bool:
        """Whether a capitalised word stands at `at`, with nothing but a space before it and no possessive."""
        return at < len(self.words) and self.words[at].joined and not self.words[at - 1].owns
