"""Which known word a word is one letter away from, by an index of words with a letter left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

SHORTEST = 5


@dataclass(slots=True)
class Near:
    """Known words by every form with one letter left out; built when a word of like length and initial is asked."""

    known: set[str] = field(default_factory=set)
    shapes: set[tuple[str, int]] = field(default_factory=set)
    by_gap: dict[str, set[str]] = field(default_factory=dict)

    def add(self, word: str) -> None:
        """Enter a known word; words under five letters are too short to be mistaken."""
        if len(word) >= SHORTEST:
            self.known.add(word)
            self.shapes.update((word[0], size) for size in (len(word) - 1, len(word), len(word) + 1))

    def build(self) -> None:
        """Index the words entered so far."""
        for word in self.known:
            for form in gaps(word):
                self.by_gap.setdefault(form, set()).add(word)
        self.known.clear()

    def find(self, word: str) -> str | None:
        """The one known word that a letter left out, put in or changed makes of this one; None if none or several.

        The first letter must agree, and an added "s" is a plural and no slip.
        """
        if len(word) < SHORTEST or (word[0], len(word)) not in self.shapes:
            return None
        self.build()
        found = {known for form in gaps(word) for known in self.by_gap.get(form, ())}
        fitting = {
            known
            for known in found
            if known != word and known[0] == word[0] and word not in (f"{known}s", f"{known}es")
        }
        return next(iter(fitting)) if len(fitting) == 1 else None


def gaps(word: str) -> Iterable[str]:
    """The word and every form of it with one letter left out."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
