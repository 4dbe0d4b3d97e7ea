"""What the words of a date say by themselves, before anything around them is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal[
    "day",
    "week",
    "month",
    "year",
    "decade",
    "century",
    "quarter",
    "half",
    "season",
    "weekend",
    "fortnight",
    "name",
    "period",
]
From = Literal["now", "told", "either"]


@dataclass(frozen=True, slots=True)
class Step:
    """So many units from the document's own date (`now`), from the date last told (`told`), or from the date that
    follows in the text (`after`); `name` counts in the named month, weekday or season itself (`last August`).
    """

    count: int
    unit: Unit
    start: From
    event: bool = False
    """Counted from an event that the words name (`a year after the treaty`)."""


@dataclass(frozen=True, slots=True)
class Said:
    """The fields that the words fill. `first` and `last` are tokens, half-open. A `year` is astronomical."""

    first: int
    last: int
    rule: str
    year: int | None = None
    month: int = 0
    day: int = 0
    weekday: int = 0
    reach: int = 1
    short: int | None = None
    """A year's last two digits (`'71`), or a decade's (`the sixties`) with `reach` 10."""
    era: bool = False
    step: Step | None = None
    to: Said | None = None
    about: bool = False
    since: bool = False
    before: bool = False
    lent: bool = False
    """The year is that of the next date: "in April and June 1955"."""
    feast: str = ""
    manner: str = ""
    """How the fields are to be taken: `ahead` only in a look ahead, `order` of day and month in doubt, `week of month`
    and `day of month` by their number, `same ...` as the same part of another year.
    """
    vague: str = ""
    """Why no calendar can give the value (`few days later`)."""

    @property
    def dated(self) -> bool:
        """Whether the words give the year themselves."""
        return self.year is not None
