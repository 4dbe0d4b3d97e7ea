"""From what the words say to a place in the calendar, with what it was counted from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from dossier.extract.dates.feasts import feast_of
from dossier.extract.dates.points import (
    MONTHS,
    QUARTERS,
    SEASON_STARTS,
    Point,
    Stretch,
    as_date,
    from_date,
    month_length,
    real,
    shift,
    shift_year,
    week_of,
)
from dossier.extract.dates.said import Said, Step
from dossier.model import DateBasis


@dataclass(frozen=True, slots=True)
class Told:
    """A date already resolved, with its place in the list."""

    value: Stretch
    at: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A resolved date: its value or the reason there is none, its basis, and the date it was counted from."""

    value: Stretch | None
    basis: DateBasis
    base: Point | None = None
    told: int | None = None
    """The place in the list of the date it was counted from; None for the document's own."""
    reason: str = ""


ORDER = "the document does not tell whether the day or the month stands first"
CLOSE = 300
"""Characters within which news counts from a date told rather than from its own."""


FAR = 800
"""Characters beyond which "forty years earlier" no longer counts from the date told last."""


@dataclass(slots=True)
class Scene:
    """What is known where a date stands: the document's date, whether it counts from there, what was told last."""

    now: Point | None
    news: bool
    tense: str = ""
    assumed: Point | None = None
    """For a document without a date: the latest date it tells, good for years and seasons, not for days."""
    spoken: Told | None = None
    """The day on which the words around were said, inside a quotation."""
    told: Told | None = None
    latest: Told | None = None
    """The date told last, asides too: what "that year" means."""
    age: Told | None = None
    """The date told last, decades and centuries too: what gives "the sixties" their century."""
    day: Told | None = None
    month: Told | None = None

    here: int = 0
    places: list[int] = field(default_factory=list)

    def near(self, told: Told) -> bool:
        """Whether a date was told close by, so that "the year before" in news counts from it."""
        return self.now is None or self.here - self.places[told.at] <= CLOSE

    def tell(self, value: Stretch, at: int, *, aside: bool = False, named: bool = False) -> None:
        """Remember a date that the text has told; an aside ("a campaign planned for 1976") moves nothing."""
        point = value.end if value.end and not value.since else value.start
        if value.end is not None and point.grain == "year":
            point, value = value.start, Stretch(value.start)
        self.age = Told(value, at)
        if point.reach > 1:
            return
        if not named:
            self.latest = Told(value, at)
        last = self.told.value.last() if self.told else None
        if named and self.told is not None:
            return
        if (
            aside
            and point.grain == "year"
            and last
            and last.grain != "year"
            and (point.year < last.year or point.year > last.year + 1 or self.tense == "future")
        ):
            return
        self.told = Told(value, at)
        if point.grain == "day":
            self.day = self.told
        self.month = self.told if 1 <= point.month <= MONTHS else None
        if self.day and point.grain != "day" and not within(self.day.value.last(), point):
            self.day = None


def within(day: Point, point: Point) -> bool:
    """Whether a day lies in a coarser point."""
    return point.first_day() <= (day.year, day.month, day.day) <= point.last_day()


def resolve(said: Said, scene: Scene) -> Answer:
    """The value of a reading in its scene."""
    if (
        said.vague
        and said.vague not in ("ahead", "order")
        and "of month" not in said.vague
        and not said.vague.startswith("same")
    ):
        return Answer(None, "unresolvable", reason=said.vague)
    if said.to is not None:
        return ranged(said, scene)
    if said.vague == "order":
        return Answer(None, "unresolvable", reason=ORDER)
    if said.short is not None:
        return shortened(said, scene)
    if said.step is not None:
        return stepped(said, scene)
    if said.feast and said.year is not None:
        day = feast_of(said.feast, said.year)
        return Answer(
            Stretch(day) if day else None,
            "explicit" if day else "unresolvable",
            reason="" if day else "no such feast is known",
        )
    if said.year is not None:
        point = Point(said.year, said.month, said.day, said.reach)
        if "of month" in said.vague:
            return Answer(nth_of_month(said, point), "explicit")
        return Answer(Stretch(point, about=said.about, since=said.since, before=said.before), "explicit")
    if said.feast:
        return yearless_feast(said, scene)
    return yearless(said, scene)


def nth_of_month(said: Said, point: Point) -> Stretch:
    """The first week of March is its days 1 to 7; the last is its last whole week, Monday to Sunday."""
    if said.vague.startswith("day"):
        day = said.day if said.day > 0 else month_length(point.year, point.month)
        return Stretch(replace(point, day=day))
    if said.day < 0:
        last = as_date(replace(point, day=month_length(point.year, point.month)))
        assert last is not None  # noqa: S101 - years with a month named are within the calendar
        sunday = last - timedelta(days=(last.weekday() + 1) % 7)
        return Stretch(from_date(sunday - timedelta(days=6)), from_date(sunday))
    first = min(7 * said.day - 6, 22)
    return Stretch(replace(point, day=first), replace(point, day=first + 6))


