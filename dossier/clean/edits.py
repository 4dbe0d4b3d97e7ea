"""Edits inside a draft: markup dropped, entities resolved, with the bits cut so that every character stays accounted for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.clean.draft import Bit, Draft, shown
from dossier.model import Mark, Role
from dossier.sourcemap import SeedSpan, TextSpan


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `start:end` of a draft's text by `text`; `role` says what the stretch was ("markup") if not words."""

    start: int
    end: int
    text: str = ""
    role: Role | None = "markup"
    rule: str = "markup"


def apply(draft: Draft, source: str, edits: Sequence[Edit], marks: Sequence[Mark] = ()) -> Draft:
    """The draft with the edits made. Edits are offsets into `draft.text(source)`, sorted and apart.

    `marks` are given in the text before the edits and come out in the text after them.
    """
    if not edits and not marks:
        return draft
    bits: list[Bit] = []
    at = 0
    pending = list(edits)
    for bit in draft.bits:
        words = shown(bit, source, preformatted=draft.preformatted)
        end = at + len(words)
        if not words:
            bits.append(bit)
            continue
        while pending and pending[0].start < end:
            edit = pending[0]
            bits += part(bit, words, at, (at, max(edit.start, at)))
            inside = (max(edit.start, at), min(edit.end, end))
            bits += changed(bit, words, at, inside, edit, first=edit.start >= at)
            at, bit, words = advance(bit, words, at, inside[1])
            if edit.end > end:
                break
            pending.pop(0)
        bits += part(bit, words, at, (at, end))
        at = end
    moved = tuple(replace(m, span=shift(m.span, edits)) for m in marks)
    kept = tuple(replace(m, span=shift(m.span, edits)) for m in draft.marks)
    return replace(draft, bits=tuple(bits), marks=tuple(sorted((*kept, *moved), key=lambda m: m.span)))


def pointwise(bit: Bit, words: str) -> bool:
    """Whether a bit maps its text point by point."""
    return len(words) == bit.span.end - bit.span.start


def part(bit: Bit, words: str, at: int, span: tuple[int, int]) -> list[Bit]:
    """The piece of a bit for a range of the draft's text; a bit that does not map point by point stays whole."""
    start, end = span
    if start >= end:
        return []
    if not pointwise(bit, words):
        return [bit]
    lower = bit.span.start + start - at
    text = None if bit.text is None else bit.text[start - at : end - at]
    return [replace(bit, span=SeedSpan(lower, lower + end - start), text=text)]


def changed(bit: Bit, words: str, at: int, span: tuple[int, int], edit: Edit, *, first: bool) -> list[Bit]:  # noqa: PLR0913
    """The edited piece of a bit; the replacement text goes to the first piece that the edit touches."""
    start, end = span
    if start >= end:
        return []
    whole = not pointwise(bit, words)
    lower = bit.span.start if whole else bit.span.start + start - at
    upper = bit.span.end if whole else lower + end - start
    return [Bit(SeedSpan(lower, upper), edit.text if first else "", edit.role, edit.rule)]


def advance(bit: Bit, words: str, at: int, to: int) -> tuple[int, Bit, str]:
    """What is left of a bit from a place on."""
    used = to - at
    if used <= 0:
        return at, bit, words
    if not pointwise(bit, words):
        return at + len(words), replace(bit, span=SeedSpan(bit.span.end, bit.span.end), text=""), ""
    text = None if bit.text is None else bit.text[used:]
    return to, replace(bit, span=SeedSpan(bit.span.start + used, bit.span.end), text=text), words[used:]


def shift(span: TextSpan, edits: Sequence[Edit]) -> TextSpan:
    """A range of the text before the edits as a range after them."""
    return TextSpan(moved(span.start, edits), max(moved(span.start, edits), moved(span.end, edits)))


def moved(offset: int, edits: Sequence[Edit]) -> int:
    """One offset after the edits; inside an edit it goes to the replacement's end."""
    change = 0
    for edit in edits:
        if edit.end <= offset:
            change += len(edit.text) - (edit.end - edit.start)
        elif edit.start < offset:
            return edit.start + change + len(edit.text)
        else:
            break
    return offset + change
