"""The leaf of one source in the roll of names: how often and where it names whom, and what it tells of each.

Its parts can be read alone: first every mention with its place in the seed, for the data, and then what the source
tells of each name that has a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypedDict

from dossier.sourcemap import TextSpan
from dossier.write import describe
from dossier.write.bearers import Bearer
from dossier.write.catalogue import Catalogue
from dossier.write.memo.parted import parted
from dossier.write.memo.store import Json
from dossier.write.mentions import mentions
from dossier.write.roll.told import told
from dossier.write.view import MADE
from dossier.write.work import Work

MOST = 8
"""Passages listed for a name without a page, beside the first; the record has all."""

Row = tuple[int, int, str]
"""Where the seed mentions a name, and the words there."""
Rows = tuple[list[int], list[int], list[str]]
"""The same of many mentions: their starts, their ends, and the words."""


class Opening(TypedDict):
    """What the leaf begins with."""

    title: str
    published: str
    """EDTF, "" for an undated source."""
    file: str
    moved: list[str]
    """Addresses that the source had before."""
    names: list[str]
    """The ids of its names."""
    mentions: list[int]
    """How often it mentions each."""
    blocks: list[int]
    """In how many blocks; 0 for a name with a page."""
    anchors: list[str]
    """The ids of the first of those, parted by spaces."""
    others: dict[str, dict[str, int]]
    """By name: how else than with the full name it is written, and how often."""
    paged: list[str]
    """The names with a page of which the leaf tells, one a part after the first."""


def leaf(shelf: Catalogue, slug: str) -> Json:
    """What one source adds to the roll."""
    view, paged = shelf.views[slug], set(shelf.own_pages[slug])
    spans = dict(mentioned(shelf, slug))
    forms = {
        who.id: Counter(" ".join(view.document.text[span.start : span.end].split()) for span in found)
        for who, found in spans.items()
    }
    anchors = [[] if who.id in paged else anchored(shelf, slug, each) for who, each in spans.items()]
    fragments = dict(told(shelf, slug, mentions(shelf, slug), forms))
    published, sidecar = view.document.meta.published, view.document.seed.sidecar
    moved = sidecar.values.get("redirect_from") if sidecar else None
    opening: Opening = {
        "title": describe.title(view.source),
        "published": published.value if published else "",
        "file": view.document.seed.file,
        "moved": [str(old) for old in moved] if isinstance(moved, tuple) else [],
        "names": [who.id for who in spans],
        "mentions": [len(each) for each in spans.values()],
        "blocks": [len(each) for each in anchors],
        "anchors": [" ".join(each[: MOST + 1]) for each in anchors],
        "others": {who.id: other for who in spans if (other := without(forms[who.id], who.name))},
        "paged": list(fragments),
    }
    found = [rows(shelf, slug, each) for each in spans.values()]
    flat = [list(column) for column in zip(*(row for each in found for row in each), strict=True)]
    mentions_of_all = [[who.id for who in spans], [len(each) for each in found], flat or [[], [], []]]
    return parted(opening, [mentions_of_all, *fragments.values()])


def mentioned(shelf: Catalogue, slug: str) -> Iterator[tuple[Bearer, list[TextSpan]]]:
    """The bearers whom a source names, and every mention of each in the order in which it was found."""
    found: dict[str, tuple[Bearer, list[TextSpan]]] = {}
    for name, who in shelf.borne(slug):
        if who:
            found.setdefault(who.id, (who, []))[1].extend(name.mentions)
    yield from found.values()


def without(forms: Counter[str], name: str) -> dict[str, int]:
    """The ways to write a name beside its full form."""
    return {form: number for form, number in forms.items() if form != name}


def anchored(shelf: Catalogue, slug: str, spans: list[TextSpan]) -> list[str]:
    """The blocks of a source that mention a name, each once, those that the page does not show last."""
    found = list(dict.fromkeys(shelf.views[slug].anchor(span) for span in sorted(spans)))
    found.sort(key=lambda anchor: anchor == MADE)
    return found


def rows(shelf: Catalogue, slug: str, spans: list[TextSpan]) -> list[Row]:
    """Where the seed mentions a name, in its order."""
    view = shelf.views[slug]
    found = []
    for span in spans:
        at = view.seed_span(span)
        found.append((at.start, at.end, view.verbatim(span, at)))
    return sorted(found, key=lambda row: row[0])


LEAF = Work("names", leaf)
