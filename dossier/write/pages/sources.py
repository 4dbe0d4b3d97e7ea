"""The list of sources."""

from __future__ import annotations

from dossier.write import describe, front
from dossier.write.catalogue import SOURCES, Catalogue
from dossier.write.pages.cards import cards
from dossier.write.templating import fill


def sources(shelf: Catalogue) -> str:
    """The Markdown of the list of sources."""
    summary = f"{describe.count(len(shelf.views), 'source')}, newest first, undated ones last."
    hidden = shelf.collection.withheld
    if hidden.sources:
        named = f" ({'; '.join(hidden.called)})" if hidden.called else ""
        private = describe.count(hidden.sources, "private source")
        summary += f" {private}{named} {'is' if hidden.sources == 1 else 'are'} counted with the others and not shown."
    return fill("sources.md.j2", front=front.page("Sources", summary), summary=summary, cards=cards(shelf, SOURCES))
