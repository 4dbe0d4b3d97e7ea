"""Pieces of one utterance put together: over paragraphs, round an attribution; and words told again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.extract.quotes.case import Found
from dossier.extract.quotes.spans import Stretch
from dossier.extract.quotes.tokens import Line
from dossier.model import QuoteKind


@dataclass(frozen=True, slots=True)
class Reading:
    """One outermost stretch as read: its place in its line, its kind, and its speaker as found."""

    stretch: Stretch
    line: Line
    at: int
    kind: QuoteKind
    find: Found | None


INTERRUPTED = re.compile(r",?(?:[^.;:QcwWt]{1,24}),")
WORDS = re.compile(r"[^\W_]+")
SHINGLE = 6
"""Words that two quotations must share in a row for one to repeat the other."""
WEAK = frozenset({"next-paragraph", "lead-in", "main-clause", "carried"})


def groups(readings: Sequence[Reading]) -> list[list[Reading]]:
    """The readings as utterances: those that go on in the next paragraph or after their own attribution are one."""
    found: list[list[Reading]] = []
    for reading in readings:
        if found and joined(found[-1][-1], reading):
            found[-1].append(reading)
        else:
            found.append([reading])
    return found


def joined(left: Reading, right: Reading) -> bool:
    """Whether `right` continues `left`: `"…," he said, "…"`, or a paragraph left open before one that opens again."""
    if left.stretch.goes_on:
        return True
    if left.line is not right.line or left.find is None or right.find is None or left.find.cue is None:
        return False
    if left.find.cue != right.find.cue:
        return False
    cue = left.find.cue[0]
    return left.at < cue < right.at and INTERRUPTED.fullmatch(left.line.tags, left.at + 1, right.at) is not None


def voice(group: Sequence[Reading]) -> Found | None:
    """The speaker of an utterance: the first of its parts that has a sure one, else any."""
    finds = [r.find for r in group if r.find]
    return next((f for f in finds if f.rule not in WEAK), finds[0] if finds else None)


def repeats(text: str, pieces: Sequence[tuple[Stretch, Found | None]]) -> dict[int, Found]:
    """Speakers for words that another quotation holds too, by the opening mark; found by shared runs."""
    wanted: dict[tuple[str, ...], list[Stretch]] = {}
    for stretch, find in pieces:
        if find is None or find.rule in WEAK:
            spoken = WORDS.findall(text[stretch.start : stretch.end].lower())
            if len(spoken) >= SHINGLE:
                wanted.setdefault(tuple(spoken[:SHINGLE]), []).append(stretch)
    if not wanted:
        return {}
    firsts = {run[0] for run in wanted}
    found: dict[int, Found] = {}
    for stretch, find in pieces:
        if find is None or find.rule in WEAK:
            continue
        spoken = WORDS.findall(text[stretch.start : stretch.end].lower())
        for at, word in enumerate(spoken):
            if word in firsts:
                for again in wanted.pop(tuple(spoken[at : at + SHINGLE]), ()):
                    found[again.open] = replace(find, rule="repeated")
    return found
