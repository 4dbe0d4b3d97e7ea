"""Pairs of passages in the order in which they are offered, sorted only as far as they are asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator

STEPS = 5
"""A collection mostly needs the best fifth of its pairs; a fifth is sorted at a time, as each is asked for."""


def ranked(scores: array[int], useful: Callable[[int], bool]) -> Iterator[int]:
    """The places of the scores, the highest first, and equal ones in order.

    `useful` says which of them are still of use; what is of none when its turn comes need not be sorted.
    """
    sample = sorted(scores[:: max(1, len(scores) >> 12)], reverse=True)
    lows = [sample[len(sample) * step // STEPS] for step in range(1, STEPS)] if sample else []
    high: int | None = None
    for low in (*lows, 0):
        if high is None:
            found = [at for at, score in enumerate(scores) if score >= low]
        else:
            found = [at for at, score in enumerate(scores) if low <= score < high and useful(at)]
        yield from sorted(found, key=scores.__getitem__, reverse=True)
        high = low
