"""Names with every mention, as JSON and CSV: put together from what is kept of each source, some names at a time."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.model import Identity
from dossier.write.data.serial import csv_pieces, json_pieces
from dossier.write.roll import Roll

MENTION = ("slug", "start", "end", "as")
HEADER = ("id", "name", "type", *MENTION)
AT_ONCE = 150_000
"""Mentions that are held at a time."""

Mention = tuple[str, int, int, str]
"""A source's slug, where its seed has a name, and the words there."""


def names_json(roll: Roll) -> Iterator[bytes]:
    """All bearers of names with their mentions."""
    named = (
        {
            "id": who.id,
            "name": who.name,
            "type": who.type,
            "mentions": [dict(zip(MENTION, each, strict=True)) for each in found],
        }
        for who, found in every(roll)
    )
    return json_pieces({"names": named})


def names_csv(roll: Roll) -> Iterator[bytes]:
    """One row a mention."""
    return csv_pieces(HEADER, ((who.id, who.name, who.type, *each) for who, found in every(roll) for each in found))


def every(roll: Roll) -> Iterator[tuple[Identity, list[Mention]]]:
    """All names with their mentions, by source and in its order."""
    for some in runs(roll):
        found: dict[str, list[Mention]] = {who.id: [] for who in some}
        for slug, named in roll.mentions():
            for id in named if len(some) == len(roll.every) else found.keys() & named.keys():
                found[id] += [(slug, start, end, words) for start, end, words in named[id]]
        for who in some:
            yield who, found.pop(who.id)


def runs(roll: Roll) -> Iterator[list[Identity]]:
    """All names, as many at a time as may be held with their mentions."""
    held: list[Identity] = []
    number = 0
    for who in roll.every:
        held.append(who)
        number += roll.seen[who.id].mentions
        if number >= AT_ONCE:
            yield held
            held, number = [], 0
    if held:
        yield held
