"""Which notes may stand in the margin beside their markers, and in which order they are laid out there.

The stylesheet lays them out without a script: it anchors the note `.d-note-3` to the marker `.d-to-3` and keeps it
below `.d-note-2`. So the numbers run without a hole, and each marker stands after the one before.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from dossier.model import Note
from dossier.write.view import LITERAL, View

MOST = 99
"""Notes that the stylesheet has rules for; any more stay in the list at the foot."""
TALL = 700
"""Characters of a note as tall as the margin lets one be; a longer one scrolls."""
BETWEEN = 90
"""Characters that the space between two notes is worth."""
BEHIND = 2400
"""Characters of text that a note may fall behind its marker, about a screen, before all stay at the foot."""


@dataclass(frozen=True, slots=True)
class Place:
    """A note's place in the margin: its number there from 1, and which of its markers it stands beside, from 0."""

    ordinal: int
    which: int
    tall: bool


def margin(view: View) -> Mapping[int, Place]:
    """The places of a source's notes, by number of the note; {} where they would fall too far behind the text.

    A note without a marker in the body, or whose markers all stand before that of the note before, has no place.
    """
    found: dict[int, Place] = {}
    own = {block.id: block.span.end - block.span.start for block in view.notes}
    last, filled = -1, 0
    for number, note in enumerate(view.source.annotations.notes):
        # A note that the capture has lost still says so.
        size = sum(own.get(name, 0) for name in note.blocks) or BETWEEN
        spot = first(view, note, last, own) if len(found) < MOST else None
        if spot is None:
            continue
        which, last = spot
        start = max(filled, last)
        if start - last > BEHIND:
            return {}
        filled = start + min(size, TALL) + BETWEEN
        found[number] = Place(len(found) + 1, which, size > TALL)
    end = view.body[-1].span.end if view.body else 0
    return found if filled <= end + BEHIND else {}


def first(view: View, note: Note, last: int, notes: Container[str]) -> tuple[int, int] | None:
    """The first marker of a note in the body after an offset: which it is, and where it stands."""
    for which, span in enumerate(note.refs):
        block = view.block_at(span.start)
        if span.start <= last or block is None or not block.shown or block.id in notes or block.role in LITERAL:
            continue
        return which, span.start
    return None
