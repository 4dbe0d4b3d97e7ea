"""The notes at the foot of a source's page: each with its own label, its text, and a way back for every marker."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Block, Note
from dossier.write.anchors import Anchors
from dossier.write.annotate import Annotated, made
from dossier.write.blocks import paragraph, render
from dossier.write.edits import of_note
from dossier.write.escape import Safe, markdown
from dossier.write.margin import Place, margin

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Foot:
    """One note as the page shows it."""

    anchor: str
    body: Safe
    missing: bool
    classes: str = "d-foot"
    """With its number in the margin, where it has a place there."""
    beside: bool = False
    """Whether it has a place in the margin."""


def feet(page: Annotated, anchors: Anchors) -> tuple[Foot, ...]:
    """All notes of a document, in the source's order; blocks that several notes share stand with the first."""
    placed: set[str] = set()
    beside = margin(page.view)
    shown = []
    for number, note in enumerate(page.view.source.annotations.notes):
        own = [block for block in page.view.notes if block.id in note.blocks and block.id not in placed]
        placed.update(block.id for block in own)
        body = set_note(page, anchors, number, own)
        place = beside.get(number)
        shown.append(Foot(anchors.note(number), body, note.definition is None, classes(place), place is not None))
    return tuple(shown)


def classes(place: Place | None) -> str:
    """The classes of a note; one too tall for the margin scrolls there."""
    return f"d-foot d-note-{place.ordinal}{' d-tall' if place.tall else ''}" if place else "d-foot"


def loose(page: Annotated) -> Safe:
    """Blocks of notes that no note claims."""
    claimed = {name for note in page.view.source.annotations.notes for name in note.blocks}
    return render(page, [block for block in page.view.notes if block.id not in claimed])


def set_note(page: Annotated, anchors: Anchors, number: int, own: list[Block]) -> Safe:
    """A note's paragraphs, its label before the first and what we have to say after the last."""
    note = page.view.source.annotations.notes[number]
    after = "".join([state(page, note), of_note(page.view, note.edit), back(page, anchors, number)])
    if not own:
        sign = sign_of(page, anchors, number, visible=True)
        return Safe(f"{sign}{missing(note)}{after}\n{{ .d-absent data-made }}")
    visible = not page.view.document.words(own[0]).lstrip().startswith(note.marker)
    parts = []
    for at, block in enumerate(own):
        before = sign_of(page, anchors, number, visible=visible) if at == 0 else ""
        parts.append(paragraph(page, block, before, after if at == len(own) - 1 else ""))
    return Safe("\n\n".join(parts))


def sign_of(page: Annotated, anchors: Anchors, number: int, *, visible: bool) -> str:
    """The label before a note, a link to its first marker; "" where the note's own text begins with it."""
    note = page.view.source.annotations.notes[number]
    if not visible:
        return ""
    sign = markdown((note.marker or note.label).replace("[^", "[", 1))
    places = back_places(page, anchors, number)
    if not places:
        return f'<span class="d-sign" data-made="">{sign}</span> '
    return f"[{sign}](#{places[0]}){{ .d-sign data-made }} "


def missing(note: Note) -> str:
    """What stands in place of a note that the capture has lost, or that is not published."""
    if note.definition is not None:
        return markdown(f"The text of note {note.label} is not published here.")
    return markdown(f"The captured text has no note {note.label}.")


def state(page: Annotated, note: Note) -> str:
    """That a note's source was lost, unless a gap inside the note says so already."""
    if not note.incomplete or note.definition is None:
        return ""
    spans = [page.view.seed_span(span) for span in note.definition]
    for issue in (*page.view.document.issues, *page.view.source.annotations.issues):
        inside = issue.span and any(s.start <= issue.span.start and issue.span.end <= s.end for s in spans)
        if issue.code == "stripped-link" and inside:
            return ""
    return made("gap", "the captured text holds only a part of this note")


def back_places(page: Annotated, anchors: Anchors, number: int) -> list[str]:
    """The anchors of a note's markers that the page shows."""
    places = []
    for which, span in enumerate(page.view.source.annotations.notes[number].refs):
        own = anchors.reference(number, which)
        if page.view.spot(span, own) == own:
            places.append(own)
    return places


def back(page: Annotated, anchors: Anchors, number: int) -> str:
    """Links back to every marker of a note: one arrow, or an arrow with a letter for each."""
    places = back_places(page, anchors, number)
    links = []
    for at, place in enumerate(places):
        letter = letters(at) if len(places) > 1 else ""
        words = f"↩{letter}"
        label = "Back to the text" + (f", place {letter}" if letter else "")
        links.append(f'[{words}](#{place}){{ .d-back data-made role=doc-backlink aria-label="{label}" }}')
    return "".join(f" {link}" for link in links)


def letters(at: int) -> str:
    """`a` to `z`, then `aa`."""
    head = letters(at // len(LETTERS) - 1) if at >= len(LETTERS) else ""
    return head + LETTERS[at % len(LETTERS)]
