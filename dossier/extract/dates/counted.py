"""How words that count units are read: "two years ago", "a month later", "yesterday"."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.kinds import codes
from dossier.extract.dates.readers import count
from dossier.extract.dates.said import From, Said, Step, Unit
from dossier.extract.dates.tokens import Tokens

CODE = codes()
NUMERALS = {CODE[kind] for kind in ("DAY", "TWO", "THREE", "YEAR", "NUMBER", "NUMBERWORD", "HUNDRED", "AN")}
UNITS = {CODE[kind] for kind in ("UNIT", "YEARS", "DECADEWORD", "CENTURY", "QUARTER", "HALF", "SEASON", "PERIOD")}
IRREGULAR: dict[str, Unit] = {"date": "day", "centuries": "century", "century": "century"}
LOOSE = {"nearly", "almost", "some", "over", "more", "less", "least"}


def unit_of(word: str) -> Unit:
    """`Years` to `year`."""
    low = word.lower()
    return IRREGULAR.get(low) or low.removesuffix("s")  # type: ignore[return-value]


def amount(tokens: Tokens, first: int, last: int) -> tuple[int | None, Unit]:
    """How many of which unit: `twenty-five years`, `5,000 years`, `a decade`; None where nobody tells (`few days`)."""
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
    return CODE["ABOUT"] in tokens.kinds[first:last] or bool(words & LOOSE)


def counted(tokens: Tokens, place: tuple[int, int, str], way: int, start: From) -> list[Said]:
    """So many units before (-1) or after (1) a date; `place` is the first token, the last and the rule."""
    first, last, rule = place
    number, unit = amount(tokens, first, last)
    if number is None:
        return [Said(first, last, rule, vague="the words give no number", step=Step(0, unit, start))]
    return [Said(first, last, rule, step=Step(way * number, unit, start), about=loose(tokens, first, last))]


def ago(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Two years ago."""
    return counted(tokens, (first, last, rule), -1, "now")


def later(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """A year later; four months earlier."""
    way = 1 if tokens.kinds[last - 1] == CODE["LATER"] else -1
    return counted(tokens, (first, last, rule), way, "told")


def after(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Two years after the fall: from the date that names or follows the event."""
    back = any(tokens.kinds[at] in (CODE["BEFORE"], CODE["PRIOR"]) for at in range(first, last))
    found = counted(tokens, (first, last, rule), -1 if back else 1, "told")
    return [replace(said, step=replace(said.step, event=True)) for said in found if said.step]


def hence(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """In 70 years, where the sentence looks ahead; the resolver asks that."""
    return [replace(said, manner="ahead") for said in counted(tokens, (first, last, rule), 1, "now")]


def from_now(tokens: Tokens, first: int, last: int, rule: str) -> list[Said]:
    """Two years from now."""
    return counted(tokens, (first, last, rule), 1, "now")


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
        if tokens.word(last - 1).lower() == "nowadays" or (behind in ("'s", "’s") and way == 0)
        else ""
    )
    return [Said(first, last, rule, step=Step(way, "day", "now"), vague=vague)]
