"""A note's text, as the editor knows it; what the capture has of it stays."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches

from dossier.correct.desk import Desk, Done, changed
from dossier.issues import Problem
from dossier.model import Correction, Edit, Note
from dossier.wording import COUNTED, short, wrong


def correct_note(desk: Desk, correction: Correction) -> Done | Problem:
    """The editor's text beside the notes that are meant."""
    notes = desk.found.notes
    label = correction.words.strip("[]() ")
    held = [n for n, note in enumerate(notes) if label in {note.label, note.marker.strip("[]() ")}]
    which = correction.occurrence
    if not held:
        return unknown(correction, [note.label for note in notes])
    if which is None and len(held) > 1:
        message = f"{len(held)} notes have the label {short(label)!r}"
        return wrong(correction, message, f"add `occurrence:` with a number from 1 to {len(held)}, or `all`")
    if which and which > len(held):
        message = f"the label {short(label)!r} stands only {len(held)} times"
        return wrong(correction, message, f"give an `occurrence:` up to {len(held)}")
    picked = held if which == 0 else [held[(which or 1) - 1]]
    edits = {n: account(desk, notes[n], correction) for n in picked}
    numbers = iter(picked)

    def made(note: Note) -> Note:
        return replace(note, edit=edits[next(numbers)])

    return Done(replace(desk.found, notes=changed(notes, picked, made)), tuple(edits.values()))


def account(desk: Desk, note: Note, correction: Correction) -> Edit:
    """Where the note is marked, and whether the capture has a text for it."""
    was = "lost" if note.definition is None else "in part" if note.incomplete else "in the captured text"
    span = note.refs[0] if note.refs else note.definition[0] if note.definition else None
    return desk.edit(correction, span, text=was) if span else Edit(correction, None, (("text", was),))


def unknown(correction: Correction, labels: list[str]) -> Problem:
    """No note has the label."""
    near = get_close_matches(correction.words, labels, n=1, cutoff=0.4)
    known = ", ".join(labels[:COUNTED]) + (", …" if labels[COUNTED:] else "")
    mend = f"the nearest is {near[0]!r}" if near else f"the labels are {known}" if labels else "the seed has no notes"
    return wrong(correction, f"no note has the label {short(correction.words)!r}", mend)
