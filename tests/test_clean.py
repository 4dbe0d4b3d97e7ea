from __future__ import annotations

import pytest

from dossier.clean import clean
from dossier.extract.notes import find_notes
from dossier.model import Annotations, Document, Media, Seed
from tests.fixtures import Case, cases


def document(text: str, media: Media = "txt") -> Document:
    return clean(Seed(f"seeds/case.{media}", "", "utf-8", media, text))


def notes_of(text: str, media: Media = "txt") -> str:
    doc = document(text, media)
    rows = []
    for note in find_notes(doc, Annotations()).notes:
        words = " / ".join(doc.text[s.start : s.end] for s in note.definition or ()) or "-"
        rows.append(f"{note.label} {len(note.refs)} | {words}")
    return "\n".join(rows)


@pytest.mark.parametrize("case", cases("notes.md"), ids=str)
def test_notes(case: Case) -> None:
    assert notes_of(case.given, "md" if case.title.startswith("md:") else "txt") == case.expected, str(case)
