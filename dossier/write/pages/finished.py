"""The timeline's entries by lane: what happened, publications, undated sources, works cited."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from dossier.model import Event
from dossier.write.addresses import source_page, to
from dossier.write.catalogue import TIMELINE, Catalogue
from dossier.write.edtf import YEARS, Key, dated, ends, order
from dossier.write.escape import Safe
from dossier.write.memo import NoMemo, mark
from dossier.write.memo.store import Kept
from dossier.write.pages.entries import Head, Told, entry
from dossier.write.pages.happenings import MAIN
from dossier.write.pages.leaf import INFERRED, PUBLICATION, text, weighed
from dossier.write.pages.parts import unpacked
from dossier.write.testimony import ENTRY, PART, PUBLISHED, STATEMENT, Testimony
from dossier.write.witnessed import MOST_TOLD, attestation_key, order_of
from dossier.write.work import Task

CITATION = "citation"
LANES = (
    ("", "What happened", ""),
    (PUBLICATION, "Publications", ""),
    (
        INFERRED,
        "Undated sources",
        "These sources bear no date. What they tell as past and what they expect gives the interval; it is inferred.",
    ),
    (CITATION, "Works cited", ""),
)
"""Each lane's id, name and, where it needs one, a remark."""


@dataclass(frozen=True, slots=True)
class Finished:
    """One entry, of which the text is read where a page is made. `digest` differs where the text does.

    `ids` are its own id and its former ones, `year` the digits of its first year or "".
    """

    ids: tuple[str, ...]
    lane: str
    first: Key
    year: str
    weight: int
    nodes: int
    digest: str
    place: int | Kept
    """The number of its source's item, or where an entry of several sources is kept."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What entries are put together from."""

    shelf: Catalogue
    told: Testimony
    memo: NoMemo

    def text(self, each: Finished) -> Safe:
        """An entry as Markdown."""
        if isinstance(each.place, Kept):
            return Safe(self.memo.store.get(each.place)[-1])
        return Safe(self.told.read(self.told.place(each.place))["text"])


def finished(desk: Desk) -> list[Finished]:
    """All entries, lane by lane, each in order of time. Their links hold for every page in the timeline's folder."""
    made: dict[str, list[tuple[str, Finished]]] = {lane: [] for lane, _, _ in LANES}
    every = ((event, task_of(desk, event)) for event in desk.shelf.entries)
    for event, task in desk.memo.ahead(every, lambda pair: [pair[1]] if pair[1] else [], desk.shelf):
        made[lane_of(event)].append((event.edtf, of_event(desk, event, task)))
    for key, found in desk.told.every(PUBLISHED):
        weight, nodes, lane, edtf = found.more
        made[lane].append((edtf, at(edtf, (key,), lane, (weight, nodes, found.digest, found.number))))
    for lane in (PUBLICATION, INFERRED):
        made[lane].sort(key=lambda pair: (order(pair[0]), pair[1].ids[0]))
    return [each for lane in made.values() for _, each in lane]


def lane_of(event: Event) -> str:
    """The lane that an event stands on."""
    return "" if event.lane in MAIN else event.lane


def task_of(desk: Desk, event: Event) -> Task | None:
    """The making of an entry from the parts of several sources; None for one that its only source has made."""
    if desk.told.of(ENTRY, event.id):
        return None
    found = desk.told.of(PART, event.id)
    held = [desk.told.of(STATEMENT, key) for key in dict.fromkeys(key for each in found for key in each.more)]
    said = [
        event.id,
        event.edtf,
        event.lane,
        event.former_ids,
        order_of(event),
    ]
    digests = [each.digest for each in (*found, *(one for each in held for one in each))]
    return Task(mark("entry", said, digests), partial(together, desk.told, event))


def of_event(desk: Desk, event: Event, task: Task | None) -> Finished:
    """The entry of one event, and how it is made where several sources tell it."""
    ids = (event.id, *event.former_ids)
    if task is None:
        alone = desk.told.of(ENTRY, event.id)[0]
        return at(event.edtf, ids, lane_of(event), (*alone.more, alone.digest, alone.number))
    kept = desk.memo.kept(task.unit, desk.shelf, task.make)
    weight, nodes, _ = desk.memo.store.get(kept)
    return at(event.edtf, ids, lane_of(event), (weight, nodes, kept.digest, kept))


def at(edtf: str, ids: tuple[str, ...], lane: str, made: tuple[int, int, str, int | Kept]) -> Finished:
    """An entry at its time."""
    first, _ = ends(edtf)
    year = dated(first)[: -len("-01-01")] if abs(first[0]) < YEARS else ""
    return Finished(ids, lane, first, year, *made)


def together(told: Testimony, event: Event, shelf: Catalogue) -> list[Any]:
    """An entry of several sources: its weight, its elements, and its text."""
    bodies = {each.slug: told.read(each) for each in told.of(PART, event.id)}
    held = [(bodies[each.slug], attestation_key(each)) for each in event.attestations if each.slug in bodies]
    shown = [unpacked(body["parts"][key]) for body, key in held[:MOST_TOLD]]
    keys = dict.fromkeys(key for body, at in held for key in body["differing"][at])
    statements = [statement(told, key, shelf) for key in keys]
    more = max(len(held) - MOST_TOLD, 0)
    words = text(entry(Head(event.id, event.edtf, event.lane, event.former_ids, more), shown, statements))
    return [*weighed(words), words]


def statement(told: Testimony, key: str, shelf: Catalogue) -> Told:
    """One statement of a disagreement in its sentence."""
    (found,) = told.of(STATEMENT, key)
    line, anchor, *_ = told.read(found)
    return Told(Safe(line), to(TIMELINE, source_page(found.slug), anchor), shelf.shorts[found.slug], found.slug)
