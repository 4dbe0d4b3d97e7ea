"""Causes and figures told otherwise: sentences of one event or quotation that give another why or how many.

Sentences are found by what they share, so only those that speak of one thing are ever compared. Nothing is resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from dossier.lexicon import terms
from dossier.link.statements import fold
from dossier.link.tellings import idle
from dossier.model import Disagreement, Passage, Source

CROWD = 40
"""Passages about one thing that are compared with each other."""
REACH = 14
"""Words after a cue in which the cause stands."""
FEWEST = 2
WORD = re.compile(r"[^\W\d_]+")
FIGURE = re.compile(r"(?<![\w.,$€£-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s+|-)(?:of\s+(?:the\s+)?)?([a-z]{3,})")
COUNTS_NOTHING = frozenset(
    {"and", "per", "the", "for", "from", "that", "with", "was", "were", "has", "have", "had", "are"}
)
"""Words that may follow a number and count nothing."""


def told_otherwise(sources: Sequence[Source], groups: Iterable[Sequence[Passage]]) -> tuple[Disagreement, ...]:
    """Disagreements of kind "cause" and "figure", in the order of their first statements.

    Each of the groups holds the sentences about one thing, in the order of the sources.
    """
    at = {source.slug: source for source in sources}
    found: dict[tuple[str, tuple[Passage, ...]], Disagreement] = {}
    for members in groups:
        if len({member.slug for member in members}) > 1 and len(members) <= CROWD:
            documents = {member.slug: at[member.slug] for member in members}
            texts = {slug: source.document.text for slug, source in documents.items()}
            dated = {slug: {date.span.start for date in made.annotations.dates} for slug, made in documents.items()}
            for each in (*causes(members, texts), *figures(members, texts, dated)):
                found[each.kind, each.statements] = each
    return tuple(sorted(found.values(), key=lambda each: [(s.slug, s.span) for s in each.statements]))


@cache
def cues() -> re.Pattern[str]:
    """The words that lead to a cause, longest first."""
    listed = sorted(terms("en", "cause_cues"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)


def causes(members: Sequence[Passage], texts: Mapping[str, str]) -> Iterator[Disagreement]:
    """Pairs of sentences of two sources whose causes have no word in common."""
    given = [(member, cause(texts[member.slug][member.span.start : member.span.end])) for member in members]
    given = [(member, words) for member, words in given if len(words) >= FEWEST]
    for (one, mine), (two, yours) in combinations(given, 2):
        if one.slug != two.slug and not mine & yours:
            yield disagreement("cause", one, two)


def cause(text: str) -> set[str]:
    """The content words of the cause that a sentence gives; none where it gives no cause."""
    cue = cues().search(text)
    if not cue:
        return set()
    after = [fold(word) for word in WORD.findall(text, cue.end())[:REACH]]
    return {word for word in after if len(word) > FEWEST and word not in idle()}


def figures(
    members: Sequence[Passage], texts: Mapping[str, str], dated: Mapping[str, set[int]]
) -> Iterator[Disagreement]:
    """Pairs of sentences of two sources that count the same thing and come to another number."""
    counted = [(member, counts(member, texts[member.slug], dated[member.slug])) for member in members]
    for (one, mine), (two, yours) in combinations(counted, 2):
        if one.slug != two.slug and any(mine[unit] != yours[unit] for unit in mine.keys() & yours.keys()):
            yield disagreement("figure", one, two)


def counts(sentence: Passage, text: str, dates: set[int]) -> dict[str, float]:
    """What a sentence counts: the noun and its number, dates left out; a noun that it counts twice says nothing."""
    found: dict[str, float] = {}
    twice: set[str] = set()
    for match in FIGURE.finditer(text, sentence.span.start, sentence.span.end):
        unit = fold(match[2])
        if match.start() in dates or match[2] in COUNTS_NOTHING:
            continue
        if unit in found:
            twice.add(unit)
        found[unit] = float(match[1].replace(",", ""))
    return {unit: number for unit, number in found.items() if unit not in twice}


def disagreement(kind: str, *told: Passage) -> Disagreement:
    """Two sentences side by side, in the order of their sources."""
    ordered = sorted(told, key=lambda each: (each.slug, each.span))
    return Disagreement(kind, tuple(Passage(each.slug, each.span) for each in ordered))
