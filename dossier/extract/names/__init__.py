"""Names: who and what a document names, one `Name` a bearer with all its mentions."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.names.headlines import headline_words
from dossier.extract.names.phrases import Scan
from dossier.extract.names.resolve import resolve
from dossier.extract.names.words import capitalised
from dossier.model import Annotations, Document

__all__ = ["find_names"]


def find_names(document: Document, found: Annotations) -> Annotations:
    """The document's names, in the order of their first mentions; spans are in the reading text.

    Markers of notes are no part of a name and are read as blanks. Names never carry titles of office or rank.
    """
    text = blanked(document.text, found)
    words = capitalised(text)
    headline = headline_words(document, text, words)
    candidates = Scan(text, words, headline).run()
    names = resolve(text, candidates, headline, words)
    return replace(found, names=names)


def blanked(text: str, found: Annotations) -> str:
    """The reading text with the markers of notes as spaces, every offset unchanged."""
    if not found.notes:
        return text
    parts, at = [], 0
    for span in sorted(ref for note in found.notes for ref in note.refs):
        if span.start >= at:
            parts += [text[at : span.start], " " * (span.end - span.start)]
            at = span.end
    return "".join([*parts, text[at:]])
