"""The entries of the comparison: events, quotations and disagreements of several sources, each made once and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from dossier.ids import digest
from dossier.model import Disagreement, Event, Family
from dossier.write.catalogue import COMPARE, Catalogue
from dossier.write.memo import NoMemo, mark
from dossier.write.memo.store import Kept
from dossier.write.pages.disputes import dispute
from dossier.write.pages.families import family_of, ranked
from dossier.write.pages.happenings import main_events
from dossier.write.pages.paging import elements
from dossier.write.pages.retold import MOST_TOLD, dossier, silent, unpacked
from dossier.write.templating import fill
from dossier.write.testimony import PART, STATEMENT, Testimony, statement_key
from dossier.write.witnessed import attestation_key, order_of, several
from dossier.write.work import Task

Make = Callable[[Catalogue], str]
Entries = Iterator[tuple[str, Make]]
"""Each entry's unit of work and the function that makes it."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One entry: its bytes, its elements, and where its text is kept."""

    weight: int
    nodes: int
    kept: Kept


def shared(
    shelf: Catalogue, told: Testimony, memo: NoMemo, entries: Callable[[Catalogue, Testimony], Entries]
) -> Iterator[Shared]:
    """Entries of one kind."""
    every = (Task(name, partial(weighed, make)) for name, make in entries(shelf, told))
    for task in memo.ahead(every, lambda task: [task], shelf):
        kept = memo.kept(task.unit, shelf, task.make)
        weight, nodes, _ = memo.store.get(kept)
        yield Shared(weight, nodes, kept)


def weighed(make: Make, shelf: Catalogue) -> list[Any]:
    """An entry's bytes, its elements, and its text."""
    text = make(shelf)
    return [len(text.encode()), elements(text), text]


def events(shelf: Catalogue, told: Testimony) -> Entries:
    """What two or more sources tell, in order of time."""
    for event in filter(several, main_events(shelf)):
        quiet = silent(shelf, event)
        digests = [each.digest for each in told.of(PART, event.id)]
        order = order_of(event)
        name = mark("shared", event.id, event.edtf, order, digests, quiet)
        yield name, partial(event_text, told, event, quiet)


def event_text(told: Testimony, event: Event, quiet: str, shelf: Catalogue) -> str:
    """One event, each source's word for it beside the others'."""
    bodies = {each.slug: told.read(each) for each in told.of(PART, event.id)}
    words = [unpacked(bodies[each.slug]["retold"][attestation_key(each)]) for each in event.attestations[:MOST_TOLD]]
    return fill("shared_event.md.j2", event=dossier(shelf, event, words, quiet))


def families(shelf: Catalogue, _: Testimony) -> Entries:
    """The quotations that stand in several places, those of most forms first."""
    for family in ranked(shelf.collection.families):
        yield mark("family", family.id, family.forms), partial(family_text, family)


def family_text(family: Family, shelf: Catalogue) -> str:
    """One family."""
    return fill("shared_words.md.j2", family=family_of(shelf, family, COMPARE))


def disagreements(shelf: Catalogue, told: Testimony) -> Entries:
    """The disagreements."""
    for each in shelf.collection.disagreements:
        keys = map(statement_key, each.statements)
        digests = [found.digest for key in keys for found in told.of(STATEMENT, key)]
        yield mark("dispute", each.kind, dispute_id(each), digests), partial(dispute_text, told, each)


def dispute_text(told: Testimony, each: Disagreement, shelf: Catalogue) -> str:
    """One disagreement."""
    found = dispute(shelf, told, COMPARE, each)
    return fill("shared_dispute.md.j2", dispute=found, id=dispute_id(each))


def dispute_id(each: Disagreement) -> str:
    """An id that stays when others come: of what is stated and where."""
    places = (f"{passage.slug} {passage.span.start} {passage.span.end}" for passage in each.statements)
    return f"otherwise-{digest(each.kind, *places)}"
