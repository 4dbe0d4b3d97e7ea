"""Cross-links: pairs of passages of two sources that a reader should see side by side, each with its reason."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dossier.link.passages import NAMES, Feature, Sentence
from dossier.model import Link, Passage

WEIGHTS = {"family": 4.0, "event": 1.6, "date": 1.0, "name": 1.5, "common": 0.8, "phrase": 1.1, "word": 0.3}
"""What one shared feature of a kind counts, times its rarity."""
COMMONEST = 24
"""A feature of more sentences than this ties nothing together; it bounds the pairs that one feature can make."""
COMPANY = 0.5
"""What a shared name counts that half the sentences have."""
MOST = 7
"""Links that one page offers."""
LEAST = 2.0
"""A pair under this is chance."""
SHORTEST = 8
"""A sentence of fewer words counts as one of so many."""
SLACK = 1e-9
"""Sums of the same weights in another order may differ by as much."""
AGAIN = 2
"""So often one sentence may be linked."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences of two sources, the shared features with their weights, and the score."""

    one: Sentence
    other: Sentence
    shared: tuple[tuple[float, Feature], ...]
    score: float


def cross_links(all_sentences: Sequence[Sentence]) -> tuple[Link, ...]:
    """The links of every source, the best first: at most MOST a source, at most one between two blocks."""
    chosen = choose(sorted(score(all_sentences), key=rank))
    return tuple(link(pair, start) for pair, start in chosen)


def rank(pair: Pair) -> tuple[float, str, int, str, int]:
    """Best first; equal scores in the order of the sources."""
    return (-pair.score, pair.one.slug, pair.one.number, pair.other.slug, pair.other.number)


def score(all_sentences: Sequence[Sentence]) -> Iterator[Pair]:
    """All pairs of sentences of two sources that share something rare, by an index of features.

    What a pair can reach at best is known from its rare features alone; only where that is enough are all weighed.
    """
    postings: dict[Feature, list[int]] = defaultdict(list)
    for at, sentence in enumerate(all_sentences):
        for feature in sentence.features:
            postings[feature].append(at)
    weights = rarities(all_sentences, postings)
    lengths = [max(sentence.length, SHORTEST) for sentence in all_sentences]
    crowd = [sum(f.kind in NAMES and len(postings[f]) > COMMONEST for f in s.features) for s in all_sentences]
    for (one, other), sum_of in sorted(sums(all_sentences, postings, weights).items()):
        best = sum_of + COMPANY * min(crowd[one], crowd[other])
        if best / diluted(lengths[one], lengths[other]) >= LEAST - SLACK:
            pair = weigh(all_sentences[one], all_sentences[other], weights, postings)
            if pair.score >= LEAST:
                yield pair


def rarities(all_sentences: Sequence[Sentence], postings: Mapping[Feature, Sequence[int]]) -> dict[Feature, float]:
    """What each feature counts that is rare and that two sources have."""
    total = len(all_sentences)
    return {
        feature: WEIGHTS[feature.kind] * math.log(1 + total / len(found) ** 1.5)
        for feature, found in postings.items()
        if 1 < len(found) <= COMMONEST and len({all_sentences[at].slug for at in found}) > 1
    }


def sums(
    all_sentences: Sequence[Sentence], postings: Mapping[Feature, Sequence[int]], weights: Mapping[Feature, float]
) -> dict[tuple[int, int], float]:
    """For each two sentences of two sources what their rare features weigh together."""
    slugs = [sentence.slug for sentence in all_sentences]
    found: dict[tuple[int, int], float] = defaultdict(float)
    for feature, weight in weights.items():
        for one, other in combinations(postings[feature], 2):
            if slugs[one] != slugs[other]:
                found[one, other] += weight
    return found


def company(one: Sentence, other: Sentence, postings: Mapping[Feature, Sequence[int]]) -> list[tuple[float, Feature]]:
    """Names too common to find a pair by, which two sentences found by something else share as well."""
    both = one.features.keys() & other.features.keys()
    return [(COMPANY, f) for f in both if f.kind in NAMES and len(postings[f]) > COMMONEST]


def diluted(one: int, other: int) -> float:
    """What a pair's weight is divided by: long sentences share more by chance. Lengths in words."""
    return math.log(math.e + math.sqrt(one * other) / 12)


