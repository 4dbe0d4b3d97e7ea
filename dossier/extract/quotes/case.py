"""One quotation in its surroundings, and what a rule finds about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.extract.quotes.lines import Lines
from dossier.extract.quotes.phrases import Phrase
from dossier.extract.quotes.spans import Stretch
from dossier.extract.quotes.tokens import Line


@dataclass(frozen=True, slots=True)
class Found:
    """A speaker as the text names it: the line and phrase that do, the cue's tokens, the rule that read them."""

    line: Line
    phrase: Phrase
    cue: tuple[int, int] | None
    rule: str


@dataclass(slots=True)
class Case:
    """One quotation in its line. `low:high` is its sentence, `at` its token."""

    text: str
    line: Line
    at: int
    low: int
    high: int
    stretch: Stretch
    done: dict[int, Found] = field(default_factory=dict)
    """What the cues of this line have been found to say so far, by the cue's token."""
    lines: Lines | None = None
    """The lines of the document; None where only this one may be looked at."""
    previous: Found | None = None
    """The speaker of the quotation before it in the document, if that had one."""
    previous_line: Line | None = None
    """The line that quotation stands in."""
    bullet: bool = False
    """Whether the line below may sign without a dash: a bullet, or the next line of a block quotation."""

    @property
    def above(self) -> Line | None:
        """The line before."""
        number = self.line.block
        return self.lines[number - 1] if self.lines and number else None

    @property
    def below(self) -> Line | None:
        """The line after."""
        number = self.line.block + 1
        return self.lines[number] if self.lines and number < len(self.lines) else None

    @property
    def tags(self) -> str:
        """The letters of the line."""
        return self.line.tags

    def word(self, token: int) -> str:
        """A token in lower case."""
        return self.line.words[token].lower()

    def open_ended(self) -> bool:
        """Whether the words end as those do whose attribution follows: `…,"` `…?"` `…!"` `…-"`."""
        edge = self.text[self.stretch.start : self.stretch.end].rstrip(" '\"\u201d\u2019)]")[-1:]
        return bool(edge) and edge in ",?!-\u2013\u2014\u2026"

    def alone(self) -> bool:
        """Whether the sentence holds nothing but quotations."""
        return not self.tags[self.low : self.high].strip("Q.,-()")

    def led(self) -> bool:
        """Whether a colon, or a verb and a comma, stands right before the marks."""
        return self.at > self.low and self.tags[max(0, self.at - 2) : self.at].endswith((":", "v,", "g,", "p,"))

    def again(self, rule: str) -> Found | None:
        """The speaker before, once more."""
        before = self.previous
        return Found(before.line, before.phrase, before.cue, rule) if before else None

    def found(self, phrase: Phrase | None, cue: tuple[int, int] | None, rule: str) -> Found | None:
        """A find, remembered for the next quotation of the sentence."""
        if phrase is None:
            return None
        find = Found(self.line, phrase, cue, rule)
        if cue:
            self.done[cue[0]] = find
        return find
