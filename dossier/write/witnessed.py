"""What each source attests: its own part of every event, and of every disagreement, as far as others are no matter."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Collection as Collected
from dataclasses import dataclass, replace
from typing import TypeVar

from dossier.model import Attestation, Collection, DateRole, Disagreement, Event, Family
from dossier.sourcemap import TextSpan
from dossier.write.edtf import order

MOST_TOLD = 120
"""Passages that one entry of the timeline shows; the data have all."""
MANY = 8
"""The parts of so many sources are found anew for each; those of more are held."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Attested:
    """A clause about an event; `place` is its number among all that tell of that event."""

    event: str
    edtf: str
    lane: DateRole
    place: int
    label: TextSpan


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


class Chronicle:
    """The events in the order of time, and which of them each source tells: all that is held of every source.

    `entries` are the events as the timeline shows them: see `merged`. `private` counts the private sources that tell an
    event, by its id.
    """

    def __init__(self, events: Sequence[Event], entries: Iterable[Event], private: Mapping[str, int]) -> None:
        self.events = events
        self.private = private
        self.told: dict[str, array[int]] = {}
        """By slug: the events that the source tells, by their numbers."""
        self.joined: dict[int, Mapping[str, Witnessed]] = {}
        self.again: dict[int, list[int]] = {}
        """By the number of the first: events that go by one id."""
        self.shown: dict[str, Event | None] = {}
        """The entry of an event of that id where that is not the event itself, None where it has none."""
        firsts: dict[str, int] = {}
        for number, event in enumerate(events):
            first = firsts.setdefault(event.id, number)
            if first != number:
                self.again.setdefault(first, [first]).append(number)
            for slug in {each.slug: None for each in event.attestations}:
                self.told.setdefault(slug, array("I")).append(number)
        shown = {event.id: event for event in entries}
        for id, first in firsts.items():
            if shown.get(id) is not events[first]:
                self.shown[id] = shown.get(id)
        self.firsts = array("I", (firsts[event.id] for event in events))

    def parts(self, slug: str) -> Iterator[Witnessed]:
        """The source's part of each event that it tells."""
        for first in dict.fromkeys(self.firsts[number] for number in self.told[slug]):
            yield self.of_one_id(first)[slug]

    def of_one_id(self, first: int) -> Mapping[str, Witnessed]:
        """The parts of all sources of the events that go by one id; those of many are found once."""
        if first in self.joined:
            return self.joined[first]
        held = [self.events[number] for number in self.again.get(first, (first,))]
        id = held[0].id
        found = dict(parts(held, self.shown.get(id, held[0]), self.private.get(id, 0)))
        if len(found) > MANY:
            self.joined[first] = found
        return found

    def attested(self, slug: str) -> Iterator[Attested]:
        """What the source tells, in the order of the events."""
        for event in map(self.events.__getitem__, self.told[slug]):
            for place, each in enumerate(event.attestations):
                if each.slug == slug:
                    yield Attested(event.id, event.edtf, event.lane, place, each.label)


@dataclass(frozen=True, slots=True)
class OfEachSource(Mapping[str, tuple[T, ...]]):
    """What is found of each source, by slug, each time that it is asked for."""

    slugs: Collected[str]
    find: Callable[[str], Iterable[T]]

    def __getitem__(self, slug: str) -> tuple[T, ...]:
        if slug not in self.slugs:
            raise KeyError(slug)
        return tuple(self.find(slug))

    def __iter__(self) -> Iterator[str]:
        return iter(self.slugs)

    def __len__(self) -> int:
        return len(self.slugs)


def witnessed(known: Chronicle) -> Mapping[str, tuple[Witnessed, ...]]:
    """What each source attests, by slug."""
    return OfEachSource(known.told, known.parts)


def attested(known: Chronicle) -> Mapping[str, tuple[Attested, ...]]:
    """The clauses of each source about events, by slug."""
    return OfEachSource(known.told, known.attested)


def parts(events: Sequence[Event], entry: Event | None, private: int) -> Iterator[tuple[str, Witnessed]]:
    """Each source's part of the events of one id; `entry` is None for one that the timeline shows with another."""
    every, said = joined(events), (events[0].id, events[0].edtf, events[0].lane)
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
        yield (
            slug,
            Witnessed(
                *said,
                rows=each,
                told=each if own == each else own,
                shown=len(seen.get(slug, ())),
                alone=alone,
                firsts=firsts.get(slug, ()),
                shared=shared.get(slug, ()),
                private=private if told and told[0].slug == slug else 0,
                former=former,
                more=more,
            ),
        )


def by_source(attestations: tuple[Attestation, ...]) -> dict[str, tuple[Attestation, ...]]:
    """Attestations by their source's slug, in order."""
    if len(attestations) == 1:
        return {attestations[0].slug: attestations}
    found: dict[str, list[Attestation]] = {}
    for each in attestations:
        found.setdefault(each.slug, []).append(each)
    return {slug: tuple(each) for slug, each in found.items()}


def joined(events: Sequence[Event]) -> tuple[Attestation, ...]:
    """The passages of some events."""
    return (
        events[0].attestations if len(events) == 1 else tuple(each for event in events for each in event.attestations)
    )


def several(event: Event) -> bool:
    """Whether an event is told by two or more sources."""
    return any(each.slug != event.attestations[0].slug for each in event.attestations)


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
