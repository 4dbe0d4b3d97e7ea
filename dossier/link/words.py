"""The words that show a feature to a reader, as they stand in a source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from sys import intern

from dossier.link.codes import COMMON, DATE, EVENT, NAME, PHRASE, WORD
from dossier.link.gleaned import Gleaned
from dossier.link.known import Known, places
from dossier.link.reasons import Held, Key
from dossier.link.tellings import tellings
from dossier.link.told import dates, names
from dossier.model import Source
from dossier.sourcemap import TextSpan

LONGEST = 60
"""Characters of a quotation that are shown."""


def shown(
    source: Source, gleaned: Gleaned, number: int, wanted: Mapping[int, set[Key]], known: Known
) -> dict[int, Held]:
    """For some sentences of source `number` the wanted features, and all dates."""
    told = gleaned.told
    found: dict[int, dict[Key, str]] = {sentence: {} for sentence in wanted}
    covered: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start, end, key, words in sorted(marked(source, gleaned, number, known)):
        sentence = told.at(start)
        if sentence is not None and sentence in found:
            if key[0] in (NAME, COMMON):
                covered[sentence].append((start, end))
            if key[0] == DATE or key in wanted[sentence]:
                found[sentence].setdefault(key, intern(words))
    for sentence, held in found.items():
        for key, words in worded(source.document.text, told.span(sentence), covered[sentence]):
            if key in wanted[sentence]:
                held.setdefault(key, intern(words))
    return dict(found)


def marked(source: Source, gleaned: Gleaned, number: int, known: Known) -> Iterator[tuple[int, int, Key, str]]:
    """Names, dates, events and quotations of a source with their places."""
    text, bearers = source.document.text, known.bearers[number]
    for start, end, kind, at in names(source):
        identity = known.identities[bearers[at]]
        yield start, end, (kind, identity.id), identity.name
    days: dict[str, int] = {}
    given = list(dates(source, days))
    named = list(days)
    for start, end, kind, at in given:
        yield start, end, (kind, named[at]), " ".join(text[start:end].split())
    for start, end, kind, at in places(gleaned, number, known):
        if kind == EVENT:
            yield start, end, (kind, known.events[at].id), known.events[at].edtf
        else:
            yield start, end, (kind, known.families[at].id), shortest(text[start:end])


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
