"""Kinds of token: what a word or number may be in a date. Each kind is one character, so that a text becomes a
string of kinds and a rule a regular expression over it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from dossier.lexicon import table

OTHER = "."
BREAK = "\n"
NUMBERS = (
    "YEAR",
    "DAY",
    "TWO",
    "THREE",
    "ORDINAL",
    "DECADE",
    "SHORTYEAR",
    "SHORTDECADE",
    "ISO",
    "SLASHED",
    "NUMBER",
    "ABBR",
)
MARKS = {"COMMA": ",", "DOT": ".", "DASH": "-–—", "SLASH": "/", "OPEN": "(", "CLOSE": ")"}
NAMED = ("MONTH", "WEAKMONTH", "WEEKDAY", "WEAKDAY", "CAPITAL")


@cache
def codes() -> dict[str, str]:
    """Each kind's one character, none of which is an operator of a pattern.

    They are below 0x100, where sets of characters are compiled and looked up fastest, as long as there are 128 at most.
    """
    lexicon = table("en", "dates")
    names: list[str] = [*NUMBERS, *NAMED, *MARKS]
    for section in ("kinds", "exact"):
        names += cast("dict[str, object]", lexicon.get(section, {}))
    return {name: chr(0x80 + at) for at, name in enumerate(dict.fromkeys(names))}


@cache
def lookup() -> dict[str, str]:
    """Every form of every word of the lexicon to the character of its kind, bare and with a space behind."""
    found: dict[str, str] = {}
    lexicon, code = table("en", "dates"), codes()
    for kind, words in cast("dict[str, list[str]]", lexicon.get("kinds", {})).items():
        for word in words:
            for form in (word, word.capitalize(), word.upper()):
                found.setdefault(form, code[kind])
    for kind, words in cast("dict[str, list[str]]", lexicon.get("exact", {})).items():
        found |= dict.fromkeys(words, code[kind])
    for section, kind in (("months", "MONTH"), ("weekdays", "WEEKDAY")):
        for words in cast("dict[int, list[str]]", lexicon.get(section, {})).values():
            for word in words:
                found |= dict.fromkeys((word, word.lower(), word.upper()), code[kind])
    for word in cast("list[str]", lexicon.get("weak", [])):
        found[word] = code["WEAKDAY" if word.lower() in weekdays() else "WEAKMONTH"]
    for kind, marks in MARKS.items():
        found |= dict.fromkeys(marks, code[kind])
    return found | {f"{form} ": kind for form, kind in found.items()}


def numbered(section: str) -> dict[str, int]:
    """Lower-case words of a numbered section to their number."""
    rows = cast("dict[int, list[str]]", table("en", "dates").get(section, {}))
    return {word.lower(): number for number, words in rows.items() for word in words}


@cache
def months() -> dict[str, int]:
    """`january` and `jan` to 1, and so on."""
    return numbered("months")


@cache
def weekdays() -> dict[str, int]:
    """`monday` and `mon` to 1 ... `sunday` to 7."""
    return numbered("weekdays")


@cache
def abbreviations() -> frozenset[str]:
    """The short forms of months and weekdays, after which a full stop is part of the date: `Sept. 11`."""
    rows = table("en", "dates")
    full = {
        words[0].lower()
        for part in ("months", "weekdays")
        for words in cast("dict[int, list[str]]", rows[part]).values()
    }
    return frozenset({*months(), *weekdays()} - full)


@cache
def seasons() -> dict[str, int]:
    """`spring` to 21 ... `winter` to 24, as EDTF numbers them."""
    return cast("dict[str, int]", table("en", "dates").get("seasons", {}))


@cache
def counts() -> dict[str, int]:
    """Number words to their numbers: `one` to 1, `twentieth` to 20."""
    kinds = cast("dict[str, list[str]]", table("en", "dates").get("kinds", {}))
    tens = {
        word: 30 + 10 * at
        for at, word in enumerate(("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))
    }
    cardinal = {word: at for at, word in enumerate(kinds.get("NUMBERWORD", []), 1) if word not in tens}
    ordinal = {word: at for at, word in enumerate(kinds.get("ORDINALWORD", []), 1)}
    return cardinal | tens | ordinal | {"thirtieth": 30, "a": 1, "an": 1, "hundred": 100, "thousand": 1000}


NAME = re.compile(r"\b[A-Z][A-Z]+\b")
MACRO = re.compile(r"\{(\w+)\}")


def pattern(text: str, macros: dict[str, str]) -> str:
    """A rule's pattern over kinds as a regular expression over their characters."""
    while MACRO.search(text):
        text = MACRO.sub(lambda m: f"(?:{macros[m[1]]})", text)
    code = codes()
    return NAME.sub(lambda m: code[m[0]], re.sub(r"\((?!\?)", "(?:", text)).replace(" ", "")
