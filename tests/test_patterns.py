"""Every regular expression of the project takes linear time, whatever it is given: long runs of its own parts."""

from __future__ import annotations

import time

import pytest

from tests.expressions import Expression, attacks, expressions

COMMON: tuple[str, ...] = (
    "a",
    "A",
    "1",
    " ",
    "\n",
    ".",
    "-",
    '"',
    "'",
    "(",
    "[",
    "<",
    "&",
    "[1]",
    "of ",
    "A ",
    "A. ",
    "in 2018 ",
)
COMMON += ("<a ", "&#", "\u201c", "\u2019", "/", "*", "\u00a0")
SIZE = 1000
TOLD = 0.002
"""Seconds below which a clock tells nothing; a quadratic step over SIZE characters takes longer."""
GROWTH = 8
"""Four times the text may take so many times as long: 4 for a linear step, 16 for a quadratic one."""
SHORT = {
    "dossier.clean.html.meta_people.TRAIL": "names of people, each on a line",
    "dossier.clean.inline.COMMENT": "looks 5,000 characters ahead at most",
    "dossier.clean.inline.TEMPLATE": "looks 5,000 characters ahead at most",
    "dossier.clean.meta.SERIES": "lines of a series, which are short",
    "dossier.clean.notes.markers.IDENTIFIER": "is given 24 characters",
    "dossier.clean.notes.setting.BACK": "is given 40 characters",
    "dossier.extract.quotes.GIVEN": "is given 24 characters",
    "dossier.extract.quotes.carried.SIGNED": "is given 16 tokens",
    "dossier.extract.quotes.carried.BULLET": "is given 16 tokens",
    "dossier.stylesheet.COMMENT": "reads the site's own stylesheets",
    "dossier/extract/clauses.py": "is given a piece of a sentence, of 1,000 characters at most",
    "dossier/extract/dates/roles.py": "is given a sentence, of 2,000 characters at most",
}
"""Expressions that are slow at length, and why that never happens."""


def known(each: Expression) -> bool:
    return each.place in SHORT or each.place.partition(":")[0] in SHORT


def seconds(each: Expression, text: str) -> float:
    start = time.process_time()
    if "search" in each.ways:
        for _ in each.pattern.finditer(text):
            pass
    if "match" in each.ways:
        each.pattern.match(text)
    if "fullmatch" in each.ways:
        each.pattern.fullmatch(text)
    return time.process_time() - start


def slow(each: Expression, before: str, unit: str) -> bool:
    """Whether four times the text takes far more than four times as long, every time that it is tried."""

    def text(size: int) -> str:
        return before + unit * (size // len(unit)) + "\x00"

    if seconds(each, text(SIZE // 4)) > SIZE * TOLD or seconds(each, text(SIZE)) < TOLD:
        return seconds(each, text(SIZE // 4)) > SIZE * TOLD
    return all(seconds(each, text(4 * SIZE)) > GROWTH * seconds(each, text(SIZE)) for _ in range(3))


FOUND = sorted(expressions(), key=lambda each: each.place)


def test_the_expressions_are_found() -> None:
    assert len(FOUND) > 400
    assert not set(SHORT) - {each.place for each in FOUND} - {each.place.partition(":")[0] for each in FOUND}


@pytest.mark.parametrize("part", sorted({".".join(each.place.split(".")[:3]).partition(":")[0] for each in FOUND}))
def test_an_expression_takes_linear_time(part: str) -> None:
    mine = [each for each in FOUND if ".".join(each.place.split(".")[:3]).partition(":")[0] == part]
    found = []
    for each in mine:
        if known(each):
            continue
        for before, unit in sorted(attacks(each.pattern) | {("", common) for common in COMMON}):
            if slow(each, before, unit):
                found.append((each.place, each.pattern.pattern, before, unit))
    assert found == []
