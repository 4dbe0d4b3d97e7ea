"""How a note is set: its label, closing bracket and arrows are signs of the page, all else is its words."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.clean.draft import Draft
from dossier.clean.edits import Edit, apply
from dossier.clean.notes.resolve import Resolved

ARROWS = r"[\u21a9\u2191\u2934\u23ce\u21b5^]"
BACK = re.compile(rf"\s*(?:\[\s*)?{ARROWS}\ufe0e?(?:\s*\])?(?:\s*[1-9]?{ARROWS}\ufe0e?)*\s*$")
"""The arrow back to the text, with which many builders end a note."""
AHEAD = re.compile(r"\s*(?:\^|\u2191)\s*(?:a(?:\s+[b-z])+\s+)?(?=\S)")
"""The arrow with which an encyclopaedia begins one: `^ a b Roe, p. 4.`"""
TAIL = 40
"""Characters at a note's end among which its arrow is looked for."""


def as_note(  # noqa: PLR0913 - the note and which of its paragraphs this is
    draft: Draft, source: str, index: int, note: Resolved, *, first: bool, last: bool
) -> Draft:
    """The draft as a paragraph of the note of that index."""
    text = draft.text(source)
    end = note.opening.end if note.opening and first else 0
    if ahead := AHEAD.match(text, end):
        end = ahead.end() if first else end
    edits = [Edit(0, end, rule="note-label")] if end else []
    if note.opening and note.opening.closes and last and text.rstrip().endswith("]"):
        edits.append(Edit(len(text.rstrip()) - 1, len(text), rule="note-bracket"))
    elif (back := BACK.search(text, max(end, len(text) - TAIL))) and back.start() > end:
        edits.append(Edit(back.start(), len(text), rule="back-arrow"))
    done = apply(draft, source, edits)
    bits = tuple(replace(bit, role=None) if bit.rule == "note-label" else bit for bit in done.bits)
    rule = f"{note.opening.style}-note" if note.opening and first else "note-continued"
    # A label that links back to its marker leaves a link without words behind.
    marks = tuple(mark for mark in done.marks if mark.span.start < mark.span.end)
    return replace(done, role="note", rule=rule, note=index, bits=bits, marks=marks, level=0, shown=True)
