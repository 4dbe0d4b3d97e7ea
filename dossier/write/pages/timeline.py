"""The timeline: every dated event in order, each with the passages that tell it; a long one on several pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.write import describe, front
from dossier.write.addresses import to
from dossier.write.catalogue import TIMELINE, Catalogue
from dossier.write.edtf import year_in_words
from dossier.write.escape import Safe
from dossier.write.memo import mark
from dossier.write.pages.finished import LANES, Desk, Finished
from dossier.write.pages.happenings import main_events
from dossier.write.pages.paging import Page, Weighed, fits, pages
from dossier.write.pages.sheet import Sheet
from dossier.write.pages.strip import Strip, strip
from dossier.write.templating import fill

ALL_PAGES, NEAR = 60, 12
"""Pages of a timeline that each of them lists; of more, each lists so many on either side."""


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
class Paged:
    """All entries, and the pages of a timeline too long for one; none for a timeline that is not."""

    every: Sequence[Finished]
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Placed:
    """One page, those before and after it, and those that it lists; `crowd` where these are not all."""

    part: Part
    before: Part | None
    after: Part | None
    near: tuple[Part, ...]
    crowd: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What the pages of one timeline share."""

    desk: Desk
    drawn: Strip | None


def timeline(desk: Desk, entries: Paged) -> Iterator[Sheet]:
    """The timeline's pages: one page, or an overview and as many as are needed."""
    main = main_events(desk.shelf)
    frame = Frame(desk, strip(event.edtf for event in main))
    sources = describe.count(len(desk.shelf.views), "source")
    summary = f"{describe.count(len(main), 'dated event')} from {sources}, in order."
    found = entries.parts
    if not found:
        held = [(each.ids[0], each.digest) for each in entries.every]
        yield Sheet(TIMELINE, mark(frame.drawn, summary, held), partial(whole, frame, summary, entries.every))
        return
    ways = [(part.path, part.name, part.lane, len(part.entries)) for part in found]
    yield Sheet(TIMELINE, mark(frame.drawn, summary, ways), partial(overview, frame, summary, found))
    for each in placed(found):
        held = [(entry.ids[0], entry.digest) for entry in each.part.entries]
        near = [(part.path, part.name, part.lane) for part in each.near]
        around = [part and (part.path, part.name) for part in (each.before, each.after)]
        made_of = mark(frame.drawn, each.part.path, each.part.name, held, near, around)
        yield Sheet(each.part.path, made_of, partial(one, frame, each))


def overview(frame: Frame, summary: str, found: Sequence[Part], _: Catalogue) -> str:
    """The page that leads to the pages of a timeline that has several."""
    return page(frame, "Timeline", summary, [], contents=contents(found))


def whole(frame: Frame, summary: str, entries: Sequence[Finished], _: Catalogue) -> str:
    """The page of a timeline that has one."""
    return page(frame, "Timeline", summary, lanes(frame.desk, entries))


def one(frame: Frame, each: Placed, _: Catalogue) -> str:
    """One page of several."""
    part = each.part
    told = f"{describe.count(len(part.entries), 'entry', 'entries')} of the timeline."
    around = [("Earlier", each.before.name, to(part.path, each.before.path))] if each.before else []
    around += [("Later", each.after.name, to(part.path, each.after.path))] if each.after else []
    return page(
        frame,
        f"Timeline: {part.name}",
        told,
        lanes(frame.desk, part.entries),
        contents=contents(each.near, part.path),
        around=around,
        path=part.path,
        near=each.crowd,
    )


def paged(entries: Sequence[Finished]) -> Paged:
    """The entries on their pages."""
    return Paged(entries, parts(entries))


def event_places(entries: Paged) -> dict[str, str]:
    """Where the timeline takes several pages: the page of each event, by its id or a former one."""
    return {name: part.path for part in entries.parts for each in part.entries for name in each.ids}


def parts(entries: Sequence[Finished]) -> list[Part]:
    """The pages of a timeline too long for one; none for a timeline that is not."""
    by_id = {entry.ids[0]: entry for entry in entries}
    weighed = {name: Weighed(each.first, each.weight, name, each.nodes) for name, each in by_id.items()}
    if fits(list(weighed.values())):
        return []
    found = []
    for lane, name, _ in LANES:
        run = [weighed[each.ids[0]] for each in entries if each.lane == lane]
        found += [part_of(held, lane, name if lane else "", by_id) for held in pages(run)]
    return found


def part_of(held: Page, lane: str, name: str, by_id: dict[str, Finished]) -> Part:
    """One page with its address and title."""
    path = f"timeline/{lane}{'-' if lane else ''}{held.slug}.md"
    title = f"{name}, {held.name}" if name else held.name
    return Part(path, title, lane, tuple(by_id[thing.id] for thing in held.things))


def placed(found: Sequence[Part]) -> Iterator[Placed]:
    """The pages with those that each lists: all while they are few, else those of its lane that are near it."""
    crowd = len(found) > ALL_PAGES
    row = [None, *found, None]
    by_lane: dict[str, list[Part]] = {}
    for part in found:
        by_lane.setdefault(part.lane, []).append(part)
    number = 0
    for lane in by_lane.values():
        for at, part in enumerate(lane):
            near = lane[max(at - NEAR, 0) : at + NEAR + 1] if crowd else found
            yield Placed(part, row[number], row[number + 2], tuple(near), crowd)
            number += 1


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


def lanes(desk: Desk, entries: Iterable[Finished]) -> list[Lane]:
    """The lanes that have entries."""
    held: dict[str, list[Finished]] = {}
    for each in entries:
        held.setdefault(each.lane, []).append(each)
    return [
        Lane(lane, name if lane else "", remark, by_year(desk, held[lane], lane))
        for lane, name, remark in LANES
        if lane in held
    ]


def by_year(desk: Desk, entries: Iterable[Finished], lane: str) -> tuple[Year, ...]:
    """Entries by the year they begin in; what has no first day has no year."""
    prefix = f"{lane}-" if lane else ""
    found: dict[str, list[Safe]] = {}
    for each in entries:
        found.setdefault(each.year, []).append(desk.text(each))
    return tuple(
        Year(
            year_in_words(year) if year else "Without a first year",
            f"{prefix}y{year}" if year else f"{prefix}no-year",
            tuple(texts),
        )
        for year, texts in found.items()
    )
