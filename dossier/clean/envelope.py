"""What a text archive puts around a text: its header before `*** START OF …`, its licence after `*** END OF …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.clean.draft import Draft
from dossier.clean.edits import Edit, apply
from dossier.clean.roles import hide

START = re.compile(r"^\W*START OF (?:THE|THIS) PROJECT GUTENBERG\b", re.IGNORECASE)
END = re.compile(r"^\W*END OF (?:THE |THIS )?PROJECT GUTENBERG\b", re.IGNORECASE)
TITLE = re.compile(r"^Title:\s+(?=\S)")
AUTHOR = re.compile(r"^Author:\s+(?=\S)")


def open_envelope(drafts: Sequence[Draft], source: str) -> list[Draft]:
    """The drafts with header and licence hidden; the header's title and author stay evidence of the metadata."""
    texts = [draft.text(source)[:200] for draft in drafts]
    start = next((n for n, text in enumerate(texts) if START.match(text)), None)
    end = next((n for n in range(len(texts) - 1, -1, -1) if END.match(texts[n])), None)
    made = list(drafts)
    for index in range(start + 1 if start is not None else 0):
        made[index] = labelled(made[index], texts[index], source)
    for index in range(end if end is not None and (start or 0) < end else len(made), len(made)):
        made[index] = hide(made[index], "archive-licence")
    return made


def labelled(draft: Draft, text: str, source: str) -> Draft:
    """A line of the header: the title's or the author's label is syntax, all else is the archive's."""
    if found := TITLE.match(text):
        return replace(apply(draft, source, [Edit(0, found.end())]), role="title", rule="archive-title", shown=False)
    if AUTHOR.match(text):
        return replace(draft, role="byline", rule="archive-author", shown=False)
    return hide(draft, "archive-header", "metadata")
