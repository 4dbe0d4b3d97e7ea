"""Link: what the sources share, found on inverted indexes; the only stage that sees more than one seed."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.link.identities import identities, speaker_ids
from dossier.model import Attestation, Collection, Event, Source

__all__ = ["link"]


def link(sources: Sequence[Source]) -> Collection:
    """The collection of these sources, in slug order whatever order they come in."""
    ordered = tuple(sorted(sources, key=lambda source: source.slug))
    known = identities(ordered)
    return Collection(sources=ordered, identities=known, events=plain_events(ordered), speakers=speaker_ids(ordered, known))


def plain_events(sources: Sequence[Source]) -> tuple[Event, ...]:
    """One event a date, until dates are compared."""
    return tuple(
        Event(f"e-{date.id}", date.edtf, (Attestation(source.slug, date.id, date.event or date.span),), date.role)
        for source in sources
        for date in source.annotations.dates
        if date.edtf
    )
