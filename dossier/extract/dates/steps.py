"""Values that are counted: so many units from the document's own date or from a date that was told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dossier.extract.dates.points import (
    MONTHS,
    QUARTERS,
    Point,
    Stretch,
    as_date,
    from_date,
    real,
    shift,
    shift_year,
    week_of,
)
from dossier.extract.dates.said import Said, Step
from dossier.extract.dates.scene import CLOSE, FAR, Answer, Scene
from dossier.model import DateBasis

YEARS = {"year", "decade", "century"}
COARSE = {"year", "decade", "century", "name"}
COUNTED = {
    "units-hence",
    "units-ago",
    "units-after-told",
    "units-after-event",
    "in-units",
    "today",
    "day-before-yesterday",
}


def stepped(said: Said, scene: Scene) -> Answer:
    """So many units from a base."""
    step = said.step
    assert step is not None  # noqa: S101 - the caller asks only for steps
    if said.manner == "ahead" and scene.tense != "future":
        return Answer(None, "unresolvable", reason="a stretch of time, not a date")
    if said.rule == "today" and step.count == 0 and not (scene.news and scene.tense in ("past", "future")):
        return Answer(None, "unresolvable", reason="the present, not a day")
    if said.rule == "the-weekend" and scene.tense not in ("past", "future"):
        return Answer(None, "unresolvable", reason="any weekend")
    base, told = base_of(step, scene)
    if base is None:
        return Answer(None, "unresolvable", reason="nothing told it could be counted from")
    value = None if said.weekday and loose(scene, told) else value_of(said, step, base, scene)
    if value is None:
        return Answer(None, "unresolvable", base, told, "the date it counts from is not known finely enough")
    basis: DateBasis = "relative_to_document" if told is None else "relative_to_event"
    return Answer(value, basis, base, told)


def loose(scene: Scene, told: int | None) -> bool:
    """Whether the date told is a stretch of days: from "eight weeks later" no Tuesday can be counted."""
    known = (scene.told, scene.latest, scene.day)
    return told is not None and any(one is not None and one.at == told and one.value.end for one in known)


def base_of(step: Step, scene: Scene) -> tuple[Point | None, int | None]:
    """What a step counts from: the document's own date or the one last told, and that one's place."""
    told = scene.told
    if step.unit in ("day", "week", "fortnight", "weekend"):
        told = scene.day
    elif scene.latest and scene.here - scene.places[scene.latest.at] <= CLOSE // 2 and step.unit in COARSE:
        told = scene.latest
    elif step.unit == "month":
        told = scene.month or scene.day or scene.told
    if step.start == "now" and scene.spoken is not None:
        return scene.spoken.value.start, scene.spoken.at
    if step.start == "now" and scene.now is not None and (scene.news or scene.told is None):
        return scene.now, None
    if step.start == "now" and scene.assumed is not None:
        return (scene.assumed.value.start, scene.assumed.at) if step.unit in COARSE else (None, None)
    if (
        told is not None
        and step.event is False
        and step.unit in YEARS
        and abs(step.count)
        and scene.here - scene.places[told.at] > FAR
    ):
        return None, None
    if told is not None and (not scene.news or (step.start == "told" and scene.near(told))):
        return told.value.last(), told.at
    if scene.now is not None and scene.news and (step.start == "now" or step.count <= 0):
        return scene.now, None
    return None, None


def value_of(said: Said, step: Step, base: Point, scene: Scene) -> Stretch | None:
    """The value so many units from a base."""
    if step.unit == "name":
        return named_value(said, step, base, scene)
    if said.rule in ("weekday-of-week", "day-of-which-month"):
        return part_value(said, step, base)
    if said.manner.startswith("same"):
        return same_unit(said.manner, base, step.count)
    if said.month:
        point = Point(base.year + step.count, said.month, said.day)
        return Stretch(point) if real(point) else None
    about = said.about or step.event
    if said.rule in COUNTED:
        return counted_value(step, base, about=about)
    return unit_value(step, base)


def part_value(said: Said, step: Step, base: Point) -> Stretch | None:
    """The weekday of a week or the day of a month, so many on from the base."""
    if said.weekday:
        week = week_of(base, step.count) if base.day else None
        day = shift(week.start, said.weekday - 1, "day") if week else None
        return Stretch(day) if day else None
    month = shift(base, step.count, "month")
    point = replace(month, day=said.day) if month else None
    return Stretch(point) if point and real(point) else None


def same_unit(manner: str, base: Point, years: int) -> Stretch | None:
    """The same month, quarter or period of another year."""
    unit = manner.removeprefix("same ")
    if unit == "month" and base.month:
        return Stretch(Point(base.year + years, base.month))
    if unit == "quarter" and 1 <= base.month <= MONTHS:
        return Stretch(Point(base.year + years, quarter_of(base)))
    if base.day:  # "the quarter ended Sept. 30 ... the year-earlier period": the length of the period is not known
        return Stretch(Point(base.year + years))
    return Stretch(shift_year(base, years))


def counted_value(step: Step, base: Point, *, about: bool) -> Stretch | None:
    """Two years ago, four months earlier: at the unit's precision; several weeks as a week."""
    if step.unit in ("week", "fortnight") and abs(step.count) > 1:
        week = week_of(base, step.count * (2 if step.unit == "fortnight" else 1)) if base.day else None
        return replace(week, about=about) if week else None
    if step.unit in ("quarter", "half", "season", "period", "weekend"):
        return None
    moved = shift(base, step.count, step.unit)
    if moved and step.unit == "decade" and abs(step.count) > 1:
        return Stretch(Point(moved.year // 10 * 10, reach=10), about=about)
    return Stretch(moved, about=about or step.unit == "century") if moved else None


def unit_value(step: Step, base: Point) -> Stretch | None:
    """The day, week, month, quarter, year, decade or century at, before or after the base."""
    if step.unit == "day":
        moved = shift(base, step.count, "day")
        return Stretch(moved) if moved else None
    if step.unit == "week":
        return week_of(base, step.count) if base.day else None
    if step.unit == "weekend":
        week = week_of(base, step.count) if base.day else None
        saturday = shift(week.start, 5, "day") if week else None
        return Stretch(saturday, week.end) if week and saturday else None
    if step.unit == "month":
        moved = shift(base, step.count, "month")
        return Stretch(moved) if moved else None
    if step.unit == "year":
        return Stretch(Point(base.year + step.count))
    if step.unit == "decade":
        return Stretch(Point(base.year // 10 * 10 + 10 * step.count, reach=10))
    if step.unit == "century":
        return Stretch(Point(base.year // 100 * 100 + 100 * step.count, reach=100))
    if step.unit == "quarter":
        return quarter_value(step.count, base)
    return None


def quarter_of(point: Point) -> int:
    """The EDTF number of the quarter that holds a month."""
    return QUARTERS[0] + (point.month - 1) // 3


def quarter_value(count: int, base: Point) -> Stretch | None:
    """The quarter of a base, or one beside it."""
    if base.month in QUARTERS:
        at = base.month - QUARTERS[0]
    elif 1 <= base.month <= MONTHS:
        at = (base.month - 1) // 3
    else:
        return None
    years, at = divmod(at + count, 4)
    return Stretch(Point(base.year + years, QUARTERS[at]))


def named_value(said: Said, step: Step, base: Point, scene: Scene) -> Stretch | None:
    """Last August, next Friday, this summer: the nearest one that is wholly before or after the base."""
    if said.weekday:
        return weekday_value(said.weekday, step.count, base, scene)
    if not said.month:
        return None
    if step.count == 0:
        point = Point(base.year, said.month, said.day)
        return Stretch(point) if real(point) else None
    return Stretch(beside(Point(base.year, said.month, said.day), base, step.count))


def beside(point: Point, base: Point, way: int) -> Point:
    """The last such part of a year that ended before the base, or the first that begins after it."""
    at = base.first_day() if way < 0 else base.last_day()
    if way < 0:
        year = base.year + 1
        while replace(point, year=year).last_day() >= at and year > base.year - 2:
            year -= 1
    else:
        year = base.year - 1
        while replace(point, year=year).first_day() <= at and year < base.year + 2:
            year += 1
    return replace(point, year=year)


def weekday_value(weekday: int, way: int, base: Point, scene: Scene) -> Stretch | None:
    """A weekday before (-1) or after (1) a day, or the one that the tense asks for (0), the day itself included."""
    day = as_date(base) if base.day else None
    if day is None:
        return None
    ahead = (weekday - day.isoweekday()) % 7
    if way > 0:
        days = ahead or 7
    elif way < 0:
        days = ahead - 7
    else:
        days = ahead if scene.tense == "future" or ahead == 0 else ahead - 7
    return Stretch(from_date(day + timedelta(days=days)))
