"""Extract: what one document holds, as spans over its reading text, each with the rule that found it."""

from __future__ import annotations

from collections.abc import Callable

from dossier.extract.dates import find_dates
from dossier.extract.names import find_names
from dossier.extract.notes import find_notes
from dossier.extract.quotes import find_quotes
from dossier.model import Annotations, Document

Extractor = Callable[[Document, Annotations], Annotations]

EXTRACTORS: tuple[tuple[str, Extractor], ...] = (
    ("notes", find_notes),
    ("names", find_names),
    ("dates", find_dates),
    ("quotes", find_quotes),
)
"""In order: each sees the document and what the ones before it found, and adds its own."""


def extract(document: Document) -> Annotations:
    """Everything the extractors find in a document."""
    found = Annotations()
    for _, extractor in EXTRACTORS:
        found = extractor(document, found)
    return found
