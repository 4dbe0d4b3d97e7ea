"""A page as a tree over its own text: every character belongs to exactly one leaf or one tag.

Offsets are code points into the seed's text, half-open. `Element.start:inner` is the start tag, `inner_end:end` the end
tag; either is empty where the page leaves the tag out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from dossier.clean.html.names import BLOCKS


@dataclass(slots=True, eq=False)
class Text:
    """A raw stretch without tags or character references."""

    start: int
    end: int
    parent: Element | None = field(default=None, repr=False)


@dataclass(slots=True, eq=False)
class Ref:
    """A character reference and the characters it stands for: `&eacute;`, `&#39;`, `&copy`."""

    start: int
    end: int
    text: str
    parent: Element | None = field(default=None, repr=False)


@dataclass(slots=True, eq=False)
class Markup:
    """What is no words: `kind` is "comment", "doctype", "instruction", "script", "style", "raw" or "stray-tag"."""

    start: int
    end: int
    kind: str
    parent: Element | None = field(default=None, repr=False)


@dataclass(slots=True, eq=False)
class Element:
    """One element. `attrs` hold resolved values by lower-case name, `places` where each raw value stands.

    `closed` is where its effect ends when that is before `inner_end`: `<b>one<p>two</b> three</p>` is bold up to
    `</b>`.
    """

    tag: str
    attrs: dict[str, str]
    start: int
    inner: int
    inner_end: int = -1
    end: int = -1
    children: list[Node] = field(default_factory=list, repr=False)
    parent: Element | None = field(default=None, repr=False)
    places: dict[str, tuple[int, int]] = field(default_factory=dict, repr=False)
    closed: int | None = None

    def get(self, name: str) -> str:
        """The value of an attribute, "" where it is absent."""
        return self.attrs.get(name, "")

    @property
    def classes(self) -> list[str]:
        """The words of `class`."""
        return self.get("class").split()

    @property
    def elements(self) -> Iterator[Element]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Element))


Leaf = Text | Ref | Markup
Node = Element | Leaf


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, in the order of the text; no depth is too deep."""
    waiting: list[Node] = [node]
    while waiting:
        here = waiting.pop()
        yield here
        if isinstance(here, Element):
            waiting.extend(reversed(here.children))


def elements(node: Node) -> Iterator[Element]:
    """All elements below a node and itself."""
    return (found for found in walk(node) if isinstance(found, Element))


def ancestors(node: Node) -> Iterator[Element]:
    """The elements around a node, nearest first."""
    here = node.parent
    while here is not None:
        yield here
        here = here.parent


def words(node: Node, source: str) -> str:
    """The text below a node as a reader sees it: references resolved, white space folded, blocks parted by a space."""
    return " ".join("".join(pieces(node, source)).split())


def pieces(node: Node, source: str) -> Iterator[str]:
    """The raw words of a node and the spaces at the edges of blocks."""
    waiting: list[Node | str] = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            yield here
        elif isinstance(here, Text):
            yield source[here.start : here.end]
        elif isinstance(here, Ref):
            yield here.text
        elif isinstance(here, Element):
            edge = " " if here.tag in BLOCKS else ""
            waiting.extend(chain((edge,), reversed(here.children), (edge,)) if edge else reversed(here.children))


def by_tag(node: Node, tags: Iterable[str]) -> list[Element]:
    """All elements of these names below a node, in order."""
    wanted = frozenset(tags)
    return [found for found in elements(node) if found.tag in wanted]


def by_id(node: Node) -> dict[str, Element]:
    """Elements by their `id`, or an anchor's `name`; the first of two with one id."""
    found: dict[str, Element] = {}
    for element in elements(node):
        for key in (element.get("id"), element.get("name") if element.tag == "a" else ""):
            if key:
                found.setdefault(key, element)
    return found


def by_class(node: Node, name: str) -> list[Element]:
    """All elements below a node that have a class."""
    return [found for found in elements(node) if name in found.classes]
