"""Names: who and what a document names, one `Name` a bearer with all its mentions."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.extract.blanks import blank, markers
from dossier.extract.names.aliases import Variant
from dossier.extract.names.headlines import headline_words
from dossier.extract.names.line import Line
from dossier.extract.names.phrases import Scan
from dossier.extract.names.resolve import finished, resolve
from dossier.extract.names.words import capitalised
from dossier.issues import Issue
from dossier.lexicon import terms
from dossier.model import Annotations, Document
from dossier.sourcemap import TextSpan

__all__ = ["find_names"]


ADDRESS = re.compile(r"(?:https?://|www\.|(?<!\w)[@#]\w)[^\s<>]*")
"""Addresses, handles and hashtags: letters in them are no words."""
ENGLISH = ("the", "of", "and", "to")
RAREST = 40
SILENT = frozenset(("boilerplate", "code", "url", "markup"))
"""Blocks that name nobody: share bars and advertising, programs, addresses."""


def find_names(document: Document, found: Annotations) -> Annotations:
    """The document's names, in the order of their first mentions; spans are in the reading text.

    Markers of notes are no part of a name and are read as blanks. Names never carry titles of office or rank.
    """
    text = blanked(document, found)
    if not english(text):
        return found
    words = capitalised(text)
    headline = headline_words(document, text, words)
    candidates = Scan(Line(text, words, headline)).run()
    names = resolve(text, candidates, headline, words)
    doubts = tuple(doubt(document, variant) for variant in sorted(names.variants, key=lambda v: v.start))
    return replace(found, names=finished(names), issues=(*found.issues, *doubts))


def doubt(document: Document, variant: Variant) -> Issue:
    """The flag for a mention that is one letter away from a name of the document."""
    message = f"“{variant.text}” is one letter away from “{variant.name}”: read as that name, left as it stands."
    return Issue("name-variant", "notice", message, document.map.to_seed(TextSpan(variant.start, variant.end)))


def english(text: str) -> bool:
    """Whether a text is in the language that the lexicons know: where all nouns have capitals, capitals name nothing.

    A text with one "the", "of", "and" or "to" in forty words is English; so is one that has no more of the small words
    of other languages than of these.
    """
    common, spaces = 0, text.count(" ")
    for word in ENGLISH:
        common += text.count(f" {word} ")
        if common * RAREST > spaces:
            return True
    return sum(text.count(f" {word} ") for word in terms("en", "foreign_words")) <= common


def blanked(document: Document, found: Annotations) -> str:
    """The reading text with markers of notes, addresses and furniture as spaces, every offset unchanged."""
    text = document.text.replace("_", " ")
    dropped = markers(found)
    dropped += [(block.span.start, block.span.end) for block in document.blocks if block.role in SILENT]
    if "://" in text or "www." in text or "@" in text:
        dropped += [match.span() for match in ADDRESS.finditer(text)]
    return blank(text, dropped)
