"""Readings put together: ranges of two dates, open ends, and years that a neighbour lends."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.kinds import codes
from dossier.extract.dates.said import Said
from dossier.extract.dates.tokens import Tokens

CODE = codes()
THROUGH = {CODE["DASH"], CODE["TO"], CODE["UNTIL"]}
LISTING = {
    CODE[kind]
    for kind in (
        "AND",
        "OR",
        "COMMA",
        "DASH",
        "TO",
        "UNTIL",
        "SLASH",
        "FROM",
        "IN",
        "THE",
        "EARLY",
        "LATE",
        "MID",
        "ON",
    )
}
NEAR = 4


def join(tokens: Tokens, found: list[Said]) -> list[Said]:
    """Two readings that a dash, "to" or "between ... and" ties become one range."""
    joined: list[Said] = []
    for said in found:
        if joined and (whole := range_of(tokens, joined[-1], said)) is not None:
            joined[-1] = whole
        else:
            joined.append(said)
    return [opened(tokens, said) for said in lend(tokens, joined)]


def range_of(tokens: Tokens, one: Said, two: Said) -> Said | None:
    """The range from one reading to the next, or None where the words between do not tie them."""
    between = tokens.kinds[one.last : two.first].replace(CODE["THE"], "")
    if len(between) != 1 or one.to or two.to or one.step or two.step or not fit(one, two):
        return None
    lead = tokens.kinds[one.first - 1] if one.first else ""
    led = lead in (CODE["FROM"], CODE["BETWEEN"])
    if between in THROUGH or (between == CODE["AND"] and lead == CODE["BETWEEN"]):
        return replace(one, first=one.first - led, last=two.last, to=two)
    return None


def fit(one: Said, two: Said) -> bool:
    """Whether two readings can be the ends of one range: as fine as each other, and a year in the first stays one."""
    if one.feast or two.feast or one.vague or two.vague:
        return False
    if one.dated and not two.dated:
        return False
    if (one.reach, bool(one.weekday and not one.day)) != (two.reach, bool(two.weekday and not two.day)):
        return False
    return bool(one.month) == bool(two.month) or (one.dated and two.dated)


def lend(tokens: Tokens, found: list[Said]) -> list[Said]:
    """A date without a year takes that of the next in the same list: "in April and June 1955"."""
    lent = list(found)
    for at in range(len(lent) - 2, -1, -1):
        one, two = lent[at], lent[at + 1]
        if (
            one.dated
            or one.step
            or not one.month
            or one.short is not None
            or two.year is None
            or not two.month
            or two.reach > 1
        ):
            continue
        between = tokens.kinds[one.last : two.first]
        if len(between) <= NEAR and between and set(between) <= LISTING and bool(one.day) <= bool(two.day):
            year = two.year
            if not two.to and (one.month, one.day) > (two.month, two.day) and one.month <= 12 and two.month <= 12:  # noqa: PLR2004
                year -= 1
            lent[at] = replace(one, year=year, era=two.era, lent=True)
    return lent


def opened(tokens: Tokens, said: Said) -> Said:
    """An end stays open: "since 2014", "until 1991"."""
    lead = tokens.kinds[said.first - 1] if said.first else ""
    if said.to and lead in (CODE["FROM"], CODE["BETWEEN"]) and tokens.kinds[said.first] != lead:
        return replace(said, first=said.first - 1)
    if tokens.word(said.first).lower() == "than":
        said = replace(said, first=said.first + 1)
    if said.to or said.reach > 1 or said.step:
        return said
    if lead == CODE["SINCE"]:
        return replace(said, first=said.first - 1, since=True)
    if lead == CODE["UNTIL"]:
        return replace(said, first=said.first - 1, before=True)
    return said
