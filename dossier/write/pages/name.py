"""The page of one name: its dates, what it is quoted with, what is said of it, its company, and every mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.model import Attestation, Event, Identity, Passage, Quote
from dossier.sourcemap import TextSpan
from dossier.write import describe, front
from dossier.write.catalogue import NAMES, Catalogue, name_page, source_page, to
from dossier.write.context import near
from dossier.write.edtf import in_words, iso, order
from dossier.write.escape import Safe, live
from dossier.write.flatten import Wrap
from dossier.write.mentions import Mentions, mentions
from dossier.write.pages.cards import cards
from dossier.write.pages.mentioned import FEW, Desk, Group, beside, divided, sources
from dossier.write.pages.names import forms
from dossier.write.passage import Shown, shown, text
from dossier.write.strip import strip
from dossier.write.templating import fill

ONE = {
    "person": "Person",
    "organisation": "Organisation",
    "place": "Place",
    "agreement": "Agreement",
    "event": "Event",
    "work": "Work",
    "other": "Name",
}
"""A name's kind in words."""
LANES = ("event", "background")
SAID = ("speech", "fragment")
ELSEWHERE = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/"),
    "viaf": ("VIAF", "https://viaf.org/viaf/"),
    "gnd": ("GND", "https://d-nb.info/gnd/"),
    "isni": ("ISNI", "https://isni.org/isni/"),
    "geonames": ("GeoNames", "https://www.geonames.org/"),
}
"""Where an editor's identifiers lead; any other key is shown as it is, with a link if its value is an address."""
FORMS, COMPANY = 8, 14
"""Other forms of a name, and names beside it."""
DATES, QUOTED, SPOKEN_OF = 80, 50, 40
"""Dates, and sentences with quotations, that a page shows before its mentions, among which all of them stand again."""


@dataclass(frozen=True, slots=True)
class Words:
    """A quotation with the way to it; `who` says it, "" where the page itself tells that."""

    line: Safe
    to: Safe
    title: str
    remarks: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the sentence that gives it."""

    when: str
    datetime: str
    told: Shown


def name_pages(shelf: Catalogue) -> dict[str, str]:
    """The pages of all names that have one, by path."""
    return dict(every_name_page(shelf))


def every_name_page(shelf: Catalogue) -> Iterator[tuple[str, str]]:
    """The same, one by one."""
    found = mentions(shelf)
    ranks = {card.slug: rank for rank, card in enumerate(cards(shelf, NAMES))}
    quoted, spoken_of = quotations(shelf, found)
    desk = Desk(shelf, found, ranks, quoted, spoken_of, dates(shelf, found))
    for who in shelf.collection.identities:
        if who.id in shelf.paged:
            yield from pages(desk, who).items()


def quotations(
    shelf: Catalogue, found: Mentions
) -> tuple[dict[str, list[tuple[str, Quote]]], dict[str, list[tuple[str, Quote]]]]:
    """For each name what it is quoted with, and what others are quoted with that mentions it."""
    quoted: dict[str, list[tuple[str, Quote]]] = {}
    spoken_of: dict[str, list[tuple[str, Quote]]] = {}
    for slug, view in shelf.views.items():
        for quote in view.source.annotations.quotes:
            who = shelf.speaker(quote.speaker)
            if who:
                quoted.setdefault(who.id, []).append((slug, quote))
            if quote.kind in SAID and quote.parent is None:
                for other in dict.fromkeys(found.within(slug, quote.span)):
                    if who is None or other != who.id:
                        spoken_of.setdefault(other, []).append((slug, quote))
    return quoted, spoken_of


def dates(shelf: Catalogue, found: Mentions) -> dict[str, list[tuple[Event, Attestation]]]:
    """For each name the events whose clause mentions it, in order of time; one entry an event."""
    dated: dict[str, dict[str, tuple[Event, Attestation]]] = {}
    for event in sorted(shelf.collection.events, key=lambda event: (order(event.edtf), event.id)):
        for each in event.attestations if event.lane in LANES else ():
            for who in found.within(each.slug, each.label):
                dated.setdefault(who, {}).setdefault(event.id, (event, each))
    return {who: list(events.values()) for who, events in dated.items()}


def pages(desk: Desk, who: Identity) -> dict[str, str]:
    """The Markdown of one name's page by path, with further pages for mentions that one page cannot hold."""
    path = name_page(who.id)
    lines = desk.mentions.lines.get(who.id, [])
    groups = list(sources(desk, path, lines))
    facts = about(desk, who, path, groups)
    runs = divided(groups, fill("name.md.j2", **facts, groups=(), around=())) if len(lines) > FEW else []
    if len(runs) <= 1:
        return {path: fill("name.md.j2", **facts, groups=groups, around=())}
    paths = [path, *(f"{path.removesuffix('.md')}/mentions-{at}.md" for at in range(2, len(runs) + 1))]
    deep = list(sources(desk, paths[1], lines))
    made = {path: fill("name.md.j2", **facts, groups=groups[: runs[0]], around=beside(paths, 0))}
    first = runs[0]
    for at in range(1, len(runs)):
        title = f"{who.name}: mentions, part {at + 1}"
        made[paths[at]] = fill(
            "name_mentions.md.j2",
            front=front.page(title, f"{facts['counts']}.", hide=["navigation"], robots="noindex"),
            title=title,
            told=f"{facts['counts']}.",
            name=who.name,
            up=to(paths[at], path),
            groups=deep[first : first + runs[at]],
            around=beside(paths, at),
        )
        first += runs[at]
    return made


