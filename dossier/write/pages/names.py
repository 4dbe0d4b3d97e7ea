"""The names by kind, each with every passage that mentions it."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.model import Identity
from dossier.sourcemap import TextSpan
from dossier.write import describe, front
from dossier.write.catalogue import NAMES, Catalogue, source_page, to
from dossier.write.escape import Safe
from dossier.write.templating import fill
from dossier.write.view import MADE

KINDS = (
    ("person", "People"),
    ("organisation", "Organisations"),
    ("place", "Places"),
    ("agreement", "Agreements"),
    ("event", "Events"),
    ("work", "Works"),
    ("other", "Other names"),
)
MOST = 12
"""Passages listed for one name and source; the record has all."""


@dataclass(frozen=True, slots=True)
class Place:
    """The passages of one source that mention a name."""

    title: str
    passages: tuple[Safe, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Bearer:
    """One name as the page shows it."""

    id: str
    name: str
    count: str
    mentions: int
    places: tuple[Place, ...]


def names(shelf: Catalogue) -> str:
    """The Markdown of the names page."""
    found = [(title, kind, bearers(shelf, kind)) for kind, title in KINDS]
    summary = (
        f"{describe.count(len(shelf.collection.identities), 'name')} in {describe.count(len(shelf.views), 'source')}."
    )
    return fill(
        "names.md.j2",
        front=front.page("Names", f"{summary} Each leads to every passage that mentions it.", hide=["navigation"]),
        summary=summary,
        kinds=[(title, kind, each) for title, kind, each in found if each],
    )


def bearers(shelf: Catalogue, kind: str) -> list[Bearer]:
    """The names of one kind, most mentioned first."""
    found = [bearer(shelf, who) for who in shelf.collection.identities if who.type == kind]
    return sorted(found, key=lambda each: (-each.mentions, each.name.casefold(), each.id))


def bearer(shelf: Catalogue, who: Identity) -> Bearer:
    """One name with its passages, by source."""
    spans: dict[str, list[TextSpan]] = {}
    for slug, number in who.members:
        spans.setdefault(slug, []).extend(shelf.name(slug, number).mentions)
    mentions = sum(map(len, spans.values()))
    counted = f"{describe.count(mentions, 'mention')} in {describe.count(len(spans), 'source')}"
    places = tuple(place(shelf, slug, sorted(found)) for slug, found in sorted(spans.items()))
    return Bearer(who.id, who.name, counted, mentions, places)


def place(shelf: Catalogue, slug: str, spans: list[TextSpan]) -> Place:
    """The blocks of one source that mention a name, each once."""
    view = shelf.views[slug]
    anchors = list(dict.fromkeys(view.anchor(span) for span in spans))
    anchors.sort(key=lambda anchor: anchor == MADE)
    links = tuple(to(NAMES, source_page(slug), anchor) for anchor in anchors[:MOST])
    return Place(shelf.shorts[slug], links, max(len(anchors) - MOST, 0))
