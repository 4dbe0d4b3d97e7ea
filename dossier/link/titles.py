"""References: a link, an address or a title in one seed that names another seed of the collection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.link.cited import FEWEST, RULES, WORD, folded, readable, runs
from dossier.link.gleaned import Gleaned
from dossier.model import Document, Passage, Reference, Source
from dossier.sourcemap import TextSpan

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """What a build leaves to the next: the slug behind each title, and the digests of the sources that none is in."""

    titles: Mapping[str, str]
    without: tuple[bytes, ...]


def references(
    sources: Sequence[Source], gleaned: Sequence[Gleaned], past: Looked | None = None
) -> tuple[tuple[Reference, ...], Looked]:
    """Every place of a source that names another one, in text order; each place once. Linear in the text.

    `gleaned` are the gleanings of the sources, in their order; a text is read where a title must stand in it. What an
    earlier build saw to have none of the same titles has none now.
    """
    addresses = claimed((each.slug, each.cites.own) for each in gleaned)
    slugs = claimed((each.slug, titles_fit(each)) for each in gleaned)
    titles, known = titles_of(slugs), set(past.without) if past and past.titles == slugs else set[bytes]()
    found, without = [], set[bytes]()
    for source, each in zip(sources, gleaned, strict=True):
        taken = 0
        every = [*addressed(each, addresses)]
        if each.digest in known or not titles.may_stand_in(each):
            without.add(each.digest)
        else:
            every += titled(source.document, titles)
        for one in sorted(every, key=lambda r: (r.source.span.start, -r.source.span.end, r.rule)):
            if one.source.span.start >= taken:
                taken = one.source.span.end
                found.append(one)
    return tuple(found), Looked(slugs, tuple(sorted(without)))


def claimed(claims: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """The slug behind each address or title; one that two sources claim names neither."""
    slugs: dict[str, set[str]] = {}
    for slug, own in claims:
        for each in own:
            slugs.setdefault(each, set()).add(slug)
    return {each: next(iter(found)) for each, found in slugs.items() if len(found) == 1}


def titles_fit(source: Gleaned) -> Sequence[str]:
    """The title of a source, if it has FEWEST words or more."""
    return [source.cites.title] if source.cites.title.count(" ") + 1 >= FEWEST else []


def reference(slug: str, start: int, end: int, to: str, rule: str) -> Iterator[Reference]:
    """One reference, unless a source names itself."""
    if to and to != slug:
        yield Reference(Passage(slug, TextSpan(start, end)), to, rule)


def addressed(source: Gleaned, addresses: Mapping[str, str]) -> Iterator[Reference]:
    """Links whose target is another seed's address, and such addresses written out."""
    cites = source.cites
    for address, start, end, rule in zip(cites.given, cites.starts, cites.ends, cites.rules, strict=True):
        yield from reference(source.slug, start, end, addresses.get(address, ""), RULES[rule])


def titled(document: Document, titles: Titles) -> Iterator[Reference]:
    """Titles word for word: looked up by their first FEWEST words, then whole."""
    for first, last in readable(document):
        found = [(folded(m[0]), m.start(), m.end()) for m in WORD.finditer(document.text, first, last)]
        heard = tuple(word for word, _, _ in found)
        for at in range(len(heard) - FEWEST + 1):
            for size in titles.sizes.get(heard[at : at + FEWEST], ()):
                to = titles.slugs.get(" ".join(heard[at : at + size]), "") if at + size <= len(heard) else ""
                if to:
                    yield from reference(document.slug, found[at][1], found[at + size - 1][2], to, "title")
                    break


@dataclass(frozen=True, slots=True)
class Titles:
    """The slug behind each title; the lengths of titles, longest first, by their first words.

    `runs` are the checks of all FEWEST words in a row of titles, by the check of their first words.
    """

    slugs: Mapping[str, str]
    sizes: Mapping[Words, Sequence[int]]
    runs: Mapping[int, Sequence[tuple[frozenset[int], str]]]
    firsts: frozenset[int]

    def may_stand_in(self, source: Gleaned) -> bool:
        """Whether a source has all words of a title that is not its own, as many in a row as are checked together."""
        near = self.firsts.intersection(source.cites.runs)
        if not near:
            return False
        heard = frozenset(source.cites.runs)
        found = (each for first in near for each in self.runs[first])
        return any(slug != source.slug and checks <= heard for checks, slug in found)


def titles_of(slugs: Mapping[str, str]) -> Titles:
    """The titles, ready to be looked for."""
    sizes: dict[Words, set[int]] = {}
    checks: dict[int, list[tuple[frozenset[int], str]]] = {}
    for title, slug in slugs.items():
        words = tuple(title.split(" "))
        sizes.setdefault(words[:FEWEST], set()).add(len(words))
        found = runs(words)
        checks.setdefault(found[0], []).append((frozenset(found), slug))
    ordered = {start: sorted(found, reverse=True) for start, found in sizes.items()}
    return Titles(slugs, ordered, checks, frozenset(checks))
