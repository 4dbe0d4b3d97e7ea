"""Quotations without marks of their own: block quotations, and the turns of an interview or a transcript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dossier.extract.quotes.signatures import is_signature, words_end
from dossier.extract.quotes.spans import Stretch
from dossier.model import Block

LABEL = re.compile(
    r"(?P<who>[A-Z]|[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]+){0,3}"
    r"|[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){0,2})"
    r"(?: \([^()]{1,30}\))?:\s+(?=[^\s\"\u201c\u00ab])"
)
TURNS = 4
"""Labelled paragraphs from which a text is a transcript; one of its labels comes again."""
MOST = 0.5
"""Share of the paragraphs that are labelled in a transcript."""
WHOLE = 0.8
"""Share of a block that a marked quotation covers where the block needs no other."""
TURNING = frozenset({"paragraph", "bullet"})


def unmarked(text: str, blocks: Sequence[Block], marked: Sequence[Stretch]) -> list[Stretch]:
    """The block quotations and turns of a document, in order; none where marks already stand round the whole."""
    covered = {
        s.block for s in marked if s.close - s.open >= WHOLE * (blocks[s.block].span.end - blocks[s.block].span.start)
    }
    found = turns(text, blocks)
    quoted = {
        at
        for at, block in enumerate(blocks)
        if block.role == "blockquote" and at not in covered and block.span.end > block.span.start
    }
    quoted -= {at for at in quoted if signature(text, blocks, at)}
    for at in sorted(quoted):
        start = blocks[at].span.start
        goes_on = at + 1 in quoted
        end = blocks[at].span.end if goes_on else words_end(text, start, blocks[at].span.end)
        found.append(Stretch(start, start, end, end, at, "block", closed=not goes_on, goes_on=goes_on))
    return found


def signature(text: str, blocks: Sequence[Block], at: int) -> bool:
    """Whether a block ends a block quotation of several and is only who said or wrote it."""
    if at == 0 or blocks[at - 1].role != "blockquote":
        return False
    if at + 1 < len(blocks) and blocks[at + 1].role == "blockquote":
        return False
    above, span = blocks[at - 1].span, blocks[at].span
    return is_signature(text, span.start, span.end, text[max(above.start, above.end - 8) : above.end])


def turns(text: str, blocks: Sequence[Block]) -> list[Stretch]:
    """What each labelled paragraph of a transcript says: `WALLACE: Thank you both.`, `Q: Why now?`."""
    labelled: list[tuple[int, re.Match[str]]] = []
    for at, block in enumerate(blocks):
        match = LABEL.match(text, block.span.start, block.span.end) if block.role in TURNING else None
        if match:
            labelled.append((at, match))
    counts = Counter(match.group("who") for _, match in labelled)
    running = sum(block.role in TURNING for block in blocks)
    if len(labelled) < max(TURNS, running * MOST) or len(counts) == 1 or max(counts.values()) == 1:
        return []
    known = {who for who, count in counts.items() if count > 1 or who.isupper()}
    return [
        Stretch(match.end(), match.end(), blocks[at].span.end, blocks[at].span.end, at, "turn")
        for at, match in labelled
        if match.group("who") in known
    ]
