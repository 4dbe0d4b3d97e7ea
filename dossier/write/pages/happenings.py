"""What happened, in order of time, and where on its source's page each word for it stands."""

from __future__ import annotations

from dossier.model import Attestation, Event
from dossier.write.catalogue import Catalogue
from dossier.write.edtf import order

MAIN = ("event", "background")
"""Lanes of what happened; the others are told apart."""


def main_events(shelf: Catalogue) -> list[Event]:
    """What happened, in order of time."""
    found = [event for event in shelf.collection.events if event.lane in MAIN]
    return sorted(found, key=lambda event: (order(event.edtf), event.id))


def spot(shelf: Catalogue, each: Attestation) -> str:
    """Where on its source's page an attestation stands."""
    view = shelf.views[each.slug]
    date = shelf.dates.get((each.slug, each.date_id))
    return view.spot(date.span, date.id) if date else view.anchor(each.label)
