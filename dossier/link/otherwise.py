"""Causes and figures told otherwise: sentences of one event or quotation that give another why or how many.

Sentences are found by what they share, so only those that speak of one thing are ever compared. Nothing is resolved.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from dossier.lexicon import terms
from dossier.link.passages import Feature, Sentence, idle
from dossier.link.statements import fold
from dossier.model import Disagreement, Passage, Source

ONE_THING = frozenset({"family", "event"})
CROWD = 40
"""Sentences about one thing that are compared with each other."""
REACH = 14
"""Words after a cue in which the cause stands."""
FEWEST = 2
WORD = re.compile(r"[^\W\d_]+")
FIGURE = re.compile(r"(?<![\w.,$€£-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s+|-)(?:of\s+(?:the\s+)?)?([a-z]{3,})")
COUNTS_NOTHING = frozenset(
    {"and", "per", "the", "for", "from", "that", "with", "was", "were", "has", "have", "had", "are"}
)
"""Words that may follow a number and count nothing."""


def told_otherwise(sources: Sequence[Source], told: Sequence[Sentence]) -> tuple[Disagreement, ...]:
    """Disagreements of kind "cause" and "figure", in the order of their first statements."""
    texts = {source.slug: source.document.text for source in sources}
    dated = {source.slug: [date.span.start for date in source.annotations.dates] for source in sources}
    groups: dict[Feature, list[Sentence]] = defaultdict(list)
    for sentence in told:
        for feature in sentence.features:
            if feature.kind in ONE_THING:
                groups[feature].append(sentence)
    found: dict[tuple[str, tuple[Passage, ...]], Disagreement] = {}
    for members in groups.values():
        if len({member.slug for member in members}) > 1 and len(members) <= CROWD:
            for each in (*causes(members, texts), *figures(members, texts, dated)):
                found[each.kind, each.statements] = each
    return tuple(sorted(found.values(), key=lambda each: [(s.slug, s.span) for s in each.statements]))


@cache
def cues() -> re.Pattern[str]:
    """The words that lead to a cause, longest first."""
    listed = sorted(terms("en", "cause_cues"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)


def causes(members: Sequence[Sentence], texts: Mapping[str, str]) -> Iterator[Disagreement]:
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
    members: Sequence[Sentence], texts: Mapping[str, str], dated: Mapping[str, Sequence[int]]
) -> Iterator[Disagreement]:
    """Pairs of sentences of two sources that count the same thing and come to another number."""
    counted = [(member, counts(member, texts[member.slug], dated[member.slug])) for member in members]
    for (one, mine), (two, yours) in combinations(counted, 2):
        if one.slug != two.slug and any(mine[unit] != yours[unit] for unit in mine.keys() & yours.keys()):
            yield disagreement("figure", one, two)


def counts(sentence: Sentence, text: str, dates: Sequence[int]) -> dict[str, float]:
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


def disagreement(kind: str, *told: Sentence) -> Disagreement:
    """Two sentences side by side, in the order of their sources."""
    ordered = sorted(told, key=lambda each: (each.slug, each.span))
    return Disagreement(kind, tuple(Passage(each.slug, each.span) for each in ordered))
