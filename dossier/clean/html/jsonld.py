"""JSON inside a page, read for its values with the place of each in the seed; what is broken costs only itself.

Our own because the library's reader tells no offsets and gives up at the first fault, and pages break their JSON in
many ways: line ends in strings, a comma too many, quotation marks inside quotation marks, a script that was cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

DEEPEST = 40
"""What is nested deeper says nothing about an article; it is read past."""
TOKEN = re.compile(
    r"[\s\ufeff\u00a0]+"
    # A quotation mark ends its string where a value may end behind it: the inner marks of "He said "no" today" do not.
    r"|\"(?P<string>(?:[^\"\\]|\\.|\"(?!\s*(?:[,:\]}\"]|\Z)))*+)(?:\"|\\?\Z)"
    r"|(?P<sign>[\[\]{}:,])"
    r"|(?P<word>[\w.+-]+)"
    r"|.",
    re.DOTALL,
)
ESCAPE = re.compile(r"\\(?:u(?P<hex>[0-9a-fA-F]{4})|(?P<char>.))", re.DOTALL)
SIGNS = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}
PAIR = re.compile(r"([\ud800-\udbff])([\udc00-\udfff])")
LONE = re.compile(r"[\ud800-\udfff]")
INLINE_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class Words:
    """A string, number or word: `raw` is the seed's own text between the marks, at `start:end`."""

    raw: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The value as a reader would see it: escapes, character references and tags resolved, white space folded."""
        value = plain_text(self.raw)
        if "&" in value:
            value = unescape(unescape(value))
        return " ".join(INLINE_TAG.sub("", LONE.sub("\ufffd", value)).replace("\x00", "\ufffd").split())


@dataclass(slots=True, eq=False)
class Group:
    """An object (`members`, with keys as they come, the same one twice if it stands twice) or an array (`items`)."""

    start: int
    members: list[tuple[str, Value]] = field(default_factory=list, repr=False)
    items: list[Value] = field(default_factory=list, repr=False)

    def get(self, *keys: str) -> Value | None:
        """The value of the first of these keys that holds one."""
        for wanted in keys:
            for key, value in self.members:
                if key == wanted and not (isinstance(value, Words) and not value.raw.strip()):
                    return value
        return None

    def texts(self, *keys: str) -> list[Words]:
        """The strings directly under a key, or in the array that it holds."""
        return list(strings(self.get(*keys)))

    def type_names(self) -> list[str]:
        """The types of a linked-data object, without the address of their vocabulary."""
        return [re.split(r"[/#:]", words.text)[-1] for words in self.texts("@type", "type")]


Value = Words | Group


def strings(value: Value | None) -> Iterator[Words]:
    """A string itself, or the strings of an array."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, Group):
        yield from (item for item in value.items if isinstance(item, Words))


def groups(value: Value | None) -> Iterator[Group]:
    """An object itself, or the objects of an array."""
    if isinstance(value, Group):
        if value.members or not value.items:
            yield value
        yield from (item for item in value.items if isinstance(item, Group) and item.members)


def plain_text(raw: str) -> str:
    """A JSON string's escapes resolved; half of a pair stands alone as it was written."""
    if "\\" not in raw:
        return raw

    def character(found: re.Match[str]) -> str:
        if found["hex"]:
            return chr(int(found["hex"], 16))
        return SIGNS.get(found["char"], found["char"])

    return PAIR.sub(
        lambda m: (m[1] + m[2]).encode("utf-16", "surrogatepass").decode("utf-16"), ESCAPE.sub(character, raw)
    )


@dataclass(slots=True)
class Reader:
    """The open groups while a text is read, and the key that waits for its value in each."""

    top: Group
    open: list[Group] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    last: Words | None = None
    """A string that may turn out to be a key."""

    def put(self, value: Value) -> None:
        """Store a value where it belongs."""
        group = self.open[-1] if self.open else self.top
        key = self.keys[-1] if self.keys else None
        if key is None:
            group.items.append(value)
        else:
            group.members.append((key, value))
            self.keys[-1] = None

    def settle(self) -> None:
        """The waiting string was a value."""
        if self.last is not None:
            self.put(self.last)
            self.last = None

    def sign(self, char: str, at: int) -> None:
        """One of the signs `[ ] { } : ,`."""
        if char == ":" and self.last is not None and self.keys:
            self.keys[-1] = self.last.text
            self.last = None
            return
        self.settle()
        if char in "[{":
            group = Group(at)
            if len(self.open) < DEEPEST:
                self.put(group)
            self.open.append(group)
            self.keys.append(None)
        elif char in "]}" and self.open:
            self.open.pop()
            self.keys.pop()
        elif char == "," and self.keys:
            self.keys[-1] = None


def read_json(source: str, start: int, end: int) -> list[Value]:
    """The values that stand one after another in `source[start:end]`; never fails. Time is linear in the length."""
    reader = Reader(Group(start))
    for found in TOKEN.finditer(source, start, end):
        kind = found.lastgroup
        if kind in {"string", "word"}:
            reader.settle()
            reader.last = Words(found[kind], *found.span(kind))
        elif kind == "sign":
            reader.sign(found["sign"], found.start())
    reader.settle()
    return reader.top.items
