"""Pairs of passages in the order in which they are offered, sorted only as far as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.link.pairs import Pairs

STEPS = 8
"""A collection mostly needs the best eighth of its pairs, and of these the best half."""


def ranked(pairs: Pairs) -> Iterator[int]:
    """The places of the pairs, the best first, and of equal ones the first in the sources."""
    scores = pairs.scores
    sample = sorted(scores[:: max(1, len(scores) >> 12)], reverse=True)
    high = 1 << 32
    for step in range(STEPS):
        low = sample[len(sample) * (step + 1) * (step + 1) // (STEPS * STEPS)] if sample and step < STEPS - 1 else 0
        found = [at for at, score in enumerate(scores) if low <= score < high]
        yield from sorted(found, key=scores.__getitem__, reverse=True)
        high = min(high, low)
