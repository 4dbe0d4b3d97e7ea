"""The table of rules, applied: at each token the first row that matches wins, so the longer forms stand first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from dossier.extract.dates.grammar import MACROS, Rule
from dossier.extract.dates.kinds import BREAK, OTHER, codes, pattern
from dossier.extract.dates.rules_counted import COUNTED
from dossier.extract.dates.rules_whole import WHOLE
from dossier.extract.dates.said import Said
from dossier.extract.dates.tokens import Tokens

RULES: tuple[Rule, ...] = (*WHOLE, *COUNTED)
ANCHORS = """
YEAR DAY TWO THREE ORDINAL DECADE SHORTYEAR SHORTDECADE ISO SLASHED MONTH WEAKMONTH WEEKDAY SEASON TODAY YESTERDAY
TOMORROW CENTURY DECADEWORD QUARTER QUARTERCODE HALF FISCAL FY YEARS UNIT PERIOD DATEWORD FEAST YEARAGO NAMEDAY
"""
"""The kinds one of which every date has."""


@cache
def compiled() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Runs of kinds that dates are made of, the kinds one of which every date has, and all rows as one expression,
    whose last group names the row.
    """
    code = codes()
    known = "".join(code.values())
    anchors = "".join(code[kind] for kind in ANCHORS.split())
    rows = (f"(?P<r{at}>{pattern(rule.pattern, MACROS)})" for at, rule in enumerate(RULES))
    return re.compile(f"[{known}]+"), re.compile(f"[{anchors}]"), re.compile("|".join(rows))


def runs(kinds: str) -> Iterator[tuple[int, int]]:
    """The stretches of kinds that dates are made of, if one of them is a kind that every date has."""
    known, anchors, _ = compiled()
    end = 0
    for anchor in anchors.finditer(kinds):
        at = anchor.start()
        if at >= end:
            start = max(kinds.rfind(OTHER, end, at), kinds.rfind(BREAK, end, at), end - 1) + 1
            run = known.match(kinds, at)
            end = run.end() if run else at + 1
            yield start, end


KEPT = 64
"""Kinds of a run at most whose match is kept: longer ones hardly come twice."""


@lru_cache(maxsize=8192)
def match_of(run: str) -> tuple[int, int, int] | None:
    """The first row that matches in a run of kinds, by its number, and where it does."""
    m = compiled()[2].search(run)
    return (int((m.lastgroup or "r0")[1:]), *m.span()) if m else None


def first_match(kinds: str, start: int, end: int) -> tuple[Rule, int, int] | None:
    """The first row that matches in a stretch of kinds, and where it does."""
    if end - start > KEPT:
        m = compiled()[2].search(kinds, start, end)
        return (RULES[int((m.lastgroup or "r0")[1:])], *m.span()) if m else None
    found = match_of(kinds[start:end])
    return (RULES[found[0]], start + found[1], start + found[2]) if found else None


def read(tokens: Tokens) -> list[Said]:
    """Everything the rules read in a text, in order. Where a row's reader refuses, reading goes on a token later."""
    found: list[Said] = []
    for at, end in runs(tokens.kinds):
        while (match := first_match(tokens.kinds, at, end)) is not None:
            rule, first, last = match
            said = rule.read(tokens, first, last, rule.name)
            if said and found and said[0].first < found[-1].last:
                found.pop()
            found += said
            at = last if said else first + 1  # noqa: PLW2901 - a cursor
    return found
