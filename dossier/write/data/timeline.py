"""`timeline.json` and `.csv`: every event with the passages that attest it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dossier.model import Attestation
from dossier.write import describe
from dossier.write.catalogue import Catalogue
from dossier.write.data.record import Json
from dossier.write.data.serial import Items, as_csv, encoded, json_pieces
from dossier.write.data.stretches import Happened
from dossier.write.edtf import dated, ends
from dossier.write.site import Site
from dossier.write.view import View

HEADER = (
    *("event_id", "edtf", "first_day", "last_day", "lane"),
    *("slug", "date_id", "start", "end", "label", "stance", "agreement"),
)


def row(view: View, each: Attestation) -> list[Any]:
    """What a source's leaf holds of one passage for the data: its place in the seed and its words."""
    at = view.seed_span(each.label)
    return [at.start, at.end, view.verbatim(each.label, at)]


def opening(view: View, each: Attestation) -> list[str]:
    """What it holds of the first passage of an event: its first words, the source's title, the anchor."""
    return [describe.excerpt(view.reading(each.label)), describe.title(view.source), view.anchor(each.label)]


def timeline_json(shelf: Catalogue, _: Site) -> Iterator[bytes]:
    """Events, each with its attestations; `label` is a range of that seed."""
    return json_pieces({"events": map(Items, shelf.pieces["timeline.json"])})


def event_of(each: Happened) -> Json:
    """One event."""
    event = each.event
    attestations = [
        {
            "slug": found.slug,
            "date_id": found.date_id,
            "label": {"start": start, "end": end},
            "stance": found.stance,
            "agreement": found.agreement,
        }
        for found, (start, end, _) in each.rows()
    ]
    former = {"former_ids": list(event.former_ids)} if event.former_ids else {}
    return {"id": event.id, "edtf": event.edtf, "lane": event.lane, "attestations": attestations, **former}


def timeline_csv(shelf: Catalogue, _: Site) -> Iterator[bytes]:
    """One row an attestation; the label's words stand in it."""
    yield as_csv(HEADER, ())
    yield from encoded(shelf.pieces["timeline.csv"])


def table(events: Sequence[Happened]) -> str:
    """The rows of some events."""
    return as_csv((), rows(events)).decode()


def rows(events: Iterable[Happened]) -> Iterator[tuple[object, ...]]:
    """The same, one by one."""
    for each in events:
        event = each.event
        days = tuple(map(dated, ends(event.edtf)))
        for found, (start, end, words) in each.rows():
            where = (found.slug, found.date_id, start, end, words)
            yield (event.id, event.edtf, *days, event.lane, *where, found.stance, found.agreement)
