"""A page as the notes see it: its words in order, its blocks, its anchors; and the values that their search makes."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, islice

from dossier.clean.html.meta_view import words_of_name
from dossier.clean.html.names import BLOCKS
from dossier.clean.html.nodes import Element, Ref, Text, ancestors, by_id, walk
from dossier.clean.html.said import address_key
from dossier.clean.shapes import page_words
from dossier.lexicon import table

Range = tuple[int, int]
UNREAD = frozenset({"script", "style", "noscript", "template", "head", "svg", "button", "select", "textarea"})
SYMBOL = r"\*{1,4}|\u2020{1,3}|\u2021{1,3}|\u00a7{1,2}|\u00b6{1,2}|#"
LABEL = re.compile(
    rf"[\[({{]?\s*(?P<label>(?:(?:[Nn]otes?|[Ff]n|FN|[Nn]b|NB|[Nn]|[Aa]nm|[Ff]u\u00dfnote|[Ss]n|[Ee])\.?\s?)?\d{{1,4}}|"
    rf"[A-Za-z]|[ivxlc]{{1,6}}|{SYMBOL})"
    r"\s*[\])}.:,]?"
)
"""The words of a marker: `1`, `[note 3]`, `(iv)`, `*`."""
DEEPEST = 60
"""Inline elements around a word among which its block is looked for."""
LONGEST = 24
"""Characters of a marker's link."""
PARTS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@cache
def kinds(key: str) -> frozenset[str]:
    """A list of `page_signs.yml`."""
    found = table("en", "page_signs").get(key)
    return frozenset(map(str, found)) if isinstance(found, list) else frozenset()


def named(element: Element, key: str) -> bool:
    """Whether the class, id, role or type of an element holds a word of a list."""
    names = (element.get(name)[:200] for name in ("class", "id", "role", "epub:type", "rel", "data-component-name"))
    return any(words_of_name(name) & kinds(key) for name in names if name)


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker in the running text: where its words stand, its bare label, the anchor that it points at or ""."""

    start: int
    end: int
    label: str
    element: Element
    target: str = ""
    sure: bool = False
    """Whether its own names, or its height, say that it is a note's."""


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a note: its ranges in the seed, of which `silent` ones are its label and the ways back."""

    ranges: tuple[Range, ...]
    silent: tuple[Range, ...]
    label: str
    holder: Element
    answers: tuple[int, ...] = ()
    """The places that its ways back lead to."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.ranges[0][0]


@dataclass(frozen=True, slots=True)
class PageNote:
    """A note of the page; `body` is None where the page has no text for it."""

    label: str
    refs: tuple[Range, ...]
    body: Body | None
    rule: str


