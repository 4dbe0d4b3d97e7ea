"""`timeline.ics` (RFC 5545) and `timelinejs.json` (the format of TimelineJS): the events for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from dossier.model import Event
from dossier.write.addresses import source_page
from dossier.write.catalogue import Catalogue
from dossier.write.data.serial import Items, encoded, json_pieces
from dossier.write.data.stretches import Happened
from dossier.write.edtf import Key, ends, in_words
from dossier.write.escape import one_line, plain
from dossier.write.site import Site

MAIN = ("event", "background")
FOLD = 73
"""Octets of a line's first piece; RFC 5545 allows 75 with the line end."""


def happened(each: Happened) -> bool:
    """Whether an event is no publication and no citation."""
    return each.event.lane in MAIN


def day(key: Key) -> date | None:
    """A calendar day, where Python's calendar has it."""
    try:
        return date(*key)
    except ValueError:
        return None


def address(site: Site, slug: str, anchor: str) -> str:
    """The public address of a passage."""
    return f"{site.url}{source_page(slug).removesuffix('.md')}/#{anchor}"


def timeline_ics(shelf: Catalogue, _: Site) -> Iterator[bytes]:
    """All-day events; one whose first and last day are not both known days of the calendar is left out."""
    opened = map(fold, ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dossier//Timeline//EN"))
    return encoded(chain(opened, shelf.pieces["timeline.ics"], [fold("END:VCALENDAR")]))


def vevents(events: Iterable[Happened], shelf: Catalogue) -> str:
    """The days of some events."""
    lines = []
    for each in filter(happened, events):
        first, last = map(day, ends(each.event.edtf))
        if first and last and each.opening and last < date.max:
            lines += vevent(shelf.site, each.event, each.opening, (first, last + timedelta(days=1)))
    return "".join(map(fold, lines))


def vevent(site: Site, event: Event, opening: Sequence[str], days: tuple[date, date]) -> list[str]:
    """One event; its end is the day after its last, as the format wants it."""
    words, title, anchor = opening
    slug = event.attestations[0].slug
    return [
        "BEGIN:VEVENT",
        f"UID:{event.id}@dossier",
        f"DTSTAMP:{site.updated:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{days[0]:%Y%m%d}".replace(" ", "0"),
        f"DTEND;VALUE=DATE:{days[1]:%Y%m%d}".replace(" ", "0"),
        f"SUMMARY:{text(words)}",
        f"DESCRIPTION:{text(f'{in_words(event.edtf)}. {title}')}",
        *([f"URL:{address(site, slug, anchor)}"] if site.url else []),
        "END:VEVENT",
    ]


def text(words: str) -> str:
    """A TEXT value."""
    return one_line(words).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def fold(line: str) -> str:
    """A content line in pieces of at most FOLD octets, never within a character."""
    if len(line) <= FOLD and line.isascii():
        return f"{line}\r\n"
    pieces, piece, size = [], "", 0
    for char in line:
        width = len(char.encode())
        if size + width > FOLD:
            pieces.append(piece)
            piece, size = "", 0
        piece += char
        size += width
    return "\r\n ".join([*pieces, piece]) + "\r\n"


def timelinejs_json(shelf: Catalogue, site: Site) -> Iterator[bytes]:
    """Slides of TimelineJS; its texts are HTML."""
    title = {"text": {"headline": plain(site.name), "text": plain(site.description)}}
    return json_pieces({"title": title, "events": map(Items, shelf.pieces["timelinejs.json"])})


def slides(events: Iterable[Happened]) -> Iterator[dict[str, object]]:
    """The slides of some events."""
    for each in filter(happened, events):
        first, last = ends(each.event.edtf)
        if day(first) and day(last) and each.opening:
            words, title, _ = each.opening
            slide: dict[str, object] = {
                "unique_id": each.event.id,
                "start_date": js_date(first),
                "display_date": in_words(each.event.edtf),
                "text": {"headline": plain(words), "text": f"<p>{plain(title)}</p>"},
            }
            yield slide if last == first else {**slide, "end_date": js_date(last)}


def js_date(key: Key) -> dict[str, int]:
    """A day as TimelineJS writes it."""
    return {"year": key[0], "month": key[1], "day": key[2]}
