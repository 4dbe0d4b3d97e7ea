"""Notes by their links: a marker points at an anchor behind it, where the note's text stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from dossier.clean.html.meta_view import words_of_name
from dossier.clean.html.nodes import Element, ancestors
from dossier.clean.html.notes_bodies import Bodies
from dossier.clean.html.notes_page import (
    LONGEST,
    PARTS,
    Body,
    Mark,
    Notebook,
    PageNote,
    is_block,
    kinds,
    label_of,
    named,
)

RULE = "linked-note"
MOST = 20
"""Markers of one note that are asked whether it leads back to them."""


def linked_marks(book: Notebook) -> Iterator[Mark]:
    """The links of the page that may be markers: short, with a label, to a later place of the page or to none."""
    for link in book.links:
        fragment = book.fragment(link)
        words = book.of(link, LONGEST + 1)
        if not fragment or not words or len(words) > LONGEST:
            continue
        label = label_of(words)
        target = book.target(fragment)
        if not label or (target is not None and target.start <= link.start):
            continue
        yield placed(book, link, label, fragment)


def placed(book: Notebook, link: Element, label: str, fragment: str) -> Mark:
    """The marker of a link, with the brackets that stand around it: `<sup>[<a>1</a>]</sup>`."""
    here = link
    for around in ancestors(link):
        if is_block(around) or label_of(book.of(around, LONGEST)) != label:
            break
        here = around
    raised = any(e.tag == "sup" for e in (here, *islice(ancestors(link), 2))) or any(
        e.tag == "sup" for e in link.elements
    )
    sure = raised or named(link, "note") or bool(words_of_name(fragment[:200]) & kinds("note"))
    start, end = book.placed(here.inner, here.inner_end)
    return Mark(start, end, label, link, fragment, sure)


def linked_notes(book: Notebook, marks: list[Mark]) -> tuple[list[PageNote], list[Mark]]:
    """The notes that links lead to, and the markers whose text was not found there."""
    by_target: dict[str, list[Mark]] = defaultdict(list)
    dead: list[Mark] = []
    for mark in marks:
        if book.target(mark.target) is None:
            dead.append(mark)
        else:
            by_target[mark.target].append(mark)
    for name in [name for name, found in by_target.items() if len({mark.label for mark in found}) > 1]:
        dead += by_target.pop(name)
    targets = {name: target for name in by_target if (target := book.target(name)) is not None}
    bodies = Bodies(book, list(targets.values()), [mark.start for mark in marks])
    notes: list[PageNote] = []
    for name, found in by_target.items():
        body = bodies.of(targets[name], found[0].label)
        if body is None or not believed(book, found, targets[name], body):
            dead += [mark for mark in found if mark.sure and body is None]
            continue
        notes.append(PageNote(found[0].label, tuple((m.start, m.end) for m in found), body, RULE))
    return notes, [mark for mark in dead if mark.sure]


def believed(book: Notebook, found: list[Mark], target: Element, body: Body) -> bool:
    """Whether links lead to a note and not to a part of the page: they are called so, raised, or lead back."""
    if target.tag in PARTS or any(body.start <= mark.start < body.ranges[-1][1] for mark in found):
        return False
    return any(mark.sure for mark in found) or answered(book, found, body) or named(target, "noted")


def answered(book: Notebook, found: list[Mark], body: Body) -> bool:
    """Whether a way back leads from a note's text to one of its markers, or to the block in which that stands."""
    return any(book.block(mark.element).start <= place <= mark.end for mark in found[:MOST] for place in body.answers)
