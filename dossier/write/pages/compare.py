"""What several sources share and where they differ: events, quotations, disagreements, and any two side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from dossier.ids import digest
from dossier.model import Disagreement
from dossier.write import describe, front
from dossier.write.catalogue import COMPARE, FEW, Catalogue, to
from dossier.write.escape import Safe
from dossier.write.pages.disputes import dispute
from dossier.write.pages.families import kin
from dossier.write.pages.paging import Weighed, elements, filled, fits
from dossier.write.pages.retold import dossiers
from dossier.write.templating import fill
from dossier.write.ties import page_of, ties

SUMMARY = "What several sources tell, each in its own words: the same events, the same quotations, what differs."
SECTIONS = (
    ("events", "The same events", "", "No event is told by more than one source."),
    (
        "families",
        "The same words",
        "The fullest form first; what one form has otherwise is marked.",
        "No quotation stands in more than one place.",
    ),
    (
        "disagreements",
        "Told otherwise",
        "Statements that cannot all be right, or do not tell of the same thing. Nothing is decided here.",
        "No two statements of these sources were found to contradict each other.",
    ),
)
"""Id, title, remark and what an empty one says, of each section."""
NODES_A_PAIR = 3
FIRST, ROOM = 8, 700
"""Entries of each section on the overview, and their elements, where all together are too many for a page."""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of one kind, finished; `more` leads to the pages that have all of them where these are only the first."""

    id: str
    title: str
    remark: str
    empty: str
    entries: tuple[Safe, ...]
    more: tuple[tuple[str, Safe], ...] = ()


@dataclass(frozen=True, slots=True)
class Two:
    """Two sources that can be read side by side."""

    title: str
    to: Safe
    count: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one page; `part` where it is not all that is shared."""

    sections: Sequence[Section]
    path: str = COMPARE
    title: str = "Compare"
    two: tuple[Two, ...] = ()
    around: tuple[tuple[str, str, Safe], ...] = ()
    part: bool = False


def compare(shelf: Catalogue) -> dict[str, str]:
    """The Markdown of the comparison's pages by their paths: one, or an overview and as many as each part needs."""
    every = sections(shelf)
    two = side_by_side(shelf)
    whole = [each for section in every for each in weighed(section.entries)]
    if fits(whole, NODES_A_PAIR * len(two)):
        return {COMPARE: page(shelf, Sheet(every, two=tuple(two)))}
    made = {}
    shown = []
    for section in every:
        runs = [[section.entries[int(each.id)] for each in run] for run in filled(weighed(section.entries)) if run]
        paths = [path_of(section, at) for at in range(1, len(runs) + 1)]
        names = [f"{section.title}, part {at}" if len(runs) > 1 else section.title for at in range(1, len(runs) + 1)]
        ways = tuple((name, to(COMPARE, path)) for name, path in zip(names, paths, strict=True))
        shown.append(replace(section, entries=first(section.entries), more=ways))
        for at, (run, path, name) in enumerate(zip(runs, paths, names, strict=True)):
            around = [("Before", *ways[at - 1])] if at else []
            around += [("After", *ways[at + 1])] if at + 1 < len(ways) else []
            made[path] = page(shelf, Sheet([replace(section, entries=tuple(run))], path, name, around=tuple(around)))
    return {COMPARE: page(shelf, Sheet(shown, two=tuple(two), part=True)), **made}


def first(entries: tuple[Safe, ...]) -> tuple[Safe, ...]:
    """The first entries, as many as the overview has room for."""
    nodes = accumulate(map(elements, entries[:FIRST]))
    return entries[: max(sum(number <= ROOM for number in nodes), 1)]


def path_of(section: Section, number: int) -> str:
    """The address of a page of one section."""
    return f"compare/{section.id}.md" if number == 1 else f"compare/{section.id}-part-{number}.md"


def weighed(entries: Sequence[Safe]) -> list[Weighed]:
    """What entries weigh on a page; each by its place among them."""
    return [Weighed((0, 1, 1), len(each.encode()), str(at), elements(each)) for at, each in enumerate(entries)]


def page(shelf: Catalogue, sheet: Sheet) -> str:
    """One page."""
    whole = sheet.path == COMPARE
    summary = SUMMARY if whole else f"{describe.count(len(sheet.sections[0].entries), 'entry', 'entries')}."
    return fill(
        "compare.md.j2",
        front=front.page(sheet.title, SUMMARY if whole else f"{sheet.title}: {summary}", hide=["navigation"]),
        title=sheet.title,
        summary=summary,
        up=None if whole else to(sheet.path, COMPARE),
        two=sheet.two,
        crowd=whole and not shelf.few,
        most=FEW,
        sections=sheet.sections,
        filled=any(section.entries for section in sheet.sections),
        part=sheet.part or not whole,
        around=sheet.around,
    )


def sections(shelf: Catalogue) -> list[Section]:
    """All that the sources share and tell otherwise, with links for every page in the comparison's folder."""
    sentences = shelf.sentences
    events = [Safe(fill("shared_event.md.j2", event=each)) for each in dossiers(shelf, sentences)]
    words = [Safe(fill("shared_words.md.j2", family=each)) for each in kin(shelf, sentences, COMPARE)]
    disputes = [
        Safe(fill("shared_dispute.md.j2", dispute=dispute(shelf, sentences, COMPARE, each), id=dispute_id(each)))
        for each in shelf.collection.disagreements
    ]
    return [
        Section(name, title, remark, empty, tuple(entries))
        for (name, title, remark, empty), entries in zip(SECTIONS, (events, words, disputes), strict=True)
    ]


def dispute_id(each: Disagreement) -> str:
    """An id that stays when others come: of what is stated and where."""
    places = (f"{passage.slug} {passage.span.start} {passage.span.end}" for passage in each.statements)
    return f"otherwise-{digest(each.kind, *places)}"


def side_by_side(shelf: Catalogue) -> list[Two]:
    """Every two sources that have a page, those with most ties first."""
    found = sorted(ties(shelf).items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [
        Two(
            f"{shelf.shorts[one]} and {shelf.shorts[other]}",
            to(COMPARE, page_of((one, other))),
            describe.count(len(each), "pair of passages", "pairs of passages"),
        )
        for (one, other), each in found
    ]
