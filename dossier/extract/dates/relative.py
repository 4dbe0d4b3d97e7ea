"""How words that point to another date are read: "last summer", "that year", "October of next year"."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.counted import UNITS, unit_of
from dossier.extract.dates.kinds import OTHER, codes
from dossier.extract.dates.readers import fields, quarter
from dossier.extract.dates.said import From, Said, Step
from dossier.extract.dates.tokens import Tokens

CODE = codes()
KINDS = {code: kind for kind, code in CODE.items()}
BACK, ON = {"LAST", "PREVIOUS", "PAST", "PRIOR", "LATEST"}, {"NEXT", "FOLLOWING", "COMING"}
HERE = {"THIS", "CURRENT", "THAT", "SAME"}


def part_of_unit(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The 21st of last month; Monday of next week."""
    what = unit_of(tokens.word(last - 1))
    way = direction(tokens, first + 2 if tokens.kinds[first] == CODE["THE"] else first + 1, last)
    said = fields(tokens, first, last, rule)
    if way is None or not said or what != ("week" if said[0].weekday else "month"):
        return []
    return [replace(said[0], step=Step(way[0], what, way[1]))]


def direction(tokens: Tokens, first: int, last: int) -> tuple[int, From] | None:
    """What `last`, `that`, `the following` say: back, here or on, and from where."""
    names = [KINDS[tokens.kinds[at]] for at in range(first, last)]
    if "THAT" in names or "SAME" in names:
        return 0, "told"
    for at, name in enumerate(names):
        if name in BACK:
            return -1, "told" if name in ("PREVIOUS", "PRIOR") else "now"
        if name in ON:
            return 1, "now" if name in ("NEXT", "COMING") and names[at - 1 : at] != ["THE"] else "told"
        if name in HERE:
            return 0, "now"
    return (0, "told") if "THE" in names else None


def named(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Last August; next Friday; this summer; the following spring."""
    way = direction(tokens, first, last)
    said = fields(tokens, first, last, rule)
    if way is None or not said:
        return []
    return [replace(said[0], step=Step(way[0], "name", way[1]))]


def unit(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Last week; this year; that same day; the following decade; the latest quarter."""
    way = direction(tokens, first, last)
    if way is None:
        return []
    what = unit_of(tokens.word(last - 1))
    if tokens.word(last - 1).lower().endswith("s") and what != "period" and not possessive(tokens, first, last):
        return []
    kinds = {KINDS.get(tokens.kinds[at], "") for at in range(max(first - 1, 0), last)}
    if what == "day" and tokens.word(first - 1) == "To" and first:  # To this day, ...
        return []
    if (
        "THE" in kinds and kinds & {"LAST", "PAST"} and what in ("day", "week", "month", "year", "half")
    ):  # over the past year: a stretch
        return []
    numbered = quarter(tokens, first, last, rule) if what in ("quarter", "half") else []
    if rule == "that-date":
        return [Said(first, last, rule, step=Step(0, "day", "told"))]
    if numbered and any(tokens.kinds[at] in (CODE["ORDINAL"], CODE["ORDINALWORD"]) for at in range(first, last)):
        return numbered
    return [Said(first, last, rule, step=Step(way[0], what, way[1]))]


def possessive(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a year lost its apostrophe ("this years theme"): a singular stands before it and a noun behind."""
    behind = tokens.word(last) if last < len(tokens.words) else ""
    return (
        tokens.word(last - 1).lower() == "years"
        and KINDS[tokens.kinds[last - 2]] in ("THIS", "LAST")
        and last == first + 2
        and behind.isalpha()
        and tokens.kinds[last] == OTHER
    )


def year_step(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """October of that year; the third quarter of this year; August last year."""
    part = next(
        (
            at
            for at in range(first, last)
            if tokens.kinds[at]
            in (CODE["MONTH"], CODE["WEAKMONTH"], CODE["SEASON"], CODE["QUARTER"], CODE["HALF"], CODE["QUARTERCODE"])
        ),
        first,
    )
    dayed = next((at for at in range(part + 1, last) if tokens.kinds[at] in (CODE["DAY"], CODE["ORDINAL"])), part)
    cut = max(part, dayed) + 1
    way = direction(tokens, cut, last)
    said = quarter(tokens, first, cut, rule) or fields(tokens, first, cut, rule)
    if way is None or not said:
        return []
    return [replace(said[0], last=last, step=Step(way[0], "year", way[1]))]


def same_period(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The same month a year ago: the month now told, a year back."""
    what = next((unit_of(tokens.word(at)) for at in range(first, last) if tokens.kinds[at] in UNITS), "period")
    return [Said(first, last, rule, step=Step(-1, "year", "told"), manner=f"same {what}")]


def year_earlier(_tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The year-earlier period."""
    return [Said(first, last, rule, step=Step(-1, "year", "told"), manner="same period")]


def adverb(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The day after; the year before; the month earlier."""
    back = KINDS[tokens.kinds[last - 1]] in ("BEFORE", "EARLIER", "PRIOR", "PREVIOUS")
    what = unit_of(tokens.word(last - 1 if tokens.kinds[last - 1] in UNITS else last - 2))
    if tokens.word(last - 2).lower().endswith("s"):
        return []
    behind = tokens.word(last) if last < len(tokens.words) else ""
    named = KINDS[tokens.kinds[last - 1]] in ("BEFORE", "AFTER") and (
        behind.lower() in ("the", "his", "her", "its", "their") or behind[:1].isupper()
    )
    return [Said(first, last, rule, step=Step(-1 if back else 1, what, "told", event=named))]


def edge(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The end of the year; later in the year: the unit that is being told."""
    if tokens.word(last - 1).lower() not in ("day", "week", "month", "year", "decade", "century"):
        return []
    return [Said(first, last, rule, step=Step(0, unit_of(tokens.word(last - 1)), "told"))]


def week_of(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The first week of March: days 1 to 7; only whole weeks of a month are read so."""
    what = next(unit_of(tokens.word(at)) for at in range(first, last) if tokens.kinds[at] == CODE["UNIT"])
    said = fields(tokens, first, last, rule)
    if what not in ("week", "day") or not said:
        return []
    nth = said[0].day or -1
    return [replace(said[0], day=nth, manner=f"{what} of month")]