def weigh(
    one: Sentence, other: Sentence, weights: Mapping[Feature, float], postings: Mapping[Feature, Sequence[int]]
) -> Pair:
    """Add up what two sentences share; a long sentence shares more by chance, one tie alone is worth less than two."""
    both = one.features.keys() & other.features.keys()
    rare = [(weights[f], f) for f in both if f in weights]
    ordered = sorted(rare + company(one, other, postings), key=lambda f: (-f[0], f[1].kind, f[1].key))
    strong = [f for f in ordered if f[1].kind != "word"]
    total = math.fsum(weight for weight, _ in ordered)
    alone = 1.0 if len(strong) > 1 or any(f.kind == "family" for _, f in strong) else 0.7
    dilution = diluted(max(one.length, SHORTEST), max(other.length, SHORTEST))
    return Pair(one, other, tuple(ordered), total * alone / dilution)


def choose(ranked: Sequence[Pair]) -> list[tuple[Pair, Sentence]]:
    """First the best pair of every two sources, then by score, within the bounds for sentences, blocks and pages.

    What ties two sources together is shown once: two pairs that both rest on one name are one link.
    """
    taken: set[tuple[str, str]] = set()
    first: list[Pair] = []
    rest: list[Pair] = []
    for pair in ranked:
        key = (pair.one.slug, pair.other.slug)
        (rest if key in taken else first).append(pair)
        taken.add(key)
    pages: Counter[str] = Counter()
    uses: Counter[tuple[str, int]] = Counter()
    blocks: set[tuple[str, str]] = set()
    ties: set[tuple[str, str, Feature]] = set()
    kept: list[tuple[Pair, Sentence]] = []
    for pair in (*first, *rest):
        ends = ((pair.one.slug, pair.one.number), (pair.other.slug, pair.other.number))
        between = (pair.one.block, pair.other.block)
        tie = (pair.one.slug, pair.other.slug, pair.shared[0][1])
        if between in blocks or tie in ties or any(uses[end] >= AGAIN for end in ends):
            continue
        start = next((s for s in direction(pair) if pages[s.slug] < MOST), None)
        if start is None:
            continue
        pages[start.slug] += 1
        blocks.add(between)
        ties.add(tie)
        uses.update(ends)
        kept.append((pair, start))
    return sorted(kept, key=lambda k: rank(k[0]))


def direction(pair: Pair) -> tuple[Sentence, Sentence]:
    """First the passage to link from: the one with less to say, shorter or without a date that the other has."""
    one, other = pair.one, pair.other
    turn = one.dated if one.dated != other.dated else one.length > other.length
    return (other, one) if turn else (one, other)


def link(pair: Pair, start: Sentence) -> Link:
    """The link from one of the two passages, with its reason."""
    end = pair.other if start is pair.one else pair.one
    return Link(Passage(start.slug, start.span), Passage(end.slug, end.span), reason(pair, start, end))


def reason(pair: Pair, start: Sentence, end: Sentence) -> str:
    """Why two passages stand side by side, in words."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for _, feature in pair.shared:
        shown = min((start.features[feature], end.features[feature]), key=lambda s: (len(s), s))
        by_kind[feature.kind].append(shown)
    if by_kind["family"]:
        return f"both quote “{by_kind['family'][0]}”"
    names = and_list((by_kind["name"] + by_kind["common"])[:3])
    days = [
        shown for feature, shown in end.features.items() if feature.kind == "date" and any(c.isdigit() for c in shown)
    ]
    gives = f" and gives the date: {days[0]}" if days and not any(f.kind == "date" for f in start.features) else ""
    if by_kind["event"]:
        return "tells of the same event" + (gives or (f", with {names}" if names else ""))
    if names and gives:
        return f"speaks of {names}{gives}"
    parts = []
    if by_kind["date"]:
        parts.append(f"both tell of {by_kind['date'][0]}")
    if names:
        parts.append(f"both name {names}")
    if by_kind["phrase"] and len(parts) < 2:  # noqa: PLR2004
        parts.append(f"both say “{by_kind['phrase'][0]}”")
    if not parts:
        parts.append("both use the words " + and_list([f"“{w}”" for w in by_kind["word"][:3]]))
    return "; ".join(parts)


def and_list(items: Sequence[str]) -> str:
    """Items as "a", "a and b", "a, b and c"."""
    return ", ".join(items[:-1]) + (" and " if len(items) > 1 else "") + items[-1] if items else ""
