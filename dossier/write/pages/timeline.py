"""The timeline: every dated event in order, each with the passages that tell it; a long one on several pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from dossier.model import Event
from dossier.write import describe, front
from dossier.write.catalogue import TIMELINE, Catalogue, to
from dossier.write.edtf import ends, order, year_in_words
from dossier.write.escape import Safe
from dossier.write.pages.entries import Desk, Entry, desk, entry
from dossier.write.pages.happenings import MAIN, main_events
from dossier.write.pages.paging import Page, Weighed, fits, pages
from dossier.write.pages.published import inferred, merged, untold
from dossier.write.pages.strip import Strip, strip
from dossier.write.templating import fill

LANES = (("publication", "Publications"), ("citation", "Works cited"))
FRAME, WORDS = 1_500, 900
"""Estimated bytes of an entry, and of each source's words in it beside the clause itself."""


@dataclass(frozen=True, slots=True)
class Year:
    """The entries of one year, finished."""

    name: str
    anchor: str
    entries: tuple[Safe, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """Entries of one kind: what happened ("" for its name), publications, works cited."""

    id: str
    name: str
    years: tuple[Year, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a timeline that has several."""

    path: str
    name: str
    lane: str
    events: tuple[Event, ...]


def timeline(shelf: Catalogue) -> dict[str, str]:
    """The Markdown of the timeline's pages by their paths: one page, or an overview and as many as are needed."""
    found = parts(shelf)
    made = {TIMELINE: overview(shelf, found) if found else whole(shelf)}
    neighbours = {one.path: other.path for one, other in pairwise(found)}
    back = {other: one for one, other in neighbours.items()}
    named = {part.path: part.name for part in found}
    on_desk, drawn = desk(shelf), strip(event.edtf for event in main_events(shelf))
    for part in found:
        around = [
            (sign, named[other], to(part.path, other))
            for sign, other in (("Earlier", back.get(part.path)), ("Later", neighbours.get(part.path)))
            if other
        ]
        made[part.path] = one_of(on_desk, part, around, drawn)
    return made


def places(shelf: Catalogue) -> dict[str, str]:
    """The page that each event stands on."""
    on_parts = {name: part.path for part in parts(shelf) for e in part.events for name in (e.id, *e.former_ids)}
    return {event.id: on_parts.get(event.id, TIMELINE) for event in shelf.collection.events}


def parts(shelf: Catalogue) -> list[Part]:
    """The pages of a timeline too long for one; none for a timeline that is not."""
    events = {event.id: event for event in in_order(shelf.collection.events)}
    weighed = {name: weigh(event) for name, event in events.items()}
    if fits(list(weighed.values())):
        return []
    found = []
    for lane, name in (("", ""), *LANES):
        run = [
            weighed[event.id] for event in events.values() if event.lane == lane or (not lane and event.lane in MAIN)
        ]
        found += [part_of(page, lane, name, events) for page in pages(run)]
    return found


def part_of(page: Page, lane: str, name: str, events: dict[str, Event]) -> Part:
    """One page with its address and title."""
    path = f"timeline/{lane}{'-' if lane else ''}{page.slug}.md"
    title = f"{name}, {page.name}" if name else page.name
    return Part(path, title, lane, tuple(events[thing.id] for thing in page.things))


def weigh(event: Event) -> Weighed:
    """What an event weighs on a page, about."""
    words = sum(min(each.label.end - each.label.start, WORDS) + WORDS for each in event.attestations)
    return Weighed(ends(event.edtf)[0], FRAME + words, event.id)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events in order of time."""
    return merged(sorted(events, key=lambda event: (order(event.edtf), event.id)))


def whole(shelf: Catalogue) -> str:
    """A timeline on one page."""
    on_desk = desk(shelf)
    events = in_order(shelf.collection.events)
    main = [event for event in events if event.lane in MAIN]
    lanes = [Lane("", "", years(on_desk, main, TIMELINE))]
    for lane, name in LANES:
        held = [entry(on_desk, event, TIMELINE) for event in events if event.lane == lane]
        held += untold(shelf, TIMELINE) if lane == "publication" else []
        lanes.append(Lane(lane, name, by_year(held, lane)))
        if lane == "publication":
            lanes.append(guesses(shelf))
    return page(
        shelf,
        "Timeline",
        f"{describe.count(len(main), 'dated event')} from {describe.count(len(shelf.views), 'source')}, in order.",
        lanes,
        strip(event.edtf for event in main),
    )


def guesses(shelf: Catalogue) -> Lane:
    """The undated sources, placed by their own words and set apart from printed dates."""
    remark = (
        "These sources bear no date. What they tell as past and what they expect gives the interval; it is inferred."
    )
    return Lane("inferred", "Undated sources", by_year(inferred(shelf, TIMELINE), "inferred"), remark)


def overview(shelf: Catalogue, found: Sequence[Part]) -> str:
    """The first page of a timeline that has several: its drawing, its pages, and the sources without a date."""
    main = main_events(shelf)
    held = untold(shelf, TIMELINE)
    lanes = [Lane("publication", "Publications known from elsewhere", by_year(held, "publication")), guesses(shelf)]
    summary = f"{describe.count(len(main), 'dated event')} from {describe.count(len(shelf.views), 'source')}, in order."
    links = [
        (name or "What happened", [(p.name, to(TIMELINE, p.path), len(p.events)) for p in found if p.lane == lane])
        for lane, name in (("", ""), *LANES)
    ]
    drawn = strip(event.edtf for event in main)
    return page(shelf, "Timeline", summary, lanes, drawn, contents=[each for each in links if each[1]])


def one_of(on_desk: Desk, part: Part, around: list[tuple[str, str, Safe]], drawn: Strip | None) -> str:
    """One page of several, with the drawing of the whole and the ways to its neighbours."""
    lane = Lane(part.lane, "", years(on_desk, part.events, part.path, part.lane))
    summary = f"{describe.count(len(part.events), 'entry', 'entries')} of the timeline."
    return page(on_desk.shelf, f"Timeline: {part.name}", summary, [lane], drawn, around=around, path=part.path)


def page(  # noqa: PLR0913 - the parts of one page
    shelf: Catalogue,
    title: str,
    summary: str,
    lanes: Sequence[Lane],
    drawn: Strip | None,
    *,
    contents: Sequence[tuple[str, list[tuple[str, Safe, int]]]] = (),
    around: Sequence[tuple[str, str, Safe]] = (),
    path: str = TIMELINE,
) -> str:
    """One page of the timeline."""
    return fill(
        "timeline.md.j2",
        front=front.page(title, summary, hide=["navigation"]),
        title=title,
        summary=summary,
        strip=drawn,
        lanes=[lane for lane in lanes if lane.years],
        contents=contents,
        around=around,
        up=to(path, TIMELINE) if path != TIMELINE else None,
        empty=not shelf.collection.events,
    )


def years(on_desk: Desk, events: Iterable[Event], path: str, lane: str = "") -> tuple[Year, ...]:
    """Events by the year they begin in, for the page at `path`."""
    return by_year([entry(on_desk, event, path) for event in events], lane)


def by_year(entries: Iterable[Entry], lane: str) -> tuple[Year, ...]:
    """Finished entries by the year they begin in."""
    prefix = f"{lane}-" if lane else ""
    found: dict[str, list[Safe]] = {}
    for name, run in groupby(entries, key=lambda each: each.first[: -len("-01-01")]):
        found.setdefault(name, []).extend(Safe(fill("entry.md.j2", event=each)) for each in run)
    return tuple(
        Year(in_words(name), f"{prefix}y{name}" if name else f"{prefix}no-year", tuple(held))
        for name, held in found.items()
    )


def in_words(name: str) -> str:
    """A year in words; what has no first day has none."""
    return year_in_words(name) if name else "Without a first year"
