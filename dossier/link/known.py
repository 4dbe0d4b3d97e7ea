"""What the rest of this stage found, by source: bearers of names, quotation families, events that two sources tell."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.link.told import EVENT, FAMILY, Place
from dossier.model import Event, Family, Identity, Source


@dataclass(frozen=True, slots=True)
class Known:
    """By slug: the identity of each name, and where events and quotations of families stand, in text order."""

    identities: Sequence[Identity]
    events: Sequence[Event]
    families: Sequence[Family]
    bearers: Mapping[str, array[int]]
    places: Mapping[str, Sequence[Place]]


def known(
    sources: Sequence[Source], identities: Sequence[Identity], families: Sequence[Family], events: Sequence[Event]
) -> Known:
    """Index them. What has one id (two captures of one article give such events) has one number."""
    bearers = {source.slug: array("I", bytes(4 * len(source.annotations.names))) for source in sources}
    for number, identity in enumerate(identities):
        for slug, index in identity.members:
            bearers[slug][index] = number
    places: dict[str, list[Place]] = {}
    alike: dict[str, int] = {}
    for at, event in enumerate(events):
        number = alike.setdefault(event.id, at)
        if event.lane == "event" and len({each.slug for each in event.attestations}) > 1:
            for each in event.attestations:
                places.setdefault(each.slug, []).append((each.label.start, each.label.end, EVENT, number))
    forms = {
        form: alike.setdefault(family.id, number) for number, family in enumerate(families) for form in family.forms
    }
    for source in sources if forms else ():
        for quote in source.annotations.quotes:
            number = forms.get((source.slug, quote.id), -1)
            if number >= 0:
                places.setdefault(source.slug, []).append((quote.span.start, quote.span.end, FAMILY, number))
    return Known(identities, events, families, bearers, {slug: sorted(found) for slug, found in places.items()})
