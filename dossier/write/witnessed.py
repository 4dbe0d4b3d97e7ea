"""What each source attests: its own part of every event, and of every disagreement, as far as others are no matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.model import Attestation, Collection, DateRole, Disagreement, Event, Family
from dossier.write.edtf import order

MOST_TOLD = 120
"""Passages that one entry of the timeline shows; the data have all."""


@dataclass(frozen=True, slots=True)
class Witnessed:
    """One source's part of an event.

    `rows` are the passages that attest it, `told` those of its entry on the timeline, of which the entry shows the
    first `shown`. `former` and `more` are the entry's where no other source is in it, else () and 0.
    """

    id: str
    edtf: str
    lane: DateRole
    rows: tuple[Attestation, ...]
    told: tuple[Attestation, ...]
    shown: int
    alone: bool
    """Whether no other source is in the entry."""
    firsts: tuple[Attestation, ...]
    """Those of the passages with which an event begins. Several events may go by one id."""
    shared: tuple[Attestation, ...]
    """Those of an event that other sources attest too."""
    private: int = 0
    """Private sources that tell it too, where the entry begins with a passage of the source."""
    former: tuple[str, ...] = ()
    more: int = 0


def attestation_key(each: Attestation) -> str:
    """What a passage of an event is found by in its source's leaf."""
    return f"{each.date_id} {each.label.start} {each.label.end}"


def order_of(event: Event) -> list[tuple[str, str]]:
    """The sources and passages of an event, in its order."""
    return [(each.slug, attestation_key(each)) for each in event.attestations]


def chronicle(collection: Collection) -> tuple[Event, ...]:
    """All events in the order of time."""
    return tuple(sorted(collection.events, key=lambda event: (order(event.edtf), event.id)))


def merged(events: Iterable[Event]) -> list[Event]:
    """The events, but with publications that one source tells twice, in its dateline and its address, as one."""
    found: dict[tuple[str, ...], Event] = {}
    for event in events:
        told = sorted({each.slug for each in event.attestations}) if event.lane == "publication" else [event.id]
        key = (event.lane, event.edtf, *told)
        first = found.get(key)
        if first is None:
            found[key] = event
        else:
            former = (*first.former_ids, event.id, *event.former_ids)
            found[key] = replace(first, attestations=(*first.attestations, *event.attestations), former_ids=former)
    return list(found.values())


def witnessed(
    events: Iterable[Event], entries: Iterable[Event], private: Mapping[str, int]
) -> dict[str, tuple[Witnessed, ...]]:
    """What each source attests, by slug. `entries` are the events as the timeline shows them: see `merged`.

    `private` counts the private sources that tell an event, by its id.
    """
    by_id: dict[str, list[Event]] = {}
    for event in events:
        by_id.setdefault(event.id, []).append(event)
    shown = {event.id: event for event in entries}
    found: dict[str, list[Witnessed]] = {}
    for id, held in by_id.items():
        for slug, each in parts(held, shown.get(id), private.get(id, 0)):
            found.setdefault(slug, []).append(each)
    return {slug: tuple(each) for slug, each in found.items()}


def parts(events: Sequence[Event], entry: Event | None, private: int) -> Iterator[tuple[str, Witnessed]]:
    """Each source's part of the events of one id; `entry` is None for one that the timeline shows with another."""
    every = joined(events)
    told = entry.attestations if entry else ()
    rows = by_source(every)
    entered = rows if told == every else by_source(told)
    seen = by_source(told[:MOST_TOLD]) if len(told) > MOST_TOLD else entered
    firsts = by_source(tuple(event.attestations[0] for event in events if event.attestations))
    shared = rows if all(map(several, events)) else by_source(joined(list(filter(several, events))))
    alone = len(entered) == 1
    former, more = (entry.former_ids, max(len(told) - MOST_TOLD, 0)) if entry and alone else ((), 0)
    for slug, each in rows.items():
        own = entered.get(slug, ())
        with_private = private if told and told[0].slug == slug else 0
        said = (own, len(seen.get(slug, ())), alone, firsts.get(slug, ()), shared.get(slug, ()))
        yield slug, Witnessed(events[0].id, events[0].edtf, events[0].lane, each, *said, with_private, former, more)


def joined(events: Sequence[Event]) -> tuple[Attestation, ...]:
    """The passages of some events."""
    return (
        events[0].attestations if len(events) == 1 else tuple(each for event in events for each in event.attestations)
    )


def several(event: Event) -> bool:
    """Whether an event is told by two or more sources."""
    return any(each.slug != event.attestations[0].slug for each in event.attestations)


def by_source(attestations: tuple[Attestation, ...]) -> dict[str, tuple[Attestation, ...]]:
    """Attestations by their source's slug, in order."""
    if not attestations:
        return {}
    if len(attestations) == 1:
        return {attestations[0].slug: attestations}
    found: dict[str, list[Attestation]] = {}
    for each in attestations:
        found.setdefault(each.slug, []).append(each)
    return {slug: tuple(each) for slug, each in found.items()}


def statements(disagreements: Iterable[Disagreement]) -> dict[str, tuple[Disagreement, ...]]:
    """The disagreements that each source takes part in, by slug."""
    found: dict[str, dict[int, Disagreement]] = {}
    for number, each in enumerate(disagreements):
        for passage in each.statements:
            found.setdefault(passage.slug, {})[number] = each
    return {slug: tuple(each.values()) for slug, each in found.items()}


def forms(families: Iterable[Family]) -> dict[str, tuple[str, ...]]:
    """The ids of each source's quotations that are forms of a family, by slug."""
    found: dict[str, dict[str, None]] = {}
    for slug, quote in (form for family in families for form in family.forms):
        found.setdefault(slug, {})[quote] = None
    return {slug: tuple(each) for slug, each in found.items()}
