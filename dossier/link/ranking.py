"""Pairs of passages in the order in which they are offered, sorted only as far as they are asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator

STEPS = 5
"""A collection mostly needs the best fifth of its pairs; a fifth is looked for at a time, as each is asked for."""
MOST = 1 << 18
"""About so many places are looked at together: as a list they take ten times the memory of an array."""
BEYOND = 1 << 32
"""More than any score."""


def ranked(scores: array[int], useful: Callable[[int], bool]) -> Iterator[int]:
    """The places of the scores, the highest first, and equal ones in order.

    `useful` says which of them are still of use; what is of none when its turn comes need not be sorted.
    """
    bands = 1 + len(scores) // (STEPS * MOST)
    sample = sorted(scores[:: max(1, len(scores) >> 12)], reverse=True)
    lows = [sample[len(sample) * step // (STEPS * bands)] for step in range(1, STEPS * bands)] if sample else []
    lows.append(0)
    high = BEYOND
    for start in range(0, len(lows), bands):
        step = lows[start : start + bands]
        found = array("I")
        for first in range(0, len(scores), MOST):
            near = [at for at, each in enumerate(scores[first : first + MOST], first) if step[-1] <= each < high]
            found.extend(filter(useful, near) if start else near)
        for low in step:
            band = found if len(step) == 1 else [at for at in found if low <= scores[at] < high]
            yield from sorted(band, key=scores.__getitem__, reverse=True)
            high = low
