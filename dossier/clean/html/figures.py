"""The raised and lowered figures of a run, set as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dossier.clean.draft import Bit
from dossier.clean.html.runs import Run
from dossier.clean.raised import lowered, raised
from dossier.sourcemap import SeedSpan

MOVED = ("sup", "sub")


def figured(run: Run) -> tuple[tuple[Bit, ...], str]:
    """The bits of a run and its text with raised and lowered figures as such; every length stays."""
    spans = [span for span in run.spans if span.kind in MOVED and span.start < span.end]
    if not spans:
        return tuple(run.bits), run.text
    text = list(run.text)
    for span in sorted(spans, key=lambda span: MOVED.index(span.kind)):
        words = run.text[span.start : span.end]
        if span.kind == "sup":
            text[span.start : span.end] = raised(words)
        else:
            before, after = "".join(text[span.start - 1 : span.start]), "".join(text[span.end : span.end + 1])
            text[span.start : span.end] = lowered(words, before, after)
    return tuple(reset(run.bits, run.text, text)), "".join(text)


def reset(bits: Iterable[Bit], old: str, new: Sequence[str]) -> Iterator[Bit]:
    """The bits of a text some of whose characters are others now, each of those a bit of its own."""
    at = 0
    for bit in bits:
        size = bit.span.end - bit.span.start if bit.text is None else len(bit.text)
        changed = [place for place in range(at, min(at + size, len(new))) if new[place] != old[place]]
        yield from parted(bit, at, changed, new) if changed else (bit,)
        at += size


def parted(bit: Bit, at: int, changed: Sequence[int], new: Sequence[str]) -> Iterator[Bit]:
    """A bit that begins `at` a place of the text, with its changed characters apart."""
    if bit.text is not None:
        made = list(bit.text)
        for place in changed:
            made[place - at] = new[place]
        yield replace(bit, text="".join(made))
        return
    start, end = bit.span.start, bit.span.end
    for place in changed:
        here = bit.span.start + place - at
        if here > start:
            yield Bit(SeedSpan(start, here))
        yield Bit(SeedSpan(here, here + 1), new[place])
        start = here + 1
    if start < end:
        yield Bit(SeedSpan(start, end))
