"""Entries of the timeline: an event with each source's clause in its sentence, who and where, and how it was dated."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Attestation, Event, Passage
from dossier.sourcemap import TextSpan
from dossier.write import describe
from dossier.write.bearers import Bearer
from dossier.write.catalogue import Catalogue, source_page, to
from dossier.write.context import Sentences, framed, near
from dossier.write.edtf import in_words
from dossier.write.escape import Safe
from dossier.write.pages.happenings import spot
from dossier.write.pages.reading import Reading, reading
from dossier.write.shape import extent, precision, ruler, when

STANCES = {
    "foreseen": "foreseen",
    "current": "as it happened",
    "past": "looking back",
    "unknown": "foreseen or looking back: unknown",
}
AGREEMENTS = {"broader": "less exact", "narrower": "more exact", "differs": "differs"}
MOST_TOLD = 120
"""Passages that one entry shows; the data have all."""
MOST_NEAR = 12
"""People, and places, that one entry names."""


@dataclass(frozen=True, slots=True)
class Told:
    """One source's words for an event: the clause in its sentence."""

    line: Safe
    to: Safe
    title: str
    slug: str
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """A person or a place of the same sentence."""

    name: str
    to: Safe


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as the timeline shows it."""

    id: str
    kind: str
    when: Safe
    ruler: Safe
    first: str
    last: str
    precision: str
    told: tuple[Told, ...]
    former: tuple[str, ...] = ()
    people: tuple[Near, ...] = ()
    places: tuple[Near, ...] = ()
    readings: tuple[Reading, ...] = ()
    differing: tuple[Told, ...] = ()
    inferred: bool = False
    more: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a person or a place is named in a source."""

    start: int
    who: Bearer


@dataclass(frozen=True, slots=True)
class Desk:
    """What entries are made with: the collection, its sentences, mentions and disagreements by source."""

    shelf: Catalogue
    sentences: Mapping[str, Sentences]
    mentions: dict[str, list[Mention]]
    disputes: dict[str, list[tuple[TextSpan, tuple[Passage, ...]]]]


def desk(shelf: Catalogue) -> Desk:
    """Index a collection for its entries."""
    mentions: dict[str, list[Mention]] = {slug: [] for slug in shelf.views}
    for slug, named in shelf.bearers.items():
        for number, who in enumerate(named):
            if who and who.type in {"person", "place"}:
                mentions[slug] += [Mention(span.start, who) for span in shelf.name(slug, number).mentions]
    for found in mentions.values():
        found.sort(key=lambda mention: (mention.start, mention.who.id))
    disputes: dict[str, list[tuple[TextSpan, tuple[Passage, ...]]]] = {}
    for each in shelf.collection.disagreements:
        for passage in each.statements:
            disputes.setdefault(passage.slug, []).append((passage.span, each.statements))
    return Desk(shelf, shelf.sentences, mentions, disputes)


def entry(desk: Desk, event: Event, page: str) -> Entry:
    """One event, with links as `page` writes them."""
    shelf = desk.shelf
    told, readings, stretches = [], [], []
    attestations = [each for each in event.attestations if each.slug in shelf.views]
    for each in attestations[:MOST_TOLD]:
        words, stretch = attested(desk, event, each, page)
        told.append(words)
        stretches.append((each.slug, stretch))
        date = shelf.dates.get((each.slug, each.date_id))
        read = reading(shelf.views[each.slug], date, page) if date else None
        readings += [read] if read else []
    near_by = company(desk, stretches)
    return Entry(
        event.id,
        event.lane,
        when(event.edtf),
        ruler(event.edtf),
        *extent(event.edtf),
        precision(event.edtf),
        tuple(told),
        event.former_ids,
        people=tuple(Near(who.name, shelf.bearer(page, who.id)) for who in near_by if who.type == "person")[:MOST_NEAR],
        places=tuple(Near(who.name, shelf.bearer(page, who.id)) for who in near_by if who.type == "place")[:MOST_NEAR],
        readings=tuple(dict.fromkeys(readings))[:MOST_TOLD],
        differing=tuple(disputed(desk, event.attestations, page)[:MOST_TOLD]),
        more=max(len(attestations) - MOST_TOLD, 0),
    )


def attested(desk: Desk, event: Event, each: Attestation, page: str) -> tuple[Told, TextSpan]:
    """One source's clause in its sentence, and the stretch of its text that is shown."""
    shelf, view = desk.shelf, desk.shelf.views[each.slug]
    date = shelf.dates.get((each.slug, each.date_id))
    others = [date.span] if date else []
    stretch, before, after = near(desk.sentences[each.slug], each.label, *others)
    marked = [(each.label, "d-clause"), *((span, "d-dated") for span in others)]
    line = Safe(("…" if before else "") + framed(view, stretch, marked) + ("…" if after else ""))
    own = f"here: {in_words(date.edtf)}" if date and date.edtf and date.edtf != event.edtf else ""
    published = event.lane == "publication"
    remarks = [own, AGREEMENTS.get(each.agreement, ""), "" if published else STANCES.get(each.stance, "")]
    remarks += [f"editor: {in_words(date.edtf)}"] if date and date.edit and date.edtf else []
    private = shelf.collection.withheld.events.get(event.id, 0) if each is event.attestations[0] else 0
    remarks += [f"told by {describe.count(private, 'private source')} too"] if private else []
    title = describe.title(view.source) if published else shelf.shorts[each.slug]
    where = to(page, source_page(each.slug), spot(shelf, each))
    return Told(line, where, title, each.slug, " · ".join(filter(None, remarks))), stretch


def company(desk: Desk, stretches: Iterable[tuple[str, TextSpan]]) -> list[Bearer]:
    """Who and what is named in some stretches of text, each once, in order."""
    found: dict[str, Bearer] = {}
    for slug, stretch in stretches:
        mentions = desk.mentions[slug]
        at = bisect_left(mentions, stretch.start, key=lambda mention: mention.start)
        while at < len(mentions) and mentions[at].start < stretch.end:
            found.setdefault(mentions[at].who.id, mentions[at].who)
            at += 1
    return list(found.values())


def disputed(desk: Desk, attestations: Sequence[Attestation], page: str) -> list[Told]:
    """The statements of every disagreement that one of the attestations takes part in, side by side."""
    found: dict[Passage, None] = {}
    for each in attestations:
        date = desk.shelf.dates.get((each.slug, each.date_id))
        own = [each.label, *([date.span] if date else [])]
        for span, statements in desk.disputes.get(each.slug, ()):
            if any(span.start < mine.end and mine.start < span.end for mine in own):
                found.update(dict.fromkeys(statements))
    return [statement(desk, passage, page) for passage in found]


def statement(desk: Desk, passage: Passage, page: str) -> Told:
    """One statement of a disagreement in its sentence."""
    view = desk.shelf.views[passage.slug]
    stretch, before, after = near(desk.sentences[passage.slug], passage.span)
    line = Safe(("…" if before else "") + framed(view, stretch, [(passage.span, "d-clause")]) + ("…" if after else ""))
    return Told(line, desk.shelf.passage(page, passage), desk.shelf.shorts[passage.slug], passage.slug)
