"""The quotations by speaker, each in its sentence: what somebody said first, then titles and terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossier.model import Quote
from dossier.sourcemap import TextSpan
from dossier.write import describe, front
from dossier.write.catalogue import QUOTES, Catalogue, source_page, to
from dossier.write.context import WORDS, Sentences, framed, frames
from dossier.write.edits import said as told
from dossier.write.edtf import in_words
from dossier.write.escape import Safe
from dossier.write.pages.chart import Chart, chart
from dossier.write.pages.families import Kin, family_of, kin
from dossier.write.pages.voices import (
    SAID,
    SHARED,
    TERMS,
    TITLES,
    Part,
    Saying,
    Voice,
    address,
    entry_id,
    parts,
    voices,
)
from dossier.write.reference import reference, year
from dossier.write.templating import fill
from dossier.write.view import View

KINDS = {"fragment": "in part", "title": "title", "term": "term"}
"""What is said of a quotation that is not somebody's whole sentence."""
LISTED = 400
"""Speakers that the overview of several pages lists one by one; of more it lists the pages."""


@dataclass(frozen=True, slots=True)
class Words:
    """One quotation as the page shows it; `frames` are its sentences, a line for each block."""

    id: str
    frames: tuple[Safe, ...]
    to: Safe
    title: str
    remarks: str
    kind: str
    slug: str
    year: str
    family: Safe | None
    again: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One speaker and what he or she is quoted with on a page."""

    id: str
    name: str
    to: Safe | None
    quotes: tuple[Words, ...]
    count: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What every entry of a page looks things up in."""

    shelf: Catalogue
    sentences: Mapping[str, Sentences]
    families: dict[tuple[str, str], tuple[str, int]]
    """A quotation's family and the number of its other forms."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the pages of all quotations share, and where each stands among them."""

    summary: str
    title: str = "Quotations"
    path: str = QUOTES
    chart: Chart | None = None
    contents: tuple[tuple[str, Safe, str], ...] = ()
    around: tuple[tuple[str, str, Safe], ...] = ()


def quotes(shelf: Catalogue) -> dict[str, str]:
    """The Markdown of the quotations' pages by their paths: one page, or an overview and as many as are needed."""
    every = voices(shelf)
    said = [saying for voice in every for saying in voice.sayings if saying[1].kind in SAID]
    desk = Desk(shelf, shelf.sentences, relatives(shelf))
    summary = f"{describe.count(len(said), 'quotation')} from {describe.count(len(shelf.views), 'source')}, by speaker."
    drawn = drawing(shelf, said)
    several = parts(shelf)
    if not several:
        return {QUOTES: page(desk, Frame(summary, chart=drawn), every, kin(shelf, desk.sentences, QUOTES))}
    contents = (*listed(shelf, every, several),)
    made = {QUOTES: page(desk, Frame(summary, chart=drawn, contents=contents), [], [])}
    by_id = {family.id: family for family in shelf.collection.families}
    for part, around in zip(several, beside(several), strict=True):
        told = f"{describe.count(part.number, 'entry', 'entries')} of the quotations: {part.name}."
        frame = Frame(told, f"Quotations: {part.name}", part.path, around=around)
        families = [family_of(shelf, desk.sentences, by_id[name], part.path) for name in part.families]
        made[part.path] = page(desk, frame, part.voices, families)
    return made


def drawing(shelf: Catalogue, said: Iterable[Saying]) -> Chart:
    """The chart of what is quoted; what is quoted inside another quotation counts there."""
    whole = [(view, quote) for view, quote in said if quote.parent is None]
    return chart(shelf, [(*address(shelf, quote), view.slug, size(view, quote)) for view, quote in whole])


def page(desk: Desk, frame: Frame, shown: Sequence[Voice], families: Sequence[Kin]) -> str:
    """One page."""
    shelf = desk.shelf
    slugs = dict.fromkeys(view.slug for voice in shown for view, _ in voice.sayings)
    every = [spoken(desk, frame.path, voice) for voice in shown]
    return fill(
        "quotes.md.j2",
        front=front.page(frame.title, frame.summary, hide=["navigation"]),
        frame=frame,
        up=to(frame.path, QUOTES) if frame.path != QUOTES else None,
        voices=[voice for voice in every if voice.id != TERMS],
        terms=[quote for voice in every if voice.id == TERMS for quote in voice.quotes],
        families=families,
        empty=not shown and not families and not frame.contents,
        chart=frame.chart,
        anchors={bar.to: shelf.quotation(frame.path, bar.to) for bar in frame.chart.rows} if frame.chart else {},
        sources=[(slug, reference(shelf.views[slug].source), to(QUOTES, source_page(slug))) for slug in slugs],
    )


