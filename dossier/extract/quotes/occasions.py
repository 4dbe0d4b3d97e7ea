"""Dates that say when somebody spoke: hung on the saying or on an occasion to speak, and no mere background."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from dossier.extract.quotes.phrases import Phrase
from dossier.extract.quotes.tokens import Line, bare_form
from dossier.lexicon import words
from dossier.model import Date

REFUSED = frozenset(
    ("since", "after", "before", "until", "till", "by", "from", "for", "to", "than", "between", "about", "over")
)
"""Before a date these make it the background of what is told: `since 2014`, `the plan for 2030`."""
NOUNS = "nNMOLP"
CLEAR = re.compile(r"[^xbvWwtQ;:]*")
LEADING = re.compile(r"[,cawpDTNPOLMnsd()&-]*")
FOLLOWING = re.compile(
    r"(?P<verb>[xaj]*+[vbe]?)(?P<object>[DTNPOLMnjs&-]*)(?P<quoted>[:,]?Q)?,?a?(?:[pz][DTNPOLMnds&-]*)*,?"
)
INSERTED = re.compile(r",?a?(?:[pz][DTNPOLMnds&-]*)*")
ISSUED = re.compile(r",?[ve]?a?(?:[pz][DTNPOLMnds&-]*)*")
"""The same behind a document: `the report, published in May 2018, says`."""
DAY = 10
"""Characters of an EDTF date that names a day."""
TELLING = frozenset({"tell", "inform", "assure", "remind", "warn"})


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says or does something in a sentence, as tokens: the subject and the verb, where there is one."""

    line: Line
    low: int
    high: int
    phrase: Phrase
    cue: tuple[int, int] | None


def token(line: Line, offset: int) -> int:
    """The token that holds an offset."""
    return max(0, bisect_right(line.starts, offset) - 1)


def noun(line: Line, text: str, at: int) -> str:
    """The last word of a token, small: of a name its head."""
    return text[line.starts[at] : line.ends[at]].rpartition(" ")[2].lower()


def speaking(line: Line, text: str, low: int, high: int) -> bool:
    """Whether one of the tokens is a noun for an occasion to speak or write."""
    listed = words("en", "occasion_nouns")
    return any(line.tags[i] in "nNMObk" and noun(line, text, i) in listed for i in range(low, high))


def tied(text: str, saying: Saying, date: Date) -> bool:
    """Whether a date of the sentence says when its subject spoke."""
    if date.edtf is None or "/" in date.edtf or date.basis == "relative_to_event":
        return False
    line = saying.line
    at, end = token(line, date.span.start), token(line, date.span.end - 1) + 1
    before = line.words[at - 1].lower() if at > saying.low else ""
    if before in REFUSED or not hung(text, saying, at, end):
        return False
    first, last = saying.phrase.start, saying.phrase.end
    if saying.cue:
        first, last = min(first, saying.cue[0]), max(last, saying.cue[1])
    if end <= first:
        return leading(text, saying, at, end) and CLEAR.fullmatch(line.tags, end, first) is not None
    if at >= last:
        return following(text, saying, last, at, end, date.edtf)
    if at < saying.phrase.end:
        return False
    document = line.words[saying.phrase.head].lower() in words("en", "document_nouns")
    return (ISSUED if document else INSERTED).fullmatch(line.tags, saying.phrase.end, at) is not None


def hung(text: str, saying: Saying, at: int, end: int) -> bool:
    """Whether a date before or after a noun (`the 1994 pact`, `the pact of 1994`) is that of an occasion to speak."""
    line = saying.line
    if line.tags[at] in NOUNS and line.ends[at] - line.starts[at] > DAY and not noun(line, text, at).isdigit():
        return noun(line, text, at) in words("en", "occasion_nouns")
    owned = at > saying.low and line.tags[at - 1] in "DsnN"
    if owned and end < saying.high and line.tags[end] in NOUNS:
        return speaking(line, text, end, min(end + 2, saying.high))
    if at > saying.low + 1 and line.words[at - 1].lower() == "of":
        return speaking(line, text, at - 2, at - 1)
    return True


def leading(text: str, saying: Saying, at: int, end: int) -> bool:
    """Whether the words before a date, back to the clause's start, are an adjunct: `In a speech in Ohio on May 5,`."""
    line, start = saying.line, at
    while start > saying.low and line.tags[start - 1] not in ",;:.tQ":
        start -= 1
    if not LEADING.fullmatch(line.tags, start, at) or any(w.lower() in REFUSED for w in line.words[start:at]):
        return False
    plain = any(tag in NOUNS for tag in line.tags[start:at])
    return not plain or speaking(line, text, start, min(end + 1, saying.high))


def following(text: str, saying: Saying, last: int, at: int, end: int, edtf: str) -> bool:  # noqa: PLR0913
    """Whether the words from the saying to a date are adjuncts: `told reporters in Ohio on`, `said in a speech in`."""
    line = saying.line
    match = FOLLOWING.fullmatch(line.tags, last, at)
    if not match or (saying.cue and match.group("verb").strip("xaj")):
        return False
    if match.group("quoted") and line.tags[end : end + 1] not in ("", ".", ","):
        return False
    if speaking(line, text, last, at):
        return True
    told_whom = saying.cue is not None and bare_form("en").get(line.words[saying.cue[0]].lower()) in TELLING
    if match.group("object") and not (told_whom or match.group("quoted")):
        return False
    return len(edtf) >= DAY or not any(tag in "nNMO" for tag in line.tags[last:at])
