"""Notes, quotations, dates and names of one seed, each with the rule that made it and what the rule went by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dossier.model import Date, Quote
from dossier.report.explain.page import Page
from dossier.report.terminal import WIDTH, clip, padded, wrapped

PLACE, ROOM = 10, 84
INDENT = PLACE + 4
LINES_NAMED = 12
"""A name that stands on more lines is told with the first of them."""


def item(place: str, text: str) -> str:
    """The first line of an entry: where it stands, and what it is."""
    return f"  {padded(place.replace('lines', 'line', 1).replace(' to ', '-'), PLACE)}  {text}"


def below(page: Page, *parts: str) -> Iterator[str]:
    """Further lines of an entry, those that say something."""
    for part in filter(None, parts):
        yield from (page.paint(line, "dim") for line in wrapped(part, INDENT))


def notes(page: Page) -> Iterator[str]:
    """Each note with its markers and its text, or that the capture has none."""
    for note in page.source.annotations.notes:
        marks = ", ".join(page.line(ref) for ref in note.refs) or "no marker in the text"
        if note.definition:
            text = page.words(note.definition[0], ROOM - 16)
            where = page.line(note.definition[0])
        else:
            text, where = page.paint("no text in the capture", "warning"), ""
        yield item(f"[{clip(note.label, PLACE - 2)}]", text)
        doubt = "; cut short by the capture" if note.incomplete else ""
        yield from below(page, f"marked on {marks}", f"text on {where}" if where else "", f"rule {note.rule}{doubt}")


def quotations(page: Page) -> Iterator[str]:
    """Each quotation with its kind, its speaker and what says so."""
    for quote in page.source.annotations.quotes:
        yield item(page.line(quote.span), f"{padded(quote.kind, 9)} {page.words(quote.span, ROOM - 10)}")
        yield from below(page, speaker(page, quote), said(quote), f"rule {quote.rule}")


def speaker(page: Page, quote: Quote) -> str:
    """Who says it and how that is known, or that nobody is named."""
    if quote.speaker is None:
        return "" if quote.kind in {"title", "term"} else "speaker: nobody is named"
    who = quote.speaker.name or "somebody the text calls only by a pronoun"
    known = "" if quote.speaker.known else " (a description, no name)"
    told = f"speaker: {who}{known}"
    if quote.speaker.mention:
        told += f", by {page.words(quote.speaker.mention, 40)} on {page.line(quote.speaker.mention)}"
    if quote.evidence:
        told += f"; evidence {page.words(quote.evidence, 60)} on {page.line(quote.evidence)}"
    return told + (f"; rule {quote.speaker_rule}" if quote.speaker_rule else "")


def said(quote: Quote) -> str:
    """When it was said."""
    return f"said: {quote.said}, rule {quote.said_rule}" if quote.said else ""


def dates(page: Page) -> Iterator[str]:
    """Each date with its value and what it was read from."""
    for date in page.source.annotations.dates:
        value = padded(date.edtf or "not resolved", 22)
        shown = value if date.edtf else page.paint(value, "warning")
        yield item(page.line(date.span), f"{shown} {page.words(date.span, ROOM - 23)}")
        yield from below(page, basis(page, date), event(page, date))


def basis(page: Page, date: Date) -> str:
    """What the value rests on."""
    told = f"{date.basis.replace('_', ' ')}, {date.role}, rule {date.rule}"
    if date.base:
        where = f"on {page.line(date.base.span)}" if date.base.span else "the text's own date"
        told += f"; counted from {date.base.edtf}, {where}"
    return told + (f"; {date.reason}" if date.reason else "")


def event(page: Page, date: Date) -> str:
    """What happened then."""
    return f"what happened: {page.words(date.event, 2 * WIDTH)}" if date.event else ""


def names(page: Page) -> Iterator[str]:
    """Each bearer with its type and the lines it stands on, and the identity it has in the collection."""
    bearers = {member: who for who in page.collection.identities for member in who.members}
    for index, name in enumerate(page.source.annotations.names):
        lines = dict.fromkeys(page.line(mention).removeprefix("line ") for mention in name.mentions)
        more = f" and {len(lines) - LINES_NAMED} more" if len(lines) > LINES_NAMED else ""
        yield item(padded(name.type, PLACE), page.paint(clip(name.name, ROOM), "name"))
        who = bearers.get((page.source.slug, index))
        others = len({slug for slug, _ in who.members} - {page.source.slug}) if who else 0
        shared = f"; also in {others} other source{'s' * (others > 1)}" if others else ""
        alias = f"; is {who.name}" if who and who.name != name.name else ""
        yield from below(page, f"line {', '.join(islice(lines, LINES_NAMED))}{more}; rule {name.rule}{alias}{shared}")
