"""Why two passages stand side by side, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dossier.link.codes import COMMON, DATE, EVENT, FAMILY, NAME, PHRASE, WORD

Key = tuple[int, str]
"""A feature: its kind and what it is called."""
Held = Mapping[Key, str]
"""Features with the words that show them to a reader, in text order."""


def reason(shared: Sequence[Key], start: Held, end: Held) -> str:
    """Why two passages stand side by side, in words."""
    by_kind: dict[int, list[str]] = defaultdict(list)
    for key in shared:
        by_kind[key[0]].append(min((start[key], end[key]), key=lambda s: (len(s), s)))
    if by_kind[FAMILY]:
        return f"both quote “{by_kind[FAMILY][0]}”"
    called = and_list((by_kind[NAME] + by_kind[COMMON])[:3])
    days = [words for key, words in end.items() if key[0] == DATE and any(c.isdigit() for c in words)]
    gives = f" and gives the date: {days[0]}" if days and not any(key[0] == DATE for key in start) else ""
    if by_kind[EVENT]:
        return "tells of the same event" + (gives or (f", with {called}" if called else ""))
    if called and gives:
        return f"speaks of {called}{gives}"
    parts = []
    if by_kind[DATE]:
        parts.append(f"both tell of {by_kind[DATE][0]}")
    if called:
        parts.append(f"both name {called}")
    if by_kind[PHRASE] and len(parts) < 2:  # noqa: PLR2004
        parts.append(f"both say “{by_kind[PHRASE][0]}”")
    if not parts:
        parts.append("both use the words " + and_list([f"“{w}”" for w in by_kind[WORD][:3]]))
    return "; ".join(parts)


def and_list(items: Sequence[str]) -> str:
    """Items as "a", "a and b", "a, b and c"."""
    return ", ".join(items[:-1]) + (" and " if len(items) > 1 else "") + items[-1] if items else ""
