"""The data files about events and disagreements, as far as they are made of the sources' items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.write.catalogue import Catalogue
from dossier.write.data.calendar import slides, vevents
from dossier.write.data.comparison import disagreements
from dossier.write.data.serial import as_items
from dossier.write.data.stretches import Happened, Texts, stretches
from dossier.write.data.timeline import event_of, table
from dossier.write.memo import NoMemo
from dossier.write.testimony import Testimony


def pieces(shelf: Catalogue, told: Testimony, memo: NoMemo) -> dict[str, Iterable[str]]:
    """The texts of each file, in order."""
    return {
        **stretches(shelf, told, memo, TEXTS),
        "compare.json": disagreements(told, shelf.collection.disagreements),
    }


def events_json(events: Sequence[Happened], _: Catalogue) -> str:
    """Some events for `timeline.json`."""
    return as_items(map(event_of, events))


def events_csv(events: Sequence[Happened], _: Catalogue) -> str:
    """Some events for `timeline.csv`."""
    return table(events)


def slides_json(events: Sequence[Happened], _: Catalogue) -> str:
    """Some events for `timelinejs.json`."""
    return as_items(slides(events))


TEXTS: Texts = {
    "timeline.json": events_json,
    "timeline.csv": events_csv,
    "timeline.ics": vevents,
    "timelinejs.json": slides_json,
}
"""What each file says of some events."""
