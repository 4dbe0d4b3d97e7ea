"""How much of a run is running text, and how much is a page's furniture: the measure by which an article is found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from dossier.clean.html.names import HEADINGS
from dossier.clean.html.runs import Run, Spot

DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts that say in one what others say in two or three."""
STOP = re.compile("[.!?\u2026\u061f\u06d4\u0964\u104b][\"'\u201d\u2019\u00bb)\\]]*(?:\\s|$)|[\u3002\uff01\uff1f]")
"""The end of a sentence in any script that marks it."""
LINKED = 0.5
"""A run of which more is links' words is furniture."""
SENTENCE = 40
"""Letters from which a run with a full stop is running text."""
LONG = 120
"""Letters from which a run is running text without one: some scripts mark no sentence's end."""
SHORT_SHARE = 0.5
"""A short run counts half against an article: it may be a line of verse."""


@dataclass(frozen=True, slots=True)
class Weight:
    """One run: letters of running text, and letters that speak against an article here."""

    prose: float
    junk: float


def weigh(run: Run) -> Weight:
    """The weight of one run."""
    if not run.text:
        return Weight(0, 0)
    size = len(run.text) + len(DENSE.findall(run.text))
    linked = run.linked / len(run.text)
    if run.holder.tag in HEADINGS:
        return Weight(0, size if linked > LINKED else 0)
    if linked > LINKED:
        return Weight(0, size)
    if size >= LONG or (size >= SENTENCE and STOP.search(run.text)):
        return Weight(size * (1 - linked), 0)
    return Weight(0, size * SHORT_SHARE)


class Sums:
    """Sums over stretches of runs, each in constant time."""

    def __init__(self, values: Sequence[float]) -> None:
        self.until = [0.0, *accumulate(values)]

    def of(self, spot: Spot) -> float:
        """The sum over an element's runs."""
        return self.until[spot.high] - self.until[spot.low]

    def between(self, low: int, high: int) -> float:
        """The sum over runs `low` to `high`."""
        return self.until[high] - self.until[low]
