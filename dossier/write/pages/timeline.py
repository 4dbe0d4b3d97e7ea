"""The timeline: every dated event in order, each with the passages that tell it, verbatim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dossier.model import Attestation, Event
from dossier.sourcemap import TextSpan
from dossier.write import describe, front
from dossier.write.catalogue import TIMELINE, Catalogue, source_page, to
from dossier.write.edtf import in_words, iso, order, year_in_words
from dossier.write.escape import Safe
from dossier.write.templating import fill
from dossier.write.view import View

MAIN = ("event", "background")
"""Lanes of what happened; the others are told apart."""
LANES = (("publication", "Publications"), ("citation", "Works cited"))
LABEL = 320
"""Characters of a clause that the timeline repeats."""
SHORT, COMPANY = 30, 110
"""A label of fewer characters is shown with so many characters of its company on each side."""
STANCES = {"foreseen": "foreseen", "current": "as it happened"}
AGREEMENTS = {"broader": "less exact", "narrower": "more exact", "differs": "differs"}


@dataclass(frozen=True, slots=True)
class Told:
    """One source's word for an event."""

    label: str
    to: Safe
    title: str
    remarks: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as the timeline shows it."""

    id: str
    former: tuple[str, ...]
    when: str
    datetime: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year."""

    name: str
    anchor: str
    entries: tuple[Entry, ...]


def timeline(shelf: Catalogue) -> str:
    """The Markdown of the timeline."""
    events = sorted(shelf.collection.events, key=lambda event: (order(event.edtf), event.id))
    main = main_events(shelf)
    lanes = [(name, lane, years(shelf, [e for e in events if e.lane == lane], lane)) for lane, name in LANES]
    summary = f"{describe.count(len(main), 'dated event')} from {describe.count(len(shelf.views), 'source')}, in order."
    return fill(
        "timeline.md.j2",
        front=front.page("Timeline", summary, hide=["navigation"]),
        summary=summary,
        years=years(shelf, main, ""),
        lanes=[(name, lane, found) for name, lane, found in lanes if found],
    )


def main_events(shelf: Catalogue) -> list[Event]:
    """What happened, in order of time."""
    found = [event for event in shelf.collection.events if event.lane in MAIN]
    return sorted(found, key=lambda event: (order(event.edtf), event.id))


def years(shelf: Catalogue, events: Iterable[Event], lane: str) -> list[Year]:
    """Events by the year they begin in."""
    grouped = groupby(events, key=lambda event: year_of(event.edtf))
    prefix = f"{lane}-" if lane else ""
    found: dict[str, list[Event]] = {}
    for name, run in grouped:
        found.setdefault(name, []).extend(run)
    return [
        Year(name, f"{prefix}y{at}" if not name.isdigit() else f"{prefix}y{name}", tuple(entry(shelf, e) for e in run))
        for at, (name, run) in enumerate(found.items())
    ]


def year_of(edtf: str) -> str:
    """The year that a value begins in, in words; "without a year" for none."""
    head = edtf.lstrip("[{./")
    year = head[:5] if head.startswith("-") else head[:4]
    return year_in_words(year) if year.lstrip("-").replace("X", "0").isdigit() else "without a year"


def entry(shelf: Catalogue, event: Event, page: str = TIMELINE) -> Entry:
    """One event with what each source says of it, with links as `page` writes them."""
    told = tuple(attested(shelf, each, page) for each in event.attestations if each.slug in shelf.views)
    return Entry(event.id, event.former_ids, in_words(event.edtf), iso(event.edtf) or "", told)


def attested(shelf: Catalogue, each: Attestation, page: str) -> Told:
    """One source's clause and the way to it."""
    view = shelf.views[each.slug]
    date = shelf.dates.get((each.slug, each.date_id))
    anchor = view.spot(date.span, date.id) if date else view.anchor(each.label)
    remarks = [STANCES.get(each.stance, ""), AGREEMENTS.get(each.agreement, "")]
    return Told(
        label(view, each.label),
        to(page, source_page(each.slug), anchor),
        shelf.shorts[each.slug],
        ", ".join(filter(None, remarks)),
    )


def label(view: View, span: TextSpan) -> str:
    """A source's clause; one so short that it says no more than the date gets its company on both sides."""
    block = view.block_at(span.start)
    text = describe.excerpt(view.reading(span), LABEL)
    if len(text) >= SHORT or block is None:
        return text
    start, end = max(span.start - COMPANY, block.span.start), min(span.end + COMPANY, block.span.end)
    words = view.reading(TextSpan(start, end))
    before = "…" if start > block.span.start else ""
    after = "…" if end < block.span.end else ""
    words = words.partition(" ")[2] if before and " " in words[:COMPANY] else words
    words = words.rpartition(" ")[0] if after and " " in words[-COMPANY:] else words
    return before + " ".join(words.split()) + after
