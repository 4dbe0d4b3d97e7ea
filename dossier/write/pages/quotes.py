"""The quotations by speaker, each in its sentence: what somebody said first, then titles and terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from dossier.model import Family, Quote
from dossier.write import describe, front
from dossier.write.addresses import source_page, to
from dossier.write.catalogue import QUOTES, Catalogue
from dossier.write.context import WORDS, framed, frames
from dossier.write.edits import said as told
from dossier.write.edtf import in_words
from dossier.write.escape import Safe
from dossier.write.memo import Fragments, NoMemo, mark, of_texts
from dossier.write.pages.chart import Saying, chart
from dossier.write.pages.families import family_of
from dossier.write.pages.sheet import Sheet
from dossier.write.pages.voices import SHARED, TITLES, Part, Quoted, Voice
from dossier.write.reference import year
from dossier.write.saying import TERMS, pieces
from dossier.write.templating import fill
from dossier.write.view import View

KINDS = {"fragment": "in part", "title": "title", "term": "term"}
"""What is said of a quotation that is not somebody's whole sentence."""
LISTED = 400
"""Speakers that the overview of several pages lists one by one; of more it lists the pages."""


BESIDE = "quotes/-.md"
"""A page as deep as those of quotations: what it links to, they link to alike."""


@dataclass(frozen=True, slots=True)
class Words:
    """One quotation as a page shows it; `frames` are its sentences, a line for each block."""

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
    quotes: tuple[Safe, ...]
    count: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What the pages of all quotations share, and where each stands among them."""

    summary: str
    title: str = "Quotations"
    path: str = QUOTES
    contents: tuple[tuple[str, Safe, str], ...] = ()
    around: tuple[tuple[str, str, Safe], ...] = ()


def quotes(shelf: Catalogue, quoted: Quoted, memo: NoMemo) -> Iterator[Sheet]:
    """The quotations' pages: one page, or an overview and as many as are needed."""
    texts = memo.fragments(SAID, shelf)
    every = describe.count(quoted.said, "quotation")
    summary = f"{every} from {describe.count(len(shelf.cards), 'source')}, by speaker."
    if not quoted.parts:
        families = sorted(shelf.collection.families, key=lambda family: (-len(family.forms), family.id))
        yield sheet(shelf, texts, Frame(summary), quoted.voices, families, quoted.spoken)
        return
    yield sheet(shelf, texts, Frame(summary, contents=(*listed(shelf, quoted),)), [], [], quoted.spoken)
    by_id = {family.id: family for family in shelf.collection.families}
    for part, around in zip(quoted.parts, beside(quoted.parts), strict=True):
        told = f"{describe.count(part.number, 'entry', 'entries')} of the quotations: {part.name}."
        frame = Frame(told, f"Quotations: {part.name}", part.path, around=around)
        yield sheet(shelf, texts, frame, part.voices, [by_id[name] for name in part.families])


def sheet(  # noqa: PLR0913 - what stands on one page
    shelf: Catalogue,
    texts: Fragments,
    frame: Frame,
    voices: Sequence[Voice],
    families: Sequence[Family],
    spoken: Sequence[Saying] | None = None,
) -> Sheet:
    """One page; it has a chart where it is given what is spoken."""
    slugs = dict.fromkeys(entry.slug for voice in voices for entry in voice.entries)
    sources = [(slug, shelf.cards[slug].reference, to(frame.path, source_page(slug))) for slug in slugs]
    words = [
        (voice.id, voice.name, [texts.digest(entry.slug, entry.number) for entry in voice.entries]) for voice in voices
    ]
    make = partial(page, texts, frame, voices, families, spoken, sources)
    return Sheet(frame.path, mark(frame, words, families, spoken, sources), make)


