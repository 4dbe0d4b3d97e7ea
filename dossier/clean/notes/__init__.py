"""Notes: their markers in the text and their definitions at a page's foot, a section's end or the document's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dossier.clean.draft import Draft
from dossier.clean.furniture import plain
from dossier.clean.notes.definitions import NOTE_TARGET, openings
from dossier.clean.notes.doubts import unlabelled
from dossier.clean.notes.extent import Extents
from dossier.clean.notes.markers import Marker, markers_in
from dossier.clean.notes.resolve import Resolved, resolve
from dossier.clean.notes.setting import as_note
from dossier.clean.places import Places
from dossier.clean.roles import hide
from dossier.clean.shapes import page_words
from dossier.issues import Issue
from dossier.model import Definition, Mark
from dossier.sourcemap import SeedSpan

LABEL = re.compile(r"[\[(]?\s*([\w*\u2020\u2021]{1,6})\s*[\])]?")


def find_notes(drafts: Sequence[Draft], source: str) -> tuple[list[Draft], list[Definition], list[Issue]]:
    """The drafts with the notes' text set as notes, the notes in the source's order, and what is doubtful in them."""
    texts = [draft.text(source) for draft in drafts]
    markers = [marker for index, draft in enumerate(drafts) for marker in candidates(draft, texts[index], index)]
    resolved = resolve(openings(drafts, texts, source), markers)
    extents = Extents(drafts, texts, resolved)
    places = Places(source)
    made = list(drafts)
    notes: list[Definition] = []
    issues: list[Issue] = []
    heads = {note.opening.draft for note in resolved if note.opening}
    for note in resolved:
        held = own(note, extents, heads, texts)
        if not held and not note.refs:
            continue
        for at in held:
            made[at] = as_note(drafts[at], source, len(notes), note, first=at == held[0], last=at == held[-1])
        issues += unlabelled(note, held, resolved, drafts, texts, places)
        notes.append(definition(note, drafts, places))
    hide_headings(made, texts)
    told = {draft.note for draft in made if draft.note is not None and draft.text(source).strip()}
    return made, [note if n in told else replace(note, opening=None) for n, note in enumerate(notes)], issues


def own(note: Resolved, extents: Extents, heads: set[int], texts: Sequence[str]) -> tuple[int, ...]:
    """The drafts of a note's text, none where another note begins; () for a label with no words behind it."""
    if not note.opening:
        return ()
    head = note.opening.draft
    held = tuple(at for at in extents.of(note.opening) if at == head or at not in heads)
    words = [texts[at][note.opening.end if at == head else 0 :] for at in held]
    return held if any(word.strip() for word in words) else ()


def candidates(draft: Draft, text: str, index: int) -> list[Marker]:
    """The markers of a draft, with those that its links show to be notes, without those inside code and other links."""
    if draft.preformatted:
        return []
    found = markers_in(text, index)
    marks = [mark for mark in draft.marks if mark.kind in {"code", "link"}]
    if not marks:
        return found
    covered = bytearray(len(text))
    for mark in marks:
        covered[mark.span.start : mark.span.end] = b"\x01" * (mark.span.end - mark.span.start)
    free = [marker for marker in found if not covered[marker.start]]
    return sorted([*free, *linked(marks, text, index)], key=lambda marker: marker.start)


def linked(marks: Sequence[Mark], text: str, index: int) -> Iterator[Marker]:
    """The markers that are links to notes of the page."""
    for mark in marks:
        start, end = mark.span.start, mark.span.end
        label = LABEL.fullmatch(text[start:end])
        if mark.kind == "link" and mark.target and NOTE_TARGET.search(mark.target) and label:
            before = text[start - 1 : start] if start else ""
            style = "bracket" if text[start] == "[" else "link"
            yield Marker(index, start, end, label[1], style, bool(before.strip()), before)


def definition(note: Resolved, drafts: Sequence[Draft], places: Places) -> Definition:
    """A resolved note with its places in the seed."""
    refs = tuple(places.span(drafts[m.draft], m.start, m.end) for m in note.refs)
    opening: SeedSpan | None = None
    if note.opening:
        opening = places.span(drafts[note.opening.draft], 0, max(note.opening.end, 1))
    marker = places.source[refs[0].start : refs[0].end].strip() if refs else note.label
    rule = f"{note.opening.style}-definition" if note.opening else "marker-without-definition"
    return Definition(note.label, marker, refs, opening, rule, note.section)


def hide_headings(made: list[Draft], texts: Sequence[str]) -> None:
    """A heading `Notes` under which a note stands is the page's own."""
    for index, (draft, after) in enumerate(pairwise(made)):
        if draft.note is None and after.note is not None and plain(texts[index]) in page_words("note_headings"):
            made[index] = hide(draft, "notes-heading", "metadata")
