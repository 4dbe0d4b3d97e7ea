"""How a source stands among the others: what it is called, so that none is called alike, and what stands beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dossier.write import describe
from dossier.write.card import Card
from dossier.write.edtf import order


def shorts(cards: Mapping[str, Card]) -> dict[str, str]:
    """A few words for each source; two that would be called alike are told apart by their titles."""
    number = Counter(each.short for each in cards.values())
    return {
        slug: f"{each.short}, {describe.excerpt(each.title, describe.SHORT)}" if number[each.short] > 1 else each.short
        for slug, each in cards.items()
    }


def neighbours(cards: Mapping[str, Card]) -> dict[str, tuple[str, str]]:
    """The dated source before and after each, by date and then by slug."""
    dated = sorted((order(each.published), slug) for slug, each in cards.items() if each.published)
    return in_a_row([slug for _, slug in dated])


def in_a_row(slugs: Sequence[str]) -> dict[str, tuple[str, str]]:
    """What stands before and after each, "" at either end."""
    row = ["", *slugs, ""]
    return {slug: (row[at], row[at + 2]) for at, slug in enumerate(slugs)}
