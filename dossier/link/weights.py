"""What it is worth that two sentences share something."""

from __future__ import annotations

import math
from functools import lru_cache

from dossier.link.codes import COMMON, DATE, EVENT, FAMILY, NAME, PHRASE, WORD

WEIGHTS = {WORD: 0.3, PHRASE: 1.1, DATE: 1.0, NAME: 1.5, COMMON: 0.8, EVENT: 1.6, FAMILY: 4.0}
"""What one shared feature of a kind counts, times its rarity."""
GRAIN = 1 << 16
"""Weights are whole numbers of so small a part, so that a sum is the same in any order."""
SHORTEST = 8
"""A sentence of fewer words counts as one of so many."""


def roughly(total: int) -> float:
    """A number of sentences as the nearest power of the root of 2.

    Rarity is a logarithm, to which a fifth more sentences is nothing; but one sentence more must not move all weights.
    """
    return float(2 ** (round(2 * math.log2(total)) / 2)) if total else 0.0


@lru_cache(maxsize=1 << 12)
def weight(kind: int, number: int, total: float) -> float:
    """What a feature that `number` of about `total` sentences have counts."""
    return round(WEIGHTS[kind] * math.log(1 + total / number**1.5) * GRAIN) / GRAIN


@lru_cache(maxsize=1 << 14)
def diluted(one: int, other: int) -> float:
    """What a pair's weight is divided by: a long sentence shares more by chance. Lengths in words."""
    return math.log(math.e + math.sqrt(max(one, SHORTEST) * max(other, SHORTEST)) / 12)
