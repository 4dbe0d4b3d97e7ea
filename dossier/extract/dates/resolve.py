"""From what the words say to a place in the calendar, with what it was counted from."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.feasts import feast_of
from dossier.extract.dates.points import MONTHS, Point, Stretch, real
from dossier.extract.dates.said import Said
from dossier.extract.dates.scene import Answer, Scene
from dossier.extract.dates.steps import stepped
from dossier.extract.dates.yearless import nth_of_month, yearless, yearless_feast

ORDER = "the document does not tell whether the day or the month stands first"


def resolve(said: Said, scene: Scene) -> Answer:
    """The value of a reading in its scene."""
    if said.vague:
        return Answer(None, "unresolvable", reason=said.vague)
    if said.to is not None:
        return ranged(said, scene)
    if said.manner == "order":
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
        if said.manner in ("week of month", "day of month"):
            return Answer(nth_of_month(said, point), "explicit")
        return Answer(Stretch(point, about=said.about, since=said.since, before=said.before), "explicit")
    if said.feast:
        return yearless_feast(said, scene)
    return yearless(said, scene)


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
