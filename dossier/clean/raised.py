"""Raised and lowered figures as a reader sees them: `10<sup>6</sup>` reads 10⁶ and never 106.

Figures and signs become Unicode's own raised ones, so that the reading text, the data and every excerpt say the same as
the page; letters stay letters (`19<sup>th</sup>`) and carry a mark. Lowered figures stay plain (`CO<sub>2</sub>`, which
other sources write CO2) but where they would run into a number: `log<sub>2</sub>8`. No length ever changes.
"""

from __future__ import annotations

import re

RAISED = str.maketrans("0123456789+-\u2212=n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼ⁿ")
LOWERED = str.maketrans("0123456789+-\u2212=", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌")
LETTERS = str.maketrans("abcdefghijklmoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ") | RAISED
POWER = re.compile(r"[-+\u2212]?\d*n?[-+\u2212]?", re.ASCII)
"""`6`, `-6`, `2-`, `n`."""
LISTED = re.compile(r"\d+(?:\s*[,;\u2013-]\s*\d+)+", re.ASCII)
"""`1,2` and `1-3` are several notes, not a difference."""
SUM = re.compile(r"[\da-z]+(?:[+\u2212=-][\da-z]+)+|\d+[a-z]", re.ASCII)
"""`x+1`: the letters of an exponent that counts."""
FIGURES = {ord(figure): RAISED[ord(figure)] for figure in "0123456789"}
LONGEST = 40
"""Characters of what is raised or lowered, at most; more is a text that some style sheet moves."""
STROKES = frozenset("/\u2044")


def raised(words: str) -> str:
    """A raised stretch with its figures raised; the same words where it is letters, signs or a bracketed number."""
    if len(words) > LONGEST:
        return words
    core = words.strip()
    if POWER.fullmatch(core):
        return words.translate(RAISED)
    if LISTED.fullmatch(core):
        return words.translate(FIGURES)
    return words.translate(LETTERS) if SUM.fullmatch(core) else words


def lowered(words: str, before: str, after: str) -> str:
    """A lowered stretch with its figures lowered where they would run into those `before` or `after` it."""
    if len(words) > LONGEST or not POWER.fullmatch(words.strip()):
        return words
    return words.translate(LOWERED) if before.isdecimal() or after.isdecimal() or before in STROKES else words
