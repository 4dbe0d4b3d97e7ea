"""Which openings are notes, which markers point at them, and what text each note has.

Definitions that follow each other form a cluster. Numbering that starts again opens a section; a marker means the definition of its
own section. A marker without a definition stays a marker only where its form or its sequence leaves no doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.clean.notes.definitions import BY_NAME, Opening, number_of
from dossier.clean.notes.markers import Marker

SURE = frozenset({"caret", "footnote-word", "footnote-line"})
"""Opening styles that need no marker to be believed."""
LIKE_MARKERS = SURE | {"bracket", "superscript", "symbol"}
CITED = 0.6
"""Share of a cluster's labels that markers must cite before a plain numbered list is taken for notes."""
SURE_MARKERS = frozenset({"caret", "bracket", "superscript"})


@dataclass(slots=True)
class Cluster:
    """Definitions of one style with growing labels; `reach` is where their markers may stand, by draft."""

    openings: list[Opening]
    section: int = 0
    reach: tuple[int, int] = (0, 0)
    refs: dict[int, list[Marker]] = field(default_factory=dict)
    """Markers by the draft of the definition they mean."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A note: its definition's opening (None if the seed has none), its markers, its section."""

    label: str
    opening: Opening | None
    refs: tuple[Marker, ...]
    section: int


def resolve(openings: Sequence[Opening], markers: Sequence[Marker], texts: Sequence[str]) -> list[Resolved]:
    """The notes of a document in the source's order."""
    by_label: dict[str, list[Marker]] = defaultdict(list)
    starts = {(o.draft, o.end) for o in openings}
    for marker in markers:
        if not any((marker.draft, marker.end + n) in starts and marker.start < 2 for n in range(4)):  # noqa: PLR2004
            by_label[marker.label].append(marker)
    confirmed: list[Cluster] = []
    taken: set[tuple[int, int]] = set()
    # A definition written like its markers has the first claim on them: "[1] See …" before a section headed "1. Introduction".
    for cluster in sorted(
        clusters(openings, by_label), key=lambda c: (c.openings[0].style not in LIKE_MARKERS, c.openings[0].draft)
    ):
        place(cluster, confirmed, len(texts))
        cite(cluster, {label: [m for m in ms if (m.draft, m.start) not in taken] for label, ms in by_label.items()})
        if believed(cluster):
            confirmed.append(cluster)
            taken |= {(m.draft, m.start) for refs in cluster.refs.values() for m in refs}
    confirmed.sort(key=lambda c: c.openings[0].draft)
    return ordered(confirmed, missing(by_label, confirmed, texts))


def clusters(openings: Sequence[Opening], by_label: dict[str, list[Marker]]) -> list[Cluster]:
    """Runs of openings of one style whose labels grow; a marker between two of them that means a later one parts them."""
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
    if opening.style != last.style and {opening.style, last.style} != {"number", "number-dot"}:
        return False
    if opening.style in {"caret", "symbol", "footnote-word"}:
        return opening.draft - last.draft <= 12  # noqa: PLR2004 - a note has few paragraphs
    before, now = number_of(last.label), number_of(opening.label)
    if before is None or now is None:
        return opening.draft - last.draft <= 3  # noqa: PLR2004
    return before < now <= before + 12


def body_between(last: Opening, opening: Opening, by_label: dict[str, list[Marker]]) -> bool:
    """Whether running text stands between two definitions: it cites the second one."""
    if opening.draft - last.draft <= 1:
        return False
    refs = BY_NAME[opening.style].refs
    return any(last.draft < m.draft < opening.draft and m.style in refs for m in by_label.get(opening.label, ()))


def place(cluster: Cluster, confirmed: Sequence[Cluster], drafts: int) -> None:
    """The section of a cluster and the drafts in which its markers may stand."""
    first = number_of(cluster.openings[0].label)
    earlier = [c for c in confirmed if c.openings[0].style == cluster.openings[0].style]
    if not earlier:
        cluster.reach = (0, drafts)
        return
    last = number_of(earlier[-1].openings[-1].label)
    again = cluster.openings[0].label in {
        o.label for c in earlier if c.section == earlier[-1].section for o in c.openings
    }
    if again or (first is not None and last is not None and first <= last):
        cluster.section = earlier[-1].section + 1
        cluster.reach = (earlier[-1].openings[-1].draft, drafts)
        for before in earlier:
            before.reach = (before.reach[0], min(before.reach[1], earlier[-1].openings[-1].draft + 1))
    else:
        cluster.section, cluster.reach = earlier[-1].section, earlier[-1].reach


