"""The sentence round a passage, as a stretch of the reading text: what a list shows beside the words it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dossier.lexicon import words
from dossier.model import Block
from dossier.sourcemap import TextSpan
from dossier.write.escape import Safe
from dossier.write.flatten import Wrap, flatten
from dossier.write.view import View

STOP = re.compile(
    r"(?P<stop>[.!?\u2026]++)(?P<tail>['\"\u2019\u201d\u00bb)\]]*+)(?:\[\^?\w{1,12}\])?"
    r"\s++(?=['\"\u2018\u201c\u201e\u00ab(\[]{0,3}(?:[^\W_a-z]|\d))"
)
"""The end of a sentence: its stop, closing marks, and a capital or a digit to follow."""
ROW = re.compile(r"\n+")
BETWEEN = re.compile(r"[\s(\[\u201c\u2018\"'\u2013\u2014-]")
"""What may stand before a word."""
BEFORE = 16
"""Characters of the longest abbreviation looked for before a stop."""
REACH = 400
"""Characters that a sentence may grow by to take in the words that name a speaker."""
TOO_LONG = 420
"""Characters of a sentence that a list shows round a clause; of a longer one it shows the clause's neighbourhood."""
COMPANY = 110
WORDS, DIFFERS = "d-words", "d-differs"
"""Classes of the words that a quotation holds, and of those among them that another form of it has not."""


@dataclass(slots=True)
class Sentences:
    """Where the sentences of one source's blocks begin; each block is looked at once."""

    view: View
    starts: dict[str, list[int]] = field(default_factory=dict)

    def beginnings(self, block: Block) -> list[int]:
        """Offsets at which a sentence of the block, or a row of a table, begins, the block's own start among them."""
        text = self.view.document.text
        if block.id not in self.starts and block.role == "table":
            rows = ROW.finditer(text, block.span.start, block.span.end)
            self.starts[block.id] = [block.span.start, *(row.end() for row in rows)]
        if block.id not in self.starts:
            found = STOP.finditer(text, block.span.start, block.span.end)
            self.starts[block.id] = [block.span.start, *(stop.end() for stop in found if real(text, stop))]
        return self.starts[block.id]

    def around(self, block: Block, span: TextSpan) -> TextSpan:
        """The sentence or sentences of a block that hold a range, without white space at the edges."""
        begins = self.beginnings(block)
        start, end = max(span.start, block.span.start), min(span.end, block.span.end)
        first = begins[max(bisect_right(begins, start) - 1, 0)]
        after = bisect_right(begins, max(end - 1, first))
        last = begins[after] if after < len(begins) else block.span.end
        text = self.view.document.text
        edges = " \t\n|" if block.role == "table" else ""
        while last > end and (text[last - 1].isspace() or text[last - 1] in edges):
            last -= 1
        while first < start and (text[first].isspace() or text[first] in edges):
            first += 1
        return TextSpan(first, max(last, end))


def real(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: not after `Mr`, an initial or the parts of `the U.S. Senate`."""
    if stop["stop"] != "." or stop["tail"]:
        return True
    word = BETWEEN.split(text[max(0, stop.start() - BEFORE) : stop.start()])[-1]
    return not (word in words("en", "abbreviations") or (len(word.rpartition(".")[2]) == 1 and word[-1:].isupper()))


def frames(sentences: Sentences, parts: Sequence[TextSpan], evidence: TextSpan | None = None) -> list[TextSpan]:
    """The sentences round the parts of a quotation, one stretch for each block that holds some of it.

    A stretch grows to take in the evidence for the speaker where that stands nearby in its block.
    """
    found: list[TextSpan] = []
    for block, held in by_block(sentences.view, parts):
        start, end = held.start, held.end
        if evidence and block.span.start <= evidence.start and evidence.end <= block.span.end:
            start = min(start, evidence.start) if held.start - evidence.start <= REACH else start
            end = max(end, evidence.end) if evidence.end - held.end <= REACH else end
        found.append(sentences.around(block, TextSpan(start, end)))
    return found


def by_block(view: View, parts: Iterable[TextSpan]) -> list[tuple[Block, TextSpan]]:
    """The blocks that hold the parts, each with the range from its first part to its last."""
    found: dict[str, tuple[Block, TextSpan]] = {}
    for part in parts:
        at = part.start
        while at < part.end:
            block = view.block_at(at)
            if block is None:
                at += 1
                continue
            end = min(part.end, block.span.end)
            before = found.get(block.id)
            first = min(before[1].start, at) if before else at
            last = max(before[1].end, end) if before else end
            found[block.id] = block, TextSpan(first, last)
            at = max(end, at + 1)
    return list(found.values())


def framed(view: View, span: TextSpan, marked: Iterable[tuple[TextSpan, str]]) -> Safe:
    """A stretch of the reading text on one line of Markdown, with the marked ranges in elements of their class."""
    wraps = []
    for rank, (part, name) in enumerate(marked):
        tag = "mark" if name == DIFFERS else "span"
        if part.start < part.end:
            wraps.append(Wrap(part, f'<{tag} class="{name}">', f"</{tag}>", rank))
    return flatten(view.document.text, span, wraps)


def near(sentences: Sentences, clause: TextSpan, *others: TextSpan) -> tuple[TextSpan, bool, bool]:
    """The stretch a list shows round a clause, and whether it was cut before and after.

    `others` are ranges of the same sentence, such as the date, that should be in it.
    """
    view = sentences.view
    block = view.block_at(clause.start)
    if block is None:
        return clause, False, False
    inside = [o for o in others if block.span.start <= o.start and o.end <= block.span.end]
    start, end = min([clause.start, *(o.start for o in inside)]), max([clause.end, *(o.end for o in inside)])
    whole = sentences.around(block, TextSpan(start, end))
    if whole.end - whole.start <= TOO_LONG:
        return whole, False, False
    first = cut(view, max(whole.start, start - COMPANY), start) if start - COMPANY > whole.start else whole.start
    if end + COMPANY < whole.end:
        last = view.document.text.rfind(" ", end, end + COMPANY)
        return TextSpan(first, max(end, last)), first > whole.start, True
    return TextSpan(first, whole.end), first > whole.start, False


def cut(view: View, at: int, until: int) -> int:
    """The first beginning of a word between two offsets."""
    space = view.document.text.find(" ", at, until)
    return space + 1 if space >= 0 else until
