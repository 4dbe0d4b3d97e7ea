"""What several sources share and where they differ: quotation families, shared events, disagreements."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Disagreement, Family
from dossier.write import describe, front
from dossier.write.catalogue import COMPARE, Catalogue, source_page, to
from dossier.write.edtf import in_words, order
from dossier.write.escape import Safe
from dossier.write.pages.happenings import MAIN, label
from dossier.write.pages.timeline import places
from dossier.write.templating import fill

STATEMENT = 320
"""Characters of a passage that the page repeats."""


@dataclass(frozen=True, slots=True)
class Form:
    """One source's words."""

    text: str
    to: Safe
    title: str


@dataclass(frozen=True, slots=True)
class Shared:
    """An event that several sources tell."""

    when: str
    to: Safe
    label: str
    count: str


def compare(shelf: Catalogue) -> str:
    """The Markdown of the comparison page."""
    summary = (
        "The same words quoted in several places, events that several sources tell, and where they cannot all be right."
    )
    families = [(family.id, forms(shelf, family)) for family in shelf.collection.families]
    differing = [(each.kind.replace("-", " "), statements(shelf, each)) for each in shelf.collection.disagreements]
    return fill(
        "compare.md.j2",
        front=front.page("Compare", summary, hide=["navigation"]),
        summary=summary,
        families=families,
        events=shared(shelf),
        disagreements=differing,
    )


def forms(shelf: Catalogue, family: Family) -> list[Form]:
    """The forms of one quotation."""
    found = []
    for slug, name in family.forms:
        quote = shelf.quotes[(slug, name)]
        view = shelf.views[slug]
        where = to(COMPARE, source_page(slug), view.spot((quote.parts or (quote.span,))[0], quote.id))
        found.append(Form(describe.excerpt(view.reading(quote.span), STATEMENT), where, shelf.shorts[slug]))
    return found


def shared(shelf: Catalogue) -> list[Shared]:
    """Events that two or more sources tell, in order."""
    found = []
    pages = places(shelf)
    for event in sorted(shelf.collection.events, key=lambda event: (order(event.edtf), event.id)):
        slugs = {each.slug for each in event.attestations}
        if len(slugs) > 1 and event.lane in MAIN:
            first = event.attestations[0]
            words = label(shelf.views[first.slug], first.label)
            where = to(COMPARE, pages[event.id], event.id)
            found.append(Shared(in_words(event.edtf), where, words, describe.count(len(slugs), "source")))
    return found


def statements(shelf: Catalogue, each: Disagreement) -> list[Form]:
    """Statements that cannot all hold, side by side."""
    found = []
    for passage in each.statements:
        view = shelf.views[passage.slug]
        text = describe.excerpt(view.reading(passage.span), STATEMENT)
        found.append(Form(text, shelf.passage(COMPARE, passage), shelf.shorts[passage.slug]))
    return found
