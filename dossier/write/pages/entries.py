"""Entries of the timeline: an event with each source's clause in its sentence, who and where, and how it was dated.

An entry is put together from its sources' parts, each of which is made beside its own source alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.write.escape import Safe
from dossier.write.pages.reading import Reading
from dossier.write.shape import extent, precision, ruler, when
from dossier.write.witnessed import MOST_TOLD

MOST_NEAR = 12
"""People, and places, that one entry names."""


@dataclass(frozen=True, slots=True)
class Told:
    """One source's words for an event: the clause in its sentence."""

    line: Safe
    to: Safe
    title: str
    slug: str
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """A person or a place of the same sentence."""

    id: str
    name: str
    type: str
    to: Safe


@dataclass(frozen=True, slots=True)
class Part:
    """What one passage brings to an entry: its words, how its date was read, who and what stands near."""

    told: Told
    reading: Reading | None
    near: tuple[Near, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What an entry says of its event itself; `more` are the passages that it leaves to the data."""

    id: str
    edtf: str
    lane: str
    former: tuple[str, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as the timeline shows it."""

    id: str
    kind: str
    when: Safe
    ruler: Safe
    first: str
    last: str
    precision: str
    told: tuple[Told, ...]
    former: tuple[str, ...] = ()
    people: tuple[Near, ...] = ()
    places: tuple[Near, ...] = ()
    readings: tuple[Reading, ...] = ()
    differing: tuple[Told, ...] = ()
    inferred: bool = False
    more: int = 0


def entry(head: Head, parts: Sequence[Part], differing: Sequence[Told] = ()) -> Entry:
    """One event of some passages; `differing` are the statements of its disagreements."""
    near: dict[str, Near] = {}
    for who in (who for part in parts for who in part.near):
        near.setdefault(who.id, who)
    return Entry(
        head.id,
        head.lane,
        when(head.edtf),
        ruler(head.edtf),
        *extent(head.edtf),
        precision(head.edtf),
        tuple(part.told for part in parts),
        head.former,
        people=of_type(near.values(), "person"),
        places=of_type(near.values(), "place"),
        readings=tuple(dict.fromkeys(part.reading for part in parts if part.reading))[:MOST_TOLD],
        differing=tuple(differing)[:MOST_TOLD],
        more=head.more,
    )


def of_type(near: Iterable[Near], type: str) -> tuple[Near, ...]:
    """The first few of one type."""
    return tuple(who for who in near if who.type == type)[:MOST_NEAR]
