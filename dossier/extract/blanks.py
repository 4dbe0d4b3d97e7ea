"""Reading text with stretches blanked out, every offset unchanged: what an extractor must not read as words."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.model import Annotations


def markers(found: Annotations) -> list[tuple[int, int]]:
    """Where the markers of notes stand, in text order: "1918[12]" ends with a year once they are blank."""
    return sorted((ref.start, ref.end) for note in found.notes for ref in note.refs)


def blank(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with spaces for the given stretches; of two that overlap the first is blanked."""
    parts: list[str] = []
    at = 0
    for start, end in sorted(stretches):
        if start >= at:
            parts += [text[at:start], " " * (end - start)]
            at = end
    return "".join([*parts, text[at:]]) if parts else text
