"""Cross-links: pairs of passages of two sources that a reader should see side by side, each with its reason."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.link.choice import HALF, LOW, Ends, Ties, choose
from dossier.link.codes import KIND
from dossier.link.features import Index
from dossier.link.holding import Holding
from dossier.link.packed import Texts, texts
from dossier.link.pairs import Pairs
from dossier.link.reasons import Held, Key, reason
from dossier.link.sentences import GONE, Moved
from dossier.link.words import shown
from dossier.model import Link, Source
from dossier.processes import ALONE, Processes
from dossier.processes import shared as in_processes


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


def cross_links(  # noqa: PLR0913 - all that was found, and who finds the rest
    index: Index,
    held: Holding,
    pairs: Pairs,
    sources: Sequence[Source],
    earlier: Linked,
    processes: Processes = ALONE,
) -> tuple[tuple[Link, ...], Linked]:
    """The links of every source, the best first: at most MOST a source, at most one between two blocks.

    `sources` are those of the index, in its order; each that has links of which nothing is known is looked at once.
    """
    every = index.every
    ties = Ties(index, held, earlier.ties)
    chosen = choose(pairs, every, ties)
    new = reasons(index, ties, sources, [ends for ends in chosen if ends not in earlier.reasons], processes)
    told = {ends: new.get(ends) or earlier.reasons[ends] for ends in chosen}
    links = tuple(Link(every.passage(start), every.passage(end), told[start, end]) for start, end in chosen)
    return links, Linked(ties.used, told)


def reasons(
    index: Index, ties: Ties, sources: Sequence[Source], chosen: Sequence[Ends], processes: Processes = ALONE
) -> dict[Ends, str]:
    """The reasons of some links in words, from the texts: what the second of its sources has closes a link."""
    every = index.every
    shared = {ends: ties.between(*ends) for ends in chosen}
    of: dict[int, list[Ends]] = defaultdict(list)
    for ends in chosen:
        for each in ends:
            of[every.owner[each]].append(ends)
    waiting: dict[Ends, Held] = {}
    told: dict[Ends, str] = {}

    def looked_at(number: int) -> list[tuple[Ends, list[Key], Held]]:
        return list(words_of(index, number, sources[number], {ends: shared[ends] for ends in of[number]}))

    numbers = sorted(of)
    # To look at fewer is not worth what the start of processes copies.
    several = processes if 2 * len(numbers) >= len(sources) else ALONE
    for number, found in zip(numbers, in_processes(several, looked_at, numbers), strict=True):
        for ends, keys, words in found:
            if ends not in waiting:
                waiting[ends] = words
            elif every.owner[ends[0]] == number:
                told[ends] = reason(keys, words, waiting.pop(ends))
            else:
                told[ends] = reason(keys, waiting.pop(ends), words)
    return told


def words_of(
    index: Index, number: int, source: Source, links: Mapping[Ends, Sequence[int]]
) -> Iterator[tuple[Ends, list[Key], Held]]:
    """Of each link of a source the features that its ends share, and the words that show them in this source."""
    every = index.every
    called = index.called({feature for shared in links.values() for feature in shared}, number)
    wanted: dict[int, set[Key]] = defaultdict(set)
    found: list[tuple[Ends, int, list[Key]]] = []
    for ends, shared in links.items():
        mine = every.local(ends[0] if every.owner[ends[0]] == number else ends[1])
        keys = [(each >> KIND, called[each]) for each in shared]
        wanted[mine].update(keys)
        found.append((ends, mine, keys))
    held = shown(source, every.gleaned[number], number, wanted, index.known)
    for ends, mine, keys in found:
        yield ends, keys, held[mine]
