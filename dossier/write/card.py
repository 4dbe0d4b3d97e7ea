"""A source as lists show it: as much as they say of it, so that they need not hold its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from dossier.model import Fact, Quote
from dossier.write import describe
from dossier.write.reference import reference
from dossier.write.view import View


@dataclass(frozen=True, slots=True)
class Card:
    """What all lists of sources say of one. All texts are plain; "" stands for what nobody says."""

    slug: str
    file: str
    """The published name of the seed, `seeds/NAME`."""
    sha256: str
    title: str
    credit: str
    """Authors, publisher and date on one line."""
    short: str
    """A few words for the source, perhaps another's too."""
    reference: str
    by: tuple[str, ...]
    authors: str
    """All authors in words, or that none is named; so with the publisher and the date."""
    publisher: str
    issued: bool
    """Whether a publisher is named."""
    published: str
    """The date of publication, EDTF."""
    date: str
    kind: str
    opening: str
    rights: str
    excerpted: bool
    """Whether only passages of the source are published."""
    added: str
    """The day on which it joined the collection."""
    quotations: int
    """Somebody's words that are no part of another quotation."""
    quoted: int
    """All quotations."""
    dates: int
    notes: int
    mentions: int
    gaps: int


def card(view: View) -> Card:
    """What lists say of a source."""
    source, meta, found = view.source, view.document.meta, view.source.annotations
    return Card(
        slug=view.slug,
        file=view.document.seed.file,
        sha256=view.document.seed.sha256,
        title=describe.title(source),
        credit=describe.credit(source),
        short=describe.short(source),
        reference=reference(source),
        by=tuple(fact.value for fact in meta.authors),
        authors=describe.authors(source),
        publisher=describe.publisher(source),
        issued=meta.publisher is not None,
        published=value(meta.published),
        date=describe.short_date(source),
        kind=value(meta.kind),
        opening=describe.opening(source),
        rights=describe.rights(source),
        excerpted=describe.excerpted(source),
        added=value(meta.added),
        quotations=sum(own(quote) for quote in found.quotes),
        quoted=len(found.quotes),
        dates=len(found.dates),
        notes=len(found.notes),
        mentions=sum(len(name.mentions) for name in found.names),
        gaps=len(view.document.issues) + len(found.issues),
    )


def own(quote: Quote) -> bool:
    """Whether a quotation is somebody's words and not inside another one."""
    return quote.kind in {"speech", "fragment"} and quote.parent is None


def value(fact: Fact | None) -> str:
    """What is known, "" for nothing."""
    return fact.value if fact else ""


FIELDS = tuple(field.name for field in fields(Card))


def packed(of: Card) -> list[Any]:
    """A card as JSON has it."""
    return [getattr(of, name) for name in FIELDS]


def unpacked(values: Sequence[Any]) -> Card:
    """The card again."""
    given: list[Any] = [tuple(each) if isinstance(each, list) else each for each in values]
    return Card(*given)
