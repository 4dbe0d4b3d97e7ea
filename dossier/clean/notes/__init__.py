"""Notes: their markers in the text and their definitions at a page's foot, a section's end or the document's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dossier.clean.draft import Draft
from dossier.clean.edits import Edit, apply
from dossier.clean.furniture import is_furniture, plain
from dossier.clean.meta import Printed
from dossier.clean.notes.definitions import Opening, openings
from dossier.clean.notes.markers import Marker, markers_in
from dossier.clean.notes.resolve import Resolved, resolve
from dossier.clean.shapes import is_headline, page_words, word_count
from dossier.issues import Issue
from dossier.model import Definition
from dossier.sourcemap import SeedSpan

LINKED = re.compile(r"#\S*(?:fn|ftn|note|cite|ref|endnote|_edn)\S*$", re.IGNORECASE)
LABEL = re.compile(r"[\[(]?\s*([\w*\u2020\u2021]{1,6})\s*[\])]?")
BACK = re.compile(r"\s*(?:\[\s*)?[\u21a9\u2191\u2934\u23ce\u21b5^]\ufe0e?(?:\s*\])?\s*$")
"""The arrow back to the text, with which many builders end a note."""


def find_notes(drafts: Sequence[Draft], source: str) -> tuple[list[Draft], list[Definition], list[Issue]]:
    """The drafts with the notes' text marked as notes, the notes in the source's order, and what is doubtful about them."""
    texts = [draft.text(source) for draft in drafts]
    found = openings(drafts, texts, source)
    marks = [
        m for i, (d, t) in enumerate(zip(drafts, texts, strict=True)) if not d.preformatted for m in candidates(d, t, i)
    ]
    resolved = resolve(found, marks, texts)
    printed = Printed(source)
    made = list(drafts)
    notes: list[Definition] = []
    issues: list[Issue] = []
    starts = sorted(note.opening.draft for note in resolved if note.opening)
    for index, note in enumerate(resolved):
        refs = tuple(printed.span(drafts[m.draft], m.start, m.end) for m in note.refs)
        held = body_of(note.opening, starts, drafts, texts, resolved) if note.opening else ()
        for number, at in enumerate(held):
            end = note.opening.end if note.opening and number == 0 else 0
            made[at] = as_note(made[at], source, index, end, note.opening if number == 0 else None)
        if note.opening and len(held) > 1:
            issues += unlabelled(note, held, resolved, drafts, texts, printed)
        notes.append(definition(note, refs, drafts, source))
    hide_headings(made, texts)
    return made, notes, issues


def candidates(draft: Draft, text: str, index: int) -> list[Marker]:
    """The markers of a draft, with those that its links show to be notes."""
    found = markers_in(text, index)
    for mark in draft.marks:
        words = text[mark.span.start : mark.span.end]
        label = LABEL.fullmatch(words)
        if mark.kind == "link" and mark.target and LINKED.match(mark.target) and label:
            found = [m for m in found if not (mark.span.start <= m.start < mark.span.end)]
            style = "bracket" if words.startswith("[") else "link"
            before = text[mark.span.start - 1 : mark.span.start]
            found.append(
                Marker(index, mark.span.start, mark.span.end, label[1], style, bool(before.strip()), before, "")
            )
    return sorted(found, key=lambda m: m.start)


def definition(note: Resolved, refs: tuple[SeedSpan, ...], drafts: Sequence[Draft], source: str) -> Definition:
    """A resolved note with its places in the seed."""
    opening = None
    marker = source[refs[0].start : refs[0].end] if refs else note.label
    if note.opening:
        opening = Printed(source).span(drafts[note.opening.draft], 0, max(note.opening.end, 1))
    rule = f"{note.opening.style}-definition" if note.opening else "marker-without-definition"
    return Definition(note.label, marker.strip(), refs, opening, rule, note.section)


def body_of(
    opening: Opening, starts: Sequence[int], drafts: Sequence[Draft], texts: Sequence[str], resolved: Sequence[Resolved]
) -> tuple[int, ...]:
    """The drafts of one note: its own, and the paragraphs after it that belong to it."""
    held = [opening.draft]
    if opening.closes:
        depth = balance(texts[opening.draft])
        while depth > 0 and held[-1] + 1 < len(drafts) and len(held) < 30:  # noqa: PLR2004 - an unclosed bracket ends somewhere
            held.append(held[-1] + 1)
            depth += balance(texts[held[-1]])
        return tuple(held) if depth <= 0 else (opening.draft,)
    after = next((s for s in starts if s > opening.draft), None)
    cited = {m.draft for note in resolved for m in note.refs}
    limit = after if after is not None else len(drafts)
    for at in range(opening.draft + 1, limit):
        if drafts[at].role not in {"paragraph", "blockquote", "bullet"} or not goes_on(
            at, held, drafts, texts, after, cited
        ):
            break
        held.append(at)
    if (
        after is not None
        and held[-1] + 1 != after
        and any(at in cited or drafts[at].role == "heading" for at in range(opening.draft + 1, after))
    ):
        held = held[:1] if not open_quote(" ".join(texts[h] for h in held[:1])) else held
    return tuple(held)


def goes_on(
    at: int, held: Sequence[int], drafts: Sequence[Draft], texts: Sequence[str], after: int | None, cited: set[int]
) -> bool:  # noqa: PLR0913
    """Whether a paragraph goes on with the note before it: inside its quotation, or between two notes and no text of its own."""
    if open_quote(" ".join(texts[h] for h in held)):
        return True
    if after is None or at in cited or is_furniture(texts[at]):
        return False
    short_line = is_headline(texts[at]) and word_count(texts[at]) <= 12 and not texts[at].rstrip().endswith(".")  # noqa: PLR2004
    return not short_line and after - at <= 12  # noqa: PLR2004 - notes are near each other


def open_quote(text: str) -> bool:
    """Whether a quotation is open at the end of a text; paragraphs of one quotation each open it anew."""
    curly = 0
    straight = False
    for at, char in enumerate(text):
        if char == "\u201c":
            curly = 1
        elif char == "\u201d":
            curly = 0
        elif char == '"':
            opens = at == 0 or text[at - 1].isspace() or text[at - 1] in "([\u2014"
            straight = opens
    return bool(curly) or straight


def balance(text: str) -> int:
    """Open square brackets minus closed ones."""
    return text.count("[") - text.count("]")


def as_note(draft: Draft, source: str, index: int, end: int, opening: Opening | None) -> Draft:
    """The draft as part of a note: its label and its closing bracket or back arrow are syntax, not words."""
    text = draft.text(source)
    edits = [Edit(0, end, rule="note-label")] if end else []
    if opening and opening.closes and text.rstrip().endswith("]") and balance(text) <= 0:
        close = len(text.rstrip()) - 1
        edits.append(Edit(close, len(text), rule="note-bracket"))
    else:
        back = BACK.search(text)
        if back and back.start() > end:
            edits.append(Edit(back.start(), len(text), rule="back-arrow"))
    done = apply(draft, source, edits)
    bits = tuple(replace(bit, role=None) if bit.rule == "note-label" else bit for bit in done.bits)
    return replace(
        done,
        role="note",
        rule=opening.style + "-note" if opening else "note-continued",
        note=index,
        bits=bits,
        level=0,
        shown=True,
    )


def unlabelled(  # noqa: PLR0913 - what the doubt is about
    note: Resolved,
    held: Sequence[int],
    resolved: Sequence[Resolved],
    drafts: Sequence[Draft],
    texts: Sequence[str],
    printed: Printed,
) -> list[Issue]:
    """Paragraphs among the notes that no label claims and no open quotation explains."""
    found = []
    absent = [other.label for other in resolved if other.opening is None and other.section == note.section]
    for number, at in enumerate(held[1:], start=1):
        if open_quote(" ".join(texts[h] for h in held[:number])) or (note.opening and note.opening.closes):
            continue
        hint = f"; the text of note {absent[0]} is missing" if absent else ""
        message = f"this paragraph has no label; it is shown with note {note.label}, after which it stands{hint}"
        stop = re.search(r"[.:;!?,]", texts[at][40:])
        found.append(
            Issue(
                "unlabelled-note",
                "warning",
                message,
                printed.span(drafts[at], 0, min(len(texts[at]), 40 + (stop.start() if stop else 40))),
            )
        )
    return found


def hide_headings(made: list[Draft], texts: Sequence[str]) -> None:
    """A heading `Notes` under which a note stands is the page's own."""
    for index, (draft, after) in enumerate(pairwise(made)):
        if plain(texts[index]) in page_words("note_headings") and after.note is not None and draft.note is None:
            made[index] = replace(draft, role="metadata", rule="notes-heading", shown=False)
