"""Publications that no date in the text tells: supplied by the editor, or inferred from a source's own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dossier.model import Event, Fact
from dossier.sourcemap import TextSpan
from dossier.write import describe
from dossier.write.catalogue import Catalogue, source_page, to
from dossier.write.escape import Safe, markdown
from dossier.write.pages.entries import Entry, Told
from dossier.write.shape import extent, precision, ruler, when
from dossier.write.view import MADE, View


def merged(events: Iterable[Event]) -> list[Event]:
    """The events, but with publications that one source tells twice, in its dateline and its address, as one."""
    found: dict[tuple[str, ...], Event] = {}
    for event in events:
        told = sorted({each.slug for each in event.attestations}) if event.lane == "publication" else [event.id]
        key = (event.lane, event.edtf, *told)
        first = found.get(key)
        if first is None:
            found[key] = event
        else:
            former = (*first.former_ids, event.id, *event.former_ids)
            found[key] = replace(first, attestations=(*first.attestations, *event.attestations), former_ids=former)
    return list(found.values())


def untold(shelf: Catalogue, page: str) -> list[tuple[str, Entry]]:
    """Date and entry for each source whose date of publication no event of the collection tells."""
    events = [event for event in shelf.collection.events if event.lane == "publication"]
    told = {each.slug for event in events for each in event.attestations}
    found = []
    for slug, view in shelf.views.items():
        fact = view.document.meta.published
        if fact and slug not in told:
            remark = "supplied by the editor" if describe.edited(fact) else ""
            found.append((fact.value, publication(shelf, view, fact, page, remark)))
    return found


def inferred(shelf: Catalogue, page: str) -> list[tuple[str, Entry]]:
    """Interval and entry for each undated source whose own words say between when and when it was written."""
    found = []
    for view in shelf.views.values():
        clues = describe.between(view.source)
        if clues and view.document.meta.published is None:
            found.append((clues.value, publication(shelf, view, clues, page, clues.rule, guess=True)))
    return found


def publication(  # noqa: PLR0913 - the parts of one entry
    shelf: Catalogue, view: View, fact: Fact, page: str, remark: str, *, guess: bool = False
) -> Entry:
    """The publication of one source."""
    where = to(page, source_page(view.slug), clue(view, fact) if guess else "")
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
