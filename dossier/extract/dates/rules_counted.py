"""Rules for what is counted from another date, and for parts of the year that stand without it."""

from __future__ import annotations

from dossier.extract.dates import counted, named, readers, relative
from dossier.extract.dates.grammar import Rule

COUNTED: tuple[Rule, ...] = (
    Rule("units-ago", "{near} ({num}) DASH? ({unit}) AGO", counted.ago, ("two years ago |2018-09-06", "2016")),
    Rule(
        "units-after-told",
        "{near} ({num}) DASH? ({unit}) (LATER | EARLIER)",
        counted.later,
        ("In 2020 or four years later", "2020 2024"),
    ),
    Rule(
        "units-hence",
        "{near} ({num}) DASH? ({unit}) (FROM NOW | FROM TODAY | HENCE)",
        counted.from_now,
        ("two years from now |2018-09-06", "2020"),
    ),
    Rule(
        "units-after-event",
        "{near} ({num}) DASH? ({unit}) (BEFORE | AFTER | PRIOR TO | FROM | FOLLOWING)",
        counted.after,
        ("It fell in 1850. Two years after the siege", "1850 1852~"),
    ),
    Rule("in-units", "IN ({num}) (YEARS | UNIT)", counted.hence, ("It will end in 70 years |2017-09-19", "2087")),
    Rule(
        "day-before-yesterday",
        "THE UNIT BEFORE YESTERDAY | THE UNIT AFTER TOMORROW",
        counted.two_days,
        ("the day before yesterday |2018-09-06", "2018-09-04"),
    ),
    Rule(
        "today",
        "(EARLIER | LATER)? (TODAY | YESTERDAY | TOMORROW)",
        counted.today,
        ("It took place yesterday |2018-09-06", "2018-09-05"),
    ),
    Rule(
        "part-of-told-year",
        "{near} THE? (MONTH ABBR? | SEASON | {q}) (COMMA | OF | IN)? (THE? {which} YEARS | {told} YEARS)",
        relative.year_step,
        ("In 1918 it began. In October of that year", "1918 1918-10"),
    ),
    Rule(
        "same-period",
        "({told}) ({span} | {m}) (AN | THE) (YEARS | UNIT | QUARTER) (EARLIER | AGO | BEFORE)",
        relative.same_period,
        ("the same month a year ago |2009-02-03", "2008-02"),
    ),
    Rule(
        "same-period-last-year",
        "THE SAME ({span} | {m}) (OF | IN)? (LAST | PREVIOUS | THE PREVIOUS) YEARS",
        relative.same_period,
        ("the same month last year |2009-02-03", "2008-02"),
    ),
    Rule(
        "year-earlier-period",
        "THE? (YEARAGO | YEARS DASH (EARLIER | AGO)) ({span})?",
        relative.year_earlier,
        ("In 2010 sales fell from the year-earlier period", "2010 2009"),
    ),
    Rule(
        "week-of",
        "THE ({nth} | LAST | FINAL) (UNIT) OF {m} ({of} ({yr}))?",
        relative.week_of,
        ("the first week of March 2009", "2009-03-01/2009-03-07"),
    ),
    Rule(
        "day-of-which-month",
        "THE? ORDINAL OF THE? ({which}) UNIT",
        relative.part_of_unit,
        ("on the 21st of last month |2018-09-06", "2018-08-21"),
    ),
    Rule(
        "weekday-of-week",
        "WEEKDAY (OF)? THE? ({which}) UNIT",
        relative.part_of_unit,
        ("on Monday of next week |2018-09-06", "2018-09-10"),
    ),
    Rule(
        "which-named",
        "{near} (EARLIER | LATER)? THE? ({which}) ({edge})? (MONTH ABBR? | WEEKDAY | SEASON | FEAST) (THE? {d})?",
        relative.named,
        ("last summer |2020-07-01", "2019-22"),
    ),
    Rule(
        "which-unit",
        "{near} (EARLIER | LATER)? (THE? ({which})) ({q} | FISCAL? ({span}))",
        relative.unit,
        ("last week |2017-07-18", "2017-07-10/2017-07-16"),
    ),
    Rule(
        "that-date",
        "(THIS | THAT | THE SAME) DATEWORD",
        relative.unit,
        ("On 21 September 1792 it met. This date was kept", "1792-09-21 1792-09-21"),
    ),
    Rule(
        "unit-adverb",
        "THE ({span}) (BEFORE | AFTER | EARLIER | LATER | PRIOR | PREVIOUS | FOLLOWING)",
        relative.adverb,
        ("In 1917 it began. The year before", "1917 1916"),
    ),
    Rule(
        "edge-of-unit",
        "({edge} | EARLIER IN THE | LATER IN THE) (UNIT | YEARS | DECADEWORD | CENTURY)",
        relative.edge,
        ("In 1791 it met. By the end of the year", "1791 1791"),
    ),
    Rule("year-end", "YEARS DASH EDGE (YEAR)?", named.year_end, ("by year-end |2018-09-06", "2018")),
    Rule(
        "the-weekend",
        "THE UNIT",
        named.weekend,
        ("Rebels attacked over the weekend |2018-09-10", "2018-09-08/2018-09-09"),
    ),
    Rule("the-quarter", "THE QUARTER", named.the_quarter, ("in the quarter |2018-08-01", "2018-04/2018-06")),
    Rule("named-day", "NAMEDAY COMMA? OF? YEAR?", named.named_day, ("on Independence Day |2018-07-10", "2018-07-04")),
    Rule("weekday-part", "{near} WEEKDAY DAYPART?", readers.fields, ("on Tuesday |2015-05-07", "2015-05-05")),
    Rule("quarter", "THE ({q}) | ({q})", readers.quarter, ("in the fourth quarter |2007-03-13", "2006-10/2006-12")),
    Rule("season", "{near} THE? SEASON", named.season, ("In 1915 in the summer", "1915 1915-22")),
    Rule("feast", "FEAST (NAMEDAY | EVE | UNIT)? {of} YEAR?", named.feast, ("at Christmas 1914", "1914-12-25")),
    Rule(
        "day-of-told-month",
        "THE (ORDINAL)",
        named.day_only,
        ("On 20 September 1917 it began; on the 21st it ended", "1917-09-20 1917-09-21"),
    ),
    Rule("month", "{near} MONTH ABBR?", readers.fields, ("In 1918 it began in August", "1918 1918-08")),
)
