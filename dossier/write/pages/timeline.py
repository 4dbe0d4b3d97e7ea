"""The timeline: every dated event in order, each with the passages that tell it; a long one on several pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossier.write import describe, front
from dossier.write.catalogue import TIMELINE, Catalogue, to
from dossier.write.edtf import year_in_words
from dossier.write.escape import Safe
from dossier.write.pages.finished import LANES, Finished, finished
from dossier.write.pages.happenings import main_events
from dossier.write.pages.paging import Page, Weighed, elements, fits, pages
from dossier.write.pages.strip import Strip, strip
from dossier.write.templating import fill

ALL_PAGES, NEAR = 60, 12
"""Pages of a timeline that each of them lists; of more, each lists so many on either side."""
AS_HTML = 1.15
"""Bytes of HTML for a byte of Markdown."""


@dataclass(frozen=True, slots=True)
class Year:
    """The entries of one year."""

    name: str
    anchor: str
    entries: tuple[Safe, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """Entries of one kind; what happened needs no name."""

    id: str
    name: str
    remark: str
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a timeline that has several."""

    path: str
    name: str
    lane: str
    entries: tuple[Finished, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the pages of one timeline share."""

    shelf: Catalogue
    drawn: Strip | None


def timeline(shelf: Catalogue, made: Sequence[Finished] | None = None) -> dict[str, str]:
    """The Markdown of the timeline's pages by their paths: one page, or an overview and as many as are needed.

    `made` are the entries, where they are finished already.
    """
    entries = finished(shelf) if made is None else made
    main = main_events(shelf)
    frame = Frame(shelf, strip(event.edtf for event in main))
    summary = f"{describe.count(len(main), 'dated event')} from {describe.count(len(shelf.views), 'source')}, in order."
    found = parts(entries)
    if not found:
        return {TIMELINE: page(frame, "Timeline", summary, lanes(entries))}
    shown = {TIMELINE: page(frame, "Timeline", summary, [], contents=contents(found))}
    around: dict[str, list[tuple[str, str, Safe]]] = {part.path: [] for part in found}
    for one, other in pairwise(found):
        around[other.path].append(("Earlier", one.name, to(other.path, one.path)))
        around[one.path].append(("Later", other.name, to(one.path, other.path)))
    near = len(found) > ALL_PAGES
    for part in found:
        told = f"{describe.count(len(part.entries), 'entry', 'entries')} of the timeline."
        title = f"Timeline: {part.name}"
        ways = contents(nearest(found, part), part.path)
        held = lanes(part.entries)
        shown[part.path] = page(
            frame, title, told, held, contents=ways, around=around[part.path], path=part.path, near=near
        )
    return shown


def event_places(entries: Sequence[Finished]) -> dict[str, str]:
    """Where the timeline takes several pages: the page of each event, by its id or a former one."""
    return {name: part.path for part in parts(entries) for each in part.entries for name in each.ids}


def parts(entries: Sequence[Finished]) -> list[Part]:
    """The pages of a timeline too long for one; none for a timeline that is not."""
    by_id = {entry.ids[0]: entry for entry in entries}
    weighed = {name: Weighed(each.first, weight(each), name, elements(each.text)) for name, each in by_id.items()}
    if fits(list(weighed.values())):
        return []
    found = []
    for lane, name, _ in LANES:
        run = [weighed[each.ids[0]] for each in entries if each.lane == lane]
        found += [part_of(held, lane, name if lane else "", by_id) for held in pages(run)]
    return found


def weight(entry: Finished) -> int:
    """What an entry weighs on a page, about."""
    return int(len(entry.text.encode()) * AS_HTML)


def part_of(held: Page, lane: str, name: str, by_id: dict[str, Finished]) -> Part:
    """One page with its address and title."""
    path = f"timeline/{lane}{'-' if lane else ''}{held.slug}.md"
    title = f"{name}, {held.name}" if name else held.name
    return Part(path, title, lane, tuple(by_id[thing.id] for thing in held.things))


def nearest(found: Sequence[Part], part: Part) -> Sequence[Part]:
    """The pages that one of them lists: all while they are few, else those of its lane that are near it."""
    if len(found) <= ALL_PAGES:
        return found
    lane = [each for each in found if each.lane == part.lane]
    at = lane.index(part)
    return lane[max(at - NEAR, 0) : at + NEAR + 1]


def contents(found: Sequence[Part], path: str = TIMELINE) -> list[tuple[str, list[tuple[str, Safe, int]]]]:
    """The pages of a timeline by lane: name, way there from the page at `path`, number of entries."""
    rows = [
        (name, [(part.name, to(path, part.path), len(part.entries)) for part in found if part.lane == lane])
        for lane, name, _ in LANES
    ]
    return [(name, links) for name, links in rows if links]


def page(  # noqa: PLR0913 - the parts of one page
    frame: Frame,
    title: str,
    summary: str,
    shown: Sequence[Lane],
    *,
    contents: Sequence[tuple[str, list[tuple[str, Safe, int]]]] = (),
    around: Sequence[tuple[str, str, Safe]] = (),
    path: str = TIMELINE,
    near: bool = False,
) -> str:
    """One page of the timeline."""
    return fill(
        "timeline.md.j2",
        front=front.page(title, summary, hide=["navigation"]),
        title=title,
        summary=summary,
        strip=frame.drawn,
        lanes=shown,
        contents=contents,
        around=around,
        up=to(path, TIMELINE) if path != TIMELINE else None,
        near=near,
        empty=not shown and not contents,
    )


def lanes(entries: Iterable[Finished]) -> list[Lane]:
    """The lanes that have entries."""
    held: dict[str, list[Finished]] = {}
    for each in entries:
        held.setdefault(each.lane, []).append(each)
    return [
        Lane(lane, name if lane else "", remark, by_year(held[lane], lane))
        for lane, name, remark in LANES
        if lane in held
    ]


def by_year(entries: Iterable[Finished], lane: str) -> tuple[Year, ...]:
    """Entries by the year they begin in; what has no first day has no year."""
    prefix = f"{lane}-" if lane else ""
    found: dict[str, list[Safe]] = {}
    for each in entries:
        found.setdefault(each.year, []).append(each.text)
    return tuple(
        Year(
            year_in_words(year) if year else "Without a first year",
            f"{prefix}y{year}" if year else f"{prefix}no-year",
            tuple(texts),
        )
        for year, texts in found.items()
    )
