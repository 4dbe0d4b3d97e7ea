"""How far a note reaches: its own paragraph, and those after it that can be no text of the article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dossier.clean.draft import Draft
from dossier.clean.furniture import is_furniture
from dossier.clean.notes.definitions import Opening
from dossier.clean.notes.resolve import Resolved
from dossier.clean.shapes import is_headline, word_count

MOST_PARAGRAPHS = 30
"""An open bracket or quotation ends within so many paragraphs, or was never closed."""
NEAR = 12
"""Two notes of one list are at most so many paragraphs apart."""
HEADING_WORDS = 12
FLOWING = frozenset({"paragraph", "blockquote", "bullet"})


class Extents:
    """The reach of each note of a document; `texts` are the drafts' words."""

    def __init__(self, drafts: Sequence[Draft], texts: Sequence[str], resolved: Sequence[Resolved]) -> None:
        self.drafts = drafts
        self.texts = texts
        self.starts = sorted(note.opening.draft for note in resolved if note.opening)
        self.cited = {marker.draft for note in resolved for marker in note.refs}

    def of(self, opening: Opening) -> tuple[int, ...]:
        """The drafts of one note, its own first."""
        if opening.closes:
            return self.bracketed(opening.draft)
        place = bisect_right(self.starts, opening.draft)
        after = self.starts[place] if place < len(self.starts) else None
        held = [opening.draft, opening.draft + 1] if opening.bare else [opening.draft]
        quoting = open_quote(self.texts[held[-1]])
        limit = min(after if after is not None else len(self.drafts), held[0] + MOST_PARAGRAPHS)
        for at in range(held[-1] + 1, limit):
            if not self.goes_on(at, after, quoting=quoting):
                break
            held.append(at)
            quoting = open_quote(self.texts[at], already=quoting)
        if len(held) > 1 and quoting and not opening.bare:
            # The quotation never closed, so it explains nothing of what follows.
            held = self.without_quotation(held, after)
        return tuple(held if self.believable(held, after) else held[:1])

    def without_quotation(self, held: Sequence[int], after: int | None) -> list[int]:
        """The paragraphs that belong to the note for another reason than an open quotation."""
        kept = [held[0]]
        for at in held[1:]:
            if not self.goes_on(at, after, quoting=False):
                break
            kept.append(at)
        return kept

    def bracketed(self, first: int) -> tuple[int, ...]:
        """A note in a bracket, up to the paragraph in which the bracket closes; alone if none does."""
        held = [first]
        depth = balance(self.texts[first])
        while depth > 0 and held[-1] + 1 < len(self.drafts) and len(held) < MOST_PARAGRAPHS:
            held.append(held[-1] + 1)
            depth += balance(self.texts[held[-1]])
        return tuple(held) if depth <= 0 else (first,)

    def goes_on(self, at: int, after: int | None, *, quoting: bool) -> bool:
        """Whether a paragraph goes on with the note: inside its quotation, indented, or between two notes."""
        draft, text = self.drafts[at], self.texts[at]
        if draft.rule == "note-indent":
            return True
        if draft.role not in FLOWING:
            return False
        if quoting:
            return True
        if after is None or at in self.cited or is_furniture(text):
            return False
        titled = is_headline(text) and word_count(text) <= HEADING_WORDS and not text.rstrip().endswith(".")
        return not titled and after - at <= NEAR

    def believable(self, held: Sequence[int], after: int | None) -> bool:
        """Whether the paragraphs reach the next note, or neither text that cites a note nor a heading parts them."""
        if after is None or held[-1] + 1 == after or open_quote(self.texts[held[0]]):
            return True
        if any(self.drafts[at].rule == "note-indent" for at in held[1:]):
            return True
        between = range(held[0] + 1, min(after, held[0] + MOST_PARAGRAPHS))
        return not any(at in self.cited or self.drafts[at].role == "heading" for at in between)


def open_quote(text: str, *, already: bool = False) -> bool:
    """Whether a quotation is open at a text's end; each paragraph of one quotation may open it anew."""
    curly = straight = already
    for at, char in enumerate(text):
        if char == "\u201c":
            curly = True
        elif char == "\u201d":
            curly = straight = False
        elif char == '"':
            straight = at == 0 or text[at - 1].isspace() or text[at - 1] in "([\u2014"
            curly = curly and straight
    return curly or straight


def balance(text: str) -> int:
    """Open square brackets minus closed ones."""
    return text.count("[") - text.count("]")
