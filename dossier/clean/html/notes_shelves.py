"""Notes that no link leads to: lists and boxes that the page calls notes, whose labels markers in the text bear."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dossier.clean.furniture import plain
from dossier.clean.html.meta_view import words_of_name
from dossier.clean.html.nodes import Element, ancestors
from dossier.clean.html.notes_bodies import LABELLED, Bodies, following
from dossier.clean.html.notes_page import LONGEST, PARTS, Body, Mark, Notebook, PageNote, Range, kinds, label_of, named
from dossier.clean.shapes import page_words

RULE = "labelled-note"
RAISED = -1
"""The shelf of all paragraphs that open with a raised label."""
END = 1 << 60
OPENS = re.compile(
    r"[\u2191^\s]*(\[\s?[^\]\s]{1,8}\s?\]|\d{1,3}(?=[^\W\d_])|[^\s\]]{1,8}?[.:)]?(?=\s|$)|[*\u2020\u2021]{1,3})"
)
CITED = 0.5
"""Share of the notes of a list that markers must cite, where nothing but a heading calls it notes."""
UNITS = re.compile(r"(?:\d|(?:^|[\s(/\u00b7])(?:[kcmd\u03bc\u00b5n]?m|ft|in|yd|mi|sec|s|x|y|n|r|CO|H|O))$")
"""What stands before a raised digit that is a power or a formula's: 10 to the 6, m squared."""
ITEMS = frozenset({"li", "p", "div", "aside", "section", "tr", "dd", "dt", "blockquote"})


@dataclass(frozen=True, slots=True)
class Item:
    """A note that stands on a shelf: its element, its label, whether the page names it a note itself."""

    element: Element
    label: str
    shelf: int
    sure: bool


def shelved(book: Notebook, claimed: Sequence[Body]) -> list[Item]:
    """The notes on shelves that no link has claimed, in order, none inside another."""
    taken = Places([(body.start, body.ranges[-1][1]) for body in claimed])
    found = [*called_notes(book), *lists(book), *under_headings(book), *raised_openings(book)]
    found.sort(key=lambda item: (item.element.start, -item.element.end, not item.sure))
    kept: list[Item] = []
    for item in found:
        if (not kept or item.element.start >= kept[-1].element.end) and not taken.holds(item.element.start):
            kept.append(item)
    return kept


def called_notes(book: Notebook) -> Iterator[Item]:
    """Elements that are called a note themselves: `<aside class="footnote">`."""
    for element in book.parts:
        if element.tag in ITEMS and is_item(element) and (label := labelled(book, element)):
            yield Item(element, label, id(element.parent), sure=True)


def is_item(element: Element) -> bool:
    """Whether an element is called a note itself, and not a place of notes: `footnote`, not `footnotes`."""
    for name in ("class", "role", "epub:type"):
        for part in element.get(name)[:200].split():
            found = words_of_name(part)
            whole = "".join(filter(str.isalpha, part)).lower()
            if whole in kinds("noted") or (found & kinds("noted") and not found & kinds("shelf")):
                return True
    return False


def lists(book: Notebook) -> Iterator[Item]:
    """The items of numbered lists that are called notes, or stand under a heading such as `Notes`."""
    for element in book.parts:
        if element.tag == "ol" and (
            called(element) or plain(book.last_block(element.start)) in page_words("note_headings")
        ):
            for item in element.elements:
                if item.tag == "li" and book.of(item, 1):
                    yield Item(item, book.number(item), id(element), sure=called(element))


def called(element: Element) -> bool:
    """Whether a list or what is right around it is called notes."""
    around = (element, *islice(ancestors(element), 2))
    return any(named(each, "shelf") for each in around if each.tag not in {"", "body", "html"})


def under_headings(book: Notebook) -> Iterator[Item]:
    """Paragraphs with a label under a heading such as `Notes`."""
    for heading in book.parts:
        if heading.tag not in PARTS or plain(book.of(heading)) not in page_words("note_headings"):
            continue
        for child in following(heading.parent, heading.end):
            if isinstance(child, Element) and child.tag in PARTS:
                break
            if isinstance(child, Element) and child.tag in ITEMS and (label := labelled(book, child)):
                yield Item(child, label, id(heading), sure=False)


