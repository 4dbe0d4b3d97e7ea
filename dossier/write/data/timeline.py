"""`timeline.json` and `.csv`: every event with the passages that attest it."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Event
from dossier.write.catalogue import Catalogue
from dossier.write.data.record import Json, place
from dossier.write.data.serial import as_csv, as_json
from dossier.write.edtf import dated, ends, order
from dossier.write.site import Site

HEADER = (
    *("event_id", "edtf", "first_day", "last_day", "lane"),
    *("slug", "date_id", "start", "end", "label", "stance", "agreement"),
)


def events(shelf: Catalogue) -> list[Event]:
    """All events in the order of time."""
    return sorted(shelf.collection.events, key=lambda event: (order(event.edtf), event.id))


def timeline_json(shelf: Catalogue, _: Site) -> bytes:
    """Events, each with its attestations; `label` is a range of that seed."""
    return as_json({"events": (event_of(shelf, event) for event in events(shelf))})


def event_of(shelf: Catalogue, event: Event) -> Json:
    """One event."""
    attestations = [
        {
            "slug": each.slug,
            "date_id": each.date_id,
            "label": place(shelf.views[each.slug].seed_span(each.label)),
            "stance": each.stance,
            "agreement": each.agreement,
        }
        for each in event.attestations
    ]
    former = {"former_ids": list(event.former_ids)} if event.former_ids else {}
    return {"id": event.id, "edtf": event.edtf, "lane": event.lane, "attestations": attestations, **former}


def timeline_csv(shelf: Catalogue, _: Site) -> bytes:
    """One row an attestation; the label's words stand in it."""
    return as_csv(HEADER, rows(shelf))


def rows(shelf: Catalogue) -> Iterator[tuple[object, ...]]:
    """The rows, in the order of time."""
    for event in events(shelf):
        first, last = ends(event.edtf)
        for each in event.attestations:
            view = shelf.views[each.slug]
            at = view.seed_span(each.label)
            days = (dated(first), dated(last))
            where = (each.slug, each.date_id, at.start, at.end, view.verbatim(each.label, at))
            yield (event.id, event.edtf, *days, event.lane, *where, each.stance, each.agreement)
