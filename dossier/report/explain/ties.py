"""What ties a source to the others, and what its capture lost."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Passage
from dossier.report.explain.found import ROOM, below, item
from dossier.report.explain.page import Page, page_of
from dossier.report.problems import order
from dossier.report.terminal import clip
from dossier.run.face import doubts


def links(page: Page) -> Iterator[str]:
    """Passages of other sources that the page leads to, quotations they share, and what they tell otherwise."""
    sources = {source.slug: page_of(source, page.collection, page.paint) for source in page.collection.sources}

    def passage(at: Passage) -> str:
        there = sources[at.slug]
        return f"{there.source.document.seed.file}, {there.line(at.span)}: {there.words(at.span, ROOM)}"

    own = page.source.slug
    for link in page.collection.links:
        here, there = (link.source, link.to) if link.source.slug == own else (link.to, link.source)
        if here.slug == own:
            yield item(page.line(here.span), page.words(here.span, ROOM))
            yield from below(page, f"and {passage(there)}", f"because: {link.reason}")
    for reference in page.collection.references:
        if own in {reference.source.slug, reference.to}:
            what = "named by another source" if reference.to == own else "names another source"
            yield item("", what)
            yield from below(page, passage(reference.source), f"sources/{reference.to}/, rule {reference.rule}")
    for family in page.collection.families:
        yield from same_words(page, sources, family.forms)
    for each in page.collection.disagreements:
        if any(statement.slug == own for statement in each.statements):
            yield item("", f"told otherwise ({each.kind})")
            yield from below(page, *map(passage, each.statements))


def same_words(page: Page, sources: dict[str, Page], forms: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """A quotation that other sources, or other places of this one, quote too."""
    if all(slug != page.source.slug for slug, _ in forms):
        return
    yield item("", "the same words quoted")
    for slug, id in forms:
        there = sources[slug]
        quote = next((each for each in there.source.annotations.quotes if each.id == id), None)
        if quote:
            words = there.words(quote.span, ROOM)
            yield from below(page, f"{there.source.document.seed.file}, {there.line(quote.span)}: {words}")


def gaps(page: Page) -> Iterator[str]:
    """Every issue of the text with its line, the heaviest first."""
    for each in sorted(doubts(page.source), key=order):
        yield item(f"line {each.line}" if each.line else "", f"{page.paint(each.severity, each.severity)}  {each.code}")
        near = each.excerpt[max(0, each.column - 1) :]
        yield from below(page, each.message, f"at “{clip(near, ROOM - 5)}”" if near else "")
