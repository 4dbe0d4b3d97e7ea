"""Which pairs of passages a reader is offered: a few a page, each tie between two sources once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from dossier.link.codes import KIND, KINDS
from dossier.link.features import Index, Sentences
from dossier.link.pairs import COMPANY, HALF, LOW, Pairs, ranked
from dossier.link.weights import weight

MOST = 7
"""Links that one page offers."""
AGAIN = 2
"""So often one sentence may be linked."""
BUDGET, FEWEST = 400_000, 64
"""Pairs looked at of all sources and, where those are many, of one."""
Chosen = tuple[int, int]
"""The sentence to link from and the one to link to."""
Held = Mapping[int, frozenset[int]]
"""By sentence: the features that can tie it to another."""


class Ties:
    """What two sentences share, the heaviest first."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.total = len(index.sentences.owner)
        self.held: dict[int, list[int]] = {}
        for found in (index.rare, index.crowd):
            for feature, sentences in found.items():
                for sentence in sentences:
                    self.held.setdefault(sentence, []).append(feature)

    def between(self, one: int, other: int) -> list[int]:
        """The features of both, equally heavy ones by their kind and their name."""
        shared = set(self.held[one]).intersection(self.held[other])
        return sorted(shared, key=lambda each: (-self.weight(each), KINDS[each >> KIND], self.index.called(each, one)))

    def weight(self, feature: int) -> float:
        """What a feature counts."""
        found = self.index.rare.get(feature)
        return weight(feature >> KIND, len(found), self.total) if found else COMPANY


def choose(pairs: Pairs, index: Index, ties: Ties) -> list[Chosen]:
    """First the best pair of every two sources, then by score, within the bounds for sentences, blocks and pages.

    What ties two sources together is shown once: two pairs that both rest on one name are one link. The links come in
    the order of the pairs' scores.
    """
    every = index.sentences
    pages: Counter[int] = Counter()
    uses: Counter[int] = Counter()
    blocks: set[tuple[str, str]] = set()
    tied: set[tuple[int, int, int]] = set()
    kept: list[tuple[int, int, int, int]] = []
    for at in bests_first(looked_at(pairs, every), pairs, every):
        one, other = pairs.ends[at] >> HALF, pairs.ends[at] & LOW
        mine, yours = every.owner[one], every.owner[other]
        if (pages[mine] >= MOST and pages[yours] >= MOST) or uses[one] >= AGAIN or uses[other] >= AGAIN:
            continue
        between = block(every, one), block(every, other)
        if between in blocks:
            continue
        tie = mine, yours, ties.between(one, other)[0]
        if tie in tied:
            continue
        start, end = next(ends for ends in directions(every, one, other) if pages[every.owner[ends[0]]] < MOST)
        pages[every.owner[start]] += 1
        blocks.add(between)
        tied.add(tie)
        uses.update((one, other))
        kept.append((-pairs.scores[at], at, start, end))
    return [(start, end) for _, _, start, end in sorted(kept)]


def looked_at(pairs: Pairs, every: Sentences) -> Iterator[int]:
    """The best pairs of each source, the best first."""
    size = len(every.gleaned)
    most = max(FEWEST, BUDGET // (1 << max(size - 1, 0).bit_length()))
    seen: Counter[int] = Counter()
    for at in ranked(pairs):
        ends = pairs.ends[at]
        one, other = every.owner[ends >> HALF], every.owner[ends & LOW]
        if seen[one] < most or seen[other] < most:
            yield at
        seen[one] += 1
        seen[other] += 1


def bests_first(found: Iterable[int], pairs: Pairs, every: Sentences) -> Iterator[int]:
    """The best pair of every two sources, then the others."""
    taken: set[tuple[int, int]] = set()
    rest: list[int] = []
    for at in found:
        key = every.owner[pairs.ends[at] >> HALF], every.owner[pairs.ends[at] & LOW]
        if key in taken:
            rest.append(at)
        else:
            taken.add(key)
            yield at
    yield from rest


def block(every: Sentences, sentence: int) -> str:
    """The id of a sentence's block."""
    return every.gleaned[every.owner[sentence]].told.block(every.local(sentence))


def directions(every: Sentences, one: int, other: int) -> tuple[Chosen, Chosen]:
    """First from the passage with less to say, shorter or without a date that the other has; then from the other."""
    dated, lengths = every.dated, every.lengths
    turn = dated[one] if dated[one] != dated[other] else lengths[one] > lengths[other]
    return ((other, one), (one, other)) if turn else ((one, other), (other, one))
