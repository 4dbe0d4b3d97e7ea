"""What looks like a date and is none: quantities, page numbers, names of newspapers, "May" that is a verb."""

from __future__ import annotations

from functools import cache
from typing import cast

from dossier.extract.dates.kinds import OTHER, codes
from dossier.extract.dates.said import Said
from dossier.extract.dates.tokens import Tokens
from dossier.lexicon import table

CODE = codes()
LEADS = {
    CODE[kind]
    for kind in (
        "IN",
        "ON",
        "AT",
        "OF",
        "FROM",
        "TO",
        "UNTIL",
        "SINCE",
        "BEFORE",
        "AFTER",
        "BETWEEN",
        "AND",
        "OR",
        "COMMA",
        "LAST",
        "NEXT",
        "THIS",
        "EARLY",
        "LATE",
        "MID",
        "DASH",
        "OPEN",
        "ABOUT",
        "ALMOST",
        "PAST",
        "COMING",
        "PREVIOUS",
        "FOLLOWING",
        "THAT",
        "SAME",
        "YEARS",
    )
}
LISTING = {CODE[kind] for kind in ("AND", "OR", "COMMA", "DASH", "OPEN", "THAT", "ON")}
STRONG = {CODE[kind] for kind in ("IN", "SINCE", "UNTIL", "BEFORE", "AFTER", "BETWEEN", "FROM")}
ROUND = 1000
"""A number that is no year unless it says so: "one in 1000"."""


@cache
def listed(section: str) -> frozenset[str]:
    """The words of a section of the lexicon."""
    return frozenset(cast("list[str]", table("en", "dates").get(section, [])))


def refused(tokens: Tokens, said: Said) -> bool:
    """Whether the reading is no date."""
    if said.rule == "year":
        return bare_year(tokens, said)
    if said.rule in ("years-short", "years-range"):
        return led_by_label(tokens, said.first)
    if said.rule in ("month", "weekday-part"):
        return recurring(tokens, said) or other_name(tokens, said)
    if said.rule == "feast":
        return part_of_name(tokens, said.first)
    if said.rule == "century":  # 20th Century Fox
        short = said.last - said.first == len(("20th", "Century"))
        return short and tokens.word(said.last - 1)[0].isupper() and part_of_name(tokens, said.last + 1)
    return said.rule == "month-day" and tokens.word(said.first) in ("may", "march")  # may 2 of them stay?


def recurring(tokens: Tokens, said: Said) -> bool:
    """Every Friday; one flight a week on Thursday: no one day."""
    before = [tokens.word(at).lower() for at in range(max(0, said.first - 3), said.first)]
    return said.weekday > 0 and bool(listed("recurring") & set(before) or before[-1:] == ["a"])


def part_of_name(tokens: Tokens, first: int) -> bool:
    """White Christmas; Operation Easter: a capital before it in the same sentence."""
    word = tokens.word(first - 1) if 0 < first <= len(tokens.words) else ""
    return word[:1].isupper() and word.isalpha() and tokens.kinds[first - 1] == OTHER


def led_by_label(tokens: Tokens, at: int) -> bool:
    """Page 1914, No. 1812, $2000: a label stands before the number."""
    before = at - 1
    if before >= 0 and tokens.kinds[before] == CODE["DOT"]:
        before -= 1
    return (
        before >= 0 and tokens.word(before).lower() in listed("number_before") and tokens.kinds[before] != CODE["COMMA"]
    )


def bare_year(tokens: Tokens, said: Said) -> bool:
    """A number alone that is a quantity, a label or a part of a longer number."""
    if said.era:
        return False
    at = said.last - 1
    while at > said.first and tokens.kinds[at] != CODE["YEAR"]:
        at -= 1
    before = tokens.kinds[at - 1] if at else ""
    if led_by_label(tokens, at) and before not in LEADS:
        return True
    behind = tokens.word(said.last).lower() if said.last < len(tokens.words) else ""
    tight = not tokens.words[said.last - 1][-1].isspace()
    if behind in listed("number_behind") and not (before in STRONG and behind == "or"):
        return True
    if (
        tight
        and behind in ("-", "–", "/")
        and said.last + 1 < len(tokens.words)
        and tokens.words[said.last + 1][0].isdigit()
    ):
        return True
    if at and before != CODE["DASH"] and tokens.words[at - 1][-1] in "-/.:$£€#@_=":
        return True
    if address(tokens, at) or (said.year == ROUND and said.last == said.first + 1 and before not in STRONG):
        return True
    return quantity(tokens, at, behind, said.year or 0)


def address(tokens: Tokens, at: int) -> bool:
    """1776 Bergen Blvd; 201-461-1776: a street behind the number, or other groups of digits before it."""
    ahead = {tokens.word(k).lower() for k in range(at + 1, min(at + 5, len(tokens.words)))}
    capital = at + 1 < len(tokens.words) and tokens.words[at + 1][0].isupper()
    if capital and ahead & listed("streets"):
        return True
    return (
        at > 1
        and tokens.word(at - 1) in ("-", "–")
        and tokens.kinds[at - 2] in (CODE["THREE"], CODE["TWO"], CODE["NUMBER"], CODE["YEAR"])
    )


def quantity(tokens: Tokens, at: int, behind: str, value: int) -> bool:
    """1,500 written without a comma: a plural behind the number and no word before it that leads a year."""
    if before_is(tokens, at, STRONG) or not behind.isalpha() or not behind.islower():
        return False
    plural = behind.endswith("s") and not behind.endswith("ss")
    return (plural and before_is(tokens, at, {CODE["ABOUT"], CODE["ALMOST"]})) or (plural and value % 100 == 0)


def before_is(tokens: Tokens, at: int, kinds: set[str]) -> bool:
    """Whether the token before is of such a kind."""
    return at > 0 and tokens.kinds[at - 1] in kinds


def other_name(tokens: Tokens, said: Said) -> bool:
    """The verb "may", the girl April, the Sunday Times."""
    word = tokens.word(said.last - 1)
    if said.weekday:
        word = tokens.word(said.first)
    before = tokens.kinds[said.first - 1] if said.first else ""
    behind = tokens.word(said.last) if said.last < len(tokens.words) else ""
    led = before in LEADS or (said.last - said.first > 1 and not said.weekday)
    if said.weekday:
        return behind[:1].isupper() and behind.isalpha() and before == CODE["THE"]
    if word.lower() in ("may", "march"):
        return not led and not (before == CODE["THE"] and behind.islower() and tokens.kinds[said.last] == OTHER)
    if behind[:1].isupper() and behind.isalpha():
        return before not in LEADS - LISTING and before != CODE["THE"] and said.last == said.first + 1
    return not word[0].isupper() and not led
