"""What is known at the place where a date stands, and what a resolved date is."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.extract.dates.points import MONTHS, Point, Stretch
from dossier.model import DateBasis

CLOSE = 300
"""Characters within which news counts from a date told rather than from its own."""
FAR = 800
"""Characters beyond which "forty years earlier" no longer counts from the date told last."""


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


@dataclass(slots=True)
class Scene:
    """What is known where a date stands: the document's date, whether it counts from there, what was told last."""

    now: Point | None
    news: bool
    tense: str = ""
    assumed: Told | None = None
    """For a document without a date: the latest date it tells, good for years and seasons, not for days."""
    strict: bool = False
    """For news without a date: a month belongs to a year told close by or to none."""
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
