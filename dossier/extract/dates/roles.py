"""What a date does in its document: tells an event, the publication, a source cited, or only the background."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dossier.extract.clauses import FEWEST, clause
from dossier.extract.dates.said import Said
from dossier.extract.dates.scene import Answer
from dossier.extract.sentences import sentences
from dossier.model import Block, DateRole, Document
from dossier.sourcemap import TextSpan

PRINTED = {"dateline", "byline", "url"}
FURNITURE = {"metadata", "credit", "boilerplate", "related", "disclaimer", "bio"}
LONGEST = 1000
"""Characters of a sentence looked at on each side of a date."""
NEIGHBOURS = 5
"""Other dates of a sentence looked at on each side."""
SPOKEN = {"today", "units-ago", "in-units", "units-hence"}
"""Rules whose dates say nothing of an event inside a quotation: "what we need today"."""
TAIL = re.compile(r"[\s.,;)\]\"'\u201d\u2019]*")
ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
LOCATED = re.compile(r",[^;]{2,40}\Z")
"""What tells in a note where a source is to be found, behind its date: ", p. 3", ", Ellery Archive, box 4"."""
ROW = re.compile(r"[^\n]+")


class Stage:
    """Where dates stand: the block and the sentence around an offset, each block split into sentences once."""

    def __init__(self, document: Document, text: str, spans: Sequence[TextSpan], said: Sequence[Said]) -> None:
        self.document = document
        self.after = [one.step is not None and one.step.event for one in said]
        self.text = text
        self.spans = spans
        self.opens = [span.start for span in spans]
        self.starts = [block.span.start for block in document.blocks]
        self.split: dict[int, tuple[TextSpan, ...]] = {}

    def place(self, offset: int) -> int:
        """The index of the block that holds an offset; -1 for none."""
        return bisect_right(self.starts, offset) - 1

    def sentence(self, at: int, offset: int) -> TextSpan:
        """The sentence of a block around an offset; in a table its row."""
        block = self.document.blocks[at]
        if at not in self.split and block.role == "table":
            rows = ROW.finditer(self.text, block.span.start, block.span.end)
            self.split[at] = tuple(TextSpan(*row.span()) for row in rows)
        if at not in self.split:
            self.split[at] = sentences(self.text, block.span.start, block.span.end)
        found = self.split[at]
        place = bisect_right(found, offset, key=lambda span: span.start) - 1
        whole = found[place] if place >= 0 else block.span
        return TextSpan(max(whole.start, offset - LONGEST), max(offset, min(whole.end, offset + LONGEST)))

    def told(self, sentence: TextSpan, span: TextSpan, said: Said) -> TextSpan:
        """The part of a sentence that is of this date: "he came a year after | she left on May 5, 2018"."""
        at = bisect_left(self.opens, span.start)
        before = self.text[sentence.start : span.start].rstrip()
        if said.step is not None and said.step.event and len(before.split()) >= FEWEST and before[-1] not in ",:;(":
            return TextSpan(sentence.start, span.end)
        if at and self.spans[at - 1].start >= sentence.start and self.after[at - 1]:
            return TextSpan(self.spans[at - 1].end, sentence.end)
        return sentence

    def beside(self, sentence: TextSpan, span: TextSpan) -> list[TextSpan]:
        """The other dates of a sentence."""
        at = bisect_left(self.opens, span.start)
        around = self.spans[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
        return [other for other in around if other != span and sentence.start <= other.start < sentence.end]


def role_of(stage: Stage, span: TextSpan, said: Said, answer: Answer) -> tuple[DateRole, TextSpan | None]:
    """A date's role and, for an event, the clause that tells it."""
    at = stage.place(span.start)
    if at < 0:
        return "background", None
    block, text = stage.document.blocks[at], stage.text
    published = stage.document.meta.published
    if block.role in PRINTED or ADDRESS.search(text[max(block.span.start, span.start - 200) : span.start]):
        return "publication", None
    if block.role in FURNITURE:
        same = published is not None and answer.value is not None and answer.value.edtf() == published.value
        return ("publication" if same else "background"), None
    if alone(text, block, span):
        return listed(stage, at, answer)
    sentence = stage.sentence(at, span.start)
    if cited(text, block, sentence, span):
        return "citation", None
    if (answer.value is not None and answer.value.start.reach > 1) or inside_name(text, span, said):
        return "background", None
    if answer.value is None and (said.step is None or (said.rule == "today" and said.step.count == 0)):
        return "background", None
    if said.rule in SPOKEN and quoted(text, block, span):
        return "background", None
    event = clause(text, stage.told(sentence, span, said), span, stage.beside(sentence, span))
    return ("event" if event else "background"), event


