"""Rules that read after the marks: `"…," Ada Diaz said`, `"…," said Ada Diaz`, and what closes the sentence."""

from __future__ import annotations

import re

from dossier.extract.quotes.case import Case, Found
from dossier.extract.quotes.phrases import phrase_after, subject
from dossier.extract.quotes.tokens import bare_form

DIRECT = re.compile(r"[,)-]?[ax]*v")
ACCORDING = re.compile(r"[,)-]?a?Az")
FORWARD = re.compile(
    r"[,)-]?(?P<lead>[cawy]{0,2})(?P<np>(?:R|[DTNPOLMnsedh&-]{1,14})(?:[pz][DTNPOLMnsedh&-]{1,12}){0,4}"
    r"(?:c[DTNPOLMnsedh&-]{1,8})?(?:(?:W|,|\(|-)[^.:;Q]{1,60}?(?:Q[^.:;Q]{1,20}?)?[,)-]?)?[xaj]*)(?P<cue>v)"
)
FORWARD_ANY = re.compile(FORWARD.pattern.replace("(?P<cue>v)", "(?P<cue>[eb])"))
ANY_INVERTED = re.compile(r"[,)-]?e(?=P)[P]")
CLOSING = re.compile(
    r",[wca]{0,2}(?P<np>(?:R|[DTNPOLMnsedh&-]{1,14})(?:[pz][DTNPOLMnsedh&-]{1,12}){0,3}"
    r"(?:,[^.:;Q,]{1,50},)?[xaj]*)(?P<cue>v)[^:;Qv]{0,30}[.]?$"
)
CLOSING_INVERTED = re.compile(r",[ax]*v(?=[aTDNnse-]*[PONn])")
NEVER_INVERTED = frozenset({"tell", "call", "read"})
"""Verbs whose noun after them is their object: `told CNN`."""


def inverted(case: Case, at: int = -1) -> Found | None:
    """`"…," said Ada Diaz`: the verb right after the marks, its subject after it."""
    tags = case.tags
    match = DIRECT.match(tags, (case.at if at < 0 else at) + 1, case.high)
    if not match:
        return None
    verb = match.end() - 1
    if bare_form("en").get(case.word(verb)) in NEVER_INVERTED:
        return None
    phrase = phrase_after(tags, verb + 1, case.high)
    if phrase is None or tags[phrase.end : phrase.end + 1] in ("v", "x", "b"):
        return None
    return case.found(phrase, (verb, verb + 1), "inverted")


def after(case: Case) -> Found | None:
    """`"…," Ada Diaz said`: the subject right after the marks, then the verb."""
    return follows(case, case.at, FORWARD, "after")


def after_any(case: Case) -> Found | None:
    """`"…," Ada Diaz retaliated`: after words that end open, any verb reports."""
    if not case.open_ended():
        return None
    match = ANY_INVERTED.match(case.tags, case.at + 1, case.high)
    if match:
        return case.found(
            phrase_after(case.tags, match.end() - 1, case.high), (match.end() - 2, match.end() - 1), "inverted"
        )
    return follows(case, case.at, FORWARD_ANY, "after-any")


def follows(case: Case, at: int, pattern: re.Pattern[str], rule: str) -> Found | None:
    """The subject right after the quotation at `at`, where the letters match."""
    match = pattern.match(case.tags, at + 1, case.high)
    if not match:
        return None
    lead = match.start("lead")
    if "w" in match.group("lead") and case.word(lead + match.group("lead").index("w")) != "as":
        return None
    verb = match.start("cue")
    phrase = subject(case.tags, match.start("np"), verb)
    return case.found(phrase, (verb, verb + 1), rule)


def according_after(case: Case) -> Found | None:
    """`"…," according to Ada Diaz`."""
    match = ACCORDING.match(case.tags, case.at + 1, case.high)
    if not match:
        return None
    return case.found(
        phrase_after(case.tags, match.end(), case.high), (match.end() - 2, match.end()), "according-after"
    )


def closing(case: Case) -> Found | None:
    """`It was "…" for everyone, Ada Diaz said.`: the attribution closes the sentence."""
    tags = case.tags
    later = tags.find("Q", case.at + 1, case.high)
    if later > 0 and not set("v:;") & set(tags[case.at + 1 : later]):
        found = inverted(case, later) or follows(case, later, FORWARD, "after")
        if found:
            return found
    at = tags.find("A", case.at, case.high)
    if at > 0 and tags[at + 1 : at + 2] == "z":
        return case.found(phrase_after(tags, at + 2, case.high), (at, at + 2), "according-after")
    match = CLOSING.search(tags, case.at + 1, case.high)
    if not match:
        return closing_inverted(case)
    verb = match.start("cue")
    return case.found(subject(tags, match.start("np"), verb), (verb, verb + 1), "closing")


def closing_inverted(case: Case) -> Found | None:
    """`It was "…" for everyone, said Ada Diaz`: the closing attribution turned round."""
    match = CLOSING_INVERTED.search(case.tags, case.at + 1, case.high)
    if not match or "Q" in case.tags[match.end() : case.high]:
        return None
    verb = match.end() - 1
    if bare_form("en").get(case.word(verb)) in NEVER_INVERTED:
        return None
    return case.found(phrase_after(case.tags, verb + 1, case.high), (verb, verb + 1), "closing")
