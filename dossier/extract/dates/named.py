"""How parts of the year and days that have a name are read: "in the summer", "Independence Day", "year-end"."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.counted import unit_of
from dossier.extract.dates.feasts import feasts
from dossier.extract.dates.kinds import codes
from dossier.extract.dates.readers import count, fields
from dossier.extract.dates.said import Said, Step
from dossier.extract.dates.tokens import Tokens

CODE = codes()
KINDS = {code: kind for kind, code in CODE.items()}


def year_end(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """At year-end; by year-end 1998."""
    if tokens.word(last - 1).isdigit():
        return fields(tokens, last - 1, last, "year")
    return [Said(first, last, rule, step=Step(0, "year", "now"))] if tokens.word(last - 1).lower() == "end" else []


def weekend(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Over the weekend: the last one, or with a look ahead the next."""
    if unit_of(tokens.word(last - 1)) != "weekend" or tokens.word(last - 1).lower().endswith("s"):
        return []
    return [Said(first, last, rule, step=Step(-1, "weekend", "now"))]


def the_quarter(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """In the quarter: the one last told, or the last that has ended."""
    behind = KINDS.get(tokens.kinds[last], "") if last < len(tokens.kinds) else ""
    led = KINDS.get(tokens.kinds[first - 1], "") if first else ""
    return [Said(first, last, rule, step=Step(-1, "quarter", "now"))] if led in ("IN", "FOR") and behind != "OF" else []


def named_day(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Independence Day, New Year's Eve: the name is the words before "Day"."""
    end = tokens.end(first)
    head = tokens.text[max(0, end - 30) : end].lower().replace("’", "'")
    name = max((feast for feast in feasts() if head.endswith(feast)), key=len, default="")
    if not name:
        return []
    said = fields(tokens, first + 1, last, rule)
    return [replace(said[0], first=tokens.at(end - len(name)), feast=name, day=0)]


def season(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """A season without a year, where a preposition, an article or a capital says that it is one."""
    said = fields(tokens, first, last, rule)
    before = KINDS.get(tokens.kinds[first - 1], "") if first else ""
    led = before in ("IN", "SINCE", "UNTIL", "BEFORE", "AFTER", "AT", "OF", "FROM", "TO", "AND")
    behind = tokens.kinds[last] if last < len(tokens.kinds) else ""
    if tokens.word(last - 1) == "fall" and before != "IN" and last - first < 3:  # noqa: PLR2004 - after the fall
        return []
    led = led or tokens.kinds[last : last + 2] in (
        CODE["AND"] + CODE["SEASON"],
        CODE["OR"] + CODE["SEASON"],
        CODE["DASH"] + CODE["SEASON"],
    )
    if not said or not (led or last - first > 1) or (behind == CODE["OF"] and tokens.word(last - 1) == "fall"):
        return []
    return (
        said
        if tokens.word(last - 1).lower() not in ("fall", "spring")
        or last - first > 1
        or tokens.word(last - 1)[0].isupper()
        else []
    )


def feast(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Christmas, Christmas Eve, Easter Monday ..."""
    said = fields(tokens, first, last, rule)
    name = " ".join(tokens.word(at).lower() for at in range(first, min(first + 2, last)))
    return [replace(said[0], feast=name, day=0)] if said else []


def day_only(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """On the 21st: of the month being told."""
    before = KINDS.get(tokens.kinds[first - 1], "") if first else ""
    day = count(tokens.word(last - 1))
    led = before in ("ON", "AT", "FROM", "TO", "UNTIL", "SINCE")
    return [Said(first, last, rule, day=day)] if led and 1 <= day <= 31 else []  # noqa: PLR2004
