"""The quotations by speaker: what somebody said first, then titles and terms."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Quote
from dossier.write import describe, front
from dossier.write.catalogue import NAMES, QUOTES, Catalogue, source_page, to
from dossier.write.edtf import in_words
from dossier.write.escape import Safe
from dossier.write.templating import fill
from dossier.write.view import View

SAID = ("speech", "fragment")
LONGEST = 700
"""Characters of a quotation that the page repeats."""
NOBODY, DESCRIBED = "speaker-not-named", "described"


@dataclass(frozen=True, slots=True)
class Words:
    """One quotation as the page shows it."""

    id: str
    text: str
    to: Safe
    title: str
    remarks: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker and what he or she is quoted with."""

    id: str
    name: str
    to: Safe | None
    quotes: tuple[Words, ...]
    count: str


def quotes(shelf: Catalogue) -> str:
    """The Markdown of the quotations page."""
    every = [(view, quote) for view in shelf.views.values() for quote in view.source.annotations.quotes]
    said = [(view, quote) for view, quote in every if quote.kind in SAID]
    terms = [(view, quote) for view, quote in every if quote.kind in {"title", "term"}]
    known = voices(shelf, said)
    summary = f"{describe.count(len(said), 'quotation')} from {describe.count(len(shelf.views), 'source')}, by speaker."
    return fill(
        "quotes.md.j2",
        front=front.page("Quotations", summary, hide=["navigation"]),
        summary=summary,
        voices=known,
        terms=[words(shelf, view, quote) for view, quote in terms],
    )


def address(shelf: Catalogue, quote: Quote) -> tuple[str, str]:
    """Whom a quotation stands under: an id and the name to show."""
    who = shelf.speaker(quote.speaker)
    if who:
        return who.id, who.name
    if quote.speaker and quote.speaker.name:
        return DESCRIBED, "Speakers described, not named"
    return NOBODY, "Speaker not named"


def voices(shelf: Catalogue, said: list[tuple[View, Quote]]) -> list[Voice]:
    """The speakers, most quoted first; those without a name last."""
    grouped: dict[tuple[str, str], list[Words]] = {}
    for view, quote in said:
        grouped.setdefault(address(shelf, quote), []).append(words(shelf, view, quote))
    found = [
        Voice(
            id if id in {NOBODY, DESCRIBED} else f"by-{id}",
            name,
            None if id in {NOBODY, DESCRIBED} else to(QUOTES, NAMES, id),
            tuple(each),
            describe.count(len(each), "quotation"),
        )
        for (id, name), each in grouped.items()
    ]
    return sorted(found, key=lambda voice: (voice.to is None, -len(voice.quotes), voice.name, voice.id))


def words(shelf: Catalogue, view: View, quote: Quote) -> Words:
    """One quotation with its source."""
    parts = [view.reading(part) for part in quote.parts] or [view.reading(quote.span)]
    described = quote.speaker.name if quote.speaker and not shelf.speaker(quote.speaker) else None
    said = f"said {in_words(quote.said)}" if quote.said else ""
    return Words(
        id=f"{view.slug}--{quote.id}",
        text=describe.excerpt(" … ".join(parts) if len(parts) > 1 else parts[0], LONGEST),
        to=to(QUOTES, source_page(view.slug), view.spot((quote.parts or (quote.span,))[0], quote.id)),
        title=shelf.shorts[view.slug],
        remarks=" · ".join(filter(None, [described or "", said])),
    )
