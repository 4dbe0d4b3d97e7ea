"""Words set into runs: white space folded as a browser folds it, line breaks kept, what nobody sees left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from dossier.clean.draft import VISIBLE, Bit, shown
from dossier.clean.html.nodes import Element, Ref
from dossier.clean.html.runs import Run, Span, Spot
from dossier.sourcemap import SeedSpan

WHITE = " \t\n\r\f\x0b\x1c\x1d\x1e\x85\u2028\u2029"
"""What a browser folds, and what else shows as a space."""
WIDE = re.compile(f"[{WHITE}]{{2,}}")
BLANK_LINE = re.compile(r"\n[ \t\r\f]*\n|\r\r")
UNSEEN = re.compile("[\u00ad\u200b\ufeff]+")
"""Characters that only say where a word may break."""
MARKED = {
    "em": "em",
    "i": "em",
    "cite": "em",
    "dfn": "em",
    "var": "em",
    "strong": "strong",
    "b": "strong",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "a": "link",
    "sup": "sup",
    "sub": "sub",
}


MOVING = {"msup": ("", "sup"), "msub": ("", "sub"), "msubsup": ("", "sub", "sup")}
"""What the parts of a formula are: x and its power."""


STYLED = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
"""How word processors raise and lower figures in a page that they export."""


def mark_of(element: Element) -> str:
    """The inline markup that an element is, "" for none."""
    if element.parent is not None and element.parent.tag in MOVING:
        at = next((n for n, each in enumerate(islice(element.parent.elements, 3)) if each is element), 0)
        moved = MOVING[element.parent.tag]
        return moved[at] if at < len(moved) else ""
    styled = STYLED.search(element.get("style")) if element.tag == "span" else None
    return f"su{styled[1][2].lower()}" if styled else MARKED.get(element.tag, "")


@dataclass(slots=True)
class Setter:
    """Sets words into the run at hand; ends it where a block begins or ends."""

    source: str
    spots: list[Spot] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    rest: list[Bit] = field(default_factory=list)
    open: list[tuple[Element, int]] = field(default_factory=list)
    """Inline elements that are open, with where their words begin in the run's text."""
    parts: list[str] = field(default_factory=list)
    size: int = 0
    bits: list[Bit] = field(default_factory=list)
    waiting: list[Bit] = field(default_factory=list)
    """Syntax and white space behind the run's last word: part of the run only if a word follows."""
    breaks: int = 0
    spans: list[Span] = field(default_factory=list)
    pre: int = 0
    parted: int = 0
    """Open listings that hold running text, in which a blank line ends a paragraph."""
    muted: list[str] = field(default_factory=list)
    """The rules of the open inline elements whose words are no text."""
    muting: list[Element] = field(default_factory=list)
    links: int = 0
    linked: int = 0
    holder: list[Element] = field(default_factory=list)
    ends: str = ""
    """The last character set, "" at a run's start."""

    def finish(self) -> None:
        """End the run."""
        if self.bits:
            for element, start in self.open:
                self.span(element, start, self.size)
            kind = "code" if self.pre else "text"
            run = Run(self.holder[-1], self.bits, "".join(self.parts), self.spans, self.linked, kind)
            trim(run)
            if run.text:
                self.runs.append(run)
            else:
                self.rest += run.bits
            self.bits, self.parts, self.spans = [], [], []
        self.rest += self.waiting
        self.waiting, self.size, self.linked, self.breaks, self.ends = [], 0, 0, 0, ""
        self.open = [(element, 0) for element, _ in self.open]

    def span(self, element: Element, start: int, end: int) -> None:
        """Record inline markup that holds words."""
        if start < end:
            self.spans.append(Span(mark_of(element), element, start, end))

    def silent(self, start: int, end: int, rule: str, role: str = "markup") -> None:
        """A stretch that is no words."""
        if start < end:
            self.waiting.append(Bit(SeedSpan(start, end), "", "space" if role == "space" else "markup", rule))

    def word(self, start: int, end: int, text: str | None) -> None:
        """A stretch of words; `text` where they differ from the seed's."""
        if self.muted:
            self.waiting.append(Bit(SeedSpan(start, end), "", "boilerplate", self.muted[-1]))
            return
        bit = Bit(SeedSpan(start, end), text)
        words = shown(bit, self.source, preformatted=self.pre > 0)
        (self.bits or self.rest).extend(self.waiting)
        self.waiting = []
        self.bits.append(bit)
        self.parts.append(words)
        self.size += len(words)
        self.linked += len(words) if self.links else 0
        self.ends = words[-1:]

    def text(self, start: int, end: int) -> None:
        """Raw text: white space folded, what is not seen left out."""
        source, at = self.source, start
        if self.pre:
            self.line_breaks(start, end)
            return
        for found in WIDE.finditer(source, start, end):
            if self.parted and BLANK_LINE.search(found.group()):
                self.stretch(at, found.start())
                self.finish()
                at = found.start()
                continue
            self.stretch(at, found.start() + 1)
            self.silent(found.start() + 1, found.end(), "white-space", "space")
            at = found.end()
        self.stretch(at, end)

    def fraction(self) -> None:
        """The stroke of a fraction, which a formula's own markup draws: the tag behind the numerator stands for it."""
        at = next((n for n in range(len(self.waiting) - 1, -1, -1) if self.waiting[n].role == "markup"), -1)
        if at >= 0:
            tag, self.waiting = self.waiting[at], [*self.waiting[:at], *self.waiting[at + 1 :]]
            self.word(tag.span.start, tag.span.end, "/")

    def line_breaks(self, start: int, end: int) -> None:
        """Text whose white space counts."""
        if self.source[start:end].strip() or self.bits:
            self.breaks = 0
            self.word(start, end, None)
        else:
            self.silent(start, end, "white-space", "space")

    def stretch(self, start: int, end: int) -> None:
        """Text in which no white space is doubled."""
        source, start = self.source, self.folded(start, end)
        if start >= end:
            return
        if self.breaks and source[start:end].strip(WHITE):
            self.breaks = 0
        for found in UNSEEN.finditer(source, start, end):
            if found.start() > start:
                self.word(start, found.start(), None)
            self.silent(found.start(), found.end(), "soft-break")
            start = self.folded(found.end(), end)
        if start < end:
            self.word(start, end, " " if source[start:end] in WHITE else None)

    def folded(self, start: int, end: int) -> int:
        """Where words begin, after white space that follows white space."""
        while start < end and self.source[start] in WHITE and (not self.bits or self.ends in " \n"):
            self.silent(start, start + 1, "white-space", "space")
            start += 1
        return start

    def ref(self, node: Ref) -> None:
        """A character reference."""
        text = node.text.translate(VISIBLE)
        if UNSEEN.fullmatch(text):
            self.silent(node.start, node.end, "soft-break")
        elif text in WHITE and not self.pre and (not self.bits or self.ends in " \n"):
            self.silent(node.start, node.end, "white-space", "space")
        else:
            self.breaks = 0
            self.word(node.start, node.end, text)

    def line_break(self, element: Element) -> None:
        """`<br>`: a new line in the block, two of them a new block."""
        self.breaks += 1
        if self.breaks > 1:
            self.silent(element.start, element.end, "line-break")
            self.finish()
            self.breaks = 2
        elif self.bits:
            self.word(element.start, element.end, "\n")
        else:
            self.silent(element.start, element.end, "line-break")


def trim(run: Run) -> None:
    """Drop the white space at a run's end, which nobody sees."""
    extra = len(run.text) - len(run.text.rstrip(WHITE))
    run.text = run.text[: len(run.text) - extra]
    at = len(run.bits) - 1
    while extra > 0:
        bit = run.bits[at]
        size = bit.span.end - bit.span.start if bit.text is None else len(bit.text)
        if size <= extra:
            run.bits[at] = Bit(bit.span, "", "space", "white-space")
        else:
            cut = bit.span.end - extra
            run.bits[at : at + 1] = [
                Bit(SeedSpan(bit.span.start, cut)),
                Bit(SeedSpan(cut, bit.span.end), "", "space", "white-space"),
            ]
        extra -= size
        at -= 1
    size = len(run.text)
    for span in run.spans:
        span.end = min(span.end, size)
