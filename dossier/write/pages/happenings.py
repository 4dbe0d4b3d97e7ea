"""What happened, in order of time."""

from __future__ import annotations

from dossier.model import Event
from dossier.write.catalogue import Catalogue

MAIN = ("event", "background")
"""Lanes of what happened; the others are told apart."""


def main_events(shelf: Catalogue) -> list[Event]:
    """What happened, in order of time."""
    return [event for event in shelf.events if event.lane in MAIN]
