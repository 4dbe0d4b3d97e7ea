"""Cross-links: pairs of passages of two sources that a reader should see side by side, each with its reason."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.link.choice import HALF, LOW, Ends, Ties, choose
from dossier.link.codes import KIND
from dossier.link.features import Index
from dossier.link.packed import Texts, texts
from dossier.link.pairs import Pairs
from dossier.link.reasons import Held, Key, reason
from dossier.link.sentences import GONE, Moved
from dossier.link.words import shown
from dossier.model import Link, Source


@dataclass(frozen=True, slots=True)
class Linked:
    """What is known of pairs: the heaviest tie of those that were weighed, the reasons of those that are links."""

    ties: Mapping[int, int] = field(default_factory=dict)
    reasons: Mapping[Ends, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept:
    """The same as the next build finds it: the sentences of each pair, its tie or its reason."""

    pairs: array[int]
    ties: array[int]
    links: array[int]
    reasons: Texts


def kept(linked: Linked) -> Kept:
    """What the next build needs of it."""
    pairs = array("I", [end for pair in linked.ties for end in (pair >> HALF, pair & LOW)])
    links = array("I", [end for ends in linked.reasons for end in ends])
    return Kept(pairs, array("Q", linked.ties.values()), links, texts(linked.reasons.values()))


def still(kept: Kept, moved: Moved, affected: set[int]) -> Linked:
    """What is still known of pairs: those of which not both sentences are affected."""
    ties = zip(of_now(kept.pairs, moved), kept.ties, strict=True)
    reasons = zip(of_now(kept.links, moved), kept.reasons, strict=True)

    def stays(ends: Ends) -> bool:
        return GONE not in ends and not (ends[0] in affected and ends[1] in affected)

    return Linked(
        {ends[0] << HALF | ends[1]: tie for ends, tie in ties if stays(ends)},
        {ends: reason for ends, reason in reasons if stays(ends)},
    )


def of_now(pairs: array[int], moved: Moved) -> Iterator[Ends]:
    """Pairs by the numbers of now."""
    numbers = moved.all(pairs)
    return zip(numbers[::2], numbers[1::2], strict=True)


def cross_links(
    index: Index, pairs: Pairs, sources: Sequence[Source], earlier: Linked
) -> tuple[tuple[Link, ...], Linked]:
    """The links of every source, the best first: at most MOST a source, at most one between two blocks.

    `sources` are those of the index, in its order; each that has links of which nothing is known is looked at once.
    """
    every = index.every
    ties = Ties(index, earlier.ties)
    chosen = choose(pairs, every, ties)
    new = reasons(index, ties, sources, [ends for ends in chosen if ends not in earlier.reasons])
    told = {ends: new.get(ends) or earlier.reasons[ends] for ends in chosen}
    links = tuple(Link(every.passage(start), every.passage(end), told[start, end]) for start, end in chosen)
    return links, Linked(ties.used, told)


def reasons(index: Index, ties: Ties, sources: Sequence[Source], chosen: Sequence[Ends]) -> dict[Ends, str]:
    """The reasons of some links in words, from the texts."""
    every = index.every
    shared = in_common(index, ties, chosen)
    wanted: dict[int, dict[int, set[Key]]] = defaultdict(lambda: defaultdict(set))
    for ends, keys in shared.items():
        for each in ends:
            wanted[every.owner[each]][every.local(each)].update(keys)
    held: dict[int, Mapping[int, Held]] = {
        number: shown(sources[number], every.gleaned[number], number, wanted[number], index.known)
        for number in sorted(wanted)
    }
    return {
        ends: reason(keys, *(held[every.owner[each]][every.local(each)] for each in ends))
        for ends, keys in shared.items()
    }


def in_common(index: Index, ties: Ties, chosen: Sequence[Ends]) -> dict[Ends, list[Key]]:
    """What the sentences of some links share. Each source is asked once what that is called."""
    owner = index.every.owner
    shared = {ends: ties.between(*ends) for ends in chosen}
    of: dict[int, set[int]] = defaultdict(set)
    for ends, features in shared.items():
        of[owner[ends[0]]].update(features)
    called = {number: index.called(features, number) for number, features in of.items()}
    return {
        ends: [(each >> KIND, called[owner[ends[0]]][each]) for each in features] for ends, features in shared.items()
    }
