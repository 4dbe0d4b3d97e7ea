"""Rules that look past the sentence: labels, signatures, who spoke before, the sentence that leads in, who acts."""

from __future__ import annotations

import re

from dossier.extract.quotes.ahead import before
from dossier.extract.quotes.case import Case, Found
from dossier.extract.quotes.phrases import Phrase, clause_subject, phrase_before
from dossier.extract.quotes.tokens import Line

WEAK_RULES = frozenset({"main-clause", "lead-in", "next-paragraph"})
PREDICATE = re.compile(r"(?:^|[.])(?:R|[DTNn]*P|D[nN]+)x?$")
LABEL = re.compile(r"[TN]*[PN](?:\([^()]{1,6}\))?:")
SIGNED = re.compile(r"[,.]?-[DTNn]*?(?P<name>P|N+)(?:[,(].*|p.*)?[.]?")
BULLET = re.compile("[,.]?-?" + SIGNED.pattern.removeprefix("[,.]?-"))
"""The same on a line that the cleaner took for a bullet, its dash gone."""
SHORT = 16
"""Tokens of the longest signature."""


def label(case: Case) -> Found | None:
    """`DIAZ: "…"`: a name and a colon are all that stands before the words; `Q:` names nobody."""
    match = LABEL.fullmatch(case.tags, case.low, case.at)
    if not match:
        return None
    end = match.end() - 1
    if case.line.ends[end - 1] - case.line.starts[case.low] == 1:
        return None
    if case.tags[end - 1] == ")":
        end = case.tags.index("(", case.low)
    return Found(case.line, phrase_before(case.tags, case.low, end) or Phrase(case.low, end, end - 1), None, "label")


def signed(case: Case) -> Found | None:
    """`"…" — Ada Diaz`, on the same line or the one below."""
    match = SIGNED.fullmatch(case.tags, case.at + 1) if len(case.tags) - case.at <= SHORT else None
    line = case.line
    below = case.below if not match and case.at + 1 >= case.high - 1 else None
    if below is not None:
        line = below
        match = (BULLET if case.bullet else SIGNED).fullmatch(line.tags)
    if not match or len(line.tags) - match.start() > SHORT:
        return None
    start, end = match.span("name")
    return Found(line, Phrase(start, end, end - 1), None, "signed")


def going_on(case: Case) -> Found | None:
    """A quotation that is a sentence of its own, right after one in the same paragraph: the same speaker goes on."""
    if not case.previous or case.previous_line is not case.line:
        return None
    if not (case.alone() or PREDICATE.search(case.tags, case.low, case.at)):
        return None
    number = case.line.number(case.at)
    before = case.line.sentences[number - 1] if number else (case.low, case.at)
    if "Q" not in case.tags[before[0] : before[1]]:
        return None
    return case.again("going-on")


def carried(case: Case) -> Found | None:
    """A fragment in a sentence without a cue, after one attributed in the paragraph: one voice goes on."""
    if not case.previous or case.previous_line is None or case.previous.rule in WEAK_RULES:
        return None
    apart = case.line.block - case.previous_line.block
    if apart > (case.tags[case.at - 1 : case.at] == ":"):
        return None
    return case.again("carried")


def lead_in(case: Case) -> Found | None:
    """`Ada Diaz was clear. "…"` and `Ada Diaz continued:` on the line above: the sentence before leads in."""
    if not case.alone():
        return None
    line, number = case.line, case.line.number(case.at)
    if number == 0:
        above = case.above
        if above is None or not above.sentences:
            return None
        line, number = above, len(above.sentences)
    low, high = line.sentences[number - 1]
    if "Q" in line.tags[low:high] and case.previous:
        return case.again("next-paragraph")
    inner = Case(case.text, line, high, low, high, case.stretch)
    found = before(inner) if line.tags[high - 1] == ":" else None
    if found:
        return Found(found.line, found.phrase, found.cue, "colon-above")
    phrase = clause_subject(line.tags, low, high)
    if phrase and (named(line, phrase.head) or line.tags[high - 1] == ":"):
        return Found(line, phrase, None, "lead-in")
    return None


def named(line: Line, token: int) -> bool:
    """Whether a token is a person's name, or `he` or `she`."""
    return line.tags[token] == "P" or (line.tags[token] == "R" and line.words[token].lower() in {"he", "she"})


def main_clause(case: Case) -> Found | None:
    """`Ada Diaz built her campaign on "…"`: the person who acts in the clause round a quoted fragment."""
    phrase = clause_subject(case.tags, case.low, case.at, nearest=True)
    return case.found(phrase, None, "main-clause") if phrase and case.tags[phrase.head] in "PR" else None


def main_thing(case: Case) -> Found | None:
    """`The poll puts it at "…"`: what acts in the clause where no person does."""
    return case.found(clause_subject(case.tags, case.low, case.at), None, "main-clause")
