"""The one place where overlapping spans become nested markup.

Each annotation of a block is a `Wrap`: what to write before and after its stretch of text. Where two overlap without
one holding the other, the later one is closed and opened again, so that tags always nest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dossier.sourcemap import TextSpan
from dossier.write.escape import Safe, markdown


@dataclass(frozen=True, slots=True)
class Wrap:
    """Markup around a stretch of the reading text. Of two with one span, the lower `rank` is the outer one.

    `again` opens a stretch that had to be cut (it must repeat no id); `close` ends each piece. No link may stand in
    another (`link`): where two overlap, the lower rank stays.
    """

    span: TextSpan
    open: str
    close: str
    rank: int = 0
    again: str | None = None
    link: bool = False


@dataclass(frozen=True, slots=True)
class Insert:
    """Markup of our own at one place of the reading text, after what ends there."""

    at: int
    text: str


def element(name: str, attributes: str) -> tuple[str, str]:
    """The tags of an inline HTML element; `attributes` is safe and may be empty."""
    return f"<{name} {attributes}>" if attributes else f"<{name}>", f"</{name}>"


@dataclass(slots=True)
class Ink:
    """What is written so far: finished markup, text that waits for its escaping, and the wraps that stand open."""

    done: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    standing: list[Wrap] = field(default_factory=list)
    begun: set[int] = field(default_factory=set)

    def settle(self) -> None:
        """Escape the waiting text as one piece, so that no pattern of it is cut unseen."""
        if self.waiting:
            self.done.append(markdown("".join(self.waiting), start=not self.done))
            self.waiting.clear()

    def stand(self, wanted: Sequence[Wrap]) -> None:
        """Close and open so that exactly the wanted wraps stand, outermost first."""
        same = 0
        for have, want in zip(self.standing, wanted, strict=False):
            if have is not want:
                break
            same += 1
        if same == len(self.standing) == len(wanted):
            return
        self.settle()
        while len(self.standing) > same:
            self.done.append(self.standing.pop().close)
        for wrap in wanted[same:]:
            first = id(wrap) not in self.begun
            self.begun.add(id(wrap))
            self.done.append(wrap.open if first or wrap.again is None else wrap.again)
            self.standing.append(wrap)


def flatten(text: str, span: TextSpan, wraps: Iterable[Wrap], inserts: Iterable[Insert] = ()) -> Safe:
    """The stretch `span` of a reading text as one line of Markdown with its wraps and inserts.

    Wraps may overlap and may reach beyond the span; inserts outside it are left out. Linear in their number for the
    depths that occur.
    """
    every = list(wraps)
    if not (every or inserts):
        return Safe(markdown(text[span.start : span.end]).strip(" "))
    kept = sorted(clipped(single_links(every), span), key=lambda pair: (pair[0].start, -pair[0].end, pair[1].rank))
    if not inserts and all(one[0].end <= other[0].start for one, other in pairwise(kept)):
        return in_a_row(text, span, kept)
    added = sorted((i for i in inserts if span.start <= i.at <= span.end), key=lambda i: i.at)
    edges = {span.start, span.end} | {e for s, _ in kept for e in (s.start, s.end)} | {i.at for i in added}
    ink = Ink()
    active: list[tuple[TextSpan, Wrap]] = []
    coming = 0
    points = sorted(edges)
    for at, until in zip(points, [*points[1:], span.end], strict=True):
        active = [pair for pair in active if pair[0].end > at]
        while added and added[0].at == at:
            ink.stand([wrap for _, wrap in active])
            ink.settle()
            ink.done.append(added.pop(0).text)
        while coming < len(kept) and kept[coming][0].start == at:
            active.append(kept[coming])
            coming += 1
        if until > at:
            ink.stand([wrap for _, wrap in active])
            ink.waiting.append(text[at:until])
    ink.stand([])
    ink.settle()
    return Safe("".join(ink.done).strip(" "))


def in_a_row(text: str, span: TextSpan, kept: Iterable[tuple[TextSpan, Wrap]]) -> Safe:
    """The same for wraps of which none overlaps another, as most are: nothing has to be kept open."""
    done: list[str] = []
    at = span.start
    for held, wrap in kept:
        if at < held.start:
            done.append(markdown(text[at : held.start], start=not done))
        done += (wrap.open, markdown(text[held.start : held.end], start=False), wrap.close)
        at = held.end
    if at < span.end:
        done.append(markdown(text[at : span.end], start=not done))
    return Safe("".join(done).strip(" "))


def clipped(wraps: Iterable[Wrap], span: TextSpan) -> Iterable[tuple[TextSpan, Wrap]]:
    """The wraps that have a stretch in the span, each with that stretch."""
    for wrap in wraps:
        start, end = max(wrap.span.start, span.start), min(wrap.span.end, span.end)
        if start < end:
            whole = start == wrap.span.start and end == wrap.span.end
            yield wrap.span if whole else TextSpan(start, end), wrap


def single_links(wraps: Iterable[Wrap]) -> list[Wrap]:
    """The wraps without the links that overlap a link of lower rank, or an earlier one of the same."""
    every = list(wraps)
    if sum(wrap.link for wrap in every) <= 1:
        return every
    taken: list[TextSpan] = []
    dropped: set[int] = set()
    for wrap in sorted((w for w in every if w.link), key=lambda w: (w.rank, w.span)):
        at = bisect_right(taken, wrap.span)
        before = at > 0 and taken[at - 1].end > wrap.span.start
        after = at < len(taken) and taken[at].start < wrap.span.end
        if before or after:
            dropped.add(id(wrap))
        else:
            taken.insert(at, wrap.span)
    return [wrap for wrap in every if id(wrap) not in dropped]
