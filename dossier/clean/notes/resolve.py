"""Which openings are notes, which markers point at them, and what text each note has.

Definitions that follow each other form a cluster. Numbering that starts again opens a section; a marker means the
definition of its own section. A marker without a definition stays one only where its form or its sequence leaves no
doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.clean.notes.clusters import Cluster, Confirmed, clusters
from dossier.clean.notes.definitions import BY_NAME, Opening
from dossier.clean.notes.markers import Marker
from dossier.clean.notes.missing import missing

SURE = frozenset({"caret", "footnote-word", "footnote-line", "note-sign", "linked"})
"""Opening styles that need no marker to be believed."""
LIKE_MARKERS = SURE | {"bracket", "superscript", "symbol"}
"""Openings written as their markers are."""
CITED = 0.6
"""Share of a cluster's labels that markers must cite before a plain numbered list is taken for notes."""
LABEL_END = 4
"""Characters between a label at a block's start and the words after it."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A note: its definition's opening (None if the seed has none), its markers, its section."""

    label: str
    opening: Opening | None
    refs: tuple[Marker, ...]
    section: int


Labelled = Mapping[str, Sequence[Marker]]


def resolve(openings: Sequence[Opening], markers: Iterable[Marker]) -> list[Resolved]:
    """The notes of a document in the source's order. `markers` are in text order."""
    by_label = labelled(openings, markers)
    confirmed = Confirmed()
    taken: set[tuple[int, int]] = set()
    # A definition written like its markers has the first claim on them: "[1] See …" before a section "1. Introduction".
    for cluster in sorted(
        clusters(openings, by_label), key=lambda c: (c.openings[0].style not in LIKE_MARKERS, c.openings[0].draft)
    ):
        confirmed.place(cluster)
        cite(cluster, by_label, taken)
        if believed(cluster):
            confirmed.add(cluster)
            taken |= {(m.draft, m.start) for refs in cluster.refs.values() for m in refs}
    found = sorted(confirmed.clusters, key=lambda c: c.openings[0].draft)
    defined = [Resolved(o.label, o, tuple(c.refs[o.draft]), c.section) for c in found for o in c.openings]
    absent = [Resolved(label, None, tuple(refs), section) for label, section, refs in missing(by_label, found, taken)]
    return sorted([*defined, *absent], key=order)


def labelled(openings: Sequence[Opening], markers: Iterable[Marker]) -> dict[str, list[Marker]]:
    """The markers by label, without those that are a definition's own label.

    `[note 3]` is note 3 where no definition writes its label that way.
    """
    starts = {(o.draft, o.end) for o in openings}
    written = {o.label for o in openings}
    prefixed = any(not label.isdigit() and label[-1:].isdigit() for label in written)
    found: dict[str, list[Marker]] = defaultdict(list)
    for marker in markers:
        opens = marker.start <= 1 and any((marker.draft, marker.end + n) in starts for n in range(LABEL_END))
        if opens:
            continue
        number = marker.label.rpartition(" ")[2].lstrip("FNfnb.")
        if written and not prefixed and number.isdigit() and number != marker.label:
            found[number].append(replace(marker, label=number))
        else:
            found[marker.label].append(marker)
    return found


def cite(cluster: Cluster, by_label: Labelled, taken: set[tuple[int, int]]) -> None:
    """Find the markers of each definition: before it in its reach, else behind it."""
    at = (cluster.reach[0] - 1, 0)
    for opening in cluster.openings:
        styles = BY_NAME[opening.style].refs
        within = [
            marker
            for marker in by_label.get(opening.label, ())
            if marker.style in styles
            and cluster.reach[0] <= marker.draft < cluster.reach[1]
            and marker.draft != opening.draft
            and (marker.draft, marker.start) not in taken
            and fits(marker, opening)
        ]
        cluster.refs[opening.draft] = chosen(within, opening, at)
        if cluster.refs[opening.draft]:
            at = (cluster.refs[opening.draft][0].draft, cluster.refs[opening.draft][0].start)


def chosen(within: Sequence[Marker], opening: Opening, at: tuple[int, int]) -> list[Marker]:
    """Of the markers that may mean a definition, those that do. A digit glued to its word counts once and in order."""
    sure = [m for m in within if m.style != "glued"]
    if not sure:
        return [m for m in within if (m.draft, m.start) > at and m.draft <= opening.draft][:1]
    strong = [m for m in sure if m.style != "paren"] or sure
    return [m for m in strong if m.draft < opening.draft] or strong


def fits(marker: Marker, opening: Opening) -> bool:
    """Whether a marker's form is one that its definition's style leads one to expect."""
    if marker.style == "paren":
        # "(1) first, (2) second" enumerates; a note's number stands against its word or its full stop.
        return marker.glued
    if marker.style == "glued" and marker.decimal and not opening.foot:
        return False
    if marker.style == "glued" and opening.style == "number-dot":
        return marker.draft < opening.draft
    if marker.style == "symbol" or opening.style == "symbol":
        return marker.draft < opening.draft
    return True


def believed(cluster: Cluster) -> bool:
    """Whether a cluster's openings are notes: by their form, or because markers cite them."""
    first = cluster.openings[0]
    if first.style in SURE:
        return True
    cited = sum(bool(cluster.refs[o.draft]) for o in cluster.openings)
    if first.style.startswith("number") and not first.headed and not any(o.prose for o in cluster.openings):
        return False
    if first.style == "bracket" and (cited or first.headed):
        return bool(cited) or len(cluster.openings) > 1
    return cited >= max(1, CITED * len(cluster.openings)) or (cited > 0 and first.headed)


def order(note: Resolved) -> tuple[int, int, int, int, int]:
    """The source's order: by section, then label where it counts, else place."""
    number = int(note.label) if note.label.isdigit() else None
    first = note.refs[0] if note.refs else None
    where = (first.draft, first.start) if first else (note.opening.draft if note.opening else 0, 0)
    return (note.section, 0 if number is not None else 1, number or 0, *where)
