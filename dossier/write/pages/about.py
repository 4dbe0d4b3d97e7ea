"""How the site is made, in plain words: method, what the captures lost, downloads, rights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from dossier.write import describe, front, receipt
from dossier.write.addresses import record_file, source_page, to
from dossier.write.card import Card
from dossier.write.catalogue import ABOUT, Catalogue
from dossier.write.data import FORMATS, PACKAGE
from dossier.write.escape import Safe, live
from dossier.write.memo import NoMemo
from dossier.write.templating import fill
from dossier.write.view import MADE

MAIL = "mailto:"
LINES = 12
"""Gaps of one source that are listed here."""
MOST = 60
"""Sources whose gaps and receipts are listed here; each one's own page and the data have them all."""
KILO = 1_000


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing or in doubt in one source."""

    title: str
    to: Safe
    lines: tuple[receipt.Line, ...]
    number: int


def about(shelf: Catalogue, sizes: Mapping[str, int], memo: NoMemo) -> str:
    """The Markdown of the page about the site. `sizes` holds the bytes of the data files by their path under data/."""
    cards = list(shelf.cards.values())
    found = [card for card in cards if card.gaps]
    return fill(
        "about.md.j2",
        front=front.page(
            "About",
            "How this collection is made, what its captures lost, and its data to download.",
            hide=["navigation"],
        ),
        gaps=[gaps(shelf, card, memo) for card in found[:MOST]],
        more_gaps=len(found) - MOST,
        sources=[(card.title, *links(shelf, card), card.rights) for card in cards[:MOST]],
        more=len(cards) - MOST,
        files=[(to(ABOUT, f"data/{path}"), path, what, size(sizes[path])) for path, what in downloads()],
        contact=address(shelf.site.contact),
        shown=shelf.site.contact.removeprefix(MAIL),
    )


def gaps(shelf: Catalogue, card: Card, memo: NoMemo) -> Gaps:
    """The first gaps and doubts of one source."""
    lines = memo.value(f"gaps {card.slug}", shelf, partial(first_gaps, card.slug))
    told = tuple(receipt.Line(where, what, words=words) for where, what, words in lines)
    return Gaps(card.title, to(ABOUT, source_page(card.slug), MADE), told, card.gaps)


def first_gaps(slug: str, shelf: Catalogue) -> list[tuple[str, str, str]]:
    """Where each of them is, what it is, and the words for it."""
    return [(line.where, line.what, line.words) for line in receipt.gaps(shelf.views[slug])[:LINES]]


def links(shelf: Catalogue, card: Card) -> tuple[Safe, Safe, Safe]:
    """The ways to a source's receipt, raw seed ("" where it is not published) and record."""
    return (
        to(ABOUT, source_page(card.slug), MADE),
        to(ABOUT, shelf.raw(card.slug)) if shelf.raw(card.slug) else Safe(""),
        to(ABOUT, record_file(card.slug)),
    )


def downloads() -> list[tuple[str, str]]:
    """The data files about the whole collection, and what each is."""
    return [*((each.path, each.what) for each in FORMATS), (PACKAGE, "all of these as a Frictionless data package")]


def size(number: int) -> str:
    """A number of bytes in words: `840 bytes`, `12 KB`, `3.4 MB`."""
    if number < KILO:
        return describe.count(number, "byte")
    if number < KILO * KILO:
        return f"{round(number / KILO)} KB"
    return f"{number / KILO / KILO:.1f} MB"


def address(contact: str) -> str:
    """Where the contact of the settings leads; a bare mail address becomes a link, what is no address does not."""
    if "@" in contact and not urlsplit(contact).scheme:
        return f"{MAIL}{contact}"
    return contact if live(contact) else ""
