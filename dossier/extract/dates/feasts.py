"""Feasts: days that have a name, on a fixed day, counted from Easter, or as the nth weekday of a month."""

from __future__ import annotations

from functools import cache
from typing import cast

from dossier.extract.dates.points import Point, easter, nth_weekday, shift
from dossier.lexicon import table


@cache
def feasts() -> frozenset[str]:
    """The names that the lexicon knows."""
    return frozenset(cast("dict[str, object]", table("en", "dates").get("feasts", {})))


def feast_of(name: str, year: int) -> Point | None:
    """The day of a feast in a year; None for a name that the lexicon lacks."""
    words = name.lower().split()
    rules = cast("dict[str, object]", table("en", "dates").get("feasts", {}))
    rule = rules.get(name.lower()) or rules.get(words[0])
    if rule is None or year < 1:
        return None
    if rule == "easter":
        moved = {"eve": -1, "monday": 1}.get(words[-1], 0)
        return shift(easter(year), moved, "day")
    numbers = cast("list[int]", rule)
    day = Point(year, *numbers) if len(numbers) == 2 else nth_weekday(year, *numbers)  # noqa: PLR2004
    return shift(day, -1, "day") if words[-1] == "eve" and name.lower() not in rules else day
