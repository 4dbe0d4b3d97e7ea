"""The notes of a saved page: those that links lead to, those on shelves, those beside the text, those without one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from dossier.clean.html.nodes import Element
from dossier.clean.html.notes_beside import beside
from dossier.clean.html.notes_links import linked_marks, linked_notes
from dossier.clean.html.notes_page import Body, Mark, Notebook, PageNote, Range
from dossier.clean.html.notes_shelves import Places, key_of, matched, raised_marks, shelved

MISSING = "marker-without-definition"
LONE = 3
"""A single marker without a text is believed up to this number."""


@dataclass(frozen=True, slots=True)
class PageNotes:
    """The notes of a page in the order of their markers and texts. `bodies` are the elements that hold their texts."""

    notes: tuple[PageNote, ...]

    @property
    def ranges(self) -> tuple[Range, ...]:
        """Where the texts of notes stand in the seed, sorted."""
        return tuple(sorted(each for note in self.notes if note.body for each in note.body.ranges))


def page_notes(root: Element, source: str, address: str = "") -> PageNotes:
    """The notes of a page. `root` is `parse(source)`; `address` is the page's own, which its links may spell out.

    Takes linear time; whatever the page holds, it never fails.
    """
    book = Notebook(root, source, address)
    aside = beside(book)
    inside = Places([(note.body.start, note.body.ranges[-1][1]) for note in aside if note.body])
    known = {start for note in aside for start, _ in note.refs}
    marks = [mark for mark in linked_marks(book) if not inside.holds(mark.start) and mark.start not in known]
    linked, dead = linked_notes(book, marks)
    bodies = [note.body for note in (*aside, *linked) if note.body]
    items = shelved(book, bodies)
    raised = (
        [m for m in raised_marks(book, marks) if not inside.holds(m.start) and m.start not in known] if items else []
    )
    labelled, left = matched(
        book, items, sorted([*dead, *raised], key=lambda mark: mark.start), {id(body.holder.parent) for body in bodies}
    )
    texts = Places([(b.start, b.ranges[-1][1]) for b in [*bodies, *(n.body for n in labelled if n.body)]])
    lost = [mark for mark in left if mark.target and not texts.holds(mark.start)]
    notes = outermost(joined([*aside, *linked, *labelled]))
    return PageNotes(tuple(ordered([*notes, *without_text(lost, notes)])))


def outermost(notes: list[PageNote]) -> list[PageNote]:
    """The notes without those whose text stands inside another's, which is then a part of that."""
    kept = {id(note) for note in notes if note.body is None}
    end = -1
    for note in sorted((n for n in notes if n.body), key=lambda n: (start_of(n), -stop_of(n))):
        if start_of(note) >= end:
            kept.add(id(note))
            end = stop_of(note)
    return [note for note in notes if id(note) in kept]


def joined(notes: list[PageNote]) -> list[PageNote]:
    """Notes of one text as one note: what points at a list's item by its number and by its anchor is one."""
    by_text: dict[int, PageNote] = {}
    for note in notes:
        start = note.body.start if note.body else -1
        first = by_text.get(start)
        refs = tuple(sorted({*(first.refs if first else ()), *note.refs}))
        by_text[start] = PageNote(
            first.label if first else note.label, refs, note.body, first.rule if first else note.rule
        )
    return list(by_text.values())


def without_text(lost: list[Mark], notes: list[PageNote]) -> list[PageNote]:
    """The notes of markers whose text the page does not hold, one a label."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for mark in lost:
        found[key_of(mark.label)].append(mark)
    if not notes and len(found) == 1 and not any(key.isdigit() and int(key) <= LONE for key in found):
        return []
    return [PageNote(marks[0].label, tuple((m.start, m.end) for m in marks), None, MISSING) for marks in found.values()]


def ordered(notes: list[PageNote]) -> list[PageNote]:
    """The source's order: by where notes are first cited; one that nothing cites stands behind the text before it."""
    cited = {id(note): min(note.refs)[0] for note in notes if note.refs}
    last = -1
    for note in sorted((n for n in notes if n.body), key=start_of):
        if id(note) in cited:
            last = cited[id(note)]
        else:
            cited[id(note)] = last
    return sorted(notes, key=lambda note: (cited.get(id(note), -1), start_of(note)))


def stop_of(note: PageNote) -> int:
    """Where a note's text ends, 0 for none."""
    return note.body.ranges[-1][1] if note.body else 0


def start_of(note: PageNote) -> int:
    """Where a note's text begins, 0 for none."""
    body: Body | None = note.body
    return body.start if body else 0
