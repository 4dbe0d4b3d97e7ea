"""What the sentences of all sources hold, on one inverted index: compact numbers, since a collection has millions.

Most features stand in one source alone and tie nothing; they are left out before anything is kept of them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from dossier.link.codes import COMMON, DATE, KIND, NAME, code
from dossier.link.gleaned import Gleaned
from dossier.link.known import Known
from dossier.link.told import LISTED
from dossier.model import Passage

COMMONEST = 24
"""A feature of more sentences than this ties nothing together; it bounds the pairs that one feature can make."""
PARTS = 8
"""Features are counted a range of hashes after the other: those of ten thousand sources at once would fill a memory."""
Postings = dict[int, list[int]]
"""Features with the sentences that hold them, in order."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of all sources, numbered in order: `first[n]` is source n's first, `owner` tells whose one is."""

    gleaned: Sequence[Gleaned]
    first: array[int]
    owner: array[int]
    lengths: array[int]
    dated: bytes

    def passage(self, sentence: int) -> Passage:
        """Where a sentence stands."""
        source = self.gleaned[self.owner[sentence]]
        return Passage(source.slug, source.told.span(self.local(sentence)))

    def local(self, sentence: int) -> int:
        """The number of a sentence in its source."""
        return sentence - self.first[self.owner[sentence]]


@dataclass(frozen=True, slots=True)
class Index:
    """What the sentences share: `rare` features, of two sources and at most COMMONEST sentences.

    `crowd` are the names of more sentences, `things` are the events and the families, of however many sentences.
    """

    sentences: Sentences
    rare: Postings
    crowd: Postings
    things: Postings
    ids: Mapping[int, str]
    """What names, events and families are called: their ids."""

    def called(self, feature: int, sentence: int) -> str:
        """What a feature of a sentence is called: the word, the date, the id."""
        if feature >> KIND <= DATE:
            return self.sentences.gleaned[self.sentences.owner[sentence]].told.called(feature)
        return self.ids[feature]


def sentences_of(gleaned: Sequence[Gleaned]) -> Sentences:
    """The sentences of sources."""
    sizes = [len(source.told.starts) for source in gleaned]
    owner, lengths = array("I"), array("I")
    for number, source in enumerate(gleaned):
        owner.extend([number] * sizes[number])
        lengths.extend(iter(source.told.lengths))
    dated = b"".join(source.told.dated for source in gleaned)
    return Sentences(gleaned, array("I", accumulate(sizes, initial=0)), owner, lengths, dated)


def index(gleaned: Sequence[Gleaned], known: Known) -> Index:
    """The index of the sources' sentences. Linear in the features."""
    every = sentences_of(gleaned)
    said = {each: found for part in range(PARTS) for each, found in said_in(every, part).items()}
    ids: dict[int, str] = {}
    named, things = names(every, known, ids), told(every, known, ids)
    crowd = {each: found for each, found in named.items() if len(found) > COMMONEST}
    rare = {
        each: found
        for some in (said, named, things)
        for each, found in some.items()
        if len(found) <= COMMONEST and every.owner[found[0]] != every.owner[found[-1]]
    }
    return Index(every, rare, crowd, things, ids)


def said_in(every: Sentences, part: int) -> Postings:
    """The words, phrases and dates of some sources but not too many: of each kind those of one of PARTS ranges."""
    width = (1 << KIND) // PARTS
    ranges = [(low, low + width) for kind in range(DATE + 1) for low in [(kind << KIND) + part * width]]
    slices = [
        (number, bisect_left(source.told.features, low), bisect_left(source.told.features, high))
        for low, high in ranges
        for number, source in enumerate(every.gleaned)
    ]
    count: Counter[int] = Counter()
    for number, start, end in slices:
        count.update(every.gleaned[number].told.features[start:end])
    found: Postings = {each: [] for each, sources in count.items() if 1 < sources <= COMMONEST}
    for number, start, end in slices:
        told, first = every.gleaned[number].told, every.first[number]
        for at, each in enumerate(told.features[start:end], start):
            if each in found:
                found[each].extend([first + sentence for sentence in told.holders[at]])
    return found


def names(every: Sentences, known: Known, ids: dict[int, str]) -> Postings:
    """The names that two sources have, as the identities of their bearers."""
    shared = [len(identity.members) > 1 for identity in known.identities]
    found: Postings = defaultdict(list)
    for number, source in enumerate(every.gleaned):
        listed = [rule in LISTED for rule in source.names.rules]
        first, bearers = every.first[number], known.bearers[number]
        for at, (by, bearer) in enumerate(zip(source.names.by, bearers, strict=True)):
            if shared[bearer]:
                id = known.identities[bearer].id
                each = code(COMMON if listed[by] else NAME, id)
                ids[each] = id
                found[each].extend([first + sentence for sentence in source.told.named[at]])
    return {each: ordered(held) for each, held in found.items() if held}


def told(every: Sentences, known: Known, ids: dict[int, str]) -> Postings:
    """The events and the quotations that two places tell."""
    found: Postings = defaultdict(list)
    for number, source in enumerate(every.gleaned):
        for sentence, kind, id in known.things(source):
            each = code(kind, id)
            ids[each] = id
            found[each].append(every.first[number] + sentence)
    return {each: ordered(held) for each, held in found.items()}


def ordered(sentences: Sequence[int]) -> list[int]:
    """Sentences in order, each once: a source may have one bearer under two names."""
    return sorted(set(sentences))


def told_alike(index: Index) -> Iterator[list[tuple[int, int]]]:
    """The sentences that tell of one event or quote the same words, as their sources and their numbers there."""
    every = index.sentences
    for found in index.things.values():
        yield [(every.owner[sentence], every.local(sentence)) for sentence in found]
