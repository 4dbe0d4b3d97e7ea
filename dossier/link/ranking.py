"""Pairs of passages in the order in which they are offered, sorted only as far as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.link.pairs import Pairs

STEPS = (5, 2)
"""A collection mostly needs the best fifth of its pairs; then the best half is sorted, then all."""


def ranked(pairs: Pairs) -> Iterator[int]:
    """The places of the pairs, the best first, and of equal ones the first in the sources."""
    scores = pairs.scores
    sample = sorted(scores[:: max(1, len(scores) >> 12)], reverse=True)
    high = 1 << 32
    lows = [sample[len(sample) // step] for step in STEPS] if sample else []
    for low in (*lows, 0):
        found = [at for at, score in enumerate(scores) if low <= score < high]
        yield from sorted(found, key=scores.__getitem__, reverse=True)
        high = low
