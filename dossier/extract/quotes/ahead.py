"""Rules that read before the marks: `Ada Diaz said that "…"`, and which of several cues governs the words."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.extract.quotes.case import Case, Found
from dossier.extract.quotes.phrases import Phrase, clause_subject, phrase_after, phrase_before, subject
from dossier.extract.quotes.tokens import bare_form
from dossier.lexicon import words

PLAIN_BETWEEN = re.compile(r"[^vbxRWwchQ;-]*")
CLAUSE = re.compile(r"(?:;c?|,c)(?=a?[DTNn]*[PRO](?:[^,;Q]{0,12})[vbx])")
NEXT_SUBJECT = re.compile(r",?[DTNn]*[PR](?=[vbxea,])")
BE = frozenset({"is", "was", "were", "are", "be", "been", "being", "am"})
CLOSE = 4
"""Tokens from a verb of mind or manner within which words are its own (`calls the idea a "…"`)."""


def adjacent(case: Case) -> Found | None:
    """`Ada Diaz said on Monday that "…"`: the nearest cue before the marks, with no other clause between."""
    tags = case.tags
    at = case.at - 1
    while at >= case.low and tags[at] not in "vgA":
        at -= 1
    if at < case.low or not PLAIN_BETWEEN.fullmatch(tags, at + 1, case.at):
        return None
    if inner(tags, case.low, at):
        return None
    weak = bare_form("en").get(case.word(at)) in words("en", "weak_reporting")
    return None if weak and case.at - at > CLOSE else cue(case, at)


def inner(tags: str, low: int, at: int) -> bool:
    """Whether a cue stands inside what another reports: `said they are calling`, `said women who complained of`."""
    if "v" not in tags[low : max(low, at - 1)]:
        return False
    return (tags[at] == "g" and tags[at - 1] == "x") or (tags[at - 1] == "W" and tags[at - 2] == "n")


def cue(case: Case, at: int) -> Found | None:
    """What the cue at `at` says, looked up once."""
    if at in case.done:
        return replace(case.done[at], rule="same-cue")
    if case.tags[at] == "A":
        return case.found(phrase_after(case.tags, at + 2, case.at), (at, at + 2), "according-before")
    if case.word(at + 1) == "by" and case.tags[at - 1 : at] in ("x", "w", "n"):
        return case.found(phrase_after(case.tags, at + 2, case.at), (at, at + 2), "agent")
    return governed(case, at)


def before(case: Case) -> Found | None:
    """`Ada Diaz said the way he treats women is "…"`: the outermost cue of the clauses before the marks."""
    tags = case.tags
    low = max(case.low, clause_start(tags, case.low, case.at))
    best: Found | None = None
    weak: Found | None = None
    for at in range(case.at - 1, low - 1, -1):
        if tags[at] not in "vgA":
            continue
        if tags[at - 1 : at] == "W" or bare_form("en").get(case.word(at)) in words("en", "weak_reporting"):
            weak = weak or cue(case, at)
            continue
        found = cue(case, at)
        if found and found.line is case.line and dependent(case, found.phrase):
            weak = weak or found
            continue
        best = found or best
    return best or weak


def dependent(case: Case, phrase: Phrase) -> bool:
    """Whether a cue's subject follows `when`, `after`, or the preposition that opens the sentence."""
    tags, at = case.tags, phrase.start
    while at > case.low and tags[at - 1] in "TDnNe":
        at -= 1
    return at > case.low and (tags[at - 1] == "w" or (tags[at - 1] == "p" and at - 1 == case.low))


def clause_start(tags: str, low: int, at: int) -> int:
    """Where the last main clause before `at` begins: after a semicolon, or `, and` with a subject of its own."""
    start = low
    for match in CLAUSE.finditer(tags, low, at):
        start = match.end()
    return start


def governed(case: Case, at: int) -> Found | None:
    """The subject of the cue at `at`."""
    tags, low = case.tags, case.low
    token = (at, at + 1)
    prior = tags[at - 1] if at > low else ""
    if tags[at] == "g":
        phrase = participle(case, at, prior)
        if phrase and case.word(phrase.head) == "it" and prior != ",":
            return None
        return case.found(phrase, token, "participle")
    if prior == "w":
        return None
    if prior == "x" and case.word(at - 1) in BE and case.word(at).endswith(("ed", "told")):
        return None
    if prior == "z":
        return case.found(clause_subject(tags, low, at - 1), token, "infinitive")
    if prior == "c":
        return case.found(sharing(case, at - 1) or clause_subject(tags, low, at - 1), token, "shared-subject")
    return case.found(subject(tags, low, at), token, "before")


def sharing(case: Case, end: int) -> Phrase | None:
    """Who says the cue before a coordinated one: `Ada Diaz said it was early but added: "…"`."""
    for at in range(end - 1, case.low, -1):
        if case.tags[at] == "v" and bare_form("en").get(case.word(at)) not in words("en", "weak_reporting"):
            found = cue(case, at)
            return found.phrase if found and found.line is case.line and not dependent(case, found.phrase) else None
    return None


def participle(case: Case, at: int, prior: str) -> Phrase | None:
    """Who does what an -ing form says: the subject beside it, of the clause before it, or after the marks."""
    tags, low = case.tags, case.low
    if prior == "x" or (prior == "a" and tags[at - 2 : at - 1] == "x"):
        return subject(tags, low, at)
    if prior == "P" and bare_form("en").get(case.word(at)) in {"say", "tell"}:
        return subject(tags, low, at)
    if prior == "Q" and case.previous and case.previous.line is case.line:
        return case.previous.phrase
    found = clause_subject(tags, low, at)
    if found:
        return found
    if prior == "," and tags[at - 2] in "PNRn":
        return from_before(tags, low, at - 1)
    match = NEXT_SUBJECT.match(tags, case.at + 1, case.high)
    if match and "v" not in tags[low:at]:
        return Phrase(match.end() - 1, match.end(), match.end() - 1)
    return None


def from_before(tags: str, low: int, end: int) -> Phrase | None:
    """The phrase before a comma where it is a name or a pronoun."""
    found = phrase_before(tags, low, end)
    return found if found and tags[found.head] in "PRON" else None
