"""The sentence around a place, for showing a passage: one cut too early is only shown shorter, so a plain rule does."""

from __future__ import annotations

import re
from bisect import bisect_right

from dossier.lexicon import words
from dossier.sourcemap import TextSpan

STOP = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*(?:\[\w{1,3}\])*\s+(?=[\"'\u201c\u2018(\[\u00ab\u201e]*[^\W_a-z])")
BEFORE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
LONGEST = 24
"""Characters before a full stop in which an abbreviation is looked for."""
LIMIT = 420
"""Characters of a sentence that are shown; a longer one is shown around the place that is meant."""


def sentences(text: str, block: TextSpan) -> tuple[TextSpan, ...]:
    """The sentences of a block, in order and together all of it. Linear in its length."""
    stops = STOP.finditer(text, block.start, block.end)
    starts = [block.start, *(m.end() for m in stops if m.end() < block.end and not shortened(text, m.start()))]
    ends = [*starts[1:], block.end]
    return tuple(TextSpan(start, end) for start, end in zip(starts, ends, strict=True) if end > start)


def shortened(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation or an initial: "Gen.", "A. Wess Mitchell", "U.S."."""
    found = BEFORE.search(text, max(0, stop - LONGEST), stop) if text[stop] == "." else None
    if found is None:
        return False
    word = found[0]
    listed = words("en", "abbreviations") | words("en", "abbreviations_final")
    return word in listed or "." in word or (len(word) == 1 and word.isupper() and word != "I")


def around(text: str, block: TextSpan, span: TextSpan) -> TextSpan:
    """The sentence, or the run of sentences, of a block that holds a range of it; see LIMIT."""
    found = sentences(text, block)
    first = max(bisect_right(found, span.start, key=lambda s: s.start) - 1, 0)
    last = max(bisect_right(found, max(span.end - 1, span.start), key=lambda s: s.start) - 1, first)
    return within(text, TextSpan(found[first].start, found[last].end), span) if found else span


def within(text: str, whole: TextSpan, span: TextSpan) -> TextSpan:
    """So much of a stretch as is shown: all of it if it is short, else whole words on both sides of a range of it."""
    end = whole.end
    while end > whole.start and text[end - 1].isspace():
        end -= 1
    if end - whole.start <= LIMIT:
        return TextSpan(whole.start, max(end, whole.start))
    room = max(LIMIT - (span.end - span.start), 0)
    low = max(span.start - room // 2, whole.start)
    high = min(low + max(LIMIT, span.end - span.start), end)
    low = max(min(low, high - LIMIT), whole.start)
    if low > whole.start:
        gap = text.find(" ", low, span.start)
        low = gap + 1 if gap >= 0 else low
    if high < end:
        gap = text.rfind(" ", min(span.end, high), high)
        high = gap if gap >= 0 else high
    return TextSpan(low, high)
