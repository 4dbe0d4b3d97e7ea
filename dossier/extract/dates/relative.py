"""How words that count from another date are read."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.feasts import feasts
from dossier.extract.dates.kinds import OTHER, codes
from dossier.extract.dates.readers import count, fields, quarter
from dossier.extract.dates.said import From, Said, Step, Unit
from dossier.extract.dates.tokens import Tokens

CODE = codes()
NUMERALS = {CODE[kind] for kind in ("DAY", "TWO", "THREE", "YEAR", "NUMBER", "NUMBERWORD", "HUNDRED", "AN")}
UNITS = {CODE[kind] for kind in ("UNIT", "YEARS", "DECADEWORD", "CENTURY", "QUARTER", "HALF", "SEASON", "PERIOD")}
IRREGULAR: dict[str, Unit] = {"date": "day", "centuries": "century", "century": "century"}
BACK, ON = {"LAST", "PREVIOUS", "PAST", "PRIOR", "LATEST"}, {"NEXT", "FOLLOWING", "COMING"}
HERE = {"THIS", "CURRENT", "THAT", "SAME"}
KINDS = {code: kind for kind, code in CODE.items()}


def unit_of(word: str) -> Unit:
    """`Years` to `year`."""
    low = word.lower()
    return IRREGULAR.get(low) or low.removesuffix("s")  # type: ignore[return-value]


def amount(tokens: Tokens, first: int, last: int) -> tuple[int | None, Unit]:
    """How many of which unit: `twenty-five years`, `5,000 years`, `a decade`; None where it is not told (`few days`)."""
    total: int | None = None
    unit: Unit = "day"
    for at in range(first, last):
        kind, word = tokens.kinds[at], tokens.word(at)
        if kind == CODE["VAGUE"]:
            return None, unit_of(next((tokens.word(k) for k in range(at, last) if tokens.kinds[k] in UNITS), "day"))
        if kind == CODE["HUNDRED"]:
            total = max(total or 1, 1) * count(word)
        elif kind in NUMERALS and unit == "day" and not (kind == CODE["AN"] and total):
            total = (total or 0) + count(word)
        elif kind in UNITS:
            unit = unit_of(word)
            break
    return total, unit


def loose(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the count is not exact: nearly, about, almost."""
    words = {tokens.word(at).lower() for at in range(first, last)}
    return CODE["ABOUT"] in tokens.kinds[first:last] or bool(
        words & {"nearly", "almost", "some", "over", "more", "less", "least"}
    )


def counted(
    tokens: Tokens, first: int, last: int, rule: str, *, way: int, start: From, event: bool = False
) -> list[Said]:
    """So many units before (-1) or after (1) a date."""
    number, unit = amount(tokens, first, last)
    if number is None:
        return [Said(first, last, rule, vague="the words give no number", step=Step(0, unit, start, event))]
    return [Said(first, last, rule, step=Step(way * number, unit, start, event), about=loose(tokens, first, last))]


