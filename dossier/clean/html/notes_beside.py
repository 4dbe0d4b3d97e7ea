"""Notes whose text stands inside the running text, beside their markers: side notes, tooltips that unfold."""

from __future__ import annotations

from itertools import islice

from dossier.clean.html.meta_view import words_of_name
from dossier.clean.html.nodes import Element, ancestors
from dossier.clean.html.notes_bodies import Bodies
from dossier.clean.html.notes_page import LONGEST, Notebook, PageNote, Range, kinds, label_of

RULE = "note-beside"
REACH = 12
"""Elements before a side note among which its marker is looked for."""


def beside(book: Notebook) -> list[PageNote]:
    """The notes that stand beside their markers, in order. A note that only a style sheet numbers counts its turn."""
    bodies = Bodies(book, [], [])
    notes: list[PageNote] = []
    end, turn = -1, 1
    for place, element in enumerate(book.parts):
        if element.start < end or not is_beside(element) or not book.of(element, 1):
            continue
        found = marker(book, element, place)
        label, ref = found or (str(turn), toggle(book, element, place))
        if ref is None and not notes_word(element):
            continue
        body = bodies.made([(element.start, element.end)], label, element)
        if body is None:
            continue
        end = element.end
        turn += label == str(turn)
        notes.append(PageNote(label, (ref,) if ref else (), body, RULE))
    return notes


def is_beside(element: Element) -> bool:
    """Whether an element is called a note beside the text."""
    return (
        element.tag in {"span", "small", "aside", "div", "label"}
        and bool(words_of_name(element.get("class")[:200]) & kinds("beside"))
        and element.tag != "label"
        and "number" not in words_of_name(element.get("class")[:200])
    )


def notes_word(element: Element) -> bool:
    """Whether a note has no marker because its place is enough: `marginnote`."""
    return bool(words_of_name(element.get("class")[:200]) & {"marginnote"})


def marker(book: Notebook, element: Element, place: int) -> tuple[str, Range] | None:
    """The label right before a note: no words stand between the two."""
    outer = {id(each) for each in islice(ancestors(element), 3)}
    for before in reversed(book.parts[max(0, place - REACH) : place]):
        if id(before) in outer or before.end > element.start:
            continue
        words = book.of(before, LONGEST + 1)
        if words:
            label = label_of(words)
            if label and before.tag in {"sup", "a", "span", "label"} and not book.between(before.end, element.start, 1):
                return label, book.placed(before.inner, before.inner_end)
            return None
    return None


def toggle(book: Notebook, element: Element, place: int) -> Range | None:
    """The empty label that a style sheet numbers: `<label class="sidenote-number">`."""
    for before in reversed(book.parts[max(0, place - REACH) : place]):
        if before.tag == "label" and before.end <= element.start and not book.between(before.start, element.start, 1):
            return before.start, before.inner
    return None
