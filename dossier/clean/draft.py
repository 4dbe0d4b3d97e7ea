"""What the cleaner's rules produce: drafts of blocks, made of bits that account for every character they touch."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dossier.model import Mark, Role
from dossier.sourcemap import SeedSpan

PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
PICTURES |= {0x202D: 0xFFFD, 0x202E: 0xFFFD}
"""Control characters show as Unicode pictures, and overrides, which turn the order of letters round, as U+FFFD.

No page, parser or terminal ever meets the real ones.
"""
BREAKS = dict.fromkeys(map(ord, "\n\r\t\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), 0x20)
"""Line ends of every kind read as one space inside a paragraph."""
VISIBLE = PICTURES | BREAKS


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of the seed inside a draft.

    `text` is what the reading text gets for it ("" when dropped, None for the stretch itself); `role` is set where the
    stretch is not of the draft's own role: "markup", "space", or a join's white space, which shows as `text`.
    """

    span: SeedSpan
    text: str | None = None
    role: Role | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before it has an id and a place in the reading text. Bits are in seed order and do not overlap."""

    role: Role
    rule: str
    bits: tuple[Bit, ...]
    level: int = 0
    shown: bool = True
    note: int | None = None
    ordinal: str = ""
    preformatted: bool = False
    marks: tuple[Mark, ...] = ()
    """Inline markup, in offsets of the draft's own text."""
    said: list[str] = field(default_factory=list, init=False, compare=False, repr=False)
    """The draft's own text once it has been asked for: nearly every rule asks."""

    @property
    def start(self) -> int:
        """Where the first bit begins."""
        return self.bits[0].span.start

    @property
    def span(self) -> SeedSpan:
        """From the first bit to the last."""
        return SeedSpan(self.bits[0].span.start, self.bits[-1].span.end)

    def text(self, source: str) -> str:
        """The draft's words as the reading text will have them; `source` is the seed's text."""
        if not self.said:
            self.said.append("".join([shown(bit, source, preformatted=self.preformatted) for bit in self.bits]))
        return self.said[0]

    def recast(self, role: Role, rule: str, *, visible: bool = True) -> Draft:
        """The same stretch under another role."""
        return replace(self, role=role, rule=rule, shown=visible)


def shown(bit: Bit, source: str, *, preformatted: bool = False) -> str:
    """What a bit puts into the reading text."""
    if bit.text is not None:
        return bit.text
    raw = source[bit.span.start : bit.span.end]
    if raw.isprintable():
        return raw
    return raw.translate(PICTURES) if preformatted else raw.translate(VISIBLE)
