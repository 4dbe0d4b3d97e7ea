"""Events: statements of several sources about one thing become one entry of the timeline, with every attestation.

Two statements are one event where their dates are the same or one can hold the other, and where they share names and
words that few other statements have. Pairs come from an inverted index; a pair joins two groups only if all their
dates agree, so that the conferences of 2018 and 2019 stay apart however much their words are alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dossier.link.dated import ROLES, TELLS
from dossier.link.days import MONTH, YEAR, Days, days
from dossier.link.gleaned import Gleaned
from dossier.link.statements import Said, Statement, frequencies
from dossier.model import Attestation, Event
from dossier.sourcemap import TextSpan

Stance = Literal["foreseen", "current", "past", "unknown"]
ENOUGH = 4.0
"""Weight of shared words that makes two statements one event, at dates of a month or finer."""
SHARE = 0.08
RARE = 3
"""A word in at most so many statements, or in this share of them, is telling."""
CROWD = 40
"""A word in more statements than these brings none together."""


def find_events(sources: Sequence[Gleaned], told: Sequence[Statement]) -> tuple[Event, ...]:
    """All entries of the timeline in the order of their ids' dates; each dated statement is in exactly one.

    `told` are the statements of the sources, in order.
    """
    own = {source.slug: source for source in sources}
    events = [event(group, own) for group in joined(told) if any(each.when for each in group)]
    rest = [each for source in sources for each in plain(source)]
    return tuple(sorted((*events, *rest), key=place))


def place(event: Event) -> tuple[int, int, str]:
    """The place of an event in the timeline."""
    when = days(event.edtf)
    return when.first, when.last, event.id


def joined(told: Sequence[Statement]) -> list[list[Statement]]:
    """The statements in groups of one event, from the surest pair to the least."""
    group: dict[int, Group] = {}
    for _, one, two in sorted(pairs(told)):
        a = group.get(one) or Group([one], [told[one]])
        b = group.get(two) or Group([two], [told[two]])
        if a is not b and a.agrees(b):
            a.numbers += b.numbers
            a.members += b.members
            group.update(dict.fromkeys(a.numbers, a))
    several = {id(each): sorted(each.numbers) for each in group.values()}
    alone = [[number] for number in range(len(told)) if number not in group]
    return [[told[number] for number in numbers] for numbers in sorted([*alone, *several.values()])]


@dataclass(slots=True)
class Group:
    """Statements taken to be of one event, and their numbers among all."""

    numbers: list[int]
    members: list[Statement]

    def agrees(self, other: Group) -> bool:
        """Whether every dated statement of the one can be of the time of every one of the other.

        A statement without a date goes only to a group that has one; two of one source are one event only by a date as
        fine as a month.
        """
        mine, theirs = ([each.when for each in group.members if each.when] for group in (self, other))
        if not mine and not theirs:
            return False
        if any(a.slug == b.slug and not repeated(a, b) for a in self.members for b in other.members):
            return False
        return all(compatible(a, b) for a in mine for b in theirs)


def repeated(one: Statement, two: Statement) -> bool:
    """Whether one source tells a thing twice: both times with a month or a day."""
    return bool(one.when and two.when) and max(each.when.length for each in (one, two) if each.when) <= MONTH


def compatible(one: Days, two: Days) -> bool:
    """Whether two dates can be of one event: one holds the other, or they meet and neither is longer than a month."""
    if one is two:
        return True
    first, last, start, end = one.first, one.last, two.first, two.last
    if (first <= start and end <= last) or (start <= first and last <= end):
        return True
    return first <= end and start <= last and max(one.length, two.length) <= MONTH


def pairs(told: Sequence[Statement]) -> Iterator[tuple[float, int, int]]:
    """The pairs that share enough, by their numbers, with their weight below 0: the heaviest are the first in order."""
    count = frequencies(told)
    rare = max(RARE, int(SHARE * len(told)))
    near = frozenset([item for item, number in count.items() if 1 < number <= min(rare, CROWD)])
    common = frozenset([item for item, number in count.items() if number > rare])
    index: dict[int, list[int]] = {item: [] for item in near}
    said: dict[int, Said] = {}
    for at in range(len(told) - 1, -1, -1):
        one, later = told[at], set[int]()
        for item in near.intersection(one.items):
            later.update(index[item])
            index[item].append(at)
        if not later:
            continue
        mine, when = said.setdefault(at, one.said()), one.when
        for other in later:
            two = told[other]
            if when and two.when and when is not two.when and not compatible(when, two.when):
                continue
            yours = said.get(other) or said.setdefault(other, two.said())
            if (when and two.when) or possible(one, two, mine, yours, common):
                weight = shared(mine, yours, common) + nearness(when, two.when)
                if weight >= ENOUGH:
                    yield -weight, at, other


def possible(one: Statement, two: Statement, mine: Said, yours: Said, common: frozenset[int]) -> bool:
    """Whether two statements of which one has no date may be of one event: names are shared, and one tells no person.

    A statement without a date never joins what is told of the day of writing: `a move still appreciated today`.
    """
    if one.writing or two.writing or one.slug == two.slug or not (one.when or two.when):
        return False
    names = mine.names & yours.names
    return len(names) > 1 and not names <= mine.people | yours.people | common


def shared(mine: Said, yours: Said, common: frozenset[int]) -> float:
    """What the words of two statements weigh together: names more than words, telling ones more than common ones."""
    weight = 1.5 * len(mine.pairs & yours.pairs)
    for item in mine.all & yours.all:
        telling = item not in common
        if item in mine.names or item in yours.names:
            weight += 3.0 if telling and item not in mine.people and item not in yours.people else 1.0
        else:
            weight += 1.0 if telling else 0.5
    return weight


def nearness(one: Days | None, two: Days | None) -> float:
    """Equal days speak for one event, decades against one."""
    if one is None or two is None:
        return 0.0
    if one is two or one == two:
        return 2.0 if one.length < MONTH else 1.0 if one.length <= MONTH else 0.0
    longest = max(one.length, two.length)
    return 1.0 if longest <= MONTH else 0.0 if longest <= YEAR else -1.0


def event(group: Sequence[Statement], sources: Mapping[str, Gleaned]) -> Event:
    """One entry: the finest date, printed before counted, names it; the others are its attestations in order."""
    dated = [each for each in group if each.when is not None]
    head = min(dated, key=fineness) if len(dated) > 1 else dated[0]
    attestations = tuple([attestation(each, head.edtf, sources[each.slug]) for each in group])
    own = name(head.edtf, head.id)
    former = sorted({name(each.edtf, each.id) for each in dated} - {own}) if len(dated) > 1 else ()
    return Event(own, head.edtf, attestations, "event", tuple(former))


def fineness(each: Statement) -> tuple[int, bool, tuple[str, int, str]]:
    """The order of dates to name an entry by."""
    return (each.when.length if each.when else 0, not each.explicit, each.key)


def attestation(each: Statement, edtf: str, source: Gleaned) -> Attestation:
    """What a statement attests of an entry of some date."""
    return Attestation(each.slug, each.id, each.label, stance(each.edtf or edtf, source), agreement(each.edtf, edtf))


def plain(source: Gleaned) -> Iterator[Event]:
    """The dates of a source that tell no event: an entry each, on their own lanes."""
    dates = source.dates
    for at, mark in enumerate(dates.marks):
        if not mark & TELLS:
            edtf, id = dates.edtfs[at], dates.ids[at]
            label = TextSpan(dates.labels[at], dates.ends[at])
            told = Attestation(source.slug, id, label, stance(edtf, source), "same")
            yield Event(name(edtf, id), edtf, (told,), ROLES[dates.roles[at]])


def name(edtf: str, id: str) -> str:
    """An id that another seed does not change: `e-2018-05-24-` and the hash of the date's words and company."""
    return f"e-{marked(edtf)}-{id.removeprefix('d-')}"


@lru_cache(maxsize=1 << 14)
def marked(edtf: str) -> str:
    """A date as ids have it: its first end that is known."""
    first = next((part for part in edtf.split("/") if part not in ("", "..")), "").rstrip("~").replace("X", "x")
    return first.replace("-", "bc", 1) if first.startswith("-") else first


def agreement(edtf: str, whole: str) -> Literal["same", "broader", "narrower", "differs"]:
    """How an attestation's date lies to that of the entry; an undated one is broader."""
    if edtf == whole:
        return "same"
    if not edtf:
        return "broader"
    mine, entry = days(edtf), days(whole)
    if mine.holds(entry):
        return "broader"
    return "narrower" if entry.holds(mine) else "differs"


def stance(edtf: str, source: Gleaned) -> Stance:
    """Foreseen, current or past, from the source's own date; an undated source gives it only by its bounds."""
    when = days(edtf)
    if source.published:
        own = days(source.published)
        return "past" if when.last < own.first else "foreseen" if when.first > own.last else "current"
    if not source.between:
        return "unknown"
    floor, ceiling = source.between.split("/")
    if ceiling != ".." and when.last >= days(ceiling).last:
        return "foreseen"
    return "past" if floor != ".." and when.last <= days(floor).first else "unknown"
