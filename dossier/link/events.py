"""Events: statements of several sources about one thing become one entry of the timeline, with every attestation.

Two statements are one event where their dates are the same or one can hold the other, and where they share names and
words that few other statements have. Pairs come from an inverted index; a pair joins two groups only if all their
dates agree, so that the conferences of 2018 and 2019 stay apart however much their words are alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Literal

from dossier.link.alike import Pair, compatible, every_pair
from dossier.link.dated import ROLES, TELLS
from dossier.link.days import MONTH, days
from dossier.link.gleaned import Gleaned
from dossier.link.statements import Statement
from dossier.model import Attestation, Event
from dossier.sourcemap import TextSpan

Stance = Literal["foreseen", "current", "past", "unknown"]


def find_events(
    sources: Sequence[Gleaned], told: Sequence[Statement], alike: Iterable[Pair] | None = None
) -> tuple[Event, ...]:
    """All entries of the timeline in the order of their ids' dates; each dated statement is in exactly one.

    `told` are the statements of the sources, in order, `alike` the pairs of them that share enough, where known.
    """
    own = {source.slug: source for source in sources}
    groups = joined(told, every_pair(told).pairs() if alike is None else alike)
    events = [event(group, own) for group in groups if any(each.when for each in group)]
    rest = [each for source in sources for each in plain(source)]
    return tuple(sorted((*events, *rest), key=place))


def place(event: Event) -> tuple[int, int, str]:
    """The place of an event in the timeline."""
    when = days(event.edtf)
    return when.first, when.last, event.id


def joined(told: Sequence[Statement], alike: Iterable[Pair]) -> list[list[Statement]]:
    """The statements in groups of one event, from the surest pair to the least."""
    group: dict[int, Group] = {}
    for _, one, two in sorted(alike):
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
            edtf, id = intern(dates.edtfs[at]), dates.ids[at]
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
