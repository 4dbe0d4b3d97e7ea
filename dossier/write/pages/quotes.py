"""The quotations by speaker, each in its sentence: what somebody said first, then titles and terms."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Quote
from dossier.sourcemap import TextSpan
from dossier.write import describe, front
from dossier.write.catalogue import QUOTES, Catalogue, source_page, to
from dossier.write.context import WORDS, Sentences, framed, frames
from dossier.write.edtf import in_words
from dossier.write.escape import Safe
from dossier.write.pages.chart import chart
from dossier.write.pages.families import kin
from dossier.write.reference import reference, year
from dossier.write.templating import fill
from dossier.write.view import View

SAID = ("speech", "fragment", "nested")
NOBODY, DESCRIBED = "speaker-not-named", "described"
TITLES = {NOBODY: "Speaker not named", DESCRIBED: "Speakers described, not named"}
KINDS = {"fragment": "in part", "title": "title", "term": "term"}
"""What is said of a quotation that is not somebody's whole sentence."""

Saying = tuple[View, Quote]


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
    family: str
    again: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker and what he or she is quoted with."""

    id: str
    name: str
    to: Safe | None
    quotes: tuple[Words, ...]
    count: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What every entry of the page looks things up in."""

    shelf: Catalogue
    sentences: dict[str, Sentences]
    families: dict[tuple[str, str], tuple[str, int]]
    """A quotation's family and the number of its other forms."""


def quotes(shelf: Catalogue) -> str:
    """The Markdown of the quotations page."""
    every = [(view, quote) for view in shelf.views.values() for quote in view.source.annotations.quotes]
    said = [saying for saying in every if saying[1].kind in SAID]
    rest = [saying for saying in every if saying[1].kind not in SAID]
    desk = Desk(shelf, {slug: Sentences(view) for slug, view in shelf.views.items()}, relatives(shelf))
    summary = f"{describe.count(len(said), 'quotation')} from {describe.count(len(shelf.views), 'source')}, by speaker."
    return fill(
        "quotes.md.j2",
        front=front.page("Quotations", summary, hide=["navigation"]),
        summary=summary,
        voices=voices(desk, said),
        families=kin(shelf, desk.sentences, QUOTES),
        terms=[words(desk, *saying) for saying in rest],
        chart=chart(shelf, [(*address(shelf, quote), view.slug, size(view, quote)) for view, quote in counted(said)]),
        sources=[
            (slug, reference(shelf.views[slug].source), to(QUOTES, source_page(slug)))
            for slug in dict.fromkeys(view.slug for view, _ in every)
        ],
    )


def relatives(shelf: Catalogue) -> dict[tuple[str, str], tuple[str, int]]:
    """Each quotation that stands elsewhere too: its family and how many other forms there are."""
    families = shelf.collection.families
    return {form: (family.id, len(family.forms) - 1) for family in families for form in family.forms}


def counted(said: list[Saying]) -> list[Saying]:
    """The quotations whose words count: what is quoted inside another one counts there."""
    return [saying for saying in said if saying[1].parent is None]


def size(view: View, quote: Quote) -> int:
    """The number of words of a quotation."""
    return sum(len(view.reading(part).split()) for part in pieces(quote))


def pieces(quote: Quote) -> tuple[TextSpan, ...]:
    """The parts of a quotation; one that is not divided is its own part."""
    return quote.parts or (quote.span,)


def address(shelf: Catalogue, quote: Quote) -> tuple[str, str]:
    """Whom a quotation stands under: an id and the name to show."""
    who = shelf.speaker(quote.speaker)
    if who:
        return f"by-{who.id}", who.name
    place = DESCRIBED if quote.speaker and quote.speaker.name else NOBODY
    return place, TITLES[place]


def voices(desk: Desk, said: list[Saying]) -> list[Voice]:
    """The speakers, most quoted first; those without a name last."""
    grouped: dict[tuple[str, str], list[Words]] = {}
    for view, quote in said:
        grouped.setdefault(address(desk.shelf, quote), []).append(words(desk, view, quote))
    found = [
        Voice(
            place,
            name,
            None if place in TITLES else desk.shelf.bearer(QUOTES, place.removeprefix("by-")),
            tuple(each),
            describe.count(len(each), "quotation"),
        )
        for (place, name), each in grouped.items()
    ]
    return sorted(found, key=lambda voice: (voice.to is None, -len(voice.quotes), voice.name, voice.id))


def words(desk: Desk, view: View, quote: Quote) -> Words:
    """One quotation in its sentence, with its source."""
    parts = pieces(quote)
    speaker = quote.speaker
    marked = [(part, WORDS) for part in parts]
    if speaker and speaker.mention:
        marked.append((speaker.mention, "d-mention"))
    published = view.document.meta.published
    family, others = desk.families.get((view.slug, quote.id), ("", 0))
    stretches = frames(desk.sentences[view.slug], parts, quote.evidence)
    return Words(
        id=f"{view.slug}--{quote.id}",
        frames=tuple(framed(view, span, marked) for span in stretches),
        to=to(QUOTES, source_page(view.slug), view.spot(parts[0], quote.id)),
        title=desk.shelf.shorts[view.slug],
        remarks=remarks(desk.shelf, view, quote),
        kind=quote.kind,
        slug=view.slug,
        year=year(quote.said) or year(published.value if published else None),
        family=family,
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
    return " · ".join(filter(None, [described, KINDS.get(quote.kind, ""), within, said, again]))
