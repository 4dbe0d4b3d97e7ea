"""Notes as annotations: the cleaner's findings placed in the reading text, and an issue for each that is not whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dossier.issues import Issue
from dossier.model import Annotations, Block, Definition, Document, Note
from dossier.sourcemap import SeedSpan, TextSpan


def find_notes(document: Document, found: Annotations) -> Annotations:
    """The notes of a document in the source's order. A marker whose note has no text is an issue at the marker."""
    bodies: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.note is not None:
            bodies.setdefault(block.note, []).append(block)
    notes = tuple(note_of(document, d, bodies.get(i, [])) for i, d in enumerate(document.definitions))
    issues = [issue for note, d in zip(notes, document.definitions, strict=True) for issue in missing(note, d)]
    return replace(found, notes=notes, issues=(*found.issues, *issues))


def note_of(document: Document, definition: Definition, blocks: list[Block]) -> Note:
    """One note in the reading text. It is incomplete where it has no text, or where the capture lost part of it."""
    refs = tuple(span for ref in definition.refs if (span := place(document, ref)))
    spans = tuple(block.span for block in blocks)
    stripped = any(
        issue.code == "stripped-link" and issue.span and inside(document.map.to_seed(span), issue.span)
        for issue in document.issues
        for span in spans
        if span.start < span.end
    )
    names = tuple(block.id for block in blocks)
    gone = not spans
    return Note(
        definition.label,
        definition.marker,
        refs,
        spans or None,
        names,
        gone or stripped,
        definition.rule,
        definition.section,
    )


def inside(outer: SeedSpan, inner: SeedSpan) -> bool:
    """Whether two ranges of the seed touch."""
    return inner.start < outer.end and outer.start < inner.end


def place(document: Document, ref: SeedSpan) -> TextSpan | None:
    """A marker's place in the reading text."""
    start = document.map.to_text(ref.start)
    return TextSpan(start, start + ref.end - ref.start) if start is not None else None


def missing(note: Note, definition: Definition) -> Iterable[Issue]:
    """An issue at each marker of a note without text."""
    if note.definition is None:
        for ref in definition.refs:
            yield Issue("missing-note", "warning", f"the captured text has no note {note.label}", ref)
