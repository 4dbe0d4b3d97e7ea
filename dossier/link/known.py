"""What the rest of this stage found, by source: bearers of names, quotation families, events that two sources tell."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.link.codes import COMMON, EVENT, FAMILY, KIND, LOW, NAME, code
from dossier.link.gleaned import Gleaned
from dossier.link.shared import Shared
from dossier.link.told import Place
from dossier.model import Event, Family, Identity


@dataclass(frozen=True, slots=True)
class Known:
    """By the number of a source: the identity of each of its names, and which of its dates and quotations others share.

    `dates` and `quotes` are numbers among `events` and `families` from 1, or 0. `names` are the features that the
    identities of two names or more are, 0 for the others, `common` those that they are where a list has the name. Of a
    feature, `called` has the id of what it is, and what of that a reader may be shown.
    """

    identities: Sequence[Identity]
    bearers: Sequence[array[int]]
    names: Sequence[int]
    common: Sequence[int]
    events: Sequence[Event]
    families: Sequence[Family]
    dates: Sequence[array[int]]
    quotes: Sequence[array[int]]
    words: Mapping[int, tuple[str, str]]

    def called(self, feature: int) -> tuple[str, str]:
        """The id of a name, an event or a family, and what a reader may be shown of it."""
        return self.words[NAME << KIND | feature & LOW if feature >> KIND == COMMON else feature]

    def things(self, number: int, source: Gleaned) -> Iterator[tuple[int, int]]:
        """The sentences of a source in which an event or a quotation of a family begins, and the feature that is."""
        for at, sentence in zip(self.dates[number], source.dates.sentences, strict=True):
            if at and sentence:
                yield sentence - 1, code(EVENT, self.events[at - 1].id)
        for at, sentence in zip(self.quotes[number], source.quotes.sentences, strict=True):
            if at and sentence:
                yield sentence - 1, code(FAMILY, self.families[at - 1].id)


def known(sources: Sequence[Gleaned], shared: Shared) -> Known:
    """Index it."""
    bearers = [array("I", bytes(4 * len(source.names.names))) for source in sources]
    own = {source.slug: held for source, held in zip(sources, bearers, strict=True)}
    names, common = (array("Q", bytes(8 * len(shared.identities))) for _ in (NAME, COMMON))
    words: dict[int, tuple[str, str]] = {}
    for number, identity in enumerate(shared.identities):
        for slug, index in identity.members:
            own[slug][index] = number
        if len(identity.members) > 1:
            name = names[number] = code(NAME, identity.id)
            # The same hash, whatever the kind.
            common[number] = COMMON << KIND | name & LOW
            words[name] = identity.id, identity.name
    events = [each for each in shared.events if each.lane == "event" and several(each)]
    words |= {code(EVENT, event.id): (event.id, event.edtf) for event in events}
    words |= {code(FAMILY, family.id): (family.id, "") for family in shared.families}
    told = {(each.slug, each.date_id): at for at, event in enumerate(events, 1) for each in event.attestations}
    dates = [array("I", [told.get((source.slug, id), 0) for id in source.dates.ids]) for source in sources]
    forms = {form: at for at, family in enumerate(shared.families, 1) for form in family.forms}
    quotes = [array("I", [forms.get((source.slug, id), 0) for id in source.quotes.ids]) for source in sources]
    return Known(shared.identities, bearers, names, common, events, shared.families, dates, quotes, words)


def several(event: Event) -> bool:
    """Whether two sources tell an event."""
    return len(event.attestations) > 1 and len({each.slug for each in event.attestations}) > 1


def places(source: Gleaned, number: int, known: Known) -> Iterator[Place]:
    """Where events and quotations of families stand: start, end, kind, which of these it is."""
    dates, quotes = source.dates, source.quotes
    for at, event in enumerate(known.dates[number]):
        if event:
            yield dates.labels[at], dates.ends[at], EVENT, event - 1
    for at, family in enumerate(known.quotes[number]):
        if family:
            yield quotes.starts[at], quotes.ends[at], FAMILY, family - 1
