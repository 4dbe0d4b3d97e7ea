"""Features with the sentences that hold them, as they are kept from one build to the next."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.link.sentences import GONE, Moved

COMMONEST = 24
"""A feature of more sentences than this ties nothing together; it bounds the pairs that one feature can make."""
Postings = dict[int, "array[int]"]
"""Features with the sentences that hold them, in order."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Postings in three arrays: the features, where the sentences of each end, the sentences."""

    features: array[int]
    ends: array[int]
    sentences: array[int]

    def __iter__(self) -> Iterator[tuple[int, array[int]]]:
        start, sentences = 0, self.sentences
        for feature, end in zip(self.features, self.ends, strict=True):
            yield feature, sentences[start:end]
            start = end

    def add(self, postings: Mapping[int, array[int]]) -> None:
        """More of them."""
        self.features.extend(postings)
        for found in postings.values():
            self.sentences.extend(found)
            self.ends.append(len(self.sentences))


def packed(postings: Mapping[int, array[int]]) -> Packed:
    """Postings as they are kept."""
    made = Packed(array("Q"), array("I"), array("I"))
    made.add(postings)
    return made


def unpacked(kept: Packed, moved: Moved) -> tuple[Postings, set[int]]:
    """The postings by the numbers of now, and the features that have lost a sentence."""
    sentences = moved.all(kept.sentences)
    postings: Postings = {}
    start = 0
    for feature, end in zip(kept.features, kept.ends, strict=True):
        postings[feature] = sentences[start:end]
        start = end
    lost = {feature for feature, found in postings.items() if GONE in found} if moved.gone else set()
    for feature in lost:
        postings[feature] = array("I", [each for each in postings[feature] if each != GONE])
    return postings, lost
