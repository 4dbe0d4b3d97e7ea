"""Who says a quotation, read from the sentence round it: a table of rules, the first that answers wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from dossier.extract.quotes.phrases import Phrase, clause_subject, phrase_after, subject
from dossier.extract.quotes.spans import Stretch
from dossier.extract.quotes.tokens import Line, bare_form
from dossier.lexicon import words


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
    previous: Found | None = None
    """The speaker of the quotation before it in the document, if that had one."""

    @property
    def tags(self) -> str:
        """The letters of the line."""
        return self.line.tags

    def word(self, token: int) -> str:
        """A token in lower case."""
        return self.line.words[token].lower()

    def found(self, phrase: Phrase | None, cue: tuple[int, int] | None, rule: str) -> Found | None:
        """A find, remembered for the next quotation of the sentence."""
        if phrase is None:
            return None
        find = Found(self.line, phrase, cue, rule)
        if cue:
            self.done[cue[0]] = find
        return find


Rule = Callable[[Case], "Found | None"]

DIRECT = re.compile(r"[,)-]?[ax]*v")
ACCORDING = re.compile(r"[,)-]?a?Az")
FORWARD = re.compile(
    r"[,)-]?[cawy]{0,2}(?P<np>(?:R|[DTNPOLMnsedh&-]{1,14})(?:[pz][DTNPOLMnsedh&-]{1,12}){0,4}"
    r"(?:c[DTNPOLMnsedh&-]{1,8})?(?:(?:W|,|\()[^.:;Q]{1,60}?[,)-])?[xaj]*)(?P<cue>v)"
)
CLOSING = re.compile(r",(?:[wca]{0,2})(?P<np>(?:R|[DTNPOLMnsedh&-]{1,14})(?:[pz][DTNPOLMnsedh&-]{1,12}){0,3}"
                     r"(?:,[^.:;Q,]{1,50},)?[xaj]*)(?P<cue>v)[^:;Qv]{0,30}[.]?$")  # fmt: skip
BE = frozenset({"is", "was", "were", "are", "be", "been", "being", "am"})


def inverted(case: Case) -> Found | None:
    """`"…," said Ada Diaz`: the verb right after the marks, its subject after it."""
    tags = case.tags
    match = DIRECT.match(tags, case.at + 1, case.high)
    if not match:
        return None
    verb = match.end() - 1
    if bare_form("en").get(case.word(verb)) in {"tell", "call", "read"}:
        return None
    phrase = phrase_after(tags, verb + 1, case.high)
    if phrase is None or tags[phrase.end : phrase.end + 1] in ("v", "x", "b"):
        return None
    return case.found(phrase, (verb, verb + 1), "inverted")


def after(case: Case) -> Found | None:
    """`"…," Ada Diaz said`: the subject right after the marks, then the verb."""
    match = FORWARD.match(case.tags, case.at + 1, case.high)
    if not match:
        return None
    verb = match.start("cue")
    phrase = subject(case.tags, match.start("np"), verb)
    return case.found(phrase, (verb, verb + 1), "after")


def according_after(case: Case) -> Found | None:
    """`"…," according to Ada Diaz`."""
    match = ACCORDING.match(case.tags, case.at + 1, case.high)
    if not match:
        return None
    return case.found(phrase_after(case.tags, match.end(), case.high), (match.end() - 2, match.end()), "according-after")


def before(case: Case) -> Found | None:
    """`Ada Diaz said that "…"`: the nearest cue before the marks in the sentence, its subject before it."""
    tags = case.tags
    for at in range(case.at - 1, case.low - 1, -1):
        letter = tags[at]
        if letter not in "vgA":
            continue
        if at in case.done:
            return case.done[at]
        if letter == "A":
            phrase = phrase_after(tags, at + 2, case.at)
            if phrase:
                return case.found(phrase, (at, at + 2), "according-before")
            continue
        if too_weak(case, at):
            continue
        found = governed(case, at)
        if found:
            return found
    return None


def too_weak(case: Case, at: int) -> bool:
    """Whether a verb of mind or manner stands too far off to report the words."""
    if bare_form("en").get(case.word(at)) not in words("en", "weak_reporting"):
        return False
    between = case.tags[at + 1 : case.at]
    return len(between) > 12 or any(mark in between for mark in ",;-") and not between.endswith(":")


def governed(case: Case, at: int) -> Found | None:
    """The subject of the cue at `at`."""
    tags, low = case.tags, case.low
    cue = (at, at + 1)
    prior = tags[at - 1] if at > low else ""
    if tags[at] == "g":
        if prior == "x" or prior == "a" and tags[at - 2 : at - 1] == "x":
            return case.found(subject(tags, low, at), cue, "before")
        return case.found(clause_subject(tags, low, at), cue, "participle")
    if prior == "w":
        return None
    if prior == "x" and case.word(at - 1) in BE:
        if case.word(at).endswith(("ed", "told", "quoted")):
            return None
    if prior == "z":
        return case.found(clause_subject(tags, low, at - 1), cue, "infinitive")
    if prior and prior in "c":
        return case.found(clause_subject(tags, low, at - 1), cue, "shared-subject")
    return case.found(subject(tags, low, at), cue, "before")


def closing(case: Case) -> Found | None:
    """`It was "…" for everyone, Ada Diaz said.`: the attribution closes the sentence."""
    tags = case.tags
    at = tags.find("A", case.at, case.high)
    if at > 0 and tags[at + 1 : at + 2] == "z":
        return case.found(phrase_after(tags, at + 2, case.high), (at, at + 2), "according-after")
    match = CLOSING.search(tags, case.at + 1, case.high)
    if not match:
        return None
    verb = match.start("cue")
    return case.found(subject(tags, match.start("np"), verb), (verb, verb + 1), "closing")


def owner(case: Case) -> Found | None:
    """`Ada Diaz's "…"`: the possessor of the words, right before the marks."""
    tags = case.tags
    at = case.at - 1
    while at > case.low and tags[at] in "neN":
        at -= 1
    if at > case.low and tags[at] == "s" and tags[at - 1] in "PO":
        return case.found(Phrase(at - 1, at, at - 1), None, "owner")
    return None


def going_on(case: Case) -> Found | None:
    """A quotation that is a sentence of its own, after one in the same paragraph: the same speaker goes on."""
    if case.previous and case.previous.line is not None and "Q" in case.tags[: case.at] and alone(case):
        return Found(case.previous.line, case.previous.phrase, case.previous.cue, "going-on")
    return None


def alone(case: Case) -> bool:
    """Whether the sentence holds nothing but quotations."""
    return not case.tags[case.low : case.high].strip("Q.,-()")


def main_clause(case: Case) -> Found | None:
    """`Ada Diaz built her campaign on "…"`: whoever acts in the clause round a quoted fragment."""
    return case.found(clause_subject(case.tags, case.low, case.at), None, "main-clause")


RULES: tuple[tuple[str, Rule], ...] = (
    ("inverted", inverted),
    ("after", after),
    ("according-after", according_after),
    ("before", before),
    ("closing", closing),
    ("owner", owner),
    ("going-on", going_on),
    ("main-clause", main_clause),
)
LATE: tuple[tuple[str, Rule], ...] = (
    ("before", before),
    ("inverted", inverted),
    ("according-after", according_after),
    ("after", after),
    ("closing", closing),
    ("owner", owner),
    ("going-on", going_on),
    ("main-clause", main_clause),
)


def attribute(case: Case) -> Found | None:
    """The first find of the rules in order; words that end open (`…,"`) look after the marks first."""
    edge = case.text[case.stretch.start : case.stretch.end].rstrip(" '\"\u201d\u2019)]")[-1:]
    rules = RULES if edge and edge in ",?!-\u2013\u2014\u2026" else LATE
    for _, rule in rules:
        found = rule(case)
        if found:
            return found
    return None
