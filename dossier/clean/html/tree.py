"""The tree of a page: tokens nested as a browser would nest them, with void elements and implied end tags.

No recursion, and every look at the open elements takes constant time, so neither depth nor disorder slows it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.clean.html.names import (
    BLOCKS,
    ENDS_PARAGRAPH,
    FORMATTING,
    HEADINGS,
    IN_HEAD,
    ITEM_SCOPES,
    ITEMS,
    ONCE,
    SCOPES,
    SIBLINGS,
    SPECIAL,
    TABLE_PARTS,
    VOID,
)
from dossier.clean.html.nodes import (
    Element,
    Leaf,
    Markup,
    Node,
    Ref,
    Text,
    ancestors,
    by_class,
    by_id,
    by_tag,
    elements,
    walk,
    words,
)
from dossier.clean.html.tokens import EndTag, StartTag, Tokens

__all__ = [
    "BLOCKS",
    "Element",
    "Leaf",
    "Markup",
    "Node",
    "Ref",
    "Text",
    "ancestors",
    "by_class",
    "by_id",
    "by_tag",
    "elements",
    "parse",
    "walk",
    "words",
]


@dataclass(frozen=True, slots=True)
class Frame:
    """An open element and the places in the stack of the nearest barriers at or below it."""

    element: Element
    scope: int
    special: int
    item: int


@dataclass(slots=True)
class Builder:
    """The open elements while a page is read."""

    source: str
    xml: bool
    stack: list[Frame] = field(default_factory=list)
    places: dict[str, list[int]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def open(self, tag: StartTag) -> None:
        """A start tag: end what it implies the end of, and nest it."""
        name = tag.name
        if name in self.seen and name in ONCE:
            self.leaf(Markup(tag.start, tag.end, "stray-tag"))
            return
        self.imply(name, tag.start)
        element = Element(name, tag.attrs, tag.start, tag.end, tag.end, tag.end, places=tag.places)
        self.put(element)
        if name not in VOID and not (tag.alone and (self.xml or name in {"path", "use"})):
            self.push(element)
        if name in ONCE:
            self.seen.add(name)

    def imply(self, name: str, at: int) -> None:
        """End what a start tag ends without saying so."""
        top = self.stack[-1]
        if top.element.tag == "head" and name not in IN_HEAD:
            self.close(len(self.stack) - 1, at, at)
        if name in ENDS_PARAGRAPH:
            place = self.nearest("p")
            if place > self.stack[-1].scope:
                self.close(place, at, at)
        if name in TABLE_PARTS:
            self.table_part(name, at)
        elif name in ITEMS:
            place = max(self.nearest(item) for item in ITEMS[name])
            if place >= self.stack[-1].item > 0:
                self.close(place, at, at)
        elif name in HEADINGS and self.stack[-1].element.tag in HEADINGS:
            self.close(len(self.stack) - 1, at, at)
        elif name in SIBLINGS:
            place = self.nearest(name)
            if place >= max(self.stack[-1].special, 1):
                self.close(place, at, at)

    def table_part(self, name: str, at: int) -> None:
        """A cell, row or section ends the ones before it, up to its own table."""
        table = self.nearest("table")
        around = max(self.nearest(part) for part in TABLE_PARTS[name])
        if around >= table > 0 and len(self.stack) > around + 1:
            self.close(around + 1, at, at)

    def end(self, tag: EndTag) -> None:
        """An end tag: close its element, or stand as a stray tag where there is none to close."""
        name, top = tag.name, self.stack[-1]
        place = self.nearest(name)
        if name in HEADINGS and top.element.tag in HEADINGS:
            place = len(self.stack) - 1
        barrier = self.barrier(name, top)
        if name in ONCE or place < max(barrier, 1):
            if name in FORMATTING and place > top.scope and self.stack[place].element.closed is None:
                self.stack[place].element.closed = tag.start
            self.leaf(Markup(tag.start, tag.end, "stray-tag"))
            return
        self.close(place, tag.start, tag.end)

    def barrier(self, name: str, top: Frame) -> int:
        """The place in the stack that an end tag does not reach below."""
        if name in ITEMS:
            return top.item
        if name == "table" or name in TABLE_PARTS:
            table = self.nearest("table")
            return table if name == "table" else table + 1
        return top.special if name in FORMATTING or name not in SPECIAL else top.scope

    def nearest(self, name: str) -> int:
        """The place in the stack of the innermost open element of a name, -1 where none is."""
        places = self.places.get(name)
        return places[-1] if places else -1

    def push(self, element: Element) -> None:
        """Open an element."""
        place, below, tag = len(self.stack), self.stack[-1] if self.stack else None, element.tag
        self.stack.append(
            Frame(
                element,
                place if tag in SCOPES or below is None else below.scope,
                place if tag in SPECIAL or below is None else below.special,
                place if tag in ITEM_SCOPES or below is None else below.item,
            )
        )
        self.places.setdefault(tag, []).append(place)

    def put(self, element: Element) -> None:
        """Add a child to the innermost open element."""
        parent = self.stack[-1].element
        element.parent = parent
        parent.children.append(element)

    def leaf(self, leaf: Leaf) -> None:
        """Add words or markup to the innermost open element."""
        if self.stack[-1].element.tag == "head" and not isinstance(leaf, Markup):
            self.leave_head(leaf)
        parent = self.stack[-1].element
        leaf.parent = parent
        parent.children.append(leaf)

    def leave_head(self, leaf: Text | Ref) -> None:
        """Words end the head, white space does not."""
        if isinstance(leaf, Ref) or not self.blank(leaf):
            self.close(len(self.stack) - 1, leaf.start, leaf.start)

    def blank(self, leaf: Text) -> bool:
        """Whether a stretch is white space only."""
        return self.source[leaf.start : leaf.end].isspace()

    def close(self, place: int, start: int, end: int) -> None:
        """Close the element at a place and all inside it; `start:end` is its end tag, empty where that is implied."""
        while len(self.stack) > place:
            element = self.stack.pop().element
            self.places[element.tag].pop()
            last = len(self.stack) == place
            element.inner_end = start
            element.end = end if last else start


def parse(text: str) -> Element:
    """The tree of a page under a root without a tag. Never fails: any text is a page."""
    head = text[:400].lstrip("\ufeff \t\r\n").lower()
    xml = head.startswith("<?xml")
    root = Element("", {}, 0, 0)
    builder = Builder(text, xml)
    builder.push(root)
    for token in Tokens(text, xml):
        if isinstance(token, StartTag):
            builder.open(token)
        elif isinstance(token, EndTag):
            builder.end(token)
        else:
            builder.leaf(token)
    builder.close(0, len(text), len(text))
    return root
