"""The events in stretches of time: what the data files say of a stretch is made once, from its sources' items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from dossier.model import Attestation, Event
from dossier.write.catalogue import Catalogue
from dossier.write.edtf import ends
from dossier.write.memo import NoMemo, mark
from dossier.write.memo.store import Kept
from dossier.write.testimony import ENTRY, PART, Place, Testimony
from dossier.write.witnessed import attestation_key, order_of
from dossier.write.work import Task


@dataclass(frozen=True, slots=True)
class Happened:
    """An event and what its sources' leaves hold of it, by slug."""

    event: Event
    bodies: Mapping[str, Any]

    def rows(self) -> Iterator[tuple[Attestation, list[Any]]]:
        """Each attestation with its place in the seed and its words."""
        return ((each, self.bodies[each.slug]["rows"][attestation_key(each)]) for each in self.event.attestations)

    @property
    def opening(self) -> list[str] | None:
        """First words, title and anchor of the first passage of something that happened; None where there is none."""
        first = self.event.attestations[0] if self.event.attestations else None
        found: list[str] | None = self.bodies[first.slug]["opens"][attestation_key(first)] if first else None
        return found


class Reading:
    """What was read last: of all stretches, one is held at a time."""

    def __init__(self) -> None:
        self.of: Stretch | None = None
        self.happened: list[Happened] = []


class Stretch:
    """The events of one month, of which the items are read once for all files, if at all."""

    def __init__(self, told: Testimony, events: Sequence[Event], last: Reading) -> None:
        self.told = told
        self.events = events
        self.last = last

    @property
    def found(self) -> list[list[Place]]:
        """Of each event what its sources' leaves hold of it."""
        ids = {event.id for event in self.events}
        held = {id: {each.slug: each for kind in (ENTRY, PART) for each in self.told.of(kind, id)} for id in ids}
        return [[held[event.id][slug] for slug in slugs(event)] for event in self.events]

    @property
    def made_of(self) -> tuple[object, ...]:
        """All that is said of the events."""
        return tuple(map(said, self.events, self.found))

    @property
    def happened(self) -> list[Happened]:
        """The events with what is told of them."""
        if self.last.of is not self:
            bodies = ({each.slug: self.told.read(each) for each in found} for found in self.found)
            self.last.of, self.last.happened = self, list(map(Happened, self.events, bodies))
        return self.last.happened


def slugs(event: Event) -> Iterable[str]:
    """The sources that attest an event, each once."""
    return dict.fromkeys(each.slug for each in event.attestations)


def said(event: Event, found: Sequence[Place]) -> tuple[object, ...]:
    """What tells an event from any other, its sources' words with it."""
    order = order_of(event)
    return event.id, event.edtf, event.lane, event.former_ids, order, [each.digest for each in found]


Texts = Mapping[str, Callable[[Sequence[Happened], Catalogue], str]]
"""By file, what is written of some events; "" where nothing is."""


def stretches(shelf: Catalogue, told: Testimony, memo: NoMemo, texts: Texts) -> dict[str, Pieces]:
    """The pieces of each file."""
    months = groupby(shelf.events, key=lambda event: ends(event.edtf)[0][:2])
    last = Reading()
    every = (tasks(Stretch(told, list(run), last), texts) for _, run in months)
    places = [[memo.kept(task.unit, shelf, task.make) for task in found] for found in memo.ahead(every, list, shelf)]
    return {name: Pieces(memo, [kept[at] for kept in places]) for at, name in enumerate(texts)}


def tasks(stretch: Stretch, texts: Texts) -> list[Task]:
    """The making of what each file says of a stretch."""
    made_of = mark(*stretch.made_of)
    return [Task(f"{name} {made_of}", partial(written, write, stretch)) for name, write in texts.items()]


def written(write: Callable[[Sequence[Happened], Catalogue], str], stretch: Stretch, shelf: Catalogue) -> str:
    """What a file says of a stretch."""
    return write(stretch.happened, shelf)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one file, each read when it is written."""

    memo: NoMemo
    places: Sequence[Kept]

    def __iter__(self) -> Iterator[str]:
        return filter(None, map(self.memo.store.get, self.places))
