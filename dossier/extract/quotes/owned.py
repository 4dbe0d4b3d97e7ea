"""Rules for words that belong to somebody without a verb of saying: a possessor, `the words of`, `in her view`."""

from __future__ import annotations

import re

from dossier.extract.quotes.case import Case, Found
from dossier.extract.quotes.phrases import Phrase, phrase_after
from dossier.lexicon import words

OWNED = re.compile(r"(?P<own>[PO])s(?P<between>[^vbxgtWRQ;.:,()]{0,16}[Qc]*)$")
CLAIM = re.compile(r"(?P<own>[POR])s(?:[aen]{0,2})(?P<noun>n)t")
STANDPOINT = re.compile(r"(?:^|(?<=[,.c]))[zp][T]*(?P<who>P)(?:s(?P<noun>n))?,")
REACH = 20
"""Tokens from a possessor within which words may be its own."""
TOUCHING = 2


def owner(case: Case) -> Found | None:
    """`Ada Diaz's promise of "…"`, `Ada Diaz's famous "…" remark`: a possessor and a noun for what is said or meant."""
    match = OWNED.search(case.tags, max(case.low, case.at - REACH), case.at)
    if not match:
        return claimed(case)
    if reported(case.tags, match.start("own")):
        return None
    sentence = case.text[case.stretch.start : case.stretch.start + 1].isupper()
    if match.group("between").count("p") > 1 + sentence:
        return None
    between = {case.word(i) for i in range(match.start("between"), case.at)}
    beyond = {case.word(i) for i in range(case.at + 1, min(case.at + 3, case.high))}
    if not (between | beyond) & words("en", "speech_nouns"):
        return None
    at = match.start("own")
    return case.found(Phrase(at, at + 1, at), None, "owner")


def reported(tags: str, at: int) -> bool:
    """Whether the possessor is what a reporting verb is about: `Bo Webb denounced Ada Diaz's remarks as "…"`."""
    while at > 0 and tags[at - 1] in "TDn":
        at -= 1
    return at > 0 and tags[at - 1] in "vt"


def claimed(case: Case) -> Found | None:
    """`Ada Diaz's claim that there were "…"`: a possessor, a noun for what is said, and `that`."""
    for match in CLAIM.finditer(case.tags, case.low, case.at):
        if case.word(match.start("noun")) in words("en", "speech_nouns"):
            at = match.start("own")
            return case.found(Phrase(at, at + 1, at), None, "owner")
    return None


def belonging(case: Case) -> Found | None:
    """`the line belongs to Ada Diaz: "…"`, `in the words of Ada Diaz, "…"`."""
    pairs = words("en", "belonging_phrases")
    for at in range(case.low, case.at - 2):
        if case.tags[at + 1] in "zp" and f"{case.word(at)} {case.word(at + 1)}" in pairs:
            phrase = phrase_after(case.tags, at + 2, case.at)
            if phrase and case.at - phrase.end <= TOUCHING:
                return case.found(phrase, (at, at + 2), "belonging")
    return None


def standpoint(case: Case) -> Found | None:
    """`Russia, to Ms. Diaz, is "…"`, `in Ms. Diaz's view, "…"`."""
    for match in STANDPOINT.finditer(case.tags, case.low, case.at):
        noun = match.group("noun")
        seen = noun and case.word(match.start("noun")) in words("en", "standpoint_phrases")
        if seen or (not noun and case.tags[match.start()] == "z"):
            at = match.start("who")
            return case.found(Phrase(at, at + 1, at), (match.start(), match.start() + 1), "standpoint")
    return None
