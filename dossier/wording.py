"""Words that an editor quotes, found in a text whatever its white space and the shape of its marks and dashes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from dossier.issues import Problem, place
from dossier.model import Correction

SHAPES = str.maketrans(
    "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2010\u2011\u2012\u2013\u2014\u2212", "''''\"\"\"\"------"
)
WORD = re.compile(r"[^\W_]+")
STRETCH = re.compile(r"[^\n.!?\x00]{1,400}")
"""What words that stand nowhere are compared with: about a clause or a line."""
SHOWN = 80
"""Characters of a text that a message repeats."""
CLOSE = 12
"""Stretches that share most words, among which the nearest is looked for letter by letter."""
COUNTED = 6
"""Places that a message lists."""

Hit = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that can be searched; offsets are its own."""

    text: str
    folded: str = field(default="", repr=False)
    offsets: Sequence[int] = field(default=(), repr=False)

    def find(self, words: str) -> list[Hit]:
        """Where the words stand, in order and apart."""
        wanted = fold(words)[0].strip()
        found: list[Hit] = []
        at = self.folded.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            found.append((self.offsets[at], self.offsets[end - 1] + 1))
            at = self.folded.find(wanted, end)
        return found

    def nearest(self, words: str) -> Hit | None:
        """The stretch that has most of the words; None where none has any."""
        wanted = set(WORD.findall(words.casefold()))
        ranked: list[tuple[float, int, int]] = []
        for stretch in STRETCH.finditer(self.text):
            own = set(WORD.findall(stretch[0].casefold()))
            shared = len(wanted & own)
            if shared:
                ranked.append((-shared / (len(wanted | own) ** 0.5), stretch.start(), stretch.end()))
        close = sorted(ranked)[:CLOSE]
        folded = fold(words)[0].casefold()

        def unlike(found: tuple[float, int, int]) -> tuple[float, int]:
            matcher = SequenceMatcher(None, folded, fold(self.text[found[1] : found[2]])[0].casefold(), autojunk=False)
            return -sum(block.size for block in matcher.get_matching_blocks()), found[1]

        best = min(close, key=unlike, default=None)
        return (best[1], best[2]) if best else None


def wording(text: str) -> Wording:
    """A text made ready for searching."""
    return Wording(text, *fold(text))


def fold(text: str) -> tuple[str, list[int]]:
    """The text with single spaces and plain marks, and where each of its characters stands."""
    plain = text.translate(SHAPES)
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for gap in re.finditer(r"[\s\u200b\ufeff]+", plain):
        parts += [plain[at : gap.start()], " "]
        offsets += [*range(at, gap.start()), gap.start()]
        at = gap.end()
    parts.append(plain[at:])
    offsets += range(at, len(plain))
    return "".join(parts), offsets


@dataclass(frozen=True, slots=True)
class Search:
    """A search for a correction's words: what they are called in messages, the seed, and how its lines are found.

    `where` turns an offset of the searched text into one of the seed's; `unit` gives the paragraph around one.
    """

    what: str
    wording: Wording
    file: str
    seed: str
    where: Callable[[int], int]
    unit: Callable[[int], Hit]

    def hits(self, correction: Correction) -> list[Hit]:
        """Every place of the words, in a paragraph that has the words of `in:` if there are any."""
        found = self.wording.find(correction.words)
        if correction.within and found:
            beside = wording(correction.within).folded.strip()
            found = [hit for hit in found if beside in fold(self.wording.text[slice(*self.unit(hit[0]))])[0]]
        return found

    def choose(self, correction: Correction, hits: Sequence[Hit]) -> list[Hit] | Problem:
        """The places that are meant, or what is wrong: none, too many, or not that many."""
        which = correction.occurrence
        if not hits:
            return self.absent(correction)
        if which == 0:
            return list(hits)
        if which is None and len(hits) > 1:
            message = f"{self.what} {short(correction.words)!r} stands {len(hits)} times: {self.listed(hits)}"
            return wrong(correction, message, "add `in:` with words of its paragraph, or `occurrence:` with its number")
        if which and which > len(hits):
            message = f"{self.what} {short(correction.words)!r} stands only {len(hits)} times: {self.listed(hits)}"
            return wrong(correction, message, f"give an `occurrence:` up to {len(hits)}")
        return [hits[(which or 1) - 1]]

    def listed(self, hits: Iterable[Hit]) -> str:
        """The lines of some places."""
        lines = [str(place(self.seed, self.where(start))[0]) for start, _ in hits]
        return (
            f"{'lines' if len(lines) > 1 else 'line'} "
            + ", ".join(lines[:COUNTED])
            + (", …" if lines[COUNTED:] else "")
        )

    def absent(self, correction: Correction) -> Problem:
        """That the words stand nowhere, with the nearest that do."""
        elsewhere = self.wording.find(correction.words) if correction.within else []
        if elsewhere:
            message = f"{short(correction.words)!r} stands in no paragraph that has {short(correction.within)!r}"
            return wrong(correction, message, f"it stands on {self.listed(elsewhere)}")
        near = self.wording.nearest(correction.words)
        message = f"{self.file} has no {self.what} {short(correction.words)!r}"
        if near is None:
            return wrong(correction, message, "copy the words from the seed")
        line = place(self.seed, self.where(near[0]))[0]
        return wrong(correction, message, f"the nearest is on line {line}: {short(self.wording.text[slice(*near)])!r}")


def short(text: str) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1].rpartition(' ')[0]}…"


def wrong(correction: Correction, message: str, mend: str) -> Problem:
    """What is wrong with a correction, at the editor's line."""
    problem = Problem(message, correction.file, correction.line, correction.column, correction.excerpt, mend)
    return replace(problem, code="unmatched-correction")
