"""A publication that no date in the text tells: supplied by the editor, or inferred from a source's own words."""

from __future__ import annotations

from dossier.model import Fact
from dossier.sourcemap import TextSpan
from dossier.write import describe
from dossier.write.addresses import source_page, to
from dossier.write.catalogue import TIMELINE, Catalogue
from dossier.write.escape import Safe, markdown
from dossier.write.pages.entries import Entry, Told
from dossier.write.shape import extent, precision, ruler, when
from dossier.write.view import MADE, View


def untold(shelf: Catalogue, slug: str) -> tuple[str, Entry] | None:
    """Date and entry of a source whose date of publication no event of the collection tells."""
    view = shelf.views[slug]
    fact = view.document.meta.published
    if fact is None or any(event.lane == "publication" for event in shelf.witnessed.get(slug, ())):
        return None
    return fact.value, publication(shelf, view, fact, "supplied by the editor" if describe.edited(fact) else "")


def inferred(shelf: Catalogue, slug: str) -> tuple[str, Entry] | None:
    """Interval and entry of an undated source whose own words say between when and when it was written."""
    view = shelf.views[slug]
    clues = describe.between(view.source)
    if clues is None or view.document.meta.published:
        return None
    return clues.value, publication(shelf, view, clues, clues.rule, guess=True)


def publication(shelf: Catalogue, view: View, fact: Fact, remark: str, *, guess: bool = False) -> Entry:
    """The publication of one source, with links as every page of the timeline writes them."""
    where = to(TIMELINE, source_page(view.slug), clue(view, fact) if guess else "")
    title = Safe(f'<span class="d-clause">{markdown(describe.title(view.source), start=False)}</span>')
    return Entry(
        f"published-{view.slug}",
        "publication",
        when(fact.value),
        ruler(fact.value),
        *extent(fact.value),
        precision(fact.value),
        (Told(title, where, shelf.shorts[view.slug], view.slug, remark),),
        inferred=guess,
    )


def clue(view: View, fact: Fact) -> str:
    """Where on its page the words stand from which a date was inferred."""
    if fact.span is None:
        return MADE
    end = view.text_end(fact.span)
    return view.anchor(TextSpan(max(end - 1, 0), end)) if end else MADE
