"""Running heads and feet: what a page printed around the text and the capture mixed into it.

Evidence is repetition with a page number that counts up, so an ordinary repeated line stays.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Sequence

from dossier.clean.lines import Line

NUMBERED = (
    re.compile(r"^.*\S\s+\[?[Pp]age\s++(?P<n>\d{1,4})(?:\s+of\s+\d{1,4})?\]?\s*$"),
    re.compile(r"^\s*\[?[Pp]age\s+(?P<n>\d{1,4})(?:\s+of\s+\d{1,4})?\]?\s*$"),
    re.compile(r"^\s*(?P<n>\d{1,4})(?:\s{3,}|\t\s*)\S.*$"),
    re.compile(r"^\s*+\S.*?(?:(?<=\s\s\s)|(?<=\t)|(?<=\t\s))(?P<n>\d{1,4})\s*+$"),
    re.compile(r"^\s*[-\u2013\u2014]\s?(?P<n>\d{1,4})\s?[-\u2013\u2014]\s*$"),
    re.compile(r"^\s*(?P<n>\d{1,4})\s*$"),
    re.compile(r"^\s*(?P<n>\d{1,4})\s*/\s*\d{1,4}\s*$"),
)
EDGES = frozenset("-\u2013\u2014]")
"""What may stand outside a number at the end of a line: `- 12 -`, `[Page 12]`."""
NEAREST = 12
"""Page numbers stand at least this many lines apart; list numbers stand closer."""
SHORTEST_RUN = 3
REACH = 4
"""A running head stands at most this many lines from the page number it goes with."""


def running_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that are running heads or feet."""
    numbered = page_numbers(lines)
    if not numbered:
        return frozenset()
    return frozenset(numbered | companions(lines, numbered))


def page_numbers(lines: Sequence[Line]) -> set[int]:
    """Lines whose number counts up by one from page to page, at least SHORTEST_RUN pages long."""
    runs: list[list[int]] = []
    waiting: dict[int, deque[list[int]]] = {}
    for line in lines:
        if line.blank or ".." in line.text or not at_edge(lines, line.number):
            continue
        number = number_of(line.text)
        if number is None:
            continue
        # Of the runs that wait for this number, the oldest has it, unless its last line is too near.
        ready = waiting.get(number)
        if ready and line.number - ready[0][-1] >= NEAREST:
            run = ready.popleft()
        else:
            run = []
            runs.append(run)
        run.append(line.number)
        waiting.setdefault(number + 1, deque()).append(run)
    return {at for run in runs if len(run) >= SHORTEST_RUN for at in run}


def at_edge(lines: Sequence[Line], number: int) -> bool:
    """Whether a blank line, a form feed or the text's end stands on one side of a line, as at every edge of a page."""
    before = number == 0 or lines[number - 1].blank or lines[number].breaks_page
    return before or number + 1 == len(lines) or lines[number + 1].blank or lines[number + 1].breaks_page


def number_of(text: str) -> int | None:
    """The page number a line carries at one of its ends."""
    line = text.strip()
    if not (line[:1].isdecimal() or line[-1:].isdecimal() or line[-1:] in EDGES):
        return None
    for pattern in NUMBERED:
        found = pattern.match(text)
        if found:
            return int(found["n"])
    return None


def companions(lines: Sequence[Line], numbered: set[int]) -> set[int]:
    """Lines that stand beside page numbers again and again, alike but for digits."""
    near: Counter[str] = Counter()
    places: dict[str, list[int]] = {}
    for at in sorted(numbered):
        for other in lines[max(0, at - REACH) : at + REACH + 1]:
            if other.number not in numbered and not other.blank:
                shape = re.sub(r"\d+", "#", " ".join(other.text.split()))
                near[shape] += 1
                places.setdefault(shape, []).append(other.number)
    need = max(2, (len(numbered) + 1) // 2)
    return {at for shape, count in near.items() if count >= need and alone(shape) for at in places[shape]}


def alone(shape: str) -> bool:
    """Whether a line's shape can be a head: it has words and is no end of a sentence."""
    return any(c.isalpha() for c in shape) and not shape.endswith((".", "?", "!", ",", ";"))