def ranged(said: Said, scene: Scene) -> Answer:
    """A range: the end gives the start what it lacks."""
    two = said.to
    assert two is not None  # noqa: S101 - the caller asks only for ranges
    end = resolve(two, scene)
    if end.value is None:
        return end
    last = end.value.start
    start = replace(said, to=None, since=False, before=False)
    if start.year is None:
        start = replace(start, year=last.year, short=None)
        if (start.month, start.day) > (last.month, last.day) and start.month <= MONTHS and last.month <= MONTHS:
            start = replace(start, year=last.year - 1)
    first = Point(start.year or 0, start.month, start.day, start.reach)
    if not real(first) or first.first_day() > last.last_day():
        return Answer(None, "unresolvable", reason="the range runs backwards")
    return replace(end, value=Stretch(first, last, about=said.about or two.about))


def shortened(said: Said, scene: Scene) -> Answer:
    """'71 and the sixties: the century of the date last told, else the last one before the document's own date."""
    short = said.short or 0
    if scene.age is not None and not (scene.news and scene.now):
        base = scene.age.value.last().year
        year = min((base // 100 * 100 + short + 100 * k for k in (-1, 0, 1)), key=lambda y: (abs(y - base), y))
        told: int | None = scene.age.at
    elif scene.now is not None:
        base, told = scene.now.year, None
        year = base // 100 * 100 + short
        year -= 100 * (year > base)
    elif said.month:
        base, told, year = 0, None, (2000 if short < 50 else 1900) + short  # noqa: PLR2004
        return Answer(Stretch(Point(year, said.month, said.day)), "explicit")
    else:
        return Answer(None, "unresolvable", reason="the century is not told")
    point = Point(year, said.month, said.day, said.reach)
    return Answer(Stretch(point), "explicit" if said.month else "year_from_context", Point(base), told)


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
        return (scene.assumed, None) if step.unit in COARSE else (None, None)
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


YEARS = {"year", "decade", "century"}
COARSE = {"year", "decade", "century", "name"}


def stepped(said: Said, scene: Scene) -> Answer:
    """So many units from a base."""
    step = said.step
    assert step is not None  # noqa: S101 - the caller asks only for steps
    if said.vague == "ahead" and scene.tense != "future":
        return Answer(None, "unresolvable", reason="a stretch of time, not a date")
    if said.rule == "today" and step.count == 0 and not (scene.news and scene.tense in ("past", "future")):
        return Answer(None, "unresolvable", reason="the present, not a day")
    if said.rule == "the-weekend" and scene.tense not in ("past", "future"):
        return Answer(None, "unresolvable", reason="any weekend")
    base, told = base_of(step, scene)
    if base is None:
        return Answer(None, "unresolvable", reason="nothing told it could be counted from")
    value = value_of(said, step, base, scene)
    if value is None:
        return Answer(None, "unresolvable", base, told, "the date it counts from is not known finely enough")
    basis: DateBasis = "relative_to_document" if told is None else "relative_to_event"
    return Answer(value, basis, base, told)


def value_of(said: Said, step: Step, base: Point, scene: Scene) -> Stretch | None:
    """The value so many units from a base."""
    if step.unit == "name":
        return named_value(said, step, base, scene)
    if said.rule in ("weekday-of-week", "day-of-which-month"):
        return part_value(said, step, base)
    if said.vague.startswith("same"):
        return same_unit(said.vague, base, step.count)
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


COUNTED = {
    "units-hence",
    "units-ago",
    "units-after-told",
    "units-after-event",
    "in-units",
    "today",
    "day-before-yesterday",
}


def same_unit(vague: str, base: Point, years: int) -> Stretch | None:
    """The same month, quarter or period of another year."""
    unit = vague.removeprefix("same ")
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


def quarter_of(point: Point) -> int:
    """The EDTF number of the quarter that holds a month."""
    return QUARTERS[0] + (point.month - 1) // 3


def unit_value(step: Step, base: Point) -> Stretch | None:  # noqa: PLR0911 - one line a unit
    """This, last or next day, week, month, quarter, year, decade, century."""
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
        return finished(
            said, from_now(said, scene.assumed, replace(scene, tense="")), scene.assumed, None, "year_from_context"
        )
    if scene.told is None:
        return Answer(None, "unresolvable", reason="the year is not told")
    base = scene.told.value.last()
    return finished(said, Point(base.year, said.month, said.day), base, scene.told.at, "year_from_context")


def finished(said: Said, point: Point, base: Point, told: int | None, basis: DateBasis) -> Answer:
    """An answer for a point that the calendar has."""
    if "of month" in said.vague:
        return Answer(nth_of_month(said, point), basis, base, told)
    if not real(point):
        return Answer(None, "unresolvable", base, told, "the calendar has no such day")
    return Answer(Stretch(point, about=said.about, since=said.since, before=said.before), basis, base, told)


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


__all__ = ["SEASON_STARTS", "Answer", "Scene", "Told", "resolve"]
