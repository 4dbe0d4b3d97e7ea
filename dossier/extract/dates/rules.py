"""The table of rules: a name, a pattern over kinds of token, how to read it, and an example that is a test.

At each token the first row that matches wins, so the longer forms stand above the shorter. Between braces is a macro.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from dossier.extract.dates import readers, relative
from dossier.extract.dates.kinds import codes, pattern
from dossier.extract.dates.said import Said
from dossier.extract.dates.tokens import Tokens

Reader = Callable[[Tokens, int, int, str], list[Said]]

MACROS = {
    "m": "(MONTH | WEAKMONTH) ABBR?",
    "wd": "(WEEKDAY | WEAKDAY) ABBR? DAYPART? COMMA? THE?",
    "d": "DAY | ORDINAL",
    "day": "(THE? (DAY | ORDINAL | ORDINALWORD) DAY?)",
    "y": "ERA? YEAR ERA? | ERA (THREE | TWO | DAY) | (THREE | TWO | DAY) ERA",
    "yr": "{y} | THREE",
    "of": "(COMMA | OF | IN | OF THE YEARS | COMMA IN)?",
    "dash": "DASH | TO THE? | UNTIL THE? | SLASH",
    "and": "AND | OR | COMMA AND | COMMA",
    "near": "(ALMOST ALMOST?)? (ABOUT DOT?)? {edge}?",
    "edge": "THE? (EDGE | REST | MID) OF THE? | THE? (EARLY | LATE | MID | LATER | EARLIER) (DASH | IN | IN THE | TO DASH? (MID|LATE) DASH?)?",
    "season": "SEASON",
    "num": "AN? (DAY | TWO | THREE | YEAR | NUMBER | NUMBERWORD (DASH? NUMBERWORD)?) HUNDRED? | AN? HUNDRED | AN AND AN HALF | AN | {vague}",
    "vague": "AN? VAGUE (AND NUMBERWORD)? OF?",
    "unit": "UNIT | YEARS | DECADEWORD | CENTURY | QUARTER",
    "span": "UNIT | YEARS | DECADEWORD | CENTURY | QUARTER | HALF | SEASON | PERIOD",
    "nth": "ORDINAL | ORDINALWORD | NUMBERWORD DASH ORDINALWORD",
    "q": "FISCAL? (ORDINAL | ORDINALWORD | FINAL | LAST) DASH? FISCAL? (QUARTER | HALF) | QUARTERCODE",
    "which": "LAST | NEXT | THIS | THAT (SAME)? | THE? SAME | PREVIOUS | FOLLOWING | COMING | PAST | CURRENT | LATEST",
    "told": "THAT SAME? | THE? SAME | THE? (PREVIOUS | FOLLOWING | NEXT | PRIOR)| THE",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. The example is a text and the EDTF read from it, with the document's own date behind a bar."""

    name: str
    pattern: str
    read: Reader
    example: tuple[str, str]


