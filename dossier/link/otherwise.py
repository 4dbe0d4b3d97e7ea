"""Causes and figures told otherwise: sentences of one event or quotation that give another why or how many.

Sentences are found by what they share, so only those that speak of one thing are ever compared. Nothing is resolved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dossier.link.counted import Counted
from dossier.link.gleaned import Gleaned
from dossier.model import Disagreement, Passage

CROWD = 40
"""Passages about one thing that are compared with each other."""
Sentence = tuple[int, int]
"""The number of a source, and of one of its sentences."""


def told_otherwise(sources: Sequence[Gleaned], groups: Iterable[Sequence[Sentence]]) -> tuple[Disagreement, ...]:
    """Disagreements of kind "cause" and "figure", in the order of their first statements.

    Each of the groups holds the sentences about one thing, in the order of the sources.
    """
    found: dict[tuple[str, tuple[Passage, ...]], Disagreement] = {}
    counts = [source.counts for source in sources]
    for members in groups:
        if len(members) <= CROWD and len({source for source, _ in members}) > 1:
            for kind, one, two in (*causes(counts, members), *figures(counts, members)):
                each = Disagreement(kind, (passage(sources, one), passage(sources, two)))
                found[each.kind, each.statements] = each
    return tuple(sorted(found.values(), key=lambda each: ([(s.slug, s.span) for s in each.statements], each.kind)))


def causes(counts: Sequence[Counted], members: Sequence[Sentence]) -> Iterator[tuple[str, Sentence, Sentence]]:
    """Pairs of sentences of two sources whose causes have no word in common."""
    given = [(each, counts[each[0]].cause(each[1])) for each in members]
    for (one, mine), (two, yours) in combinations([each for each in given if each[1]], 2):
        if one[0] != two[0] and not mine & yours:
            yield "cause", one, two


def figures(counts: Sequence[Counted], members: Sequence[Sentence]) -> Iterator[tuple[str, Sentence, Sentence]]:
    """Pairs of sentences of two sources that count the same thing and come to another number."""
    counted = [(each, counts[each[0]].counts(each[1])) for each in members]
    for (one, mine), (two, yours) in combinations([each for each in counted if each[1]], 2):
        if one[0] != two[0] and any(mine[unit] != yours[unit] for unit in mine.keys() & yours.keys()):
            yield "figure", one, two


def passage(sources: Sequence[Gleaned], sentence: Sentence) -> Passage:
    """Where a sentence stands."""
    source, number = sentence
    return Passage(sources[source].slug, sources[source].told.span(number))
