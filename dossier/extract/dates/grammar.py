"""What a rule is: a name, a pattern over kinds of token, how to read it, and an example that is a test.

Between braces in a pattern is one of the macros below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
    "edge": "THE? (EDGE | REST | MID) OF THE? | THE? (EARLY | LATE | MID | LATER | EARLIER) {edgelink}?",
    "edgelink": "DASH | IN | IN THE | TO DASH? (MID|LATE) DASH?",
    "season": "SEASON",
    "num": "AN? {digits} HUNDRED? | AN? HUNDRED | AN AND AN HALF | AN | {vague}",
    "digits": "DAY | TWO | THREE | YEAR | NUMBER | NUMBERWORD (DASH? NUMBERWORD)?",
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