RULES: tuple[Rule, ...] = (
    Rule("iso-date", "ISO", readers.iso, ("on 2019-11-08", "2019-11-08")),
    Rule("slashed-date", "SLASHED", readers.slashed, ("of 2019/11/08", "2019-11-08")),
    # days with their month
    Rule(
        "days-month-year",
        "{wd}? {day} ({dash}) {day} OF? {m} {of} ({yr})",
        readers.days,
        ("12–14 July 1789", "1789-07-12/1789-07-14"),
    ),
    Rule(
        "month-days-year",
        "{wd}? {m} {day} ({dash}) {day} {of} ({yr})",
        readers.days,
        ("May 24–25, 2018", "2018-05-24/2018-05-25"),
    ),
    Rule(
        "listed-days-month-year",
        "{day} (COMMA {day}){0,5} ({and}) {day} OF? {m} {of} ({yr})",
        readers.listed,
        ("the 28 and 29 August 1918", "1918-08-28 1918-08-29"),
    ),
    Rule(
        "month-listed-days-year",
        "{m} {day} (COMMA {day}){0,5} ({and}) {day} {of} ({yr})",
        readers.listed,
        ("May 6 and 7, 1954", "1954-05-06 1954-05-07"),
    ),
    Rule("day-month-year", "{wd}? {near} {day} OF? {m} {of} ({yr})", readers.fields, ("29 may 2017", "2017-05-29")),
    Rule("month-day-year", "{wd}? {near} {m} {day} {of} ({yr})", readers.fields, ("August 19, 2019", "2019-08-19")),
    Rule(
        "day-month-same-year",
        "{wd}? {near} {day} OF? {m} (COMMA | OF)? ({told}) YEARS",
        relative.year_step,
        ("In 1955 it began; on 24 January of the same year it ended", "1955 1955-01-24"),
    ),
    Rule(
        "month-day-same-year",
        "{wd}? {near} {m} {day} (COMMA | OF)? ({told}) YEARS",
        relative.year_step,
        ("In 1955 it began; on January 24 of the same year it ended", "1955 1955-01-24"),
    ),
    Rule(
        "days-month",
        "{wd}? {day} ({dash}) {day} OF? {m}",
        readers.days,
        ("In 1984 they met from 15 to 22 February", "1984 1984-02-15/1984-02-22"),
    ),
    Rule(
        "month-days",
        "{wd}? {m} {day} ({dash}) {day}",
        readers.days,
        ("In 1915 they met on April 6-7", "1915 1915-04-06/1915-04-07"),
    ),
    Rule(
        "listed-days-month",
        "{day} (COMMA {day}){0,5} ({and}) {day} OF? {m}",
        readers.listed,
        ("In 1918 on the 28 and 29 August", "1918 1918-08-28 1918-08-29"),
    ),
    Rule(
        "month-listed-days",
        "{m} {day} (COMMA {day}){0,5} ({and}) ORDINAL",
        readers.listed,
        ("In 1954 on May 6 and 7th", "1954 1954-05-06 1954-05-07"),
    ),
    Rule(
        "day-month",
        "{wd}? {near} {day} OF? {m}",
        readers.fields,
        ("In 1914 it ended on 11 November", "1914 1914-11-11"),
    ),
    Rule("month-day", "{wd}? {near} {m} {day}", readers.fields, ("In 1954 it ended on May 7", "1954 1954-05-07")),
    # months, seasons, quarters with their year
    Rule("month-year", "{near} {m} {of} ({yr})", readers.fields, ("in May 2018", "2018-05")),
    Rule(
        "season-years",
        "{near} THE? {season} OF? YEAR (DASH | SLASH) (YEAR | DAY | TWO)",
        readers.winter,
        ("the winter of 1776–77", "1776-24"),
    ),
    Rule("season-year", "{near} THE? {season} {of} ({yr})", readers.fields, ("the summer of 2019", "2019-22")),
    Rule("year-season", "{near} THE? YEAR {season}", readers.year_season, ("the 1982 summer offensive", "1982-22")),
    Rule(
        "quarter-year",
        "{near} THE? ({q}) {of} FISCAL? ({y})",
        readers.quarter,
        ("the third quarter of 2009", "2009-07/2009-09"),
    ),
    Rule("year-quarter", "YEAR DASH? ({q})", readers.quarter, ("2018 Q3", "2018-07/2018-09")),
    # decades, centuries, years
    Rule("decade", "{near} THE? DECADE ERA?", readers.decade, ("in the 1930’s", "193X")),
    Rule(
        "short-decade",
        "{near} (THE | THAT) {edge}? SHORTDECADE",
        readers.short_decade,
        ("the 1950s and the sixties", "195X 196X"),
    ),
    Rule(
        "centuries",
        "{near} THE? ({nth}) DASH? CENTURY? ({dash}|AND|OR) {edge}? THE? ({nth}) DASH? CENTURY ERA?",
        readers.centuries,
        ("the 15th to the 19th century", "1400/1899"),
    ),
    Rule("century", "{near} THE? ({nth}) DASH? CENTURY ERA?", readers.century, ("21st century", "20XX")),
    Rule(
        "fiscal-year", "(FISCAL YEARS? | FY) (YEAR | TWO | DAY | SHORTYEAR)", readers.fiscal, ("in fiscal 2019", "2019")
    ),
    Rule(
        "years-range",
        "{near} (THE YEARS)? ERA? YEAR ERA? ({dash}) {near} (ERA? YEAR ERA?)",
        readers.years,
        ("1914-1918", "1914/1918"),
    ),
    Rule(
        "years-short",
        "{near} (THE YEARS)? YEAR (DASH | SLASH) (DAY | TWO | SHORTYEAR)",
        readers.years_short,
        ("1776–77", "1776/1777"),
    ),
    Rule(
        "years-era",
        "{near} (THREE | TWO | YEAR) ERA? ({dash} | AND | OR) {near} ((THREE | TWO | DAY | YEAR) ERA)",
        readers.years,
        ("from 499 to 493 BC", "-0498/-0492"),
    ),
    Rule("year", "{near} (THE? YEARS)? ({y})", readers.fields, ("in 1945", "1945")),
    Rule("short-year", "{near} SHORTYEAR", readers.short_year, ("In 1969 and '71", "1969 1971")),
    # counted from somewhere
    Rule("units-ago", "{near} ({num}) DASH? ({unit}) AGO", relative.ago, ("two years ago |2018-09-06", "2016")),
    Rule(
        "units-after-told",
        "{near} ({num}) DASH? ({unit}) (LATER | EARLIER)",
        relative.later,
        ("In 2020 or four years later", "2020 2024"),
    ),
    Rule(
        "units-hence",
        "{near} ({num}) DASH? ({unit}) (FROM NOW | FROM TODAY | HENCE)",
        relative.from_now,
        ("two years from now |2018-09-06", "2020"),
    ),
    Rule(
        "units-after-event",
        "{near} ({num}) DASH? ({unit}) (BEFORE | AFTER | PRIOR TO | FROM | FOLLOWING)",
        relative.after,
        ("It fell in 1850. Two years after the siege", "1850 1852~"),
    ),
    Rule("in-units", "IN ({num}) (YEARS | UNIT)", relative.hence, ("It will end in 70 years |2017-09-19", "2087")),
    Rule(
        "day-before-yesterday",
        "THE UNIT BEFORE YESTERDAY | THE UNIT AFTER TOMORROW",
        relative.two_days,
        ("the day before yesterday |2018-09-06", "2018-09-04"),
    ),
    Rule(
        "today",
        "(EARLIER | LATER)? (TODAY | YESTERDAY | TOMORROW)",
        relative.today,
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
        "{near} (EARLIER | LATER)? (THE? ({which})) ({q} | {span})",
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
    Rule("year-end", "YEARS DASH EDGE (YEAR)?", relative.year_end, ("by year-end |2018-09-06", "2018")),
    Rule(
        "the-weekend",
        "THE UNIT",
        relative.weekend,
        ("Rebels attacked over the weekend |2018-09-10", "2018-09-08/2018-09-09"),
    ),
    Rule("the-quarter", "THE QUARTER", relative.the_quarter, ("in the quarter |2018-08-01", "2018-04/2018-06")),
    Rule(
        "named-day", "NAMEDAY COMMA? OF? YEAR?", relative.named_day, ("on Independence Day |2018-07-10", "2018-07-04")
    ),
    Rule("weekday-part", "{near} WEEKDAY DAYPART?", readers.fields, ("on Tuesday |2015-05-07", "2015-05-05")),
    Rule("quarter", "THE ({q}) | ({q})", readers.quarter, ("in the fourth quarter |2007-03-13", "2006-10/2006-12")),
    Rule("season", "{near} THE? SEASON", relative.season, ("In 1915 in the summer", "1915 1915-22")),
    Rule("feast", "FEAST (NAMEDAY | EVE | UNIT)? {of} YEAR?", relative.feast, ("at Christmas 1914", "1914-12-25")),
    Rule(
        "day-of-told-month",
        "THE (ORDINAL)",
        relative.day_only,
        ("On 20 September 1917 it began; on the 21st it ended", "1917-09-20 1917-09-21"),
    ),
    Rule("month", "{near} MONTH ABBR?", readers.fields, ("In 1918 it began in August", "1918 1918-08")),
)


ANCHORS = (
    "YEAR DAY TWO THREE ORDINAL DECADE SHORTYEAR SHORTDECADE ISO SLASHED MONTH WEAKMONTH WEEKDAY SEASON TODAY YESTERDAY "
    "TOMORROW CENTURY DECADEWORD QUARTER QUARTERCODE HALF FISCAL FY YEARS UNIT PERIOD DATEWORD FEAST YEARAGO NAMEDAY"
)
"""The kinds one of which every date has."""


@cache
def compiled() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Runs of kinds that dates are made of, the kinds one of which every date has, and all rows as one expression,
    whose last group names the row.
    """
    code = codes()
    known = "".join(code.values())
    anchors = "".join(code[kind] for kind in ANCHORS.split())
    rows = (f"(?P<r{at}>{pattern(rule.pattern, MACROS)})" for at, rule in enumerate(RULES))
    return re.compile(f"[{known}]+"), re.compile(f"[{anchors}]"), re.compile("|".join(rows))


def read(tokens: Tokens) -> list[Said]:
    """Everything the rules read in a text, in order. Where a row's reader refuses, reading goes on a token later."""
    found: list[Said] = []
    runs, anchors, rows = compiled()
    for run in runs.finditer(tokens.kinds):
        at, end = run.span()
        if anchors.search(tokens.kinds, at, end) is None:
            continue
        while (m := rows.search(tokens.kinds, at, end)) is not None:
            rule = RULES[int((m.lastgroup or "r0")[1:])]
            said = rule.read(tokens, m.start(), m.end(), rule.name)
            if said and found and said[0].first < found[-1].last:
                found.pop()
            found += said
            at = m.end() if said else m.start() + 1
    return found
