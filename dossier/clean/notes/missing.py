"""Markers whose definition the seed lacks: only where form, place and sequence leave no doubt that they are markers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from dossier.clean.notes.clusters import Cluster
from dossier.clean.notes.definitions import BY_NAME, number_of
from dossier.clean.notes.markers import Marker

SURE_MARKERS = frozenset({"caret", "bracket", "superscript"})
ENDS = ".,;:!?)]\"\u201d\u2019'"
"""What a letter in brackets follows if it is a note: "century.[a]", not "leader[s]"."""
BEYOND = 3
"""A list of notes may have lost so many at its end."""
LONE = 3
"""A lone [7] is as likely something else."""
GROWING = 0.8
"""Share of the new numbers that are greater than the one before, in a text whose numbers are notes."""

FEWEST_SPACED = 3
"""So many numbers at least before those that stand apart from their words are taken for notes."""
AT_ENDS = 0.7
"""Share of them that must end a clause; "press [1] for sales" does not."""


def missing(
    by_label: Mapping[str, Sequence[Marker]], confirmed: Sequence[Cluster], taken: set[tuple[int, int]]
) -> list[tuple[str, int, list[Marker]]]:
    """Label, section and markers of each note without text. `confirmed` are in text order."""
    free = [m for ms in by_label.values() for m in ms if m.style in SURE_MARKERS and (m.draft, m.start) not in taken]
    free.sort(key=lambda m: (m.draft, m.start))
    known = {(o.label, c.section) for c in confirmed for o in c.openings}
    numbers = [m for m in free if m.label.isdigit() and m.style != "caret"]
    doubt = Doubt(confirmed, numbers)
    found: dict[tuple[str, int], list[Marker]] = {}
    for marker in free:
        key = (marker.label, doubt.section(marker))
        if key not in known and doubt.undoubted(marker):
            found.setdefault(key, []).append(marker)
    return [(label, section, refs) for (label, section), refs in found.items()]


class Doubt:
    """What the notes that have a text, and the numbers that have none, say about a marker without one."""

    def __init__(self, confirmed: Sequence[Cluster], numbers: Sequence[Marker]) -> None:
        self.confirmed = confirmed
        self.ends = [cluster.reach[1] for cluster in confirmed]
        self.numbered = len(numbers)
        self.counted = bool(confirmed) or in_sequence(numbers)
        self.spaced = not confirmed and spaced_sequence(numbers)
        self.styles = frozenset(style for c in confirmed for style in BY_NAME[c.openings[0].style].refs)
        self.highest = max((number_of(o.label) or 0 for c in confirmed for o in c.openings), default=0)

    def section(self, marker: Marker) -> int:
        """The section of numbering that a marker stands in."""
        place = bisect_right(self.ends, marker.draft)
        return self.confirmed[place].section if place < len(self.confirmed) else 0

    def undoubted(self, marker: Marker) -> bool:
        """Whether a marker without a definition is one all the same."""
        if marker.style == "caret":
            return True
        if self.spaced and marker.label.isdigit():
            return True
        if marker.label == "0" or not (marker.glued or self.confirmed):
            return False
        if marker.label.isdigit():
            return self.number(marker, int(marker.label))
        # A letter is a note where numbers are, and where it is no letter put into a word.
        single = marker.style == "bracket" and len(marker.label) == 1 and marker.label.islower()
        return single and self.counted and self.numbered > 1 and marker.before in ENDS

    def number(self, marker: Marker, value: int) -> bool:
        """Whether a number is one of the notes' own, or of a text whose notes are all lost."""
        if not self.confirmed:
            return self.counted and marker.glued and marker.style == "bracket"
        if marker.style not in self.styles:
            return False
        return value <= self.highest + BEYOND and (marker.glued or value < self.highest)


def in_sequence(numbers: Sequence[Marker]) -> bool:
    """Whether numbers in brackets appear in the order of notes: each new one greater than those before."""
    firsts = list(dict.fromkeys(int(marker.label) for marker in numbers if marker.glued))
    if len(firsts) < 2:  # noqa: PLR2004 - one number is no sequence
        return bool(firsts) and firsts[0] <= LONE
    return grows(firsts)


def spaced_sequence(numbers: Sequence[Marker]) -> bool:
    """Whether numbers apart from their words are notes, as papers write them: several, growing, at ends of clauses."""
    brackets = [marker for marker in numbers if marker.style == "bracket" and marker.label != "0"]
    firsts = list(dict.fromkeys(int(marker.label) for marker in brackets))
    if len(firsts) < FEWEST_SPACED or not grows(firsts):
        return False
    return sum(marker.closes for marker in brackets) >= AT_ENDS * len(brackets)


def grows(values: Sequence[int]) -> bool:
    """Whether nearly every value is greater than the one before."""
    return sum(b > a for a, b in pairwise(values)) >= GROWING * (len(values) - 1)
