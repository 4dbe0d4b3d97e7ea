"""Which names have a page of their own."""

from __future__ import annotations

from itertools import groupby

from dossier.model import Collection, Identity

NAME_PAGES = 500
"""Names that may have a page of their own in a small collection; in a large one about as many as there are sources."""
MORE = 1.5
"""So many times as many may have one, where fewer would leave out names that are alike."""


def paged(collection: Collection) -> tuple[frozenset[str], frozenset[str]]:
    """Names that have a page, and names that would have one in a smaller collection.

    Names in two or more sources have one, and names of those who are quoted. They would outgrow the sources fifteen to
    one: then those have one that most sources share; among equals, those who are quoted. Names that are alike in both
    fare alike, so that a source more changes little but for the names that it has.
    """
    quoted = set(collection.speakers.values())
    ranked = sorted(
        ((-number, who.id not in quoted), who.id)
        for who in collection.identities
        if (number := sources(who)) > 1 or who.id in quoted
    )
    found: list[str] = []
    most = max(NAME_PAGES, len(collection.sources))
    for _, alike in groupby(ranked, key=lambda each: each[0]):
        ids = [id for _, id in alike]
        if len(found) + len(ids) > (MORE * most if len(found) < most else most):
            found = found or ids[:most]
            break
        found += ids
    return frozenset(found), frozenset(id for _, id in ranked[len(found) :])


def sources(who: Identity) -> int:
    """How many sources name somebody. Most are named once."""
    return len({slug for slug, _ in who.members}) if len(who.members) > 1 else len(who.members)
