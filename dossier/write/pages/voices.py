"""On which page a quotation stands: one page for all while they fit, else by speaker, each page as long as one may be.

A speaker's page is named for the speaker, others share the page of their letter, so that an address stays when the
collection grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.ids import slugify
from dossier.model import Quote
from dossier.write.catalogue import Catalogue
from dossier.write.pages.families import MOST_FORMS
from dossier.write.pages.paging import NODES, Weighed, filled, fits
from dossier.write.view import View

SAID = ("speech", "fragment", "nested")
NOBODY, DESCRIBED, TERMS, SHARED = "speaker-not-named", "described", "terms", "same-words"
TITLES = {
    NOBODY: "Speaker not named",
    DESCRIBED: "Speakers described, not named",
    TERMS: "Titles and terms",
    SHARED: "The same words in several places",
}
CHART = 900
"""Elements of the chart and its table, which stand on the page where all quotations do."""
HEAD, ENTRY, PIECE, FORM = 18, 12, 4, 10
"""Elements of a speaker's heading, of an entry, of each part of a quotation, and of each form of a family."""
FRAME, BYTES = 1_000, 3
"""Bytes of an entry without its words, and of each of their characters."""

Saying = tuple[View, Quote]


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words some quotations are: an id (`by-emmanuel-macron`, or one of TITLES), a name, a letter."""

    id: str
    name: str
    key: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One page of several: its path, its name, and whose words it holds; `families` are the ids of those it holds."""

    path: str
    name: str
    voices: tuple[Voice, ...] = ()
    families: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """How many entries it has."""
        return sum(len(voice.sayings) for voice in self.voices) + len(self.families)


def pieces(quote: Quote) -> int:
    """The number of parts of a quotation."""
    return max(len(quote.parts), 1)


def voices(shelf: Catalogue) -> list[Voice]:
    """The speakers, most quoted first; those without a name after them, titles and terms last."""
    grouped: dict[tuple[str, str], list[Saying]] = {}
    for view in shelf.views.values():
        for quote in view.source.annotations.quotes:
            grouped.setdefault(address(shelf, quote), []).append((view, quote))
    found = [Voice(place, name, letters(name), tuple(each)) for (place, name), each in grouped.items()]
    rank = list(TITLES)
    return sorted(
        found,
        key=lambda voice: (
            rank.index(voice.id) + 1 if voice.id in TITLES else 0,
            -len(voice.sayings),
            voice.name,
            voice.id,
        ),
    )


def address(shelf: Catalogue, quote: Quote) -> tuple[str, str]:
    """Whom a quotation stands under: an id and the name to show."""
    if quote.kind not in SAID:
        return TERMS, TITLES[TERMS]
    who = shelf.speaker(quote.speaker)
    if who:
        return f"by-{who.id}", who.name
    place = DESCRIBED if quote.speaker and quote.speaker.name else NOBODY
    return place, TITLES[place]


def letters(name: str) -> str:
    """What a speaker is sorted by: the last word of the name, then the name."""
    return slugify(f"{(name.split() or [name])[-1]} {name}", limit=200) or "z"


def parts(shelf: Catalogue) -> list[Part]:
    """The pages of quotations too many for one; none where one page holds all."""
    every = voices(shelf)
    forms = {family.id: len(family.forms) for family in shelf.collection.families}
    alike = [
        Weighed((0, 1, 1), FRAME * min(number, MOST_FORMS), name, FORM * min(number, MOST_FORMS))
        for name, number in sorted(forms.items())
    ]
    if fits([*(each for voice in every for each in weighed(voice)), *alike], CHART):
        return []
    named = sorted((voice for voice in every if voice.id not in TITLES), key=lambda voice: (voice.key, voice.id))
    found = []
    for letter, run in groupby(named, key=lambda voice: voice.key[0]):
        found += of_letter(letter, list(run))
    for voice in every:
        if voice.id in TITLES:
            found += divided(voice.id, voice.name, [voice])
    shared = [tuple(each.id for each in run) for run in filled(alike)] if alike else []
    return [*found, *titled(SHARED, TITLES[SHARED], [((), run) for run in shared])]


def of_letter(letter: str, run: Sequence[Voice]) -> list[Part]:
    """The pages of the speakers of one letter: whoever fills half a page has one, the others share theirs."""
    loud = [voice for voice in run if sum(each.nodes for each in weighed(voice)) > NODES // 2]
    rest = [voice for voice in run if voice not in loud]
    found = divided(letter, letter.upper(), rest) if rest else []
    for voice in loud:
        found += divided(voice.id, voice.name, [voice])
    return found


def divided(slug: str, name: str, run: Sequence[Voice]) -> list[Part]:
    """Speakers on as many pages as they need; one who goes over the end of a page goes on on the next."""
    by_id = {
        each.id: (voice, saying) for voice in run for each, saying in zip(weighed(voice), voice.sayings, strict=True)
    }
    cut = filled(each for voice in run for each in weighed(voice))
    held: list[tuple[tuple[Voice, ...], tuple[str, ...]]] = []
    for page in cut:
        pairs = [by_id[each.id] for each in page]
        shown = [
            Voice(voice.id, voice.name, voice.key, tuple(saying for _, saying in group))
            for voice, group in groupby(pairs, key=lambda pair: pair[0])
        ]
        held.append((tuple(shown), ()))
    return titled(slug, name, held)


def titled(slug: str, name: str, held: Sequence[tuple[tuple[Voice, ...], tuple[str, ...]]]) -> list[Part]:
    """Pages with their addresses and names: the first is named for what it holds, the others for their number too."""
    return [
        Part(
            f"quotes/{slug}.md" if at == 1 else f"quotes/{slug}-part-{at}.md",
            name if len(held) == 1 else f"{name}, part {at}",
            *each,
        )
        for at, each in enumerate(held, 1)
    ]


def weighed(voice: Voice) -> list[Weighed]:
    """What the entries of a speaker weigh on a page, the heading with the first."""
    return [
        Weighed(
            (0, 1, 1),
            FRAME + BYTES * (quote.span.end - quote.span.start),
            entry_id(view, quote),
            ENTRY + PIECE * pieces(quote) + (0 if at else HEAD),
        )
        for at, (view, quote) in enumerate(voice.sayings)
    ]


def entry_id(view: View, quote: Quote) -> str:
    """The id of a quotation among all quotations."""
    return f"{view.slug}--{quote.id}"


def quote_places(found: Iterable[Part]) -> dict[str, str]:
    """The page of each anchor: of a speaker (the first of several pages), an entry, a family. Others are on QUOTES."""
    places: dict[str, str] = {}
    for part in found:
        for voice in part.voices:
            places.setdefault(voice.id, part.path)
            places |= {entry_id(*saying): part.path for saying in voice.sayings}
        places |= dict.fromkeys(part.families, part.path)
        if part.families:
            places.setdefault(SHARED, part.path)
    return places
