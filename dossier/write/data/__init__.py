"""Data: what the site shows, published for other tools; one small module a format."""

from __future__ import annotations

COLLECTION_FILES: tuple[tuple[str, str], ...] = ()
"""Files about the whole collection under data/, and what each is."""
