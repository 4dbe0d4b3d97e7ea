"""The home page and the list of sources."""

from __future__ import annotations

from dossier.write import describe, front
from dossier.write.catalogue import ABOUT, COMPARE, HOME, NAMES, QUOTES, SOURCES, TIMELINE, Catalogue, to
from dossier.write.edtf import iso
from dossier.write.pages.cards import cards
from dossier.write.pages.happenings import Happening, happening, main_events
from dossier.write.templating import fill

MOST_CARDS = 24
"""Cards on the home page; the list of sources has all."""
MOST_SPEAKERS = 8
MOST_EVENTS = 6


def home(shelf: Catalogue) -> str:
    """The Markdown of the home page."""
    every = cards(shelf, HOME)
    summary = totals(shelf)
    return fill(
        "home.md.j2",
        front=front.page("Home", summary, hide=["navigation", "toc"]),
        summary=summary,
        cards=every[:MOST_CARDS],
        more=max(len(every) - MOST_CARDS, 0),
        speakers=speakers(shelf),
        events=recent(shelf),
        to={page.partition("/")[0]: to(HOME, page) for page in (SOURCES, TIMELINE, QUOTES, NAMES, COMPARE, ABOUT)},
    )


def sources(shelf: Catalogue) -> str:
    """The Markdown of the list of sources."""
    summary = f"{describe.count(len(shelf.views), 'source')}, newest first, undated ones last."
    return fill("sources.md.j2", front=front.page("Sources", summary), summary=summary, cards=cards(shelf, SOURCES))


def totals(shelf: Catalogue) -> str:
    """What the collection holds, counted."""
    found = [view.source.annotations for view in shelf.views.values()]
    said = sum(quote.kind in {"speech", "fragment"} for each in found for quote in each.quotes)
    events = len(main_events(shelf))
    return (
        f"{describe.count(len(found), 'source')}, {describe.count(said, 'quotation')}, "
        f"{describe.count(events, 'dated event')}, {describe.count(len(shelf.collection.identities), 'name')}"
    )


def speakers(shelf: Catalogue) -> list[tuple[str, object, int]]:
    """Who is quoted most: name, way to the quotations, number of them."""
    counted: dict[str, int] = {}
    for view in shelf.views.values():
        for quote in view.source.annotations.quotes:
            who = shelf.speaker(quote.speaker) if quote.kind in {"speech", "fragment"} else None
            if who:
                counted[who.id] = counted.get(who.id, 0) + 1
    most = sorted(counted, key=lambda name: (-counted[name], shelf.by_id[name].name, name))[:MOST_SPEAKERS]
    return [(shelf.by_id[name].name, to(HOME, QUOTES, f"by-{name}"), counted[name]) for name in most]


def recent(shelf: Catalogue) -> list[Happening]:
    """The events that most sources tell, those of a known day before others, in order of time."""
    every = main_events(shelf)
    ranked = sorted(every, key=lambda e: (-len({each.slug for each in e.attestations}), -len(iso(e.edtf) or "")))
    chosen = {event.id for event in ranked[:MOST_EVENTS]}
    return [happening(shelf, event, HOME) for event in every if event.id in chosen]
