"""Runs of definitions that belong together, and the stretch of text in which the markers of each may stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dossier.clean.notes.definitions import BY_NAME, Opening, number_of
from dossier.clean.notes.markers import Marker

FREE = frozenset({"caret", "symbol", "footnote-word"})
"""Styles whose labels need not grow."""
NUMBERS = frozenset({"number", "number-dot"})
PARAGRAPHS = 12
"""A note has few paragraphs: the next definition of its list is at most so many blocks on."""
LETTER_PARAGRAPHS = 3
LEAP = 12
"""Labels of one list grow by at most so many: the capture may have lost some."""
END = 1 << 60


@dataclass(slots=True)
class Cluster:
    """Definitions of one style with growing labels; `reach` is where their markers may stand, by draft."""

    openings: list[Opening]
    section: int = 0
    reach: tuple[int, int] = (0, END)
    refs: dict[int, list[Marker]] = field(default_factory=dict)
    """Markers by the draft of the definition they mean."""


def clusters(openings: Sequence[Opening], by_label: Mapping[str, Sequence[Marker]]) -> list[Cluster]:
    """Runs of openings of one style whose labels grow; a marker between two that means the later one parts them."""
    made: list[Cluster] = []
    for opening in openings:
        last = made[-1].openings[-1] if made else None
        if last and follows(last, opening) and not body_between(last, opening, by_label):
            made[-1].openings.append(opening)
        else:
            made.append(Cluster([opening]))
    return made


def follows(last: Opening, opening: Opening) -> bool:
    """Whether a definition goes on in the cluster of the one before it."""
    if opening.series != last.series and {opening.style, last.style} != NUMBERS:
        return False
    if opening.style in FREE:
        return opening.draft - last.draft <= PARAGRAPHS
    before, now = number_of(last.label), number_of(opening.label)
    if before is None or now is None:
        return opening.draft - last.draft <= LETTER_PARAGRAPHS
    return before < now <= before + LEAP


def body_between(last: Opening, opening: Opening, by_label: Mapping[str, Sequence[Marker]]) -> bool:
    """Whether running text stands between two definitions: it cites the second one."""
    if opening.draft - last.draft <= 1:
        return False
    refs = BY_NAME[opening.style].refs
    return any(last.draft < m.draft < opening.draft and m.style in refs for m in by_label.get(opening.label, ()))


@dataclass(slots=True)
class Confirmed:
    """The clusters that are notes, by the style of their openings; each style counts its own sections."""

    clusters: list[Cluster] = field(default_factory=list)
    latest: dict[str, list[Cluster]] = field(default_factory=dict)
    """The clusters of the section that each style is in."""

    def place(self, cluster: Cluster) -> None:
        """The section of a cluster and the drafts in which its markers may stand."""
        earlier = self.latest.get(cluster.openings[0].series)
        if not earlier:
            return
        if starts_again(earlier, cluster):
            end = earlier[-1].openings[-1].draft
            cluster.section, cluster.reach = earlier[-1].section + 1, (end, END)
        else:
            cluster.section, cluster.reach = earlier[-1].section, earlier[-1].reach

    def add(self, cluster: Cluster) -> None:
        """Confirm a cluster that was placed; a new section ends the reach of the one before it."""
        earlier = self.latest.setdefault(cluster.openings[0].series, [])
        if earlier and earlier[-1].section != cluster.section:
            end = earlier[-1].openings[-1].draft + 1
            for before in earlier:
                before.reach = (before.reach[0], min(before.reach[1], end))
            earlier.clear()
        earlier.append(cluster)
        self.clusters.append(cluster)


def starts_again(earlier: Sequence[Cluster], cluster: Cluster) -> bool:
    """Whether a cluster's labels begin anew: its first one was there already, or is no greater than the last."""
    label = cluster.openings[0].label
    first, last = number_of(label), number_of(earlier[-1].openings[-1].label)
    if first is not None and last is not None and first <= last:
        return True
    return any(label == opening.label for before in earlier for opening in before.openings)