def quoted(text: str, block: Block, span: TextSpan) -> bool:
    """Whether a quotation is open where the date stands."""
    before = text[max(block.span.start, span.start - 3 * LONGEST) : span.start]
    return before.count("\u201c") > before.count("\u201d") or before.count('"') % 2 == 1


def alone(text: str, block: Block, span: TextSpan) -> bool:
    """Whether a block is nothing but its date."""
    return not (text[block.span.start : span.start] + text[span.end : block.span.end]).strip(" .:\t-\u2013\u2014*()")


def listed(stage: Stage, at: int, answer: Answer) -> tuple[DateRole, TextSpan | None]:
    """A date on a line of its own tells what the next line says: "29 may 2017 / Vladimir Putin visits Paris"."""
    blocks = stage.document.blocks
    published = stage.document.meta.published
    if published is not None and answer.value is not None and answer.value.edtf() == published.value:
        return "publication", None
    if at + 1 < len(blocks) and blocks[at].role in ("bullet", "heading", "paragraph"):
        follow = blocks[at + 1]
        words = stage.document.words(follow)
        if follow.role in ("bullet", "paragraph") and re.search(r"(?<![^\W\d_])[^\W\d_]{3,}+\s++[^\W\d_]{2}", words):
            first = stage.sentence(at + 1, follow.span.start)
            return "event", first
    return "background", None


def cited(text: str, block: Block, sentence: TextSpan, span: TextSpan) -> bool:
    """A date at the end of a note, of a source in brackets, or behind the closing mark of a quotation."""
    tail = TAIL.match(text, span.end)
    closed = tail is not None and tail.end() >= sentence.end
    before = text[sentence.start : span.start]
    bracket = before.rfind("(")
    in_bracket = bracket > before.rfind(")") and text.find(")", span.end, sentence.end + 2) >= 0
    if block.role == "note":
        dated = before.rstrip().endswith(",") and text[span.start : span.end][-4:].isdigit()
        located = dated and LOCATED.match(text[span.end : sentence.end]) is not None
        return (
            located
            or (closed and bool(re.search(r"(?:^|[,\"\u201d.])\s*$", before)))
            or not re.search(r"[a-z]{3,}.*[a-z]{3,}", before + text[span.end : sentence.end])
            or named_tail(text, span, sentence)
        )
    if in_bracket or (bracket > before.rfind(")") and closed):
        inside = before[bracket + 1 :]
        return bool(re.match(r"\s*(?:source|see|photo|image|via|cf)\b", inside, re.IGNORECASE)) or bool(
            re.fullmatch(r"[A-Z][^()]*,\s*", inside)
        )
    return closed and bool(re.search(r"[,.]?[\"\u201d],?\s*$", before))


def named_tail(text: str, span: TextSpan, sentence: TextSpan) -> bool:
    """A note that is only a title with its year: "See Speech by President Macron - Ambassadors' Conference 2018"."""
    return bool(re.match(r"(?:See|Cf|In)\b", text[sentence.start : span.start])) and not text[
        span.end : sentence.end
    ].strip(" .")


def inside_name(text: str, span: TextSpan, said: Said) -> bool:
    """A year right behind a capitalised word is part of a name: "the Ambassadors' Conference 2018"."""
    if said.rule != "year" or not text[span.start].isdigit():
        return False
    before = re.search(r"([^\W\d_]+)['\u2019]?\s$", text[max(0, span.start - 30) : span.start])
    return before is not None and before[1][0].isupper() and len(before[1]) > 2  # noqa: PLR2004 - "In 2018" is none