def page(  # noqa: PLR0913 - what stands on one page
    texts: Fragments,
    frame: Frame,
    voices: Sequence[Voice],
    families: Sequence[Family],
    spoken: Sequence[Saying] | None,
    sources: Sequence[tuple[str, str, Safe]],
    shelf: Catalogue,
) -> str:
    """The Markdown of one page."""
    every = [shown(shelf, texts, frame.path, voice) for voice in voices]
    drawn = chart(shelf, spoken) if spoken is not None else None
    return fill(
        "quotes.md.j2",
        front=front.page(frame.title, frame.summary, hide=["navigation"]),
        frame=frame,
        up=to(frame.path, QUOTES) if frame.path != QUOTES else None,
        voices=[voice for voice in every if voice.id != TERMS],
        terms=[quote for voice in every if voice.id == TERMS for quote in voice.quotes],
        families=[family_of(shelf, family, frame.path) for family in families],
        empty=not voices and not families and not frame.contents,
        chart=drawn,
        anchors={bar.to: shelf.quotation(frame.path, bar.to) for bar in drawn.rows} if drawn else {},
        sources=sources,
    )


def listed(shelf: Catalogue, quoted: Quoted) -> list[tuple[str, Safe, str]]:
    """Where everything stands, name, way and number: the speakers while they can be listed, else the pages."""
    if len(quoted.voices) > LISTED:
        return [
            (part.name, to(QUOTES, part.path), describe.count(part.number, "entry", "entries")) for part in quoted.parts
        ]
    found = [
        (voice.name, shelf.quotation(QUOTES, voice.id), describe.count(len(voice.entries), "quotation"))
        for voice in quoted.voices
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


def shown(shelf: Catalogue, texts: Fragments, path: str, voice: Voice) -> Shown:
    """One speaker's quotations as a page shows them."""
    return Shown(
        voice.id,
        voice.name,
        None if voice.id in TITLES else shelf.bearer(path, voice.id.removeprefix("by-")),
        tuple(Safe(texts.text(entry.slug, entry.number)) for entry in voice.entries),
        describe.count(len(voice.entries), "quotation"),
    )


def said_of(shelf: Catalogue, slug: str) -> list[str]:
    """The quotations of a source in its order, each as every page shows it."""
    view = shelf.views[slug]
    return [fill("said.md.j2", quote=words(shelf, view, quote)) for quote in view.source.annotations.quotes]


SAID = of_texts("quotations", said_of)


def words(shelf: Catalogue, view: View, quote: Quote) -> Words:
    """One quotation in its sentence, with its source."""
    held = pieces(quote)
    speaker = quote.speaker
    marked = [(part, WORDS) for part in held]
    if speaker and speaker.mention:
        marked.append((speaker.mention, "d-mention"))
    published = view.document.meta.published
    family, others = shelf.relatives.get(view.slug, {}).get(quote.id, ("", 0))
    stretches = frames(shelf.sentences[view.slug], held, quote.evidence)
    return Words(
        id=f"{view.slug}--{quote.id}",
        frames=tuple(framed(view, span, marked) for span in stretches),
        to=to(QUOTES, source_page(view.slug), view.spot(held[0], quote.id)),
        title=shelf.shorts[view.slug],
        remarks=remarks(shelf, view, quote),
        kind=quote.kind,
        slug=view.slug,
        year=year(quote.said) or year(published.value if published else None),
        # Where there are several pages, none has both quotations and families.
        family=shelf.quotation(BESIDE if family in shelf.quote_pages else QUOTES, family) if family else None,
        again=describe.count(others, "other place"),
    )


def remarks(shelf: Catalogue, view: View, quote: Quote) -> str:
    """What the words alone do not tell: who is described, what kind it is, who quotes it, when it was said."""
    speaker = quote.speaker
    unnamed = view.reading(speaker.mention) if speaker and speaker.mention else ""
    described = (speaker.name or unnamed) if speaker and not shelf.speaker(speaker) else ""
    parent = view.quotes.get(quote.parent) if quote.parent else None
    within = ""
    if parent is not None:
        who = shelf.speaker(parent.speaker)
        within = f"quoted by {who.name}" if who else "inside another quotation"
    said = f"said {in_words(quote.said)}" if quote.said else ""
    private = shelf.also_private.get(view.slug, {}).get(quote.id, 0)
    again = f"quoted in {describe.count(private, 'private source')} too" if private else ""
    editor = f"editor: {told(quote.edit)}" if quote.edit else ""
    return " · ".join(filter(None, [described, KINDS.get(quote.kind, ""), within, said, again, editor]))
