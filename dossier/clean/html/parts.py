"""What an element is to its page by the words of its class, id and role: navigation, comments, an article's text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dossier.clean.html.nodes import Element
from dossier.lexicon import table

PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
LONGEST = 200
"""Characters of a class or id that are read; longer ones are data."""
ROLES = {
    "navigation": "navigation",
    "banner": "navigation",
    "search": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "navigation",
    "tablist": "navigation",
    "contentinfo": "footer",
    "complementary": "sidebar",
    "dialog": "player",
    "alertdialog": "player",
    "alert": "player",
    "tooltip": "player",
    "form": "newsletter",
}
NOTES = ("doc-endnote", "doc-footnote", "footnote", "endnote", "rearnote")
"""Roles and types of electronic books for notes."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one kind: whole names, phrases of parts, and phrases whose last part may go on."""

    whole: frozenset[str]
    phrases: frozenset[str]
    open: tuple[str, ...]
    longest: int


@cache
def vocabulary() -> dict[str, Terms]:
    """The kinds in the order in which they are asked."""
    return {kind: terms(entries) for kind, entries in table("en", "page_parts").items() if isinstance(entries, list)}


def terms(entries: list[object]) -> Terms:
    """The terms of one list of the lexicon."""
    listed = [str(entry) for entry in entries]
    whole = frozenset(entry[1:].lower() for entry in listed if entry.startswith("="))
    phrases = frozenset(entry for entry in listed if entry[-1] != "*" and entry[0] != "=")
    opened = tuple(entry[:-1] for entry in listed if entry.endswith("*"))
    return Terms(whole, phrases, opened, max((len(p.split()) for p in phrases), default=1))


@lru_cache(maxsize=8192)
def kinds_of(name: str) -> frozenset[str]:
    """The kinds that one class or id names."""
    if len(name) > LONGEST:
        return frozenset()
    parts = [part.lower() for part in PART.findall(name)]
    known = vocabulary()
    if not known["words_off"].phrases.isdisjoint(parts):
        return frozenset()
    return frozenset(kind for kind, found in known.items() if kind != "words_off" and names(found, name.lower(), parts))


def names(found: Terms, name: str, parts: list[str]) -> bool:
    """Whether a class or id, given whole and in parts, is one of the terms."""
    if name in found.whole:
        return True
    for start in range(len(parts)):
        for size in range(1, min(found.longest, len(parts) - start) + 1):
            if " ".join(parts[start : start + size]) in found.phrases:
                return True
    return any(part.startswith(found.open) for part in parts) if found.open else False


def parts_of(element: Element) -> frozenset[str]:
    """The kinds that an element's class, id, role and microdata name."""
    found: frozenset[str] = frozenset()
    for name in (*element.classes, *element.get("id").split()):
        found |= kinds_of(name)
    said = element.get("role").lower()
    if said.startswith(NOTES) or element.get("epub:type").lower().startswith(NOTES):
        return found | {"notes"}
    return found | {ROLES[said]} if said in ROLES else found
