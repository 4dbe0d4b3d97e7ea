"""What ties two sources together: pairs of their passages, each with its reason, in the order of the first text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from dossier.model import Passage
from dossier.write.beside import capital
from dossier.write.catalogue import Catalogue
from dossier.write.describe import excerpt
from dossier.write.edtf import in_words

EVERY = 12
"""Up to so many sources, any two have a page of their own, even if nothing ties them."""
SHORT = 60
"""Characters of a quotation that a reason repeats."""
LANES = ("event", "background")

Two = tuple[str, str]
"""The slugs of two sources, in order."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A passage of one source and one of another; `kind` is link, words, event or dispute."""

    one: Passage
    other: Passage
    reason: str
    kind: str


def page_of(two: Two) -> str:
    """The page on which two sources stand side by side."""
    return f"compare/{two[0]}--{two[1]}.md"


def ties(shelf: Catalogue) -> dict[Two, list[Tie]]:
    """The ties of every two sources that have one, of all while there are few; {} where there are more."""
    if not shelf.few:
        return {}
    every = combinations(sorted(shelf.views), 2) if len(shelf.views) <= EVERY else ()
    found: dict[Two, dict[tuple[str, str], Tie]] = {two: {} for two in every}
    for tie in (*disputed(shelf), *linked(shelf), *quoted(shelf), *told(shelf)):
        two = (tie.one.slug, tie.other.slug)
        places = tuple(shelf.views[each.slug].anchor(each.span) for each in (tie.one, tie.other))
        found.setdefault(two, {}).setdefault((places[0], places[1]), tie)
    return {two: sorted(found[two].values(), key=lambda t: (t.one.span, t.other.span)) for two in sorted(found)}


def tie(one: Passage, other: Passage, reason: str, kind: str) -> Iterator[Tie]:
    """One tie with the source first that comes first; none within one source."""
    if one.slug != other.slug:
        first, second = sorted((one, other), key=lambda passage: passage.slug)
        yield Tie(first, second, capital(reason), kind)


def firsts(passages: Iterable[Passage]) -> list[Passage]:
    """One passage a source, its first."""
    found: dict[str, Passage] = {}
    for passage in passages:
        found.setdefault(passage.slug, passage)
    return [found[slug] for slug in sorted(found)]


def disputed(shelf: Catalogue) -> Iterator[Tie]:
    """Statements that cannot all hold."""
    for each in shelf.collection.disagreements:
        for one, other in combinations(firsts(each.statements), 2):
            yield from tie(one, other, f"told otherwise: {each.kind.replace('-', ' ')}", "dispute")


def linked(shelf: Catalogue) -> Iterator[Tie]:
    """Cross-links."""
    for link in shelf.collection.links:
        yield from tie(link.source, link.to, link.reason, "link")


def quoted(shelf: Catalogue) -> Iterator[Tie]:
    """The same words."""
    for family in shelf.collection.families:
        spans = [(slug, shelf.views[slug].quotes[name]) for slug, name in family.forms]
        forms = [Passage(slug, (quote.parts or (quote.span,))[0]) for slug, quote in spans]
        last = forms[-1]
        words = excerpt(shelf.views[last.slug].reading(last.span), SHORT)
        for one, other in combinations(firsts(forms), 2):
            yield from tie(one, other, f"both quote “{words.strip(' ,.;')}”", "words")


def told(shelf: Catalogue) -> Iterator[Tie]:
    """The same events."""
    for event in shelf.collection.events:
        if event.lane in LANES:
            places = firsts(Passage(each.slug, each.label) for each in event.attestations)
            for one, other in combinations(places, 2):
                yield from tie(one, other, f"both tell of {in_words(event.edtf)}", "event")
