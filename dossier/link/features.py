"""What the sentences of all sources hold, on one inverted index: compact numbers, since a collection has millions."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.link.codes import COMMON, DATE, KIND
from dossier.link.known import Known
from dossier.link.postings import COMMONEST, Packed, Postings, packed, unpacked
from dossier.link.said import EMPTY, Kept, Said, kept, renewed
from dossier.link.sentences import Moved, Sentences
from dossier.link.told import LISTED


@dataclass(frozen=True, slots=True)
class Index:
    """What the sentences share: what is `said`, and the names, events and families that are its `things`."""

    every: Sentences
    known: Known
    said: Said
    things: Postings

    def rare(self) -> Iterator[tuple[int, array[int]]]:
        """The features of two sources and at most COMMONEST sentences, each with its sentences."""
        yield from self.said.rare
        owner = self.every.owner
        for feature, found in self.things.items():
            if len(found) <= COMMONEST and owner[found[0]] != owner[found[-1]]:
                yield feature, found

    def crowds(self) -> Iterator[tuple[int, array[int]]]:
        """The names that more sentences have."""
        return (
            (each, found) for each, found in self.things.items() if len(found) > COMMONEST and each >> KIND <= COMMON
        )

    def called(self, features: Iterable[int], source: int) -> dict[int, str]:
        """What features of a source are called: the word, the date, the id."""
        terms = self.every.gleaned[source].terms
        return {f: terms.called(f) if f >> KIND <= DATE else self.known.called(f)[0] for f in features}


@dataclass(frozen=True, slots=True)
class Indexed:
    """The index as the next build finds it."""

    said: Kept
    things: Packed
    shown: tuple[str, ...]


def indexed(index: Index) -> Indexed:
    """What the next build needs of the index."""
    return Indexed(kept(index.said), packed(index.things), tuple(index.known.called(each)[1] for each in index.things))


def index_again(every: Sentences, known: Known, before: Indexed, moved: Moved) -> tuple[Index, set[int]]:
    """The same from what an earlier build found, and the sentences whose ties to others are not what they were."""
    found, affected = renewed(every, before.said, moved)
    made = together(every, known, found)
    affected |= differing(made, before, moved)
    for number in moved.fresh:
        affected.update(range(every.first[number], every.first[number + 1]))
    return made, affected


def together(every: Sentences, known: Known, said: Said) -> Index:
    """The index of what is said and of whom and what the sources have in common."""
    found: Postings = defaultdict(lambda: array("I"))
    for number, source in enumerate(every.gleaned):
        first, named = every.first[number], source.terms.named
        held, start = array("I", [first + sentence for sentence in named.items]), 0
        for each, end in zip(codes_in(every, known, number), named.ends, strict=True):
            if each:
                found[each] += held[start:end]
            start = end
        for sentence, each in known.things(number, source):
            found[each].append(first + sentence)
    # A source may have one bearer under two names, or quote the same words twice in a sentence.
    things = {each: array("I", sorted(set(held))) for each, held in found.items() if held}
    return Index(every, known, said, things)


def codes_in(every: Sentences, known: Known, number: int) -> Sequence[int]:
    """The feature that each name of a source is, 0 for one that nobody else has."""
    names = every.gleaned[number].names
    features = [known.common if rule in LISTED else known.names for rule in names.rules]
    if len(features) == 1:
        return [features[0][bearer] for bearer in known.bearers[number]]
    return [features[by][bearer] for by, bearer in zip(names.by, known.bearers[number], strict=True)]


def differing(index: Index, before: Indexed, moved: Moved) -> set[int]:
    """The sentences of names, events and families that are not the same as they were, or called otherwise."""
    was, lost = unpacked(before.things, moved)
    called = dict(zip(before.things.features, before.shown, strict=True))
    affected: set[int] = set()
    for each in was.keys() | index.things.keys():
        old, new = was.get(each, EMPTY), index.things.get(each, EMPTY)
        alike = each in index.things and called.get(each) == index.known.called(each)[1]
        if alike and ((old == new and each not in lost) or still_crowd(index.every, old, new, moved)):
            continue
        affected.update(old)
        affected.update(new)
    return affected


def still_crowd(every: Sentences, old: array[int], new: array[int], moved: Moved) -> bool:
    """Whether a name of too many sentences has not changed but in sources that have: it finds no pairs of others."""
    if min(len(old), len(new)) <= COMMONEST:
        return False
    return old == array("I", [sentence for sentence in new if moved.was[every.owner[sentence]] >= 0])


def told_alike(index: Index) -> Iterator[list[tuple[int, int]]]:
    """The sentences that tell of one event or quote the same words, as their sources and their numbers there."""
    every = index.every
    for each, found in index.things.items():
        if each >> KIND > COMMON:
            yield [(every.owner[sentence], every.local(sentence)) for sentence in found]
