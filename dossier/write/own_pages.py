"""Which names have a page of their own."""

from __future__ import annotations

from dossier.model import Collection

NAME_PAGES = 500
"""Names that may have a page of their own in a small collection; in a large one as many as there are sources."""


def paged(collection: Collection) -> tuple[frozenset[str], frozenset[str]]:
    """Names that have a page, and names that would have one in a smaller collection.

    Names in two or more sources have one, and names of those who are quoted. They would outgrow the sources fifteen to
    one: beyond NAME_PAGES, or one a source, those have one that most sources share; those who are quoted go first.
    """
    quoted = set(collection.speakers.values())
    ranked = sorted(
        (-number, who.id not in quoted, -len(who.members), who.id)
        for who in collection.identities
        if (number := len({slug for slug, _ in who.members})) > 1 or who.id in quoted
    )
    found = [id for *_, id in ranked]
    most = max(NAME_PAGES, len(collection.sources))
    return frozenset(found[:most]), frozenset(found[most:])
