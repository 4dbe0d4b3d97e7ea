"""Drafts cut where an editor says, and the ties between a draft's text and the seed that this takes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dossier.clean.draft import Bit, Draft, shown
from dossier.model import Mark
from dossier.sourcemap import SeedSpan, TextSpan


def seed_offset(draft: Draft, source: str, offset: int) -> int:
    """Where a character of a draft's text stands in the seed."""
    at = 0
    for bit in draft.bits:
        words = shown(bit, source, preformatted=draft.preformatted)
        if offset < at + len(words):
            pointwise = len(words) == bit.span.end - bit.span.start
            return bit.span.start + (offset - at if pointwise else 0)
        at += len(words)
    return draft.span.end


def text_offset(draft: Draft, source: str, offset: int) -> int:
    """Where an offset of the seed stands in a draft's text: there, or where what follows it begins."""
    at = 0
    for bit in draft.bits:
        words = shown(bit, source, preformatted=draft.preformatted)
        if offset < bit.span.end:
            pointwise = len(words) == bit.span.end - bit.span.start
            return at + (max(offset - bit.span.start, 0) if pointwise else 0)
        at += len(words)
    return at


def divide(draft: Draft, source: str, offset: int) -> tuple[Draft | None, Draft | None]:
    """What stands before an offset of a draft's text and what after it; None for a side without words."""
    left: list[Bit] = []
    right: list[Bit] = []
    at = 0
    for bit in draft.bits:
        words = shown(bit, source, preformatted=draft.preformatted)
        end = at + len(words)
        if at < offset < end and len(words) == bit.span.end - bit.span.start:
            cut = bit.span.start + offset - at
            text = (None, None) if bit.text is None else (bit.text[: offset - at], bit.text[offset - at :])
            left.append(replace(bit, span=SeedSpan(bit.span.start, cut), text=text[0]))
            right.append(replace(bit, span=SeedSpan(cut, bit.span.end), text=text[1]))
        elif end <= offset and (words or at < offset):
            left.append(bit)
        else:
            right.append(bit)
        at = end
    return piece(draft, source, left, (0, offset)), piece(draft, source, right, (offset, at))


def piece(draft: Draft, source: str, bits: Sequence[Bit], held: tuple[int, int]) -> Draft | None:
    """A draft of some of another's bits, without white space at its ends; `held` is its range of the other's text."""
    kept = list(bits)
    start = held[0]
    while kept and not (words := shown(kept[0], source, preformatted=draft.preformatted)).strip():
        if kept[0].role == "markup" and not words:
            break
        start += len(words)
        kept.pop(0)
    while kept and blank(kept[-1], draft, source):
        kept.pop()
    if not any(shown(bit, source, preformatted=draft.preformatted).strip() for bit in kept):
        return None
    first = shown(kept[0], source, preformatted=draft.preformatted)
    lead = len(first) - len(first.lstrip())
    if lead and kept[0].text is None:
        kept[0] = replace(kept[0], span=SeedSpan(kept[0].span.start + lead, kept[0].span.end))
        start += lead
    last = shown(kept[-1], source, preformatted=draft.preformatted)
    trail = len(last) - len(last.rstrip())
    if trail and kept[-1].text is None:
        kept[-1] = replace(kept[-1], span=SeedSpan(kept[-1].span.start, kept[-1].span.end - trail))
    made = replace(draft, bits=tuple(kept), marks=())
    return replace(made, marks=tuple(clipped(draft.marks, start, start + len(made.text(source)))))


def blank(bit: Bit, draft: Draft, source: str) -> bool:
    """Whether a bit at the end of a draft shows nothing and is no sign of syntax."""
    words = shown(bit, source, preformatted=draft.preformatted)
    return not words.strip() and not (bit.role == "markup" and not words)


def clipped(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    """The marks of a range, in offsets from its start."""
    found = []
    for mark in marks:
        low, high = max(mark.span.start, start), min(mark.span.end, end)
        if low < high:
            found.append(replace(mark, span=TextSpan(low - start, high - start)))
    return found


PARTED = "\x00"
"""What stands between drafts in the text that is searched: no words of an editor match across it."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Drafts as one text: which of them an offset of it stands in, and where."""

    drafts: Sequence[Draft]
    source: str
    starts: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Set the drafts one after another."""
        at = 0
        for draft in self.drafts:
            self.starts.append(at)
            self.texts.append(draft.text(self.source))
            at += len(self.texts[-1]) + len(PARTED)

    @property
    def text(self) -> str:
        """All texts."""
        return PARTED.join(self.texts)

    def at(self, offset: int) -> tuple[int, int]:
        """The number of the draft at an offset, and the offset in it."""
        number = bisect_right(self.starts, offset) - 1
        return number, offset - self.starts[number]

    def where(self, offset: int) -> int:
        """The place in the seed."""
        number, inside = self.at(offset)
        return seed_offset(self.drafts[number], self.source, inside)

    def unit(self, offset: int) -> tuple[int, int]:
        """The range of the draft at an offset."""
        number, _ = self.at(offset)
        return self.starts[number], self.starts[number] + len(self.texts[number])
