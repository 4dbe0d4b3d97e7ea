"""Marks paired into stretches: nested ones, ones over paragraphs, and ones that never close.

One pass with a stack: every mark is pushed and popped at most once, so 10,000 nested marks
cost what 10,000 plain ones do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.extract.quotes.marks import Mark, marks
from dossier.extract.sentences import sentences
from dossier.model import Block
from dossier.sourcemap import TextSpan

WINDOW = 2000
"""Characters in which the end of a quotation without a closing mark is looked for."""
NESTED = 4
"""Levels of quotations inside quotations that are told apart; deeper ones are part of these."""
DEEP = 8
"""How far down the stack a closing mark looks for its partner."""
RUNNING = frozenset({"paragraph", "bullet", "note", "blockquote", "table", "disclaimer", "bio"})
"""Roles in which one quotation may run on from block to block."""


@dataclass(slots=True)
class Stretch:
    """What stands between one pair of marks: `open` and `close` count the marks in, `start` and `end` do not."""

    open: int
    start: int
    end: int
    close: int
    block: int
    family: str
    depth: int = 0
    parent: Stretch | None = None
    closed: bool = True
    goes_on: bool = False
    """Whether the next stretch of the same depth continues it in the next paragraph."""


@dataclass(slots=True)
class Stack:
    """The marks still open in one block, and the stretches found."""

    text: str
    found: list[Stretch] = field(default_factory=list)
    pending: list[Stretch] = field(default_factory=list)

    def open(self, mark: Mark, block: int) -> None:
        """Push a quotation that begins at this mark."""
        self.pending.append(Stretch(mark.start, mark.end, -1, -1, block, mark.family))

    def close(self, mark: Mark) -> bool:
        """Pop down to the partner of a closing mark; False where it has none."""
        low = max(0, len(self.pending) - DEEP)
        for at in range(len(self.pending) - 1, low - 1, -1):
            stretch = self.pending[at]
            if stretch.family == mark.family:
                for lost in self.pending[at + 1 :]:
                    self.drop(lost, mark.start)
                del self.pending[at:]
                stretch.end, stretch.close = mark.start, mark.end
                self.trim(stretch)
                self.found.append(stretch)
                return True
        return False

    def trim(self, stretch: Stretch) -> None:
        """Leave out the white space that some marks keep inside (`« Oui »`)."""
        while stretch.start < stretch.end and self.text[stretch.start].isspace():
            stretch.start += 1
        while stretch.end > stretch.start and self.text[stretch.end - 1].isspace():
            stretch.end -= 1

    def drop(self, lost: Stretch, end: int) -> None:
        """Give up a mark without a partner: a single one was an apostrophe, a double one is a quotation unclosed."""
        if lost.family != "single":
            self.found.append(unclosed(self.text, lost, end))

    def holds(self, family: str) -> bool:
        """Whether a quotation of this family is open within reach."""
        return any(s.family == family for s in self.pending[-DEEP:])


def stretches(text: str, blocks: Sequence[Block]) -> list[Stretch]:
    """Every quotation of the text by its marks, not yet nested."""
    found: list[Stretch] = []
    carried = False
    rows = [marks(text, b.span.start, b.span.end) for b in blocks]
    for at, row in enumerate(rows):
        stack = Stack(text)
        if carried and row and not leads(row[0], blocks[at]):
            begin = blocks[at].span.start
            stack.pending.append(Stretch(begin, begin, -1, -1, at, "double"))
        pair(stack, row, at)
        carried = finish(stack, blocks, rows, at)
        found += stack.found
    return [s for s in found if s.end > s.start]


def pair(stack: Stack, row: Sequence[Mark], block: int) -> None:
    """Walk the marks of one block."""
    for at, mark in enumerate(row):
        turn = mark.turn
        if turn == "either":
            turn = "close" if stack.holds(mark.family) else "open"
        if turn == "open" and mark.family == "double" and same_open(stack, row, at):
            turn = "close" if not_a_start(stack, mark) else "open"
        if turn == "close" and mark.family == "single" and possessive(stack.text, row, at):
            continue
        if turn == "open":
            if not mark.loose or partner(row, at):
                stack.open(mark, block)
        elif not inches(stack.text, row, at):
            stack.close(mark)


def same_open(stack: Stack, row: Sequence[Mark], at: int) -> bool:
    """Whether a double mark that would open stands directly inside an open double one."""
    return bool(stack.pending) and stack.pending[-1].family == row[at].family


def not_a_start(stack: Stack, mark: Mark) -> bool:
    """A mark after a dash may close an open quotation: `"We will-"`."""
    return not stack.text[mark.start - 1].isspace() and stack.text[mark.start - 1] not in "([{"


def partner(row: Sequence[Mark], at: int) -> bool:
    """Whether a later mark of its family may close the one at `at`; looks at the next few only."""
    return any(mark.family == row[at].family and mark.turn != "open" for mark in row[at + 1 : at + 13])


def possessive(text: str, row: Sequence[Mark], at: int) -> bool:
    """Whether a closing single mark is a plural's apostrophe: `'the states' rights are'` has another to close it."""
    mark = row[at]
    if text[mark.start - 1] not in "sz" or not text[mark.end : mark.end + 1].isspace():
        return False
    if not text[mark.end + 1 : mark.end + 2].islower():
        return False
    for later in row[at + 1 : at + 7]:
        if later.family == "single" and later.turn == "open":
            return False
        if later.family == "single" and later.turn == "close":
            return True
    return False


def inches(text: str, row: Sequence[Mark], at: int) -> bool:
    """Whether a closing `"` after a figure means inches: the next double mark closes too (`"a 27" screen"`)."""
    mark = row[at]
    if mark.family != "double" or text[mark.start : mark.end] != '"' or not text[mark.start - 1].isdigit():
        return False
    later = next((m for m in row[at + 1 : at + 7] if m.family == "double"), None)
    return later is not None and later.turn == "close" and text[mark.end : mark.end + 2].strip().islower()


def leads(mark: Mark, block: Block) -> bool:
    """Whether a mark opens at the very start of a block."""
    return mark.turn != "close" and mark.family != "single" and mark.start - block.span.start <= 1


def finish(stack: Stack, blocks: Sequence[Block], rows: Sequence[Sequence[Mark]], at: int) -> bool:
    """End what a block leaves open; True where the quotation goes on in the next block."""
    rest = [s for s in stack.pending if s.family != "single"]
    if not rest:
        return False
    end = blocks[at].span.end
    last = rest[0]
    goes_on = runs_on(blocks, rows, at)
    for lost in rest[1 : NESTED + 1]:
        stack.drop(lost, end)
    if goes_on:
        last.end = last.close = end
        last.closed = False
        last.goes_on = True
        stack.found.append(last)
    else:
        inner = min((s.open for s in stack.found if s.family == last.family and s.open > last.open), default=end)
        stack.found.append(unclosed(stack.text, last, inner))
    return goes_on


def runs_on(blocks: Sequence[Block], rows: Sequence[Sequence[Mark]], at: int) -> bool:
    """Whether the next block begins with an opening mark, or brings the closing one before any other."""
    if (
        at + 1 >= len(blocks)
        or blocks[at].role not in RUNNING
        or blocks[at + 1].role not in RUNNING
        or not rows[at + 1]
    ):
        return False
    first = next((m for m in rows[at + 1] if m.family != "single"), None)
    return first is not None and (leads(first, blocks[at + 1]) or first.turn == "close")


def unclosed(text: str, lost: Stretch, end: int) -> Stretch:
    """End a quotation that lacks its closing mark where the sense allows.

    After a colon it may be a whole speech, so it takes all there is; elsewhere it ends with its first sentence. It
    never takes in a later quotation that is whole.
    """
    before = text[max(0, lost.open - 2) : lost.open].rstrip()
    if not before.endswith(":"):
        first = sentences(text, lost.start, min(end, lost.start + WINDOW))
        end = first[0].end if first else end
    while end > lost.start and text[end - 1].isspace():
        end -= 1
    lost.end = lost.close = end
    lost.closed = False
    return lost


def nest(found: list[Stretch]) -> list[Stretch]:
    """The stretches in the order of their opening marks, each with its parent and depth; too deep ones left out."""
    found.sort(key=lambda s: (s.open, -s.close, s.start))
    above: list[Stretch] = []
    for stretch in found:
        while above and above[-1].close <= stretch.open:
            above.pop()
        if above:
            stretch.parent, stretch.depth = above[-1], above[-1].depth + 1
        above.append(stretch)
    return [s for s in found if s.depth <= NESTED]


def span(stretch: Stretch) -> TextSpan:
    """The stretch without its marks."""
    return TextSpan(stretch.start, stretch.end)
