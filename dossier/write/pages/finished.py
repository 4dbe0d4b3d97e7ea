"""The timeline's entries, finished, by lane: what happened, publications, undated sources, works cited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model import Event
from dossier.write.catalogue import TIMELINE, Catalogue
from dossier.write.edtf import Key, ends, order
from dossier.write.escape import Safe
from dossier.write.pages.entries import Entry, desk, entry
from dossier.write.pages.happenings import MAIN
from dossier.write.pages.published import inferred, merged, untold
from dossier.write.templating import fill

PUBLICATION, INFERRED, CITATION = "publication", "inferred", "citation"
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
    """One entry as Markdown. `ids` are its own id and its former ones, `year` the digits of its first year or ""."""

    ids: tuple[str, ...]
    lane: str
    first: Key
    year: str
    text: Safe


def finished(shelf: Catalogue) -> list[Finished]:
    """All entries, lane by lane, each in order of time. Their links hold for every page in the timeline's folder."""
    on_desk = desk(shelf)
    events = merged(sorted(shelf.collection.events, key=lambda event: (order(event.edtf), event.id)))
    made: dict[str, list[tuple[str, Entry]]] = {lane: [] for lane, _, _ in LANES}
    for event in events:
        made[lane_of(event)].append((event.edtf, entry(on_desk, event, TIMELINE)))
    made[PUBLICATION] = sorted(
        [*made[PUBLICATION], *untold(shelf, TIMELINE)], key=lambda pair: (order(pair[0]), pair[1].id)
    )
    made[INFERRED] = sorted(inferred(shelf, TIMELINE), key=lambda pair: (order(pair[0]), pair[1].id))
    return [item for lane, entries in made.items() for item in finish(lane, entries)]


def lane_of(event: Event) -> str:
    """The lane that an event stands on."""
    return "" if event.lane in MAIN else event.lane


def finish(lane: str, entries: Iterable[tuple[str, Entry]]) -> Iterable[Finished]:
    """Entries of one lane as Markdown."""
    for edtf, each in entries:
        year = each.first[: -len("-01-01")]
        text = Safe(fill("entry.md.j2", event=each))
        yield Finished((each.id, *each.former), lane, ends(edtf)[0], year, text)
