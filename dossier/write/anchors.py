"""Addresses on a source's page for its notes and their markers; other things bring their own ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.ids import digest, slugify
from dossier.model import Note


@dataclass(frozen=True, slots=True)
class Anchors:
    """The stems of the notes' addresses, by number of the note in its document: `4`, `2-4` in a second section."""

    stems: tuple[str, ...]

    def note(self, number: int) -> str:
        """Where a note stands."""
        return f"note-{self.stems[number]}"

    def reference(self, number: int, which: int) -> str:
        """Where a marker of a note stands; `which` counts its markers from 0."""
        return f"ref-{self.stems[number]}" + (f"-at-{which + 1}" if which else "")


def anchors(notes: Sequence[Note]) -> Anchors:
    """Addresses for the notes of one document, from their own labels: note `*` has none in letters, so its hash."""
    seen: Counter[str] = Counter()
    stems = []
    for note in notes:
        stem = slugify(note.label) or digest(note.label)
        stem = f"{note.section + 1}-{stem}" if note.section else stem
        seen[stem] += 1
        stems.append(stem if seen[stem] == 1 else f"{stem}-again-{seen[stem]}")
    return Anchors(tuple(stems))
