"""The list of sources."""

from __future__ import annotations

from dossier.write import describe, front
from dossier.write.catalogue import SOURCES, Catalogue
from dossier.write.pages.cards import cards
from dossier.write.templating import fill


def sources(shelf: Catalogue) -> str:
    """The Markdown of the list of sources."""
    summary = f"{describe.count(len(shelf.views), 'source')}, newest first, undated ones last."
    return fill("sources.md.j2", front=front.page("Sources", summary), summary=summary, cards=cards(shelf, SOURCES))