def about(desk: Desk, who: Identity, path: str, groups: Sequence[Group]) -> dict[str, Any]:
    """What the page of a name tells before its mentions."""
    total = sum(len(line.hits) for line in desk.mentions.lines.get(who.id, []))
    said = desk.quoted.get(who.id, [])
    quoted = words(desk, path, said)
    spoken_of = words(desk, path, desk.spoken_of.get(who.id, []), named=True)
    events = desk.dated.get(who.id, [])
    number = len({group.to for group in groups})
    counts = [f"{describe.count(total, 'mention')} in {describe.count(number, 'source')}"]
    counts += [describe.count(len(said), "quotation")] if said else []
    private = desk.shelf.collection.withheld.names.get(who.id, 0)
    counts += [f"named in {describe.count(private, 'private source')} too"] if private else []
    return {
        "front": front.page(who.name, f"{who.name}: {', '.join(counts)}.", hide=["navigation"]),
        "name": who.name,
        "description": who.description,
        "links": [identified(key, value) for key, value in who.links],
        "kind": ONE.get(who.type, "Name"),
        "counts": " · ".join(counts),
        "forms": others(desk, who),
        "company": company(desk, who, path),
        "index": desk.shelf.entry(path, who.id),
        "strip": strip([event.edtf for event, _ in events[:DATES]]),
        "dates": [dated(desk, path, event, each) for event, each in events[:DATES]],
        "quoted": quoted[:QUOTED],
        "voice": desk.shelf.quotation(path, f"by-{who.id}"),
        "spoken_of": spoken_of[:SPOKEN_OF],
        "untold": {
            "dates": max(len(events) - DATES, 0),
            "quoted": max(len(quoted) - QUOTED, 0),
            "spoken_of": max(len(spoken_of) - SPOKEN_OF, 0),
        },
    }


def company(desk: Desk, who: Identity, path: str) -> list[tuple[str, Safe, int]]:
    """The names that stand beside one most often, and in how many sentences."""
    return [
        (desk.shelf.by_id[other].name, desk.shelf.bearer(path, other), number)
        for other, number in desk.mentions.companions(who.id, COMPANY)
    ]


def identified(key: str, value: str) -> tuple[str, str]:
    """An identifier of the editor's in words, and the address that it leads to ("" for none)."""
    name, start = ELSEWHERE.get(key.lower(), (key, ""))
    if live(value):
        return name, value
    return (name, start + value) if start else (f"{name} {value}", "")


def others(desk: Desk, who: Identity) -> list[str]:
    """The other forms in which the sources write a name, the most frequent first."""
    counted = forms(desk.shelf, who)
    del counted[who.name]
    return sorted(counted, key=lambda form: (-counted[form], form))[:FORMS]


def words(desk: Desk, path: str, found: Iterable[tuple[str, Quote]], *, named: bool = False) -> list[Words]:
    """Quotations in their sentences, those of one sentence together, with their speakers if `named`."""
    frames: dict[tuple[str, TextSpan], list[Quote]] = {}
    cuts: dict[tuple[str, TextSpan], tuple[bool, bool]] = {}
    for slug, quote in found:
        span, before, after = near(desk.mentions.sentences[slug], first(quote))
        frames.setdefault((slug, span), []).append(quote)
        cuts[slug, span] = before, after
    shown = []
    for (slug, span), quotes in frames.items():
        view = desk.shelf.views[slug]
        wraps = [Wrap(first(quote), '<span class="d-meant">', "</span>") for quote in quotes]
        line = text(desk.mentions.sentences[slug], span, cuts[slug, span], wraps)
        where = to(path, source_page(slug), view.spot(first(quotes[0]), quotes[0].id))
        remarks = dict.fromkeys(remark for quote in quotes for remark in remarks_on(desk, quote, named=named))
        shown.append(Words(line, where, desk.shelf.shorts[slug], " · ".join(remarks)))
    return shown


def first(quote: Quote) -> TextSpan:
    """A quotation, or the first of its parts."""
    return (quote.parts or (quote.span,))[0]


def remarks_on(desk: Desk, quote: Quote, *, named: bool) -> Iterator[str]:
    """Who says it, if that is to be told, and when it was said."""
    if named:
        who = desk.shelf.speaker(quote.speaker)
        described = quote.speaker.name if quote.speaker else None
        yield who.name if who else described or "speaker not named"
    if quote.said:
        yield f"said {in_words(quote.said)}"


def dated(desk: Desk, path: str, event: Event, each: Attestation) -> Dated:
    """A date with its sentence."""
    sentences = desk.mentions.sentences[each.slug]
    return Dated(
        in_words(event.edtf),
        iso(event.edtf) or "",
        shown(desk.shelf, sentences, path, Passage(each.slug, each.label)),
    )
