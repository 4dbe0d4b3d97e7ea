"""Days, months, seasons and weekdays without their year: from the document's own date or from the date told last."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dossier.extract.dates.feasts import feast_of
from dossier.extract.dates.points import MONTHS, Point, Stretch, as_date, from_date, month_length, real, shift_year
from dossier.extract.dates.said import Said
from dossier.extract.dates.scene import FAR, Answer, Scene
from dossier.extract.dates.steps import weekday_value
from dossier.model import DateBasis


def yearless(said: Said, scene: Scene) -> Answer:
    """A month, day and month, season, quarter, weekday or day without its year."""
    if said.weekday and not said.month:
        return bare_weekday(said, scene)
    if said.day and not said.month:
        return bare_day(said, scene)
    ahead = scene.tense == "future" and not scene.news and scene.now is not None
    if (scene.news or scene.told is None or (ahead and not said.day)) and scene.now is not None:
        point = from_now(said, scene.now, scene)
        return finished(said, point, scene.now, None, "year_from_context")
    if scene.told is None and scene.assumed is not None:
        stand = scene.assumed.value.start
        point = from_now(said, stand, replace(scene, tense=""))
        return finished(said, point, stand, scene.assumed.at, "year_from_context")
    if scene.told is None or (scene.strict and scene.here - scene.places[scene.told.at] > FAR):
        return Answer(None, "unresolvable", reason="the year is not told")
    base = scene.told.value.last()
    return finished(said, Point(base.year, said.month, said.day), base, scene.told.at, "year_from_context")


def finished(said: Said, point: Point, base: Point, told: int | None, basis: DateBasis) -> Answer:
    """An answer for a point that the calendar has."""
    if said.manner in ("week of month", "day of month"):
        return Answer(nth_of_month(said, point), basis, base, told)
    if not real(point):
        return Answer(None, "unresolvable", base, told, "the calendar has no such day")
    return Answer(Stretch(point, about=said.about, since=said.since, before=said.before), basis, base, told)


def nth_of_month(said: Said, point: Point) -> Stretch:
    """The first week of March is its days 1 to 7; the last is its last whole week, Monday to Sunday."""
    if said.manner == "day of month":
        day = said.day if said.day > 0 else month_length(point.year, point.month)
        return Stretch(replace(point, day=day))
    if said.day < 0:
        last = as_date(replace(point, day=month_length(point.year, point.month)))
        assert last is not None  # noqa: S101 - years with a month named are within the calendar
        sunday = last - timedelta(days=(last.weekday() + 1) % 7)
        return Stretch(from_date(sunday - timedelta(days=6)), from_date(sunday))
    first = min(7 * said.day - 6, 22)
    return Stretch(replace(point, day=first), replace(point, day=first + 6))


def from_now(said: Said, now: Point, scene: Scene) -> Point:
    """The year that puts a month or a day where the tense says, else nearest to the document's date."""
    point = Point(now.year, said.month, said.day)
    if said.since:
        return point if point.first_day() <= now.first_day() else shift_year(point, -1)
    years = [shift_year(point, k) if k else point for k in (-1, 0, 1)]
    if scene.tense == "future" or (said.before and not said.day):
        return next((p for p in years if p.last_day() >= now.first_day()), point)
    if scene.tense == "past" or (said.month > MONTHS and not said.day):
        return next((p for p in reversed(years) if p.first_day() <= now.last_day()), point)
    return min(years, key=lambda p: abs(distance(p, now)))


def distance(point: Point, now: Point) -> int:
    """Days from a point to the document's date, roughly (a month is 31)."""
    a, b = point.first_day(), now.first_day()
    return (a[0] - b[0]) * 372 + (a[1] - b[1]) * 31 + a[2] - b[2]


def bare_weekday(said: Said, scene: Scene) -> Answer:
    """On Tuesday: around the document's date by tense, else the nearest to the day last told."""
    if (
        scene.now is not None
        and (scene.news or scene.day is None or scene.day.value.start == scene.now)
        and scene.now.day
    ):
        value = weekday_value(said.weekday, 0, scene.now, replace(scene, tense="future") if said.before else scene)
        return Answer(value, "relative_to_document", scene.now)
    if scene.day is None:
        return Answer(None, "unresolvable", reason="no day is told that the weekday could be counted from")
    base = scene.day.value.last()
    day = as_date(base)
    if day is None:
        return Answer(None, "unresolvable", reason="no calendar for that day")
    days = (said.weekday - day.isoweekday() + 3) % 7 - 3
    return Answer(Stretch(from_date(day + timedelta(days=days))), "relative_to_event", base, scene.day.at)


def bare_day(said: Said, scene: Scene) -> Answer:
    """On the 21st: of the month last told."""
    if scene.month is not None:
        base, told = scene.month.value.last(), scene.month.at
    elif scene.now is not None and scene.news:
        base, told = scene.now, None
    else:
        return Answer(None, "unresolvable", reason="the month is not told")
    return finished(said, Point(base.year, base.month, said.day), base, told, "year_from_context")


def yearless_feast(said: Said, scene: Scene) -> Answer:
    """At Christmas: of the year that a day of that month would have."""
    guess = feast_of(said.feast, scene.now.year if scene.now else 2000)
    if guess is None:
        return Answer(None, "unresolvable", reason="no such feast is known")
    answer = yearless(replace(said, feast="", month=guess.month, day=guess.day), scene)
    if answer.value is None:
        return answer
    day = feast_of(said.feast, answer.value.start.year)
    return replace(answer, value=Stretch(day) if day else None)