def cite(cluster: Cluster, by_label: dict[str, list[Marker]]) -> None:
    """Find the markers of each definition: before it in its reach, else behind it."""
    at = (cluster.reach[0] - 1, 0)
    for opening in cluster.openings:
        styles = BY_NAME[opening.style].refs
        within = [
            m
            for m in by_label.get(opening.label, ())
            if m.style in styles
            and cluster.reach[0] <= m.draft < cluster.reach[1]
            and m.draft != opening.draft
            and fits(m, opening)
        ]
        sure = [m for m in within if m.style != "glued"]
        if sure:
            strong = [m for m in sure if m.style != "paren"] or sure
            before = [m for m in strong if m.draft < opening.draft]
            cluster.refs[opening.draft] = before or strong
        else:
            ahead = [m for m in within if (m.draft, m.start) > at and m.draft <= opening.draft]
            cluster.refs[opening.draft] = ahead[:1]
        if cluster.refs[opening.draft]:
            at = (cluster.refs[opening.draft][0].draft, cluster.refs[opening.draft][0].start)


def fits(marker: Marker, opening: Opening) -> bool:
    """Whether a marker's form is one that its definition's style leads one to expect."""
    if marker.style == "paren":
        # "(1) first, (2) second" enumerates; a note's number stands against its word or its full stop.
        return marker.glued
    if marker.style == "glued" and opening.style == "number-dot":
        return not marker.decimal and marker.draft < opening.draft
    if marker.style == "symbol" or opening.style == "symbol":
        return marker.draft < opening.draft
    return True


def believed(cluster: Cluster) -> bool:
    """Whether a cluster's openings are notes: by their form, or because markers cite them."""
    if cluster.openings[0].style in SURE:
        return True
    cited = sum(bool(cluster.refs[o.draft]) for o in cluster.openings)
    if cluster.openings[0].style == "bracket" and (cited or cluster.openings[0].headed):
        return bool(cited) or len(cluster.openings) > 1
    return cited >= max(1, CITED * len(cluster.openings)) or (cited > 0 and cluster.openings[0].headed)


def missing(by_label: dict[str, list[Marker]], confirmed: Sequence[Cluster], texts: Sequence[str]) -> list[Resolved]:
    """Markers whose definition the seed lacks."""
    used = {(m.draft, m.start) for c in confirmed for refs in c.refs.values() for m in refs}
    candidates = [
        m for ms in by_label.values() for m in ms if m.style in SURE_MARKERS and (m.draft, m.start) not in used
    ]
    candidates.sort(key=lambda m: (m.draft, m.start))
    known = {(o.label, c.section) for c in confirmed for o in c.openings}
    numbers = [m for m in candidates if m.label.isdigit() and m.style != "caret"]
    counted = bool(confirmed) or in_sequence(numbers)
    found: dict[tuple[str, int], list[Marker]] = {}
    for marker in candidates:
        section = next((c.section for c in confirmed if c.reach[0] <= marker.draft < c.reach[1]), 0)
        if (marker.label, section) in known:
            continue
        if undoubted(marker, confirmed, counted=counted, numbered=len(numbers)):
            found.setdefault((marker.label, section), []).append(marker)
    return [Resolved(label, None, tuple(refs), section) for (label, section), refs in found.items()]


def undoubted(marker: Marker, confirmed: Sequence[Cluster], *, counted: bool, numbered: int) -> bool:
    """Whether a marker without a definition is one all the same."""
    if marker.style == "caret":
        return True
    if not marker.glued and not confirmed:
        return False
    if marker.label == "0":
        return False
    if marker.label.isdigit():
        same = any(marker.style in BY_NAME[c.openings[0].style].refs for c in confirmed)
        highest = max((number_of(o.label) or 0 for c in confirmed for o in c.openings), default=0)
        near = int(marker.label) <= highest + 3 and (marker.glued or int(marker.label) < highest)
        return (same and near) or (counted and marker.glued and marker.style == "bracket" and not confirmed)
    # A letter is a note where numbers are, and where it is no letter put into a word: "century.[20][a]", not "leader[s]".
    return (
        marker.style == "bracket"
        and len(marker.label) == 1
        and counted
        and numbered > 1
        and marker.before in '.,;:!?)]"\u201d'
    )


def in_sequence(numbers: Sequence[Marker]) -> bool:
    """Whether numbers in brackets appear in the order of notes: each new one greater than those before."""
    firsts: list[int] = []
    for marker in numbers:
        value = int(marker.label)
        if marker.glued and value not in firsts:
            firsts.append(value)
    if not firsts:
        return False
    if len(firsts) == 1:
        return firsts[0] <= 3  # noqa: PLR2004 - a lone [7] is as likely something else
    grows = sum(b > a for a, b in zip(firsts, firsts[1:], strict=False))
    return grows >= 0.8 * (len(firsts) - 1)  # noqa: PLR2004


def ordered(confirmed: Sequence[Cluster], absent: Sequence[Resolved]) -> list[Resolved]:
    """All notes in the source's order: by section, then label where it counts, else place."""
    notes = [Resolved(o.label, o, tuple(c.refs[o.draft]), c.section) for c in confirmed for o in c.openings] + list(
        absent
    )

    def key(note: Resolved) -> tuple[int, int, int, int, int]:
        number = int(note.label) if note.label.isdigit() else None
        first = note.refs[0] if note.refs else None
        where = (first.draft, first.start) if first else (note.opening.draft if note.opening else 0, 0)
        return (note.section, 0 if number is not None else 1, number or 0, *where)

    return sorted(notes, key=key)
