"""What of a page can be seen around its title: the elements in order, and how far words stand from each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import islice

from dossier.clean.html.names import BLOCKS
from dossier.clean.html.nodes import Element, Node, Ref, Text, ancestors
from dossier.lexicon import table

EDGE = "\n"
BEFORE = -700
"""Visible characters before the heading in which its date or byline may stand."""
BEHIND = 1500
NEAR = 12
"""Elements around a `<footer>` among which its article is looked for."""
MOST = 600
"""Elements on one side of the heading that are looked at."""
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
UNSEEN = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "select", "button", "iframe", "object", "textarea"}
)
HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
APART = frozenset({"nav", "aside", "form"})
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
ALWAYS = frozenset({"", "html", "body", "main"})


@cache
def signs(key: str) -> frozenset[str]:
    """A list of `page_signs.yml`."""
    found = table("en", "page_signs").get(key)
    return frozenset(map(str, found)) if isinstance(found, list) else frozenset()


@lru_cache(maxsize=4096)
def words_of_name(name: str) -> frozenset[str]:
    """The words of a class or an id, and the whole of each without its joints: `post-author` gives three."""
    found = {word.lower() for word in WORD.findall(name)}
    return frozenset(found | {re.sub(r"[^a-z]", "", part.lower()) for part in name.split()})


def named(element: Element, key: str, *attributes: str) -> bool:
    """Whether the names of an element hold a word of one list and none of the list that excludes it."""
    for attribute in attributes or ("class", "id", "itemprop", "rel", "data-testid"):
        found = words_of_name(element.get(attribute)[:300])
        if found & signs(key) and not found & signs(f"{key}_not"):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a short element, a line end where a block or a break parts them, and where each character stands."""

    text: str
    """White space folded: a space, or a line end at the edge of a block."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def flat(self) -> str:
        """The words on one line."""
        return self.text.replace(EDGE, " ")

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The seed's range behind a non-empty range of the line."""
        return self.starts[start], self.ends[end - 1]


def line_of(element: Element, source: str, longest: int = 400) -> Line | None:
    """The words of an element with white space folded; None where it holds none or is longer than `longest`."""
    if element.inner_end - element.inner > longest * 40:
        return None
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for char, start, end in characters(element, source):
        if char.isspace() and (not chars or chars[-1] in " \n"):
            if chars and char == EDGE:
                chars[-1] = EDGE
            continue
        chars.append(" " if char.isspace() and char != EDGE else char)
        starts.append(start)
        ends.append(end)
        if len(chars) > longest:
            return None
    while chars and chars[-1] in " \n":
        chars.pop()
    return Line("".join(chars), tuple(starts[: len(chars)]), tuple(ends[: len(chars)])) if chars else None


def characters(element: Element, source: str) -> Iterator[tuple[str, int, int]]:
    """Every visible character below an element with its place; a space at the edges of blocks."""
    waiting: list[Node | int] = [element]
    while waiting:
        here = waiting.pop()
        if isinstance(here, int):
            yield EDGE, here, here
        elif isinstance(here, Text):
            yield from ((" " if source[at] == EDGE else source[at], at, at + 1) for at in range(here.start, here.end))
        elif isinstance(here, Ref):
            yield from ((char, here.start, here.end) for char in here.text)
        elif isinstance(here, Element) and here.tag not in UNSEEN:
            edge = here.tag in BLOCKS
            waiting += [here.end] * edge
            waiting.extend(reversed(here.children))
            waiting += [here.start] * edge


@dataclass(slots=True)
class View:
    """The elements of a page that can belong to its article, in order; the page's heading is told by the caller."""

    root: Element
    source: str
    heading: Element | None = None
    inside: list[Element] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    anchor: int = 0
    """Visible characters before the end of the heading."""

    def __post_init__(self) -> None:
        """Walk the page once."""
        keep = {id(e) for e in ancestors(self.heading)} | {id(self.heading)} if self.heading else set()
        in_article = any(e.tag == "article" for e in ancestors(self.heading)) if self.heading else False
        count, waiting = 0, [*reversed(self.root.children)]
        first_article = True
        while waiting:
            here = waiting.pop()
            if isinstance(here, Text):
                self.starts.append(here.start)
                self.counts.append(count)
                count += len(self.source[here.start : here.end].strip())
            elif isinstance(here, Element):
                if id(here) not in keep and apart(here):
                    continue
                if here.tag == "article" and id(here) not in keep:
                    if in_article or not first_article:
                        continue
                    first_article = False
                self.inside.append(here)
                waiting.extend(reversed(here.children))
        if self.heading:
            self.anchor = self.seen(self.heading.inner_end)

    def seen(self, offset: int) -> int:
        """How many visible characters of the article's surroundings stand before an offset."""
        at = bisect_right(self.starts, offset) - 1
        return self.counts[at] if at >= 0 else 0

    def around(self) -> list[Element]:
        """The elements nearest to the heading: those behind it first, in order, then those before it, nearest first."""
        behind = [e for e in self.inside if e.inner >= self.edge and self.distance(e) <= BEHIND]
        before = [e for e in self.inside if e.inner < self.edge and self.distance(e) >= BEFORE]
        return behind[:MOST] + before[: -MOST // 2 : -1]

    @property
    def edge(self) -> int:
        """Where the heading ends; the page's start without one."""
        return self.heading.inner_end if self.heading else 0

    def distance(self, element: Element) -> int:
        """Visible characters from the heading's end to an element, negative before it."""
        return self.seen(element.inner) - self.anchor


def apart(element: Element) -> bool:
    """Whether an element cannot be seen or holds what is around an article: navigation, comments, other stories."""
    if element.tag in UNSEEN or element.tag in APART:
        return True
    if element.tag in ALWAYS:
        return False
    if element.tag == "footer" and not any(
        e.tag in {"article", "blockquote"} for e in islice(ancestors(element), NEAR)
    ):
        return True
    if HIDDEN.search(element.get("style")[:300]) or "hidden" in element.attrs:
        return True
    return any(words_of_name(element.get(key)[:300]) & signs("outside") for key in ("class", "id", "itemprop"))
