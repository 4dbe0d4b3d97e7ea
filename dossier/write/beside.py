"""Cross-links as each source's page shows them: those that lead from it and, turned round, those that lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dossier.model import Disagreement, Family, Link, Passage, Reference
from dossier.sourcemap import TextSpan
from dossier.write.saying import Saying

MOST = 7
"""Cross-links that one page shows."""
MUTUAL = "both "
"""A reason that begins so holds from either end; any other is told of the passage that the link leads to."""


def beside(links: Iterable[Link]) -> Mapping[str, tuple[Link, ...]]:
    """The links of each page by slug, in the given order (the best first), at most MOST.

    What leads from a page is shown before what leads to it has its turn, so that no link is lost from both pages.
    """
    leading: dict[str, list[tuple[int, Link]]] = {}
    led: dict[str, list[tuple[int, Link]]] = {}
    for rank, link in enumerate(links):
        leading.setdefault(link.source.slug, []).append((rank, link))
        led.setdefault(link.to.slug, []).append((rank, turned(link)))
    slugs = sorted(leading.keys() | led.keys())
    return {slug: best([*leading.get(slug, ()), *led.get(slug, ())]) for slug in slugs}


def best(ranked: list[tuple[int, Link]]) -> tuple[Link, ...]:
    """The first MOST, in order of rank; two links between one pair of passages are one."""
    pairs = {(link.source, link.to): (rank, link) for rank, link in reversed(ranked)}
    kept = [found for found in ranked if pairs[found[1].source, found[1].to] == found][:MOST]
    return tuple(link for _, link in sorted(kept, key=lambda found: found[0]))


def turned(link: Link) -> Link:
    """The link as the page that it leads to shows it."""
    reason = link.reason if link.reason.startswith(MUTUAL) else f"this passage {link.reason}"
    return Link(link.to, link.source, reason)


def disputes(found: Iterable[Disagreement]) -> dict[str, tuple[Link, ...]]:
    """By slug: from each statement of a disagreement to the next one that another source or passage makes."""
    links: dict[str, list[Link]] = {}
    for each in found:
        reason = f"told otherwise: {each.kind.replace('-', ' ')}"
        for at, statement in enumerate(each.statements):
            other = each.statements[(at + 1) % len(each.statements)]
            if other != statement:
                links.setdefault(statement.slug, []).append(Link(statement, other, reason))
    return {slug: tuple(found) for slug, found in links.items()}


def relatives(families: Iterable[Family]) -> dict[str, dict[str, tuple[str, int]]]:
    """By slug and quotation that stands elsewhere too: its family, and how many other forms that has."""
    found: dict[str, dict[str, tuple[str, int]]] = {}
    for family in families:
        for slug, id in family.forms:
            found.setdefault(slug, {})[id] = family.id, len(family.forms) - 1
    return found


def repeats(families: Sequence[Family], sayings: Mapping[str, Sequence[Saying]]) -> dict[str, tuple[Link, ...]]:
    """By slug: from each form of a quotation to the first form in another source."""
    links: dict[str, list[Link]] = {}
    firsts = places(families, sayings)
    for family in families:
        forms = [(slug, firsts[slug, id]) for slug, id in family.forms]
        first = forms[0]
        other = next((form for form in forms if form[0] != first[0]), None)
        for slug, span in forms if other else ():
            to = other if other and slug == first[0] else first
            links.setdefault(slug, []).append(Link(Passage(slug, span), Passage(*to), "the same words are quoted here"))
    return {slug: tuple(found) for slug, found in links.items()}


def places(families: Sequence[Family], sayings: Mapping[str, Sequence[Saying]]) -> dict[tuple[str, str], TextSpan]:
    """Where each form begins, by slug and id: its first part. Each source is asked once."""
    wanted: dict[str, set[str]] = {}
    for family in families:
        for slug, id in family.forms:
            wanted.setdefault(slug, set()).add(id)
    return {
        (slug, each.id): TextSpan(*each.first)
        for slug, ids in wanted.items()
        for each in sayings[slug]
        if each.id in ids
    }


def wanted(links: Iterable[Link], references: Iterable[Reference]) -> dict[str, tuple[TextSpan, ...]]:
    """By slug: the passages that pages of sources show, either end of every link and what names a source."""
    found: dict[str, set[TextSpan]] = {}
    for link in links:
        found.setdefault(link.source.slug, set()).add(link.source.span)
        found.setdefault(link.to.slug, set()).add(link.to.span)
    for each in references:
        found.setdefault(each.source.slug, set()).add(each.source.span)
    return {slug: tuple(sorted(spans)) for slug, spans in found.items()}


def parts_of(numbers: Mapping[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    """Numbers by slug and id as those of each slug by id."""
    found: dict[str, dict[str, int]] = {}
    for (slug, id), number in numbers.items():
        found.setdefault(slug, {})[id] = number
    return found


def capital(words: str) -> str:
    """The words with a capital letter first."""
    return words[:1].upper() + words[1:]


def grouped(pairs: Iterable[tuple[str, Reference]]) -> dict[str, tuple[Reference, ...]]:
    """References by a slug, in order."""
    found: dict[str, list[Reference]] = {}
    for slug, each in pairs:
        found.setdefault(slug, []).append(each)
    return {slug: tuple(each) for slug, each in found.items()}
