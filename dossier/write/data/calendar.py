"""`timeline.ics` (RFC 5545) and `timelinejs.json` (the format of TimelineJS): the events for other programs."""

from __future__ import annotations

from datetime import date, timedelta

from dossier.model import Event
from dossier.write import describe
from dossier.write.catalogue import Catalogue, source_page
from dossier.write.data.serial import as_json
from dossier.write.data.timeline import events
from dossier.write.edtf import Key, ends, in_words
from dossier.write.escape import one_line, plain
from dossier.write.site import Site

FOLD = 73
"""Octets of a line's first piece; RFC 5545 allows 75 with the line end."""
MAIN = ("event", "background")


def told(shelf: Catalogue) -> list[Event]:
    """What happened, without publications and citations."""
    return [event for event in events(shelf) if event.lane in MAIN]


def day(key: Key) -> date | None:
    """A calendar day, where Python's calendar has it."""
    try:
        return date(*key)
    except ValueError:
        return None


def address(site: Site, slug: str, anchor: str) -> str:
    """The public address of a passage."""
    return f"{site.url}{source_page(slug).removesuffix('.md')}/#{anchor}"


def timeline_ics(shelf: Catalogue, site: Site) -> bytes:
    """All-day events; one whose first and last day are not both known days of the calendar is left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dossier//Timeline//EN"]
    for event in told(shelf):
        first, last = map(day, ends(event.edtf))
        if first and last and event.attestations and last < date.max:
            lines += vevent(shelf, site, event, (first, last + timedelta(days=1)))
    lines.append("END:VCALENDAR")
    return "".join(fold(line) for line in lines).encode()


def vevent(shelf: Catalogue, site: Site, event: Event, days: tuple[date, date]) -> list[str]:
    """One event; its end is the day after its last, as the format wants it."""
    first = event.attestations[0]
    view = shelf.views[first.slug]
    words = describe.excerpt(view.reading(first.label))
    return [
        "BEGIN:VEVENT",
        f"UID:{event.id}@dossier",
        f"DTSTAMP:{site.updated:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{days[0]:%Y%m%d}".replace(" ", "0"),
        f"DTEND;VALUE=DATE:{days[1]:%Y%m%d}".replace(" ", "0"),
        f"SUMMARY:{text(words)}",
        f"DESCRIPTION:{text(f'{in_words(event.edtf)}. {describe.title(view.source)}')}",
        *([f"URL:{address(site, first.slug, view.anchor(first.label))}"] if site.url else []),
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


def timelinejs_json(shelf: Catalogue, site: Site) -> bytes:
    """Slides of TimelineJS; its texts are HTML."""
    slides = []
    for event in told(shelf):
        first, last = ends(event.edtf)
        if not (day(first) and day(last) and event.attestations):
            continue
        each = event.attestations[0]
        view = shelf.views[each.slug]
        slide: dict[str, object] = {
            "unique_id": event.id,
            "start_date": js_date(first),
            "display_date": in_words(event.edtf),
            "text": {
                "headline": plain(describe.excerpt(view.reading(each.label))),
                "text": f"<p>{plain(describe.title(view.source))}</p>",
            },
        }
        if last != first:
            slide["end_date"] = js_date(last)
        slides.append(slide)
    title = {"text": {"headline": plain(site.name), "text": plain(site.description)}}
    return as_json({"title": title, "events": slides})


def js_date(key: Key) -> dict[str, int]:
    """A day as TimelineJS writes it."""
    return {"year": key[0], "month": key[1], "day": key[2]}
