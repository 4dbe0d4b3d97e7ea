"""Cross-links: pairs of passages of two sources that a reader should see side by side, each with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dossier.link.choice import Chosen, choose, named, ordered
from dossier.link.features import KIND, Index
from dossier.link.known import Known
from dossier.link.pairs import best_pairs
from dossier.link.tellings import tellings
from dossier.link.told import COMMON, DATE, EVENT, FAMILY, NAME, PHRASE, WORD, Told, dates, names
from dossier.model import Link, Source
from dossier.sourcemap import TextSpan

LONGEST = 60
"""Characters of a quotation that are shown."""
Key = tuple[int, str]
"""A feature: its kind and what it is called."""
Held = Mapping[Key, str]
"""Features with the words that show them to a reader, in text order."""


def cross_links(index: Index, sources: Sequence[Source], known: Known) -> tuple[Link, ...]:
    """The links of every source, the best first: at most MOST a source, at most one between two blocks.

    `sources` are those of the index, in its order; each that has links is looked at once.
    """
    chosen = choose(best_pairs(index), index, known)
    wanted: dict[int, dict[int, set[Key]]] = defaultdict(lambda: defaultdict(set))
    for _, one, other in chosen:
        shared = set(keys(index, known, one, other))
        for each in (one, other):
            wanted[index.owner[each]][each] |= shared
    held: dict[int, Held] = {}
    for source in sorted(wanted):
        held |= shown(sources[source], index, source, wanted[source], known)
    return tuple(link(index, each, keys(index, known, *each[1:]), held) for each in chosen)


def keys(index: Index, known: Known, one: int, other: int) -> list[Key]:
    """What two sentences share, the heaviest first."""
    return [(each >> KIND, named(index, known, each)) for _, each in ordered(index, known, one, other)]


def link(index: Index, chosen: Chosen, shared: Sequence[Key], held: Mapping[int, Held]) -> Link:
    """The link from one of the two passages, with its reason."""
    _, start, end = chosen
    return Link(index.passage(start), index.passage(end), reason(shared, held[start], held[end]))


# --- the words that show a feature --------------------------------------------------------------------------------


def shown(source: Source, index: Index, number: int, wanted: Mapping[int, set[Key]], known: Known) -> dict[int, Held]:
    """For some sentences of a source the wanted features, and all dates."""
    told, first = index.tolds[number], index.first[number]
    found: dict[int, dict[Key, str]] = {sentence: {} for sentence in wanted}
    covered: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start, end, key, words in sorted(marked(source, told, known)):
        sentence = told.at(start)
        if sentence is not None and sentence + first in found:
            if key[0] in (NAME, COMMON):
                covered[sentence].append((start, end))
            if key[0] == DATE or key in wanted[sentence + first]:
                found[sentence + first].setdefault(key, words)
    for sentence, held in found.items():
        at = sentence - first
        for key, words in worded(source.document.text, told.span(at), covered[at]):
            if key in wanted[sentence]:
                held.setdefault(key, words)
    return dict(found)


def marked(source: Source, told: Told, known: Known) -> Iterator[tuple[int, int, Key, str]]:
    """Names, dates, events and quotations of a source with their places."""
    text = source.document.text
    bearers = known.bearers[source.slug]
    for start, end, kind, index in names(source):
        identity = known.identities[bearers[index]]
        yield start, end, (kind, identity.id), identity.name
    days: dict[str, int] = {}
    given = list(dates(source, days))
    named = list(days)
    for start, end, kind, index in given:
        yield start, end, (kind, named[index]), " ".join(text[start:end].split())
    for start, end, kind, index in known.places.get(told.slug, ()):
        if kind == EVENT:
            yield start, end, (kind, known.events[index].id), known.events[index].edtf
        else:
            yield start, end, (kind, known.families[index].id), shortest(text[start:end])


def worded(text: str, span: TextSpan, covered: Sequence[tuple[int, int]]) -> Iterator[tuple[Key, str]]:
    """Words and phrases of a sentence outside names."""
    before = ""
    for stem, start, end, phrase in tellings(text, span, covered)[0]:
        yield (WORD, stem), text[start:end].lower()
        if phrase >= 0:
            yield (PHRASE, f"{before} {stem}"), " ".join(text[phrase:end].split())
        before = stem


def shortest(text: str) -> str:
    """A quotation's words, at most LONGEST characters."""
    said = " ".join(text.split()).strip(" ,.;:")
    return said if len(said) <= LONGEST else said[:LONGEST].rsplit(" ", 1)[0] + "\u2026"


# --- reasons ------------------------------------------------------------------------------------------------------


def reason(shared: Sequence[Key], start: Held, end: Held) -> str:
    """Why two passages stand side by side, in words."""
    by_kind: dict[int, list[str]] = defaultdict(list)
    for key in shared:
        by_kind[key[0]].append(min((start[key], end[key]), key=lambda s: (len(s), s)))
    if by_kind[FAMILY]:
        return f"both quote “{by_kind[FAMILY][0]}”"
    called = and_list((by_kind[NAME] + by_kind[COMMON])[:3])
    days = [words for key, words in end.items() if key[0] == DATE and any(c.isdigit() for c in words)]
    gives = f" and gives the date: {days[0]}" if days and not any(key[0] == DATE for key in start) else ""
    if by_kind[EVENT]:
        return "tells of the same event" + (gives or (f", with {called}" if called else ""))
    if called and gives:
        return f"speaks of {called}{gives}"
    parts = []
    if by_kind[DATE]:
        parts.append(f"both tell of {by_kind[DATE][0]}")
    if called:
        parts.append(f"both name {called}")
    if by_kind[PHRASE] and len(parts) < 2:  # noqa: PLR2004
        parts.append(f"both say “{by_kind[PHRASE][0]}”")
    if not parts:
        parts.append("both use the words " + and_list([f"“{w}”" for w in by_kind[WORD][:3]]))
    return "; ".join(parts)


def and_list(items: Sequence[str]) -> str:
    """Items as "a", "a and b", "a, b and c"."""
    return ", ".join(items[:-1]) + (" and " if len(items) > 1 else "") + items[-1] if items else ""
