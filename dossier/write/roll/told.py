"""What one source tells of each of its names that has a page: a fragment of that page, as plain values.

In what is Markdown already, WAY stands for the way from the page up to docs/: pages of one name differ in their depth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypedDict

from dossier.model import Passage, Quote
from dossier.sourcemap import TextSpan
from dossier.write import describe
from dossier.write.addresses import source_page, to
from dossier.write.catalogue import HOME, Catalogue
from dossier.write.context import near
from dossier.write.edtf import in_words
from dossier.write.escape import Safe
from dossier.write.flatten import Wrap
from dossier.write.mentions import Line, Mentions
from dossier.write.passage import sentence_of, text

WAY = "\x7f"
"""A character that no escaped text holds: there it is shown as a picture."""
LANES = ("event", "background")
SAID = ("speech", "fragment")
MOST = 50
"""Sentences with quotations that a page shows, and so as many as are kept of one source."""

Words = tuple[str, str, str]
"""A sentence with quotations as Markdown, its address, and what is remarked on them."""
Dated = tuple[str, str, int, str, str]
"""A date: its event's EDTF value, id and place among the attestations; its sentence as Markdown, and its address."""


class Told(TypedDict):
    """What one source tells of one name."""

    title: str
    credit: str
    hits: int
    """Mentions in the lines."""
    lines: list[str]
    """Sentences that mention it, as Markdown."""
    forms: dict[str, int]
    company: dict[str, int]
    """By other names' ids: the sentences that mention both."""
    said: int
    """What it is quoted with."""
    quoted: list[Words]
    spoken: list[Words]
    """What others are quoted with that mentions it."""
    sentences: tuple[int, int]
    """The sentences with those quotations, and with these."""
    dates: list[Dated]


@dataclass(frozen=True, slots=True)
class Desk:
    """What is told of names in one source."""

    shelf: Catalogue
    slug: str
    mentions: Mentions


def told(shelf: Catalogue, slug: str, found: Mentions, forms: dict[str, Counter[str]]) -> Iterator[tuple[str, Told]]:
    """Names with a page, by id, and what the source tells of each. `forms` tells how it writes them."""
    desk = Desk(shelf, slug, found)
    quoted, spoken = quotations(desk)
    dated = dates(desk)
    source = shelf.views[slug].source
    paged = {*shelf.own_pages[slug], *(who for who in quoted.keys() - forms.keys() if who in shelf.paged)}
    title, credit = describe.title(source), describe.credit(source)
    for who in sorted(paged):
        lines = sorted(found.lines.get(who, ()), key=lambda line: line.span)
        by_it, of_it = words(desk, quoted.get(who, ())), words(desk, spoken.get(who, ()), named=True)
        yield (
            who,
            {
                "title": title,
                "credit": credit,
                "hits": sum(len(line.hits) for line in lines),
                "lines": [sentence(desk, line) for line in lines],
                "forms": forms.get(who, Counter()),
                "company": dict(sorted(found.company.get(who, Counter()).items())),
                "said": len(quoted.get(who, ())),
                "quoted": by_it[:MOST],
                "spoken": of_it[:MOST],
                "sentences": (len(by_it), len(of_it)),
                "dates": dated.get(who, []),
            },
        )


def sentence(desk: Desk, line: Line) -> Safe:
    """A sentence in which every mention is a link to its passage."""
    wraps = [
        Wrap(hit, "[", f"]({WAY}{desk.shelf.passage(HOME, Passage(desk.slug, hit))}){{ .d-hit }}", link=True)
        for hit in line.hits
    ]
    return text(desk.mentions.sentences, line.span, line.cut, wraps)


def quotations(desk: Desk) -> tuple[dict[str, list[Quote]], dict[str, list[Quote]]]:
    """For each name what it is quoted with, and what others are quoted with that mentions it."""
    quoted: dict[str, list[Quote]] = {}
    spoken: dict[str, list[Quote]] = {}
    for quote in desk.shelf.views[desk.slug].source.annotations.quotes:
        who = desk.shelf.speaker(quote.speaker)
        if who:
            quoted.setdefault(who.id, []).append(quote)
        if quote.kind in SAID and quote.parent is None:
            for other in dict.fromkeys(desk.mentions.within(quote.span)):
                if who is None or other != who.id:
                    spoken.setdefault(other, []).append(quote)
    return quoted, spoken


def words(desk: Desk, found: Iterable[Quote], *, named: bool = False) -> list[Words]:
    """Quotations in their sentences, those of one sentence together, with their speakers if `named`."""
    frames: dict[TextSpan, list[Quote]] = {}
    cuts: dict[TextSpan, tuple[bool, bool]] = {}
    for quote in found:
        span, before, after = near(desk.mentions.sentences, first(quote))
        frames.setdefault(span, []).append(quote)
        cuts[span] = before, after
    view = desk.shelf.views[desk.slug]
    made: list[Words] = []
    for span, quotes in frames.items():
        wraps = [Wrap(first(quote), '<span class="d-meant">', "</span>") for quote in quotes]
        line = text(desk.mentions.sentences, span, cuts[span], wraps)
        where = to(HOME, source_page(desk.slug), view.spot(first(quotes[0]), quotes[0].id))
        remarks = dict.fromkeys(remark for quote in quotes for remark in remarks_on(desk, quote, named=named))
        made.append((line, where, " · ".join(remarks)))
    return made


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


def dates(desk: Desk) -> dict[str, list[Dated]]:
    """For each name the events whose clause mentions it; of several clauses about one event, the first."""
    found: dict[str, dict[str, Dated]] = {}
    own, sentences = set(desk.shelf.own_pages[desk.slug]), desk.mentions.sentences
    for each in sorted(desk.shelf.attested.get(desk.slug, ()), key=lambda each: each.place):
        named = dict.fromkeys(desk.mentions.within(each.label)) if each.lane in LANES else {}
        paged = [who for who in named if who in own]
        if paged:
            line = sentence_of(sentences, each.label)
            where = to(HOME, source_page(desk.slug), sentences.view.anchor(each.label))
            for who in paged:
                found.setdefault(who, {}).setdefault(each.event, (each.edtf, each.event, each.place, line, where))
    return {who: list(events.values()) for who, events in found.items()}