def ago(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Two years ago."""
    return counted(tokens, first, last, rule, way=-1, start="now")


def later(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """A year later; four months earlier."""
    way = 1 if tokens.kinds[last - 1] == CODE["LATER"] else -1
    return counted(tokens, first, last, rule, way=way, start="told")


def after(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Two years after the fall: from the date that names or follows the event."""
    back = any(tokens.kinds[at] in (CODE["BEFORE"], CODE["PRIOR"]) for at in range(first, last))
    return counted(tokens, first, last, rule, way=-1 if back else 1, start="told", event=True)


def hence(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """In 70 years, where the sentence looks ahead; the resolver asks that."""
    return [
        replace(said, vague=said.vague or "ahead") for said in counted(tokens, first, last, rule, way=1, start="now")
    ]


def from_now(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Two years from now."""
    return counted(tokens, first, last, rule, way=1, start="now")


def part_of_unit(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The 21st of last month; Monday of next week."""
    what = unit_of(tokens.word(last - 1))
    way = direction(tokens, first + 2 if tokens.kinds[first] == CODE["THE"] else first + 1, last)
    said = fields(tokens, first, last, rule)
    if way is None or not said or what != ("week" if said[0].weekday else "month"):
        return []
    return [replace(said[0], step=Step(way[0], what, way[1]))]


def two_days(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The day before yesterday."""
    way = 2 if tokens.kinds[last - 1] == CODE["TOMORROW"] else -2
    return [Said(first, last, rule, step=Step(way, "day", "now"))] if unit_of(tokens.word(first + 1)) == "day" else []


def today(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Yesterday, today, tonight, tomorrow."""
    way = {CODE["YESTERDAY"]: -1, CODE["TODAY"]: 0, CODE["TOMORROW"]: 1}[tokens.kinds[last - 1]]
    behind = tokens.text[tokens.end(last - 1) : tokens.end(last - 1) + 2]
    vague = (
        "the present, not a day"
        if tokens.word(last - 1).lower() == "nowadays" or behind in ("'s", "’s") and way == 0
        else ""
    )
    return [Said(first, last, rule, step=Step(way, "day", "now"), vague=vague)]


def direction(tokens: Tokens, first: int, last: int) -> tuple[int, From] | None:
    """What `last`, `that`, `the following` say: back, here or on, and from where."""
    names = [KINDS[tokens.kinds[at]] for at in range(first, last)]
    if "THAT" in names or "SAME" in names:
        return 0, "told"
    for name in names:
        if name in BACK:
            return -1, "told" if name in ("PREVIOUS", "PRIOR") else "now"
        if name in ON:
            return 1, "now" if name in ("NEXT", "COMING") and "THE" not in names else "told"
        if name in HERE:
            return 0, "now"
    return (0, "told") if "THE" in names else None


def named(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Last August; next Friday; this summer; the following spring."""
    way = direction(tokens, first, last)
    said = fields(tokens, first, last, rule)
    if way is None or not said:
        return []
    return [replace(said[0], step=Step(way[0], "name", way[1]))]


def unit(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Last week; this year; that same day; the following decade; the latest quarter."""
    way = direction(tokens, first, last)
    if way is None:
        return []
    what = unit_of(tokens.word(last - 1))
    if tokens.word(last - 1).lower().endswith("s") and what != "period" and not possessive(tokens, first, last):
        return []
    kinds = {KINDS.get(tokens.kinds[at], "") for at in range(max(first - 1, 0), last)}
    if what == "day" and tokens.word(first - 1) == "To" and first:  # To this day, ...
        return []
    if (
        "THE" in kinds and kinds & {"LAST", "PAST"} and what in ("day", "week", "month", "year", "half")
    ):  # over the past year: a stretch
        return []
    numbered = quarter(tokens, first, last, rule) if what in ("quarter", "half") else []
    if rule == "that-date":
        return [Said(first, last, rule, step=Step(0, "day", "told"))]
    if numbered and any(tokens.kinds[at] in (CODE["ORDINAL"], CODE["ORDINALWORD"]) for at in range(first, last)):
        return numbered
    return [Said(first, last, rule, step=Step(way[0], what, way[1]))]


def possessive(tokens: Tokens, first: int, last: int) -> bool:
    """This years theme: a year that lost its apostrophe, told by the singular before it and the noun behind."""
    behind = tokens.word(last) if last < len(tokens.words) else ""
    return (
        tokens.word(last - 1).lower() == "years"
        and KINDS[tokens.kinds[last - 2]] in ("THIS", "LAST")
        and last - first == 2
        and behind.isalpha()
        and tokens.kinds[last] == OTHER
    )  # noqa: PLR2004


def year_step(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """October of that year; the third quarter of this year; August last year."""
    part = next(
        (
            at
            for at in range(first, last)
            if tokens.kinds[at]
            in (CODE["MONTH"], CODE["WEAKMONTH"], CODE["SEASON"], CODE["QUARTER"], CODE["HALF"], CODE["QUARTERCODE"])
        ),
        first,
    )
    dayed = next((at for at in range(part + 1, last) if tokens.kinds[at] in (CODE["DAY"], CODE["ORDINAL"])), part)
    cut = max(part, dayed) + 1
    way = direction(tokens, cut, last)
    said = quarter(tokens, first, cut, rule) or fields(tokens, first, cut, rule)
    if way is None or not said:
        return []
    return [replace(said[0], last=last, step=Step(way[0], "year", way[1]))]


def same_period(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The same month a year ago: the month now told, a year back."""
    what = next((unit_of(tokens.word(at)) for at in range(first, last) if tokens.kinds[at] in UNITS), "period")
    return [Said(first, last, rule, step=Step(-1, "year", "told"), vague=f"same {what}")]


def year_earlier(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The year-earlier period."""
    return [Said(first, last, rule, step=Step(-1, "year", "told"), vague="same period")]


def adverb(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The day after; the year before; the month earlier."""
    back = KINDS[tokens.kinds[last - 1]] in ("BEFORE", "EARLIER", "PRIOR", "PREVIOUS")
    what = unit_of(tokens.word(last - 1 if tokens.kinds[last - 1] in UNITS else last - 2))
    if tokens.word(last - 2).lower().endswith("s"):
        return []
    behind = tokens.word(last) if last < len(tokens.words) else ""
    named = KINDS[tokens.kinds[last - 1]] in ("BEFORE", "AFTER") and (
        behind.lower() in ("the", "his", "her", "its", "their") or behind[:1].isupper()
    )
    return [Said(first, last, rule, step=Step(-1 if back else 1, what, "told", event=named))]


def edge(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The end of the year; later in the year: the unit that is being told."""
    if tokens.word(last - 1).lower() not in ("day", "week", "month", "year", "decade", "century"):
        return []
    return [Said(first, last, rule, step=Step(0, unit_of(tokens.word(last - 1)), "told"))]


def week_of(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """The first week of March: days 1 to 7; only whole weeks of a month are read so."""
    what = next(unit_of(tokens.word(at)) for at in range(first, last) if tokens.kinds[at] == CODE["UNIT"])
    said = fields(tokens, first, last, rule)
    if what not in ("week", "day") or not said:
        return []
    nth = said[0].day or -1
    return [replace(said[0], day=nth, vague=f"{what} of month")]


def season(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """A season without a year, where a preposition, an article or a capital says that it is one."""
    said = fields(tokens, first, last, rule)
    before = KINDS.get(tokens.kinds[first - 1], "") if first else ""
    led = before in ("IN", "SINCE", "UNTIL", "BEFORE", "AFTER", "AT", "OF", "FROM", "TO", "AND")
    behind = tokens.kinds[last] if last < len(tokens.kinds) else ""
    if tokens.word(last - 1) == "fall" and before != "IN" and last - first < 3:  # noqa: PLR2004 - after the fall
        return []
    led = led or tokens.kinds[last : last + 2] in (
        CODE["AND"] + CODE["SEASON"],
        CODE["OR"] + CODE["SEASON"],
        CODE["DASH"] + CODE["SEASON"],
    )
    if not said or not (led or last - first > 1) or (behind == CODE["OF"] and tokens.word(last - 1) == "fall"):
        return []
    return (
        said
        if tokens.word(last - 1).lower() not in ("fall", "spring")
        or last - first > 1
        or tokens.word(last - 1)[0].isupper()
        else []
    )


def feast(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Christmas, Christmas Eve, Easter Monday ..."""
    said = fields(tokens, first, last, rule)
    name = " ".join(tokens.word(at).lower() for at in range(first, min(first + 2, last)))
    return [replace(said[0], feast=name, day=0)] if said else []


def day_only(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """On the 21st: of the month being told."""
    before = KINDS.get(tokens.kinds[first - 1], "") if first else ""
    day = count(tokens.word(last - 1))
    led = before in ("ON", "AT", "FROM", "TO", "UNTIL", "SINCE")
    return [Said(first, last, rule, day=day)] if led and 1 <= day <= 31 else []  # noqa: PLR2004


def year_end(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """At year-end; by year-end 1998."""
    if tokens.word(last - 1).isdigit():
        return fields(tokens, last - 1, last, "year")
    return [Said(first, last, rule, step=Step(0, "year", "now"))] if tokens.word(last - 1).lower() == "end" else []


def weekend(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Over the weekend: the last one, or with a look ahead the next."""
    if unit_of(tokens.word(last - 1)) != "weekend" or tokens.word(last - 1).lower().endswith("s"):
        return []
    return [Said(first, last, rule, step=Step(-1, "weekend", "now"))]


def the_quarter(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """In the quarter: the one last told, or the last that has ended."""
    behind = KINDS.get(tokens.kinds[last], "") if last < len(tokens.kinds) else ""
    led = KINDS.get(tokens.kinds[first - 1], "") if first else ""
    return [Said(first, last, rule, step=Step(-1, "quarter", "now"))] if led in ("IN", "FOR") and behind != "OF" else []


def named_day(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Independence Day, New Year's Eve: the name is the words before "Day"."""
    end = tokens.end(first)
    head = tokens.text[max(0, end - 30) : end].lower().replace("’", "'")
    name = max((feast for feast in feasts() if head.endswith(feast)), key=len, default="")
    if not name:
        return []
    said = fields(tokens, first + 1, last, rule)
    return [replace(said[0], first=tokens.at(end - len(name)), feast=name, day=0)]
