"""What several sources share and where they differ: events, quotations, disagreements, and any two side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate

from dossier.write import describe, front
from dossier.write.addresses import to
from dossier.write.catalogue import COMPARE, FEW, Catalogue
from dossier.write.escape import Safe
from dossier.write.memo import NoMemo, mark
from dossier.write.pages.paging import Weighed, filled, fits
from dossier.write.pages.shared import Shared, disagreements, events, families, shared
from dossier.write.pages.sheet import Sheet
from dossier.write.templating import fill
from dossier.write.testimony import Testimony
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
class Shelved:
    """A section as one page shows it, with its entries as Markdown."""

    id: str
    title: str
    remark: str
    empty: str
    entries: tuple[Safe, ...]
    more: tuple[tuple[str, Safe], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of one kind; `more` leads to the pages that have all of them where these are only the first."""

    id: str
    title: str
    remark: str
    empty: str
    entries: tuple[Shared, ...]
    more: tuple[tuple[str, Safe], ...] = ()


@dataclass(frozen=True, slots=True)
class Two:
    """Two sources that can be read side by side."""

    title: str
    to: Safe
    count: str


@dataclass(frozen=True, slots=True)
class Spread:
    """What stands on one page; `part` where it is not all that is shared."""

    sections: Sequence[Section]
    path: str = COMPARE
    title: str = "Compare"
    two: tuple[Two, ...] = ()
    around: tuple[tuple[str, str, Safe], ...] = ()
    part: bool = False


def compare(shelf: Catalogue, told: Testimony, memo: NoMemo) -> Iterator[Sheet]:
    """The comparison's pages: one, or an overview and as many as each part needs."""
    every = sections(shelf, told, memo)
    two = tuple(side_by_side(shelf))
    whole = [each for section in every for each in weighed(section.entries)]
    if fits(whole, NODES_A_PAIR * len(two)):
        yield sheet(memo, Spread(every, two=two))
        return
    shown = []
    for section in every:
        spreads = list(divided(section))
        ways = tuple((spread.title, to(COMPARE, spread.path)) for spread in spreads)
        shown.append(replace(section, entries=first(section.entries), more=ways))
        yield from (sheet(memo, spread) for spread in spreads)
    yield sheet(memo, Spread(shown, two=two, part=True))


def sheet(memo: NoMemo, spread: Spread) -> Sheet:
    """One page with a mark of what stands on it."""
    held = [(section.id, section.more, [each.kept.digest for each in section.entries]) for section in spread.sections]
    made_of = mark(spread.path, spread.title, spread.two, spread.around, spread.part, held)
    return Sheet(spread.path, made_of, partial(page, memo, spread))


def divided(section: Section) -> Iterator[Spread]:
    """The pages of one section."""
    runs = [tuple(section.entries[int(each.id)] for each in run) for run in filled(weighed(section.entries)) if run]
    paths = [path_of(section, at) for at in range(1, len(runs) + 1)]
    names = [f"{section.title}, part {at}" if len(runs) > 1 else section.title for at in range(1, len(runs) + 1)]
    ways = [(name, to(COMPARE, path)) for name, path in zip(names, paths, strict=True)]
    for at, (run, path, name) in enumerate(zip(runs, paths, names, strict=True)):
        around = [("Before", *ways[at - 1])] if at else []
        around += [("After", *ways[at + 1])] if at + 1 < len(ways) else []
        yield Spread([replace(section, entries=run)], path, name, around=tuple(around))


def first(entries: tuple[Shared, ...]) -> tuple[Shared, ...]:
    """The first entries, as many as the overview has room for."""
    nodes = accumulate(each.nodes for each in entries[:FIRST])
    return entries[: max(sum(number <= ROOM for number in nodes), 1)]


def path_of(section: Section, number: int) -> str:
    """The address of a page of one section."""
    return f"compare/{section.id}.md" if number == 1 else f"compare/{section.id}-part-{number}.md"


def weighed(entries: Sequence[Shared]) -> list[Weighed]:
    """What entries weigh on a page; each by its place among them."""
    return [Weighed((0, 1, 1), each.weight, str(at), each.nodes) for at, each in enumerate(entries)]


def page(memo: NoMemo, spread: Spread, shelf: Catalogue) -> str:
    """One page."""
    whole = spread.path == COMPARE
    summary = SUMMARY if whole else f"{describe.count(len(spread.sections[0].entries), 'entry', 'entries')}."
    return fill(
        "compare.md.j2",
        front=front.page(spread.title, SUMMARY if whole else f"{spread.title}: {summary}", hide=["navigation"]),
        title=spread.title,
        summary=summary,
        up=None if whole else to(spread.path, COMPARE),
        two=spread.two,
        crowd=whole and not shelf.few,
        most=FEW,
        sections=[shelved(memo, section) for section in spread.sections],
        filled=any(section.entries for section in spread.sections),
        part=spread.part or not whole,
        around=spread.around,
    )


def shelved(memo: NoMemo, section: Section) -> Shelved:
    """A section with its entries' texts."""
    texts = tuple(Safe(memo.store.get(each.kept)[-1]) for each in section.entries)
    return Shelved(section.id, section.title, section.remark, section.empty, texts, section.more)


def sections(shelf: Catalogue, told: Testimony, memo: NoMemo) -> list[Section]:
    """All that the sources share and tell otherwise, with links for every page in the comparison's folder."""
    made = (shared(shelf, told, memo, kind) for kind in (events, families, disagreements))
    return [
        Section(name, title, remark, empty, tuple(entries))
        for (name, title, remark, empty), entries in zip(SECTIONS, made, strict=True)
    ]


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