@dataclass(slots=True)
class Notebook:
    """What is known of a page while its notes are looked for."""

    root: Element
    source: str
    address: str = ""
    ids: dict[str, Element] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    holders: list[Element] = field(default_factory=list)
    """The element right around each of the words."""
    numbers: dict[int, str] = field(default_factory=dict)
    links: list[Element] = field(default_factory=list)
    raised: list[Element] = field(default_factory=list)
    """`<sup>` elements."""
    parts: list[Element] = field(default_factory=list)
    """All elements in order."""

    def __post_init__(self) -> None:
        """Walk the page once."""
        self.ids = by_id(self.root)
        unread = -1
        for node in walk(self.root):
            if node.start < unread:
                continue
            if isinstance(node, Element):
                if node.tag in UNREAD:
                    unread = node.end
                    continue
                self.parts.append(node)
                if node.tag == "a" and "href" in node.attrs:
                    self.links.append(node)
                elif node.tag == "sup":
                    self.raised.append(node)
            elif isinstance(node, Text | Ref):
                text = node.text if isinstance(node, Ref) else self.source[node.start : node.end]
                if text.strip():
                    self.starts.append(node.start)
                    self.words.append(text)
                    self.holders.append(node.parent or self.root)

    def between(self, start: int, end: int, limit: int = 60) -> str:
        """The words between two places, at most about `limit` characters of them."""
        made: list[str] = []
        at, size = bisect_left(self.starts, start), 0
        while at < len(self.starts) and self.starts[at] < end and size <= limit:
            made.append(self.words[at][: limit + 1])
            size += len(made[-1])
            at += 1
        return " ".join("".join(made).split())

    def elements(self, start: int, end: int) -> list[Element]:
        """The elements that begin in a range."""
        first = bisect_left(self.parts, start, key=lambda e: e.start)
        last = bisect_left(self.parts, end, key=lambda e: e.start)
        return self.parts[first:last]

    def placed(self, start: int, end: int) -> Range:
        """Where the words in a range begin and end."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end) - 1
        begin = self.starts[first] + len(self.words[first]) - len(self.words[first].lstrip())
        return begin, min(self.starts[last] + len(self.words[last].rstrip()), end)

    def last_block(self, offset: int) -> str:
        """The words of the last block with words before a place."""
        at = bisect_left(self.starts, offset) - 1
        return self.of(self.block(self.holders[at])) if at >= 0 else ""

    def number(self, item: Element) -> str:
        """The number of an item in a numbered list, "" for what is none."""
        around = item.parent
        if item.tag != "li" or around is None or around.tag != "ol":
            return ""
        if id(item) not in self.numbers:
            value = integer(around.get("start"), 1)
            for each in around.elements:
                if each.tag == "li":
                    value = integer(each.get("value"), value)
                    self.numbers[id(each)] = str(value)
                    value += 1
        return self.numbers[id(item)]

    def before(self, offset: int, limit: int) -> str:
        """The last words before a place, white space folded only between leaves."""
        at, made, size = bisect_left(self.starts, offset) - 1, "", 0
        while at >= 0 and size < limit:
            made = self.words[at][-limit:] + made
            size = len(made)
            at -= 1
        return made[-limit:]

    def of(self, element: Element, limit: int = 60) -> str:
        """The words of an element."""
        return self.between(element.inner, element.inner_end, limit)

    def fragment(self, link: Element) -> str:
        """The anchor on this page that a link points at, "" for another page's."""
        before, sign, after = link.get("href").strip().partition("#")
        if not sign or not after:
            return ""
        if before and not (self.address and address_key(before) == address_key(self.address)):
            return ""
        return after

    def target(self, fragment: str) -> Element | None:
        """The element of an anchor; its name may be written with escapes."""
        return self.ids.get(fragment) or self.ids.get(unescaped(fragment))

    def block(self, element: Element) -> Element:
        """The innermost block around an element, itself if it is one."""
        return next((e for e in chain((element,), islice(ancestors(element), DEEPEST)) if is_block(e)), self.root)


def integer(text: str, default: int) -> int:
    """A small number from an attribute."""
    return int(text) if re.fullmatch(r"\d{1,6}", text.strip(), re.ASCII) else default


def is_block(element: Element) -> bool:
    """Whether words end at an element's edges."""
    return (element.tag in BLOCKS and element.tag != "br") or not element.tag


def unescaped(fragment: str) -> str:
    """`fn%3A1` as `fn:1`."""
    return re.sub(r"%([0-9A-Fa-f]{2})", lambda m: chr(int(m[1], 16)), fragment)


def label_of(words: str) -> str:
    """The bare label of a marker's words, "" where they are none."""
    found = LABEL.fullmatch(words.strip())
    return found["label"].strip() if found else ""


@cache
def ways_back() -> re.Pattern[str]:
    """What a link from a note back to its marker says: arrows, `Jump up`, `Return to text`, letters."""
    phrases = "|".join(sorted(map(re.escape, page_words("ways_back")), key=len, reverse=True))
    return re.compile(
        rf"[\s\[\](){{}},.:;*\u2020\u2021#0-9^\u2190-\u21ff\u23ce\u2934\u2912\u21a9\ufe0e\ufe0f\U0001f519\u2b06]*+"
        rf"(?:(?:{phrases})[\s:.\])]*+)?(?:\b[a-z]{{1,2}}\b|[\d^\u2190-\u21ff,.\s\])])*+"
        rf"[\s\ufe0e\ufe0f\u2190-\u21ff)\]]*+",
        re.IGNORECASE,
    )
