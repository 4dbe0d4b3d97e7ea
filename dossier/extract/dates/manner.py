"""Whether a document counts its dates from its own, as news does, or from the one told last, as a history does."""

from __future__ import annotations

from dossier.extract.dates.points import Point
from dossier.extract.dates.said import Said

NEWS_RULES = {"today", "units-ago", "weekday-part", "which-unit", "which-named"}
SPAN = 1


def news(found: list[Said], now: Point | None) -> bool:
    """True where yesterdays, weekdays and years near the document's date outweigh the years far from it."""
    if now is None:
        return False
    far = sum(1 for said in found if said.year is not None and abs(said.year - now.year) > SPAN)
    near = sum(1 for said in found if said.year is not None and abs(said.year - now.year) <= SPAN)
    deictic = sum(1 for said in found if said.rule in NEWS_RULES and (said.step is None or said.step.start == "now"))
    return far <= 2 * deictic + near + 2
