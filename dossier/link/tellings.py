"""The words of a sentence that can tie it to another: stems of words that are neither short, common nor in a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from dossier.lexicon import words
from dossier.sourcemap import TextSpan

WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
LINKING = frozenset(("and", "of", "or", "the", "in", "for", "on", "to"))
"""Words that may stand inside a phrase."""
NEARBY = 9
"""Between the two words of a phrase there is room for "and the" ("trust and security")."""
SHORTEST = 3

Telling = tuple[str, int, int, int]
"""A stem, where its word starts and ends, and where the phrase with the word before it starts (-1: there is none)."""


@cache
def idle() -> frozenset[str]:
    """Words too common to tie two passages together."""
    listed = ("small_words", "name_titles", "name_title_leads", "nationalities", "calendar_words")
    found = {word.lower().rstrip(".") for name in listed for word in words("en", name)}
    return frozenset(found | {f"{word}s" for word in found}) | words("en", "idle_words")


def tellings(text: str, span: TextSpan, covered: Sequence[tuple[int, int]]) -> tuple[list[Telling], int]:
    """The telling words of a stretch outside `covered` (names, sorted by their starts), and how many words it has."""
    found: list[Telling] = []
    start, end, phrase, count = 0, 0, False, 0
    names = iter(covered)
    name = next(names, None)
    for match in WORD.finditer(text, span.start, span.end):
        first, last = match.span()
        count += 1
        while name and name[1] <= first:
            name = next(names, None)
        if name and name[0] < last:
            phrase = False
            continue
        stem = telling(match[0])
        if not stem:
            phrase = phrase and match[0].lower() in LINKING
            continue
        found.append((stem, first, last, start if phrase and first - end <= NEARBY else -1))
        start, end, phrase = first, last, True
    return found, count


@lru_cache(maxsize=1 << 17)
def telling(word: str) -> str:
    """The stem of a word that can tie two passages together, "" for one too short or too common."""
    small = word.lower()
    return "" if len(small) < SHORTEST or bare(small) in idle() else stemmed(small)


def bare(word: str) -> str:
    """A word as lists have it: no possessive ending, the last part of a compound ("french-russian")."""
    plain = word.removesuffix("'s").removesuffix("\u2019s")
    return plain.rpartition("-")[2] or plain


def stemmed(word: str) -> str:
    """A word without the ending of its plural: "societies", "society"; "crises", "crisis"."""
    for ending, instead in (
        ("ies", "y"),
        ("ses", "s"),
        ("sis", "s"),
        ("'s", ""),
        ("\u2019s", ""),
        ("ss", "ss"),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)] + instead
    return word
