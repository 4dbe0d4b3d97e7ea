"""What the rest of this stage found, by source: bearers of names, quotation families, events that two sources tell."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.link.codes import COMMON, EVENT, FAMILY, NAME, code
from dossier.link.gleaned import Gleaned
from dossier.link.shared import Shared
from dossier.link.told import Place
from dossier.model import Event, Family, Identity


@dataclass(frozen=True, slots=True)
class Known:
    """By the number of a source: the identity of each of its names; and the events and families that are shared.

    Both of these by slug and id, of the date and of the quotation. Of each identity: whether it is of two names, and
    the features that these are as `names` and where a list has it as `common` ones.
    """

    identities: Sequence[Identity]
    bearers: Sequence[array[int]]
    shared: Sequence[bool]
    names: Sequence[int]
    common: Sequence[int]
    events: Mapping[tuple[str, str], Event]
    families: Mapping[tuple[str, str], Family]

    def things(self, source: Gleaned) -> Iterator[tuple[int, int, str, str]]:
        """The sentences of a source in which an event or a quotation of a family begins; its kind, id and value."""
        for id, sentence in zip(source.dates.ids, source.dates.sentences, strict=True):
            found = self.events.get((source.slug, id))
            if found and sentence:
                yield sentence - 1, EVENT, found.id, found.edtf
        for id, sentence in zip(source.quotes.ids, source.quotes.sentences, strict=True):
            family = self.families.get((source.slug, id))
            if family and sentence:
                yield sentence - 1, FAMILY, family.id, ""


def known(sources: Sequence[Gleaned], shared: Shared) -> Known:
    """Index it."""
    numbers = {source.slug: number for number, source in enumerate(sources)}
    bearers = [array("I", bytes(4 * len(source.names.names))) for source in sources]
    for number, identity in enumerate(shared.identities):
        for slug, index in identity.members:
            bearers[numbers[slug]][index] = number
    told = {
        (each.slug, each.date_id): event
        for event in shared.events
        if event.lane == "event" and len({each.slug for each in event.attestations}) > 1
        for each in event.attestations
    }
    forms = {form: family for family in shared.families for form in family.forms}
    many = [len(identity.members) > 1 for identity in shared.identities]
    names, common = (
        [code(kind, each.id) if of_two else 0 for each, of_two in zip(shared.identities, many, strict=True)]
        for kind in (NAME, COMMON)
    )
    return Known(shared.identities, bearers, many, names, common, told, forms)


def places(source: Gleaned, known: Known) -> Iterator[Place]:
    """Where events and quotations of families stand: start, end, kind, which of the source's dates or quotations."""
    dates, quotes = source.dates, source.quotes
    for at, id in enumerate(dates.ids):
        if (source.slug, id) in known.events:
            yield dates.labels[at], dates.ends[at], EVENT, at
    for at, id in enumerate(quotes.ids):
        if (source.slug, id) in known.families:
            yield quotes.starts[at], quotes.ends[at], FAMILY, at
