"""Two sources side by side: a table of the passages that belong together, which a script turns into two columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model import Passage
from dossier.write import describe, front
from dossier.write.addresses import source_page, to
from dossier.write.catalogue import COMPARE, Catalogue
from dossier.write.context import Sentences
from dossier.write.escape import Safe
from dossier.write.passage import Shown, shown
from dossier.write.templating import fill
from dossier.write.ties import Tie, Two, page_of, ties


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sources."""

    title: str
    short: str
    credit: str
    to: Safe


@dataclass(frozen=True, slots=True)
class Row:
    """Two passages and why they stand in one row."""

    reason: str
    kind: str
    one: Shown
    other: Shown


def pairs(shelf: Catalogue) -> dict[str, str]:
    """A page for every two sources that something ties together, and for any two while they are few, by path."""
    sentences = shelf.sentences
    return {page_of(two): page(shelf, sentences, two, found) for two, found in ties(shelf).items()}


def page(shelf: Catalogue, sentences: Mapping[str, Sentences], two: Two, found: list[Tie]) -> str:
    """The Markdown of one page."""
    path = page_of(two)
    sides = [side(shelf, path, slug) for slug in two]
    title = f"{sides[0].short} and {sides[1].short}"

    def seen(passage: Passage) -> Shown:
        return shown(shelf, sentences[passage.slug], path, passage)

    return fill(
        "pair.md.j2",
        front=front.page(
            title,
            f"{describe.count(len(found), 'passage')} that {title} share or tell otherwise.",
            hide=["navigation", "toc"],
            search={"exclude": True},
        ),
        title=title,
        sides=sides,
        count=describe.count(len(found), "pair"),
        rows=[Row(each.reason, each.kind, seen(each.one), seen(each.other)) for each in found],
        compare=to(path, COMPARE),
    )


def side(shelf: Catalogue, path: str, slug: str) -> Side:
    """One of the two sources."""
    source = shelf.views[slug].source
    return Side(describe.title(source), shelf.shorts[slug], describe.credit(source), to(path, source_page(slug)))
