"""Which pairs of passages a reader is offered: a few a page, each tie between two sources once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping

from dossier.link.codes import KIND, KINDS
from dossier.link.features import Index
from dossier.link.holding import STRONG, Holding
from dossier.link.pairs import COMPANY, Pairs
from dossier.link.ranking import ranked
from dossier.link.sentences import Sentences

MOST = 7
"""Links that one page offers."""
AGAIN = 2
"""So often one sentence may be linked."""
BUDGET, FEWEST = 400_000, 64
"""Pairs looked at of all sources and, where those are many, of one."""
HALF = 32
LOW = (1 << HALF) - 1
Ends = tuple[int, int]
"""Two sentences."""


class Ties:
    """What two sentences share. `known` are the heaviest of some pairs, as an earlier build found them."""

    def __init__(self, index: Index, held: Holding, known: Mapping[int, int]) -> None:
        self.index = index
        self.held = held
        self.known = known
        self.used: dict[int, int] = {}
        """The heaviest of the pairs that have been asked for."""

    def heaviest(self, one: int, other: int) -> int:
        """The first of what they share."""
        key = one << HALF | other
        found = self.known.get(key)
        if not found:
            ranks = self.ranks(one, other)
            found = self.in_order(ranks[min(ranks)], one)[0]
        self.used[key] = found
        return found

    def between(self, one: int, other: int) -> list[int]:
        """All that they share, the heaviest first, equally heavy features by their kind and their name."""
        ranks = self.ranks(one, other)
        return [each for rank in sorted(ranks) for each in self.in_order(ranks[rank], one)]

    def ranks(self, one: int, other: int) -> dict[tuple[float, str], list[int]]:
        """What they share, by its weight and its kind."""
        held = self.held
        found: dict[tuple[float, str], list[int]] = {}
        for tie in set(held.rows[one]).intersection(held.rows[other]):
            feature = held.features[tie]
            found.setdefault((-(held.values[tie] % STRONG), KINDS[feature >> KIND]), []).append(feature)
        for name in set(held.crowds[one]).intersection(held.crowds[other]):
            feature = held.names[name]
            found.setdefault((-COMPANY, KINDS[feature >> KIND]), []).append(feature)
        return found

    def in_order(self, features: list[int], sentence: int) -> list[int]:
        """Features of a sentence by their names, which are looked up only where there are two."""
        if len(features) == 1:
            return features
        called = self.index.called(features, self.index.every.owner[sentence])
        return sorted(features, key=called.__getitem__)


class Room:
    """What may still be linked: pages that offer fewer than MOST, sentences linked less than AGAIN, other blocks."""

    def __init__(self, every: Sentences) -> None:
        self.every = every
        self.pages = [0] * len(every.gleaned)
        self.open = len(every.gleaned)
        self.uses = bytearray(len(every.owner))
        self.blocks: set[tuple[str, str]] = set()
        self.tied: set[tuple[int, int, int]] = set()

    def start(self, one: int, other: int, ties: Ties) -> int:
        """Which of two sentences to link from, -1 for none; what that needs is taken."""
        owner, pages = self.every.owner, self.pages
        mine, yours = owner[one], owner[other]
        if (pages[mine] >= MOST and pages[yours] >= MOST) or self.uses[one] >= AGAIN or self.uses[other] >= AGAIN:
            return -1
        between = block(self.every, one), block(self.every, other)
        if between in self.blocks:
            return -1
        tie = mine, yours, ties.heaviest(one, other)
        if tie in self.tied:
            return -1
        start = next(end for end in direction(self.every, one, other) if pages[owner[end]] < MOST)
        pages[owner[start]] += 1
        self.open -= pages[owner[start]] == MOST
        self.blocks.add(between)
        self.tied.add(tie)
        self.uses[one] += 1
        self.uses[other] += 1
        return start


def choose(pairs: Pairs, every: Sentences, ties: Ties) -> list[Ends]:
    """First the best pair of every two sources, then by score, within the bounds for sentences, blocks and pages.

    What ties two sources together is shown once: two pairs that both rest on one name are one link. Each is the
    sentence to link from and the one to link to; they come in the order of the pairs' scores.
    """
    room = Room(every)
    kept: list[tuple[int, int, int, int]] = []
    ones, others = pairs.ones(), pairs.others.items
    for at in bests_first(looked_at(pairs.scores, ones, others, room), ones, others, every):
        one, other = ones[at], others[at]
        start = room.start(one, other, ties)
        if start >= 0:
            kept.append((-pairs.scores[at], at, start, one + other - start))
            if not room.open:
                break
    return [(start, end) for _, _, start, end in sorted(kept)]


def looked_at(scores: array[int], ones: array[int], others: array[int], room: Room) -> Iterator[int]:
    """The places of the best pairs of each source, the best first, but for those of two pages that are full already."""
    owner, pages = room.every.owner, room.pages
    size = len(pages)
    most = max(FEWEST, BUDGET // (1 << max(size - 1, 0).bit_length()))
    seen = [0] * size

    def useful(at: int) -> bool:
        return pages[owner[ones[at]]] < MOST or pages[owner[others[at]]] < MOST

    for at in ranked(scores, useful):
        mine, yours = owner[ones[at]], owner[others[at]]
        if pages[mine] >= MOST and pages[yours] >= MOST:
            continue
        if seen[mine] < most or seen[yours] < most:
            yield at
        seen[mine] += 1
        seen[yours] += 1


def bests_first(found: Iterable[int], ones: array[int], others: array[int], every: Sentences) -> Iterator[int]:
    """The best pair of every two sources, then the others."""
    taken: set[int] = set()
    rest = array("I")
    owner = every.owner
    for at in found:
        key = owner[ones[at]] << HALF | owner[others[at]]
        if key in taken:
            rest.append(at)
        else:
            taken.add(key)
            yield at
    yield from rest


def block(every: Sentences, sentence: int) -> str:
    """The id of a sentence's block."""
    return every.gleaned[every.owner[sentence]].told.block(every.local(sentence))


def direction(every: Sentences, one: int, other: int) -> Ends:
    """First the passage with less to say, shorter or without a date that the other has; then the other."""
    dated, lengths = every.dated, every.lengths
    turn = dated[one] if dated[one] != dated[other] else lengths[one] > lengths[other]
    return (other, one) if turn else (one, other)