def listed(shelf: Catalogue, every: Sequence[Voice], several: Sequence[Part]) -> list[tuple[str, Safe, str]]:
    """Where everything stands, name, way and number: the speakers while they can be listed, else the pages."""
    if len(every) > LISTED:
        return [(part.name, to(QUOTES, part.path), describe.count(part.number, "entry", "entries")) for part in several]
    found = [
        (voice.name, shelf.quotation(QUOTES, voice.id), describe.count(len(voice.sayings), "quotation"))
        for voice in every
    ]
    families = len(shelf.collection.families)
    alike = (TITLES[SHARED], shelf.quotation(QUOTES, SHARED), describe.count(families, "group"))
    return [*found, *([alike] if families else [])]


def beside(several: Sequence[Part]) -> list[tuple[tuple[str, str, Safe], ...]]:
    """The pages before and after each."""
    found: list[list[tuple[str, str, Safe]]] = [[] for _ in several]
    for at, (one, other) in enumerate(pairwise(several)):
        found[at + 1].insert(0, ("Before", one.name, to(other.path, one.path)))
        found[at].append(("After", other.name, to(one.path, other.path)))
    return [tuple(each) for each in found]


def relatives(shelf: Catalogue) -> dict[tuple[str, str], tuple[str, int]]:
    """Each quotation that stands elsewhere too: its family and how many other forms there are."""
    families = shelf.collection.families
    return {form: (family.id, len(family.forms) - 1) for family in families for form in family.forms}


def size(view: View, quote: Quote) -> int:
    """The number of words of a quotation."""
    return sum(len(view.reading(part).split()) for part in pieces(quote))


def pieces(quote: Quote) -> tuple[TextSpan, ...]:
    """The parts of a quotation; one that is not divided is its own part."""
    return quote.parts or (quote.span,)


def spoken(desk: Desk, path: str, voice: Voice) -> Shown:
    """One speaker's quotations as a page shows them."""
    return Shown(
        voice.id,
        voice.name,
        None if voice.id in TITLES else desk.shelf.bearer(path, voice.id.removeprefix("by-")),
        tuple(words(desk, path, *saying) for saying in voice.sayings),
        describe.count(len(voice.sayings), "quotation"),
    )


def words(desk: Desk, path: str, view: View, quote: Quote) -> Words:
    """One quotation in its sentence, with its source."""
    held = pieces(quote)
    speaker = quote.speaker
    marked = [(part, WORDS) for part in held]
    if speaker and speaker.mention:
        marked.append((speaker.mention, "d-mention"))
    published = view.document.meta.published
    family, others = desk.families.get((view.slug, quote.id), ("", 0))
    stretches = frames(desk.sentences[view.slug], held, quote.evidence)
    return Words(
        id=entry_id(view, quote),
        frames=tuple(framed(view, span, marked) for span in stretches),
        to=to(path, source_page(view.slug), view.spot(held[0], quote.id)),
        title=desk.shelf.shorts[view.slug],
        remarks=remarks(desk.shelf, view, quote),
        kind=quote.kind,
        slug=view.slug,
        year=year(quote.said) or year(published.value if published else None),
        family=desk.shelf.quotation(path, family) if family else None,
        again=describe.count(others, "other place"),
    )


def remarks(shelf: Catalogue, view: View, quote: Quote) -> str:
    """What the words alone do not tell: who is described, what kind it is, who quotes it, when it was said."""
    speaker = quote.speaker
    unnamed = view.reading(speaker.mention) if speaker and speaker.mention else ""
    described = (speaker.name or unnamed) if speaker and not shelf.speaker(speaker) else ""
    parent = shelf.quotes.get((view.slug, quote.parent)) if quote.parent else None
    within = ""
    if parent is not None:
        who = shelf.speaker(parent.speaker)
        within = f"quoted by {who.name}" if who else "inside another quotation"
    said = f"said {in_words(quote.said)}" if quote.said else ""
    private = shelf.collection.withheld.quotes.get((view.slug, quote.id), 0)
    again = f"quoted in {describe.count(private, 'private source')} too" if private else ""
    editor = f"editor: {told(quote.edit)}" if quote.edit else ""
    return " · ".join(filter(None, [described, KINDS.get(quote.kind, ""), within, said, again, editor]))