def raised_openings(book: Notebook) -> Iterator[Item]:
    """Paragraphs that open with a raised label: `<p><sup>1</sup> See …</p>`."""
    for raised in book.raised:
        block = book.block(raised)
        label = label_of(book.of(raised, LONGEST))
        if label and block.tag in ITEMS and not book.between(block.start, raised.start, 1):
            yield Item(block, label, RAISED, sure=False)


def labelled(book: Notebook, element: Element) -> str:
    """The label of a note's element: in an attribute, else at its beginning, else its number in a list."""
    for name in ("data-label", "data-footnote", "data-fn", "data-mfn"):
        if label := label_of(element.get(name)):
            return label
    found = OPENS.match(book.of(element, LABELLED))
    if found and (label := label_of(found[1])) and (not label.isalpha() or found[1] != label):
        return label
    return book.number(element)


def raised_marks(book: Notebook, linked: Sequence[Mark]) -> list[Mark]:
    """Raised numbers and signs that are no links: `a claim<sup>1</sup>`; no powers, no formulas."""
    known = {mark.start for mark in linked}
    found: list[Mark] = []
    for element in book.raised:
        words = book.of(element, LONGEST + 1)
        label = label_of(words)
        if not label or label.isalpha() or len(words) > LONGEST:
            continue
        start, end = book.placed(element.inner, element.inner_end)
        before = book.before(element.start, 12)
        if start in known or UNITS.search(before) or not before.strip():
            continue
        found.append(Mark(start, end, label, element, sure=True))
    return found


def matched(
    book: Notebook, items: Sequence[Item], marks: Sequence[Mark], linked: set[int]
) -> tuple[list[PageNote], list[Mark]]:
    """The notes on shelves that markers cite by their labels, and the markers left over.

    `linked` are the shelves of which links have claimed other notes: what nothing cites there is a note all the same.
    """
    inside = Places([(item.element.start, item.element.end) for item in items])
    free = [mark for mark in marks if not inside.holds(mark.start)]
    by_label: dict[str, list[Mark]] = defaultdict(list)
    for mark in free:
        by_label[key_of(mark.label)].append(mark)
    shelves: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        shelves[item.shelf].append(item)
    kept: list[Item] = []
    for key, shelf in shelves.items():
        cited = sum(bool(by_label.get(key_of(item.label))) for item in shelf)
        if key in linked or (cited and (shelf[0].sure or cited >= CITED * len(shelf))):
            kept += shelf
    bodies = Bodies(book, [item.element for item in kept], [mark.start for mark in free])
    notes: list[PageNote] = []
    used: set[int] = set()
    for item in kept:
        refs = [
            mark
            for mark in by_label.get(key_of(item.label), ())
            if mark.start not in used and mark.start < item.element.start
        ]
        body = bodies.made([(item.element.start, item.element.end)], item.label, item.element)
        if body is None:
            continue
        used |= {mark.start for mark in refs}
        notes.append(PageNote(item.label, tuple((m.start, m.end) for m in refs), body, RULE))
    return notes, [mark for mark in free if mark.start not in used]


def key_of(label: str) -> str:
    """A label as it is compared."""
    return label.rpartition(" ")[2].lstrip("0").lower() or label


class Places:
    """Ranges that do not overlap, to be asked whether one holds a place."""

    def __init__(self, ranges: Sequence[Range]) -> None:
        self.ranges = sorted(ranges)

    def touches(self, start: int, end: int) -> bool:
        """Whether a part of a range lies in one of the ranges."""
        place = bisect_right(self.ranges, (start, END)) - 1
        return self.holds(start) or (place + 1 < len(self.ranges) and self.ranges[place + 1][0] < end)

    def holds(self, at: int) -> bool:
        """Whether a place lies in one of the ranges."""
        place = bisect_right(self.ranges, (at, END)) - 1
        return place >= 0 and self.ranges[place][0] <= at < self.ranges[place][1]
