"""HTML into tokens with exact offsets, in one pass: tags, text, character references, comments, raw bodies.

Our own because the library's parser tells lines and columns, not offsets, and has no tree. Where the HTML standard
would drop the rest of a page for one open quotation mark, the tag ends at the next `>` instead: no word is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5

from dossier.clean.html.nodes import Leaf, Markup, Ref, Text

NAME = re.compile(r"[A-Za-z][^\s/>]*")
ATTRIBUTE = re.compile(
    r"[\s/]*(?P<name>=?[^\s/>=]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>(?![\"'])[^\s>]+|(?=>))))?"
)
OPEN_VALUE = re.compile(r"\s*=\s*[\"']")
TAG_END = re.compile(r"[\s/]*>")
REFERENCE = re.compile(r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,32};?)")
COMMENT_END = re.compile(r"--!?>")
RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose body is no markup and no words."""
WORDS_ONLY = frozenset({"title", "textarea"})
"""Elements whose body has character references, but no tags."""
SHORTEST_NAME = 2
"""Names that hold without their semicolon have 2 to 6 letters: `&lt`, `&yacute`."""
LONGEST_NAME = 6
FAULTS = 4
"""Tags that never end are looked for so often; after that every tag ends at the next `>`."""


@dataclass(slots=True)
class StartTag:
    """`<name attributes>`; `alone` where it ends with `/>`."""

    start: int
    end: int
    name: str
    attrs: dict[str, str]
    places: dict[str, tuple[int, int]]
    alone: bool


@dataclass(slots=True)
class EndTag:
    """`</name>`."""

    start: int
    end: int
    name: str


Token = StartTag | EndTag | Leaf


@dataclass(slots=True)
class Tokens:
    """The tokens of one page. What was looked for in vain is remembered, so that no search is made twice."""

    text: str
    xml: bool = False
    faults: int = 0
    unclosed: set[str] = field(default_factory=set)

    def __iter__(self) -> Iterator[Token]:
        """Every token in order; together they cover the text."""
        at, plain, text = 0, 0, self.text
        while (sign := text.find("<", at)) >= 0:
            token = self.token(sign)
            if token is None:
                at = sign + 1
                continue
            yield from leaves(text, plain, sign)
            yield token
            at = plain = token.end
            if isinstance(token, StartTag) and not (token.alone and self.xml):
                for leaf in self.body(token):
                    yield leaf
                    at = plain = leaf.end
        yield from leaves(text, plain, len(text))

    def token(self, at: int) -> StartTag | EndTag | Markup | None:
        """The tag or comment that begins at a `<`; None where that is only a sign."""
        text = self.text
        after = text[at + 1 : at + 2]
        if after.isascii() and after.isalpha():
            return self.start_tag(at)
        if after == "/":
            name = NAME.match(text, at + 2)
            end = self.closing(name.end() if name else at + 2)
            if end is None:
                return None
            return EndTag(at, end, name.group().lower()) if name else Markup(at, end, "comment")
        if after in {"!", "?"} and after:
            return self.declaration(at, after)
        return None

    def closing(self, at: int) -> int | None:
        """Behind the next `>`; None where the rest has none."""
        if ">" in self.unclosed:
            return None
        end = self.text.find(">", at)
        if end < 0:
            self.unclosed.add(">")
            return None
        return end + 1

    def declaration(self, at: int, sign: str) -> Markup | None:
        """A comment, a doctype or an instruction."""
        text = self.text
        if text.startswith("<!--", at):
            for short in ("<!-->", "<!--->"):
                if text.startswith(short, at):
                    return Markup(at, at + len(short), "comment")
            found = COMMENT_END.search(text, at + 4)
            return Markup(at, found.end() if found else len(text), "comment")
        if text.startswith("<![CDATA[", at) and self.xml:
            end = text.find("]]>", at)
            return Markup(at, end + 3 if end >= 0 else len(text), "raw")
        behind = self.closing(at)
        if behind is None:
            return None
        kind = "doctype" if text[at + 2 : at + 9].lower() == "doctype" else "instruction" if sign == "?" else "comment"
        return Markup(at, behind, kind)

    def start_tag(self, at: int) -> StartTag | None:
        """The start tag at `at`, with its attributes; None where no `>` follows."""
        found = NAME.match(self.text, at + 1)
        least = self.closing(at)
        if found is None or least is None:
            return None
        attrs: dict[str, str] = {}
        places: dict[str, tuple[int, int]] = {}
        place = found.end()
        hurried = self.faults >= FAULTS
        while True:
            close = TAG_END.match(self.text, place)
            if close:
                return StartTag(at, close.end(), found.group().lower(), attrs, places, "/" in close.group())
            pair = ATTRIBUTE.match(self.text, place, least if hurried else len(self.text))
            if pair is None or OPEN_VALUE.match(self.text, pair.end()):
                self.faults += 1
                return StartTag(at, least, found.group().lower(), attrs, places, alone=False)
            name = pair["name"].lower()
            if name not in attrs:
                group = next((g for g in ("double", "single", "bare") if pair[g] is not None), "")
                attrs[name] = resolved(pair[group]) if group else ""
                places[name] = pair.span(group) if group else (pair.end(), pair.end())
            place = pair.end()

    def body(self, tag: StartTag) -> Iterator[Leaf]:
        """The leaves of an element that holds no tags."""
        name = tag.name
        if name not in RAW and name not in WORDS_ONLY:
            return
        found = None
        if name not in self.unclosed:
            found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.text, tag.end)
        if found is None:
            self.unclosed.add(name)
            if name in {"script", "style"} and tag.end < len(self.text):
                yield Markup(tag.end, len(self.text), name)
            return
        if name in WORDS_ONLY:
            yield from leaves(self.text, tag.end, found.start())
        elif found.start() > tag.end:
            yield Markup(tag.end, found.start(), name if name in {"script", "style"} else "raw")


def leaves(text: str, start: int, end: int) -> Iterator[Leaf]:
    """A stretch without tags as text and character references."""
    at = start
    sign = text.find("&", start, end)
    while sign >= 0:
        ref = reference(text, sign, end)
        if ref is None:
            sign = text.find("&", sign + 1, end)
            continue
        if ref.start > at:
            yield Text(at, ref.start)
        yield ref
        at = ref.end
        sign = text.find("&", at, end)
    if at < end:
        yield Text(at, end)


def reference(text: str, at: int, end: int) -> Ref | None:
    """The character reference at an `&`; `&copy2020` is one of five characters, `&amplifier;` one of four."""
    found = REFERENCE.match(text, at, end)
    if not found:
        return None
    raw = found.group()
    if raw[1] == "#" or raw[1:] in html5:
        return Ref(at, found.end(), unescape(raw).replace("\x00", "\ufffd"))
    for size in range(min(LONGEST_NAME, len(raw) - 1), SHORTEST_NAME - 1, -1):
        if raw[1 : size + 1] in html5:
            return Ref(at, at + size + 1, html5[raw[1 : size + 1]])
    return None


def resolved(value: str) -> str:
    """An attribute's value; `?a=1&copy=2` keeps its `&copy`, as the standard has it."""
    if "&" not in value:
        return value

    def character(found: re.Match[str]) -> str:
        raw = found.group()
        if raw[1] != "#" and not raw.endswith(";"):
            after = value[found.end() : found.end() + 1]
            if raw[1:] not in html5 or after == "=" or after.isalnum():
                return raw
        return unescape(raw) if raw[1] == "#" or raw[1:] in html5 else raw

    return REFERENCE.sub(character, value)
