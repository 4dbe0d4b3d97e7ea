"""The page of the search, whose address with `?q=words` can be shared; what it shows, a script finds."""

from __future__ import annotations

from dossier.write import front
from dossier.write.catalogue import Catalogue
from dossier.write.templating import fill


def search(_shelf: Catalogue) -> str:
    """The Markdown of the page, the same for every collection."""
    return fill(
        "search.md.j2",
        front=front.page("Search", "Search the sources, their quotations and names.", hide=["navigation", "toc"]),
    )
