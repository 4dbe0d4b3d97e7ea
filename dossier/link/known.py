"""What the rest of this stage found, by source: bearers of names, quotation families, events that two sources tell."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from dossier.link.codes import COMMON, EVENT, FAMILY, KIND, LOW, NAME, code
from dossier.link.gleaned import Gleaned
from dossier.link.shared import Shared
from dossier.link.told import Place
from dossier.model import Event, Family, Identity


@dataclass(frozen=True, slots=True)
class Known:
    """By the number of a source: the identity of each of its names; and the events and families that are shared.

    Both of these by slug and id, of the date and of the quotation. `names` are the features that the identities of two
    names or more are, 0 for the others, `common` those that they are where a list has the name. Of each feature,
    `called` has the id of what it is, and what of that a reader may be shown.
    """

    identities: Sequence[Identity]
    bearers: Sequence[array[int]]
    names: Sequence[int]
    common: Sequence[int]
    events: Mapping[tuple[str, str], Event]
    families: Mapping[tuple[str, str], Family]
    called: Mapping[int, tuple[str, str]]

    def things(self, source: Gleaned) -> Iterator[tuple[int, int]]:
        """The sentences of a source in which an event or a quotation of a family begins, and the feature that is."""
        columns = ((EVENT, self.events, source.dates), (FAMILY, self.families, source.quotes))
        for kind, shared, found in columns:
            things = map(shared.get, zip(repeat(source.slug), found.ids))
            for thing, sentence in zip(things, found.sentences, strict=True):
                if thing and sentence:
                    yield sentence - 1, code(kind, thing.id)


def known(sources: Sequence[Gleaned], shared: Shared) -> Known:
    """Index it."""
    bearers = [array("I", bytes(4 * len(source.names.names))) for source in sources]
    own = {source.slug: held for source, held in zip(sources, bearers, strict=True)}
    names, common = (array("Q", bytes(8 * len(shared.identities))) for _ in (NAME, COMMON))
    called: dict[int, tuple[str, str]] = {}
    for number, identity in enumerate(shared.identities):
        for slug, index in identity.members:
            own[slug][index] = number
        if len(identity.members) > 1:
            name = names[number] = code(NAME, identity.id)
            # The same hash, whatever the kind.
            common[number] = COMMON << KIND | name & LOW
            called[name] = called[common[number]] = identity.id, identity.name
    told = {
        (each.slug, each.date_id): event
        for event in shared.events
        if event.lane == "event" and len(event.attestations) > 1 and len({each.slug for each in event.attestations}) > 1
        for each in event.attestations
    }
    called |= {code(EVENT, event.id): (event.id, event.edtf) for event in told.values()}
    called |= {code(FAMILY, family.id): (family.id, "") for family in shared.families}
    forms = {form: family for family in shared.families for form in family.forms}
    return Known(shared.identities, bearers, names, common, told, forms, called)


def places(source: Gleaned, known: Known) -> Iterator[Place]:
    """Where events and quotations of families stand: start, end, kind, which of the source's dates or quotations."""
    dates, quotes = source.dates, source.quotes
    for at, id in enumerate(dates.ids):
        if (source.slug, id) in known.events:
            yield dates.labels[at], dates.ends[at], EVENT, at
    for at, id in enumerate(quotes.ids):
        if (source.slug, id) in known.families:
            yield quotes.starts[at], quotes.ends[at], FAMILY, at
