"""On which page a quotation stands: one page for all while they fit, else by speaker, each page as long as one may be.

A speaker's page is named for the speaker, others share the page of their letter, so that an address stays when the
collection grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from dossier.ids import slugify
from dossier.write import saying
from dossier.write.catalogue import Catalogue
from dossier.write.pages.families import MOST_FORMS
from dossier.write.pages.paging import NODES, Weighed, filled, fits
from dossier.write.saying import Saying

SHARED = "same-words"
TITLES = {**saying.TITLES, SHARED: "The same words in several places"}
CHART = 900
"""Elements of the chart and its table, which stand on the page where all quotations do."""
HEAD, ENTRY, PIECE, FORM = 18, 12, 4, 10
"""Elements of a speaker's heading, of an entry, of each part of a quotation, and of each form of a family."""
FRAME, BYTES = 1_000, 3
"""Bytes of an entry without its words, and of each of their characters."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A quotation among all: its source, its number there, and what it weighs on a page."""

    slug: str
    number: int
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words some quotations are: an id (`by-emmanuel-macron`, or one of TITLES), a name, a letter."""

    id: str
    name: str
    key: str
    entries: tuple[Entry, ...]


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
        return sum(len(voice.entries) for voice in self.voices) + len(self.families)


@dataclass(frozen=True, slots=True)
class Quoted:
    """All quotations: whose they are, on which pages they stand (none where one holds all), and how many are said.

    `spoken` are those that are no part of another: the speaker's id and name, the source and the number of words.
    """

    voices: tuple[Voice, ...]
    parts: tuple[Part, ...]
    said: int
    spoken: tuple[tuple[str, str, str, int], ...]


def quoted(shelf: Catalogue) -> Quoted:
    """The quotations of a collection. Each source is asked once."""
    grouped: dict[tuple[str, str], list[Entry]] = {}
    said, spoken = 0, []
    for slug, sayings in shelf.sayings.items():
        for number, each in enumerate(sayings):
            found = grouped.setdefault((each.place, each.name), [])
            found.append(Entry(slug, number, weighed(slug, each, first=not found)))
            said += each.said
            if each.said and each.whole:
                spoken.append((each.place, each.name, slug, each.words))
    every = ranked(grouped)
    return Quoted(tuple(every), tuple(parted(shelf, every)), said, tuple(spoken))


def ranked(grouped: Mapping[tuple[str, str], Sequence[Entry]]) -> list[Voice]:
    """The speakers, most quoted first; those without a name after them, titles and terms last."""
    every = [Voice(place, name, letters(name), tuple(each)) for (place, name), each in grouped.items()]
    rank = list(TITLES)
    return sorted(
        every,
        key=lambda voice: (
            rank.index(voice.id) + 1 if voice.id in TITLES else 0,
            -len(voice.entries),
            voice.name,
            voice.id,
        ),
    )


def weighed(slug: str, each: Saying, *, first: bool) -> Weighed:
    """What a quotation weighs on a page; the first of a speaker's with the heading."""
    nodes = ENTRY + PIECE * each.parts + (HEAD if first else 0)
    return Weighed((0, 1, 1), FRAME + BYTES * each.characters, f"{slug}--{each.id}", nodes)


def letters(name: str) -> str:
    """What a speaker is sorted by: the last word of the name, then the name."""
    return slugify(f"{(name.split() or [name])[-1]} {name}", limit=200) or "z"


def parted(shelf: Catalogue, every: Sequence[Voice]) -> list[Part]:
    """The pages of quotations too many for one; none where one page holds all."""
    forms = {family.id: len(family.forms) for family in shelf.collection.families}
    alike = [
        Weighed((0, 1, 1), FRAME * min(number, MOST_FORMS), name, FORM * min(number, MOST_FORMS))
        for name, number in sorted(forms.items())
    ]
    if fits([*(each.weighed for voice in every for each in voice.entries), *alike], CHART):
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
    loud = [voice for voice in run if sum(each.weighed.nodes for each in voice.entries) > NODES // 2]
    known = {voice.id for voice in loud}
    rest = [voice for voice in run if voice.id not in known]
    found = divided(letter, letter.upper(), rest) if rest else []
    for voice in loud:
        found += divided(voice.id, voice.name, [voice])
    return found


def divided(slug: str, name: str, run: Sequence[Voice]) -> list[Part]:
    """Speakers on as many pages as they need; one who goes over the end of a page goes on on the next."""
    every = ((voice, entry) for voice in run for entry in voice.entries)
    held: list[tuple[tuple[Voice, ...], tuple[str, ...]]] = []
    for page in filled(each.weighed for voice in run for each in voice.entries):
        shown = [
            Voice(voice.id, voice.name, voice.key, tuple(entry for _, entry in group))
            for voice, group in groupby(islice(every, len(page)), key=lambda pair: pair[0])
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


def quote_places(found: Iterable[Part]) -> dict[str, str]:
    """The page of each anchor: of a speaker (the first of several pages), an entry, a family. Others are on QUOTES."""
    places: dict[str, str] = {}
    for part in found:
        for voice in part.voices:
            places.setdefault(voice.id, part.path)
            places |= {entry.weighed.id: part.path for entry in voice.entries}
        places |= dict.fromkeys(part.families, part.path)
        if part.families:
            places.setdefault(SHARED, part.path)
    return places
