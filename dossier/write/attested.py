"""What each source tells of events: as much of them as is shown beside that source's own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model import DateRole, Event
from dossier.sourcemap import TextSpan


@dataclass(frozen=True, slots=True)
class Attested:
    """A clause about an event; `place` is its number among all that tell of that event."""

    event: str
    edtf: str
    lane: DateRole
    place: int
    label: TextSpan


def attested(events: Iterable[Event]) -> dict[str, tuple[Attested, ...]]:
    """By slug: what each source tells, in the order of the events."""
    found: dict[str, list[Attested]] = {}
    for event in events:
        for place, each in enumerate(event.attestations):
            found.setdefault(each.slug, []).append(Attested(event.id, event.edtf, event.lane, place, each.label))
    return {slug: tuple(each) for slug, each in found.items()}
