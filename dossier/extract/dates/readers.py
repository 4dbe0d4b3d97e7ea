"""How a match of a rule is read: tokens in, what they say out. A reader that refuses its match returns nothing."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.extract.dates.kinds import codes, counts, months, seasons, weekdays
from dossier.extract.dates.points import MONTHS, QUARTERS, Point, real
from dossier.extract.dates.said import Said
from dossier.extract.dates.tokens import Tokens

CODE = codes()
MONTH, WEAKMONTH, ERA = CODE["MONTH"], CODE["WEAKMONTH"], CODE["ERA"]
DAYS = {CODE["DAY"], CODE["ORDINAL"], CODE["ORDINALWORD"]}
YEARS = {CODE["YEAR"], CODE["THREE"]}
BARE = {CODE["YEAR"], CODE["THREE"], CODE["TWO"], CODE["DAY"]}


def digits(word: str) -> int:
    """The number that a token's digits give."""
    return int(re.sub(r"\D", "", word) or 0)


def count(word: str) -> int:
    """The number of a numeral, an ordinal or a number word; 0 where it is none."""
    return digits(word) if word[:1].isdigit() or word[1:2].isdigit() else counts().get(word.lower(), 0)


def era_year(tokens: Tokens, at: int) -> tuple[int, bool]:
    """A year token with the era beside it: 490 BC is -489."""
    year = digits(tokens.words[at])
    for beside in (at + 1, at - 1):
        if 0 <= beside < len(tokens.kinds) and tokens.kinds[beside] == ERA:
            return (1 - year if tokens.words[beside].upper().startswith("B") else year), True
    return year, False


def is_year(tokens: Tokens, at: int) -> bool:
    """Whether a token is a year: four digits, or fewer with an era."""
    return tokens.kinds[at] == CODE["YEAR"] or (tokens.kinds[at] in BARE and era_year(tokens, at)[1])


