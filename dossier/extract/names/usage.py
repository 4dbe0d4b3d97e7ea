"""How one text uses its words: which it writes small, which ordinary words it uses as names, which stand alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.extract.names.gazetteer import known_at
from dossier.extract.names.kinds import HEAD, Kind, kind_of
from dossier.extract.names.phrases import Candidate
from dossier.extract.names.words import fold, next_word, word_before
from dossier.lexicon import words

SMALL = re.compile(r"[a-z](?<!\w.)[a-z]{2,}")
"""A small word; it begins with a set of characters, so that the search skips to them."""
LISTED = Kind.SMALL | Kind.TITLE | Kind.LEAD | Kind.PEOPLE | Kind.CALENDAR | Kind.FRONT | Kind.MUTE | HEAD
ARTICLES = frozenset(("the", "a", "an", "this", "that", "each", "every", "our", "their", "its", "his", "her"))
AT = frozenset(("at", "in", "by", "on"))
APPOSED = re.compile(r", (?:a|an|the|who|whose|[0-9]{2},)[ ,]")
LONGEST = 3
PAIR = 2


@dataclass(frozen=True, slots=True)
class Usage:
    """Sets of words of one text. `alone` holds, folded, the words that stand as a name of one word."""

    small: frozenset[str]
    solid: frozenset[str]
    alone: frozenset[str]


def read_usage(text: str, candidates: Sequence[Candidate], headline: Mapping[int, bool]) -> Usage:
    """Read off how the text uses the words of its candidates."""
    small = frozenset(SMALL.findall(text))
    solid, alone = set(), set()
    for candidate in candidates:
        word = candidate.words[0]
        if len(candidate.words) > 1 or headline[word.start] or (word.kind & LISTED and not candidate.titled):
            continue
        if candidate.titled or not word.kind & Kind.VOCABULARY:
            alone.add(fold(word.text))
        elif (
            candidate.rule == "single"
            and not word.opens
            and not word.joined
            and word.text.lower() not in small
            and word_before(text, word.start) not in ARTICLES
        ):
            solid.add(word.text)
            alone.add(fold(word.text))
    return Usage(small, frozenset(solid), frozenset(alone))


def promote(text: str, candidates: Sequence[Candidate], headline: Mapping[int, bool], usage: Usage) -> None:
    """Make persons of rows that begin with no listed given name ("Mitt Romney"), unmake "the Goldman Sachs"."""
    for candidate in candidates:
        if candidate.rule == "unknown-words" and not unknown_person(text, candidate, usage):
            candidate.type = "other"
        if candidate.rule == "given-name" and not given_person(text, candidate, usage):
            candidate.type, candidate.rule = None, "row"
        if candidate.rule == "row" and not headline[candidate.words[0].start] and person_row(text, candidate, usage):
            candidate.type, candidate.rule = "person", "surname-alone"


def given_person(text: str, candidate: Candidate, usage: Usage) -> bool:
    """Whether a given name and a surname that are both ordinary words are a person: not "the Golden Shield"."""
    if not all(word.kind & Kind.VOCABULARY for word in candidate.words):
        return True
    last = candidate.words[-1].text
    if word_before(text, candidate.start) in ARTICLES:
        return False
    return last.lower() not in usage.small or next_word(text, candidate.end) in words("en", "says_verbs")


def unknown_person(text: str, candidate: Candidate, usage: Usage) -> bool:
    """Whether two words that no list knows are a person: not "the Goldman Sachs" nor "Breitbart London"."""
    last = candidate.words[-1]
    if fold(last.text) in usage.alone:
        return True
    return word_before(text, candidate.start) not in ARTICLES and known_at(text, last.start, last.text) is None


def person_row(text: str, candidate: Candidate, usage: Usage) -> bool:
    """Whether a row's last word is a surname that the text also uses alone, or one that nothing but names have."""
    row = candidate.words
    before = word_before(text, candidate.start)
    if all(w.kind & Kind.VOCABULARY for w in row):
        return False
    if len(row) > LONGEST or any(w.kind & (LISTED | Kind.CAPITALS) for w in row) or before in ARTICLES:
        return False
    last = row[-1]
    if fold(last.text) in usage.alone and not row[0].opens:
        return True
    office = bool(before and kind_of(before) & Kind.TITLE)
    told = next_word(text, last.end) in words("en", "says_verbs")
    if office or told or APPOSED.match(text, last.end):
        return not last.kind & Kind.VOCABULARY or not row[0].kind & Kind.VOCABULARY
    return len(row) == PAIR and not last.kind & Kind.VOCABULARY and not row[0].opens and before not in AT
