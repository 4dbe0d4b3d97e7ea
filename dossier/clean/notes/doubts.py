"""Paragraphs among the notes that no label claims: they stay with the note before them, and an editor is told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.clean.draft import Draft
from dossier.clean.notes.extent import open_quote
from dossier.clean.notes.resolve import Resolved
from dossier.clean.places import Places
from dossier.issues import Issue

SHOWN = 40
"""Characters of the paragraph that an issue covers at least; it then goes on to the next stop."""
STOP = re.compile(r"[.:;!?,]")


def unlabelled(  # noqa: PLR0913 - what the doubt is about
    note: Resolved,
    held: Sequence[int],
    resolved: Sequence[Resolved],
    drafts: Sequence[Draft],
    texts: Sequence[str],
    places: Places,
) -> list[Issue]:
    """An issue for each paragraph of a note that neither its bracket nor an open quotation explains."""
    if len(held) < 2 or not note.opening or note.opening.closes or note.opening.bare:  # noqa: PLR2004 - a second one
        return []
    absent = next((o.label for o in resolved if o.opening is None and o.section == note.section), None)
    hint = f"; the text of note {absent} is missing" if absent else ""
    message = f"this paragraph has no label; it is shown with note {note.label}, after which it stands{hint}"
    found = []
    quoting = open_quote(texts[held[0]])
    for at in held[1:]:
        if not quoting and drafts[at].rule != "note-indent":
            stop = STOP.search(texts[at], SHOWN)
            end = min(len(texts[at]), stop.start() if stop else 2 * SHOWN)
            found.append(Issue("unlabelled-note", "warning", message, places.span(drafts[at], 0, end)))
        quoting = open_quote(texts[at], already=quoting)
    return found
