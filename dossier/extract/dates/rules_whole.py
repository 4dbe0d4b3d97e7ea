"""Rules for days, months, seasons, quarters, years, decades and centuries that stand with their year."""

from __future__ import annotations

from dossier.extract.dates import readers, relative
from dossier.extract.dates.grammar import Rule

WHOLE: tuple[Rule, ...] = (
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
    Rule("month-short-year", "{near} {m} SHORTYEAR", readers.short_month, ("Of 2011 and Sept. '12", "2011 2012-09")),
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
)
