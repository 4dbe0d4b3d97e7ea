"""What an editor sets right in the cleaner's work: lines to drop or keep, paragraphs to join or split.

Each correction is found by words of the seed and must match; one that does not is a fault with the nearest words.
"""

from __future__ import annotations

from dataclasses import replace

from dossier.clean.editor.lines import Dropped, drop, keep, not_kept
from dossier.clean.editor.paragraphs import Shaped, shape
from dossier.model import Document

__all__ = ["Dropped", "Shaped", "drop", "keep", "not_kept", "shape", "signed"]


def signed(document: Document, *done: Dropped | Shaped) -> Document:
    """The document with the account of what the editor did and of what matched nothing."""
    edits = tuple(edit for each in done for edit in each.edits)
    return replace(document, edits=edits, faults=tuple(fault for each in done for fault in each.faults))