def about(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words before the date make it approximate."""
    return CODE["ABOUT"] in tokens.kinds[first:last]


def fields(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Weekday, day, month or season, and year, each by its kind."""
    year: int | None = None
    month = day = weekday = 0
    era = False
    for at in range(first, last):
        kind, word = tokens.kinds[at], tokens.word(at)
        if kind in (MONTH, WEAKMONTH):
            month = months().get(word.lower().rstrip("."), 0)
        elif kind == CODE["SEASON"]:
            month = seasons()[word.lower()]
        elif kind in (CODE["WEEKDAY"], CODE["WEAKDAY"]):
            weekday = weekdays()[word.lower().rstrip(".")]
        elif is_year(tokens, at) or kind == CODE["THREE"]:
            year, era = era_year(tokens, at)
        elif kind in DAYS:
            day = count(word)
    said = Said(first, last, rule, year, month, day, weekday, era=era, about=about(tokens, first, last))
    return [said] if sound(said) else []


def year_season(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The 1982 summer offensive; in "the 2012 Summer Paralympics" the season is part of a name."""
    found = fields(tokens, first, last, rule)
    named = tokens.word(last - 1)[0].isupper()
    return [replace(said, last=last - 1, month=0) for said in found] if named else found


def sound(said: Said) -> bool:
    """Whether the calendar has such a day; the year 0 stands for an unknown one, a leap year."""
    return (
        not said.day or not said.month or (said.month <= MONTHS and real(Point(said.year or 0, said.month, said.day)))
    )


def days(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Two days of one month with a dash or "to" between them: one range."""
    numbers = [at for at in range(first, last) if tokens.kinds[at] in DAYS]
    whole = fields(tokens, first, last, rule)
    if not whole or len(numbers) < 2:  # noqa: PLR2004
        return []
    start, end = (count(tokens.word(at)) for at in numbers[:2])
    one = replace(whole[0], day=start, weekday=0)
    two = replace(one, day=end)
    return [replace(one, to=two)] if sound(one) and sound(two) and start < end else []


def listed(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Days of one month in a list: each a date of its own; the month's words go with the day beside it."""
    whole = fields(tokens, first, last, rule)
    numbers = [at for at in range(first, last) if tokens.kinds[at] in DAYS]
    if not whole or not numbers:
        return []
    found = []
    for place, at in enumerate(numbers):
        start = first if place == 0 else at
        end = last if place == len(numbers) - 1 else at + 1
        found.append(replace(whole[0], first=start, last=end, day=count(tokens.word(at))))
    return found if all(sound(one) for one in found) else []


def iso(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """2019-11-08."""
    year, month, day = (int(part) for part in tokens.word(first).split("-"))
    said = Said(first, last, rule, year=year, month=month, day=day)
    return [said] if 1 <= month <= MONTHS and day and sound(said) else []


def slashed(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """2019/11/08 or, with the order of day and month left to the document, 11/08/2019: `manner` then says so."""
    parts = re.split(r"[/.-]", tokens.word(first))
    if len(parts[0]) == 4:  # noqa: PLR2004
        year, month, day = (int(part) for part in parts)
        said = Said(first, last, rule, year=year, month=month, day=day)
        return [said] if 1 <= month <= MONTHS and day and sound(said) else []
    if len(parts[2]) not in (2, 4) or len(parts[0]) > 2 or ("." in tokens.word(first) and len(parts[2]) == 2):  # noqa: PLR2004
        return []
    one, two, year = (int(part) for part in parts)
    known = Said(first, last, rule, year=year) if len(parts[2]) == 4 else Said(first, last, rule, short=year)  # noqa: PLR2004
    if not 1 <= min(one, two) <= MONTHS or not 1 <= max(one, two) <= 31:  # noqa: PLR2004
        return []
    if one > MONTHS or "." in tokens.word(first):
        return [replace(known, month=two, day=one)] if two <= MONTHS else []
    return [replace(known, month=one, day=two, manner="" if two > MONTHS or one == two else "order")]


def winter(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """A season over two years is counted to the first, as EDTF's winter begins in December."""
    at = next(at for at in range(first, last) if tokens.kinds[at] == CODE["YEAR"])
    return [replace(said, last=last) for said in fields(tokens, first, at + 1, rule)]


def quarter(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """A quarter or a half, with its year or without."""
    month = 0
    for at in range(first, last):
        word, kind = tokens.word(at).lower(), tokens.kinds[at]
        if kind == CODE["QUARTERCODE"]:
            month = (32 if "q" in word else 39) + digits(word)
        elif kind in (CODE["ORDINAL"], CODE["ORDINALWORD"]):
            month = 32 + count(word)
        elif kind in (CODE["FINAL"], CODE["LAST"]):
            month = QUARTERS[-1]
        elif kind == CODE["HALF"]:
            month = 39 + min(month - 32, 2)
    if month not in (*QUARTERS, 40, 41) or (
        CODE["FISCAL"] in tokens.kinds[first:last] and CODE["YEAR"] not in tokens.kinds[first:last]
    ):
        return []
    years = [at for at in range(first, last) if is_year(tokens, at)]
    return [Said(first, last, rule, month=month, year=era_year(tokens, years[0])[0] if years else None)]


def decade(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The 1930s, the 480s BC."""
    at = next(at for at in range(first, last) if tokens.kinds[at] == CODE["DECADE"])
    value, era = era_year(tokens, at)
    reach = 100 if value % 100 == 0 and value < 1800 and not era else 10  # noqa: PLR2004 - the 1500s, the 1900s
    start = value - 9 if value < 0 else value
    return [Said(first, last, rule, year=start, reach=reach, era=era)] if value % 10 in (0, 1) else []


def short_decade(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The sixties, the '60s: the century is left to the document."""
    word = tokens.word(last - 1).lower()
    names = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    short = digits(word) if any(c.isdigit() for c in word) else 20 + 10 * names.index(word)
    return [Said(first, last, rule, short=short, reach=10)] if short % 10 == 0 else []


def century(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The 19th century is 18XX; centuries BC run backwards."""
    number = 0
    for at in range(first, last):
        if tokens.kinds[at] in (CODE["ORDINAL"], CODE["ORDINALWORD"], CODE["NUMBERWORD"]):
            number += count(tokens.word(at))
    if not 1 <= number <= 30:  # noqa: PLR2004
        return []
    before = any(tokens.kinds[at] == ERA and tokens.word(at)[0] in "Bb" for at in range(first, last))
    year = 1 - 100 * number if before else 100 * (number - 1)
    return [Said(first, last, rule, year=year, reach=100, about=about(tokens, first, last))]


def centuries(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Two centuries: a range with "to", two dates with "and"."""
    joints = {CODE[kind] for kind in ("DASH", "TO", "AND", "OR", "UNTIL", "SLASH")}
    cut = next(
        at
        for at in range(first + 1, last)
        if tokens.kinds[at] in joints
        and tokens.kinds[at - 1] != CODE["NUMBERWORD"]
        and (tokens.kinds[at] != CODE["DASH"] or tokens.kinds[at + 1] != CODE["CENTURY"])
    )
    one, two = century(tokens, first, cut, rule), century(tokens, cut + 1, last, rule)
    if not one or not two:
        return []
    before = two[0].year is not None and two[0].year < 0
    left = replace(one[0], year=1 - 100 - (one[0].year or 0)) if before and (one[0].year or 0) >= 0 else one[0]
    if tokens.kinds[cut] in (CODE["AND"], CODE["OR"]):
        return [left, two[0]]
    return [replace(left, last=last, to=two[0])]


def fiscal(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Fiscal 2019; FY 19."""
    word = tokens.word(last - 1)
    value = digits(word)
    return [Said(first, last, rule, year=value) if value > 99 else Said(first, last, rule, short=value)]  # noqa: PLR2004


def years(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """1914-1918; from 499 to 493 BC, where the era stands only once; with "and" two dates."""
    at = [at for at in range(first, last) if tokens.kinds[at] in BARE]
    one, two = tokens.word(at[0]), era_year(tokens, at[-1])
    start, era = era_year(tokens, at[0])
    if not era and two[1]:
        start = 1 - int(one) if two[0] < 0 else int(one)
    left = Said(first, last, rule, year=start, era=era or two[1], about=about(tokens, first, last))
    right = Said(first, last, rule, year=two[0], era=two[1])
    if any(tokens.kinds[k] in (CODE["AND"], CODE["OR"]) for k in range(at[0], at[-1])):
        return [replace(left, last=at[0] + 1), replace(right, first=at[-1])]
    return [replace(left, to=right)] if start < two[0] else []


def years_short(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """1776–77, 2018-19: the second year within the century of the first."""
    at = next(at for at in range(first, last) if tokens.kinds[at] == CODE["YEAR"])
    start, end = digits(tokens.words[at]), digits(tokens.words[last - 1])
    if len(tokens.word(last - 1).lstrip("'’‘`")) != 2:  # noqa: PLR2004
        return []
    full = start // 100 * 100 + end
    full += 100 * (full < start and start % 100 == 99)  # noqa: PLR2004 - 1999-00
    if not start < full:
        return []
    left = Said(first, last, rule, year=start, about=about(tokens, first, last))
    return [replace(left, to=Said(at + 2, last, rule, year=full))]


def short_month(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Sept. '12: the century is left to the document."""
    short = digits(tokens.words[last - 1])
    return [replace(said, last=last, short=short) for said in fields(tokens, first, last - 1, rule)]


def short_year(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """'71: the century is left to the document."""
    return [Said(first, last, rule, short=digits(tokens.words[last - 1]))]
