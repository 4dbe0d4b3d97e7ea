"""What each sentence holds that ties it to others, in columns: the index turned round."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from dossier.link.codes import FAMILY, KIND, WORD
from dossier.link.features import Index
from dossier.link.packed import Rows
from dossier.link.weights import roughly, weight

STRONG = float(1 << 22)
"""Added to a tie's value if it is more than a word, twice for a quotation: one sum tells the number of ties too."""


@dataclass(frozen=True, slots=True)
class Holding:
    """Ties by number: the feature, what it adds to a pair, and where its sentences end among all `sentences`.

    `rows` are the ties of each sentence. `names` are those of too many sentences to find one others, and `crowds` the
    numbers of those of each.
    """

    features: array[int]
    values: array[float]
    ends: array[int]
    sentences: array[int]
    rows: Rows
    names: array[int]
    crowds: Rows

    def of(self, sentence: int) -> Iterator[tuple[float, int, int]]:
        """The ties of a sentence: the value of each, and from where to where its sentences are."""
        for tie in self.rows[sentence]:
            yield self.values[tie], self.ends[tie - 1] if tie else 0, self.ends[tie]


def holding(index: Index) -> Holding:
    """What every sentence holds."""
    features, values, ends, sentences = array("Q"), array("d"), array("I"), array("I")
    size = len(index.every.owner)
    total = roughly(size)
    for feature, found in index.rare():
        kind = feature >> KIND
        features.append(feature)
        values.append(weight(kind, len(found), total) + (0 if kind == WORD else 2 if kind == FAMILY else 1) * STRONG)
        sentences.extend(found)
        ends.append(len(sentences))
    rows = turned(ends, sentences, size)
    return Holding(features, values, ends, sentences, rows, *crowds(index, size))


def turned(ends: array[int], sentences: array[int], size: int) -> Rows:
    """The numbers of the stretches that each of so many sentences is in; `ends` says where each stretch ends."""
    sizes = array("I", bytes(4 * size))
    for sentence in sentences:
        sizes[sentence] += 1
    rows = array("I", accumulate(sizes))
    items, free = array("I", bytes(4 * len(sentences))), array("I", [0, *rows])
    start = 0
    for number, end in enumerate(ends):
        for sentence in sentences[start:end]:
            items[free[sentence]] = number
            free[sentence] += 1
        start = end
    return Rows(items, rows)


def crowds(index: Index, size: int) -> tuple[array[int], Rows]:
    """The names that more sentences have than can find others, and which of them each of so many sentences has."""
    names, ends, sentences = array("Q"), array("I"), array("I")
    for name, found in index.crowds():
        names.append(name)
        sentences.extend(found)
        ends.append(len(sentences))
    return names, turned(ends, sentences, size)
