"""Day first or month first in 3/4/2019: the document's own habit decides, else nobody does."""

from __future__ import annotations

from dataclasses import replace

from dossier.extract.dates.points import Point, real
from dossier.extract.dates.said import Said
from dossier.extract.dates.tokens import Tokens


def ordered(tokens: Tokens, found: list[Said], now: Point | None) -> list[Said]:
    """Readings of 3/4/2019 with day and month in the order that other dates of the document show."""
    doubtful = [said for said in found if said.manner == "order"]
    if not doubtful:
        return found
    day_first = habit(tokens, found, now)
    return found if day_first is None else [settled(said, day_first=day_first) for said in found]


def habit(tokens: Tokens, found: list[Said], now: Point | None) -> bool | None:
    """True where days stand first, False where months do, None where nothing shows it or both do."""
    votes: set[bool] = set()
    for said in found:
        if said.rule != "slashed-date":
            continue
        parts = [int(part) for part in tokens.word(said.first).replace("-", "/").replace(".", "/").split("/")]
        if said.manner != "order":
            if parts[0] <= 31 and parts[0] != parts[1]:  # noqa: PLR2004 - 25/12/2012, not 2012/12/25
                votes.add(parts[0] == said.day)
        elif (
            now is not None
            and now.day
            and parts[2] % 100 == now.year % 100
            and {parts[0], parts[1]} == {now.month, now.day}
        ):
            votes.add(parts[0] == now.day)  # the document's own date, written its way
    return votes.pop() if len(votes) == 1 else None


def settled(said: Said, *, day_first: bool) -> Said:
    """The reading with its doubt resolved."""
    if said.manner != "order":
        return said
    turned = replace(said, manner="", month=said.day, day=said.month) if day_first else replace(said, manner="")
    return turned if real(Point(turned.year or 0, turned.month, turned.day)) else said
