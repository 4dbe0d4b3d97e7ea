"""One identity for one bearer across all seeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.ids import digest, normal, slugify
from dossier.link.gleaned import Gleaned
from dossier.link.merging import RULES, Entry, Forest, entries, same_words, unlike
from dossier.model import Authority, Identity, NameType


@dataclass(frozen=True, slots=True)
class Bearer:
    """One identity, and the names that seeds give it."""

    identity: Identity
    forms: frozenset[str]


def identities(sources: Sequence[Gleaned], apart: Sequence[Sequence[str]] = ()) -> list[Bearer]:
    """Every bearer that the sources name, in the order of the ids; each name of each source is in exactly one.

    The sources are in the order of their slugs. `apart` holds groups of names that the editor keeps apart.
    """
    forest = Forest()
    found = entries(sources, forest, apart)
    same_words(found, forest)
    distinct = unlike(found, forest)
    for _, rule in RULES:
        rule(distinct, forest)
    groups: dict[int, list[Entry]] = {}
    for entry in found:
        groups.setdefault(forest.root(entry.node), []).append(entry)
    named = ((canonical(group), group) for group in groups.values())
    made = sorted(((address(name), type_of(group), name, group) for name, group in named), key=lambda m: m[:3])
    taken: set[str] = set()
    out = []
    for slug, kind, name, group in made:
        own = free(slug, kind, taken)
        taken.add(own)
        forms = frozenset([entry.name for entry in group])
        others = tuple(sorted({address(form) for form in forms} - {own})) if len(forms) > 1 or own != slug else ()
        out.append(Bearer(Identity(own, name, kind, members(group), others), forms))
    return out


def members(group: Sequence[Entry]) -> tuple[tuple[str, int], ...]:
    """The members of all, in the order of the sources."""
    if len(group) == 1:
        return tuple(group[0].members)
    return tuple(sorted(member for entry in group for member in entry.members))


def canonical(group: Sequence[Entry]) -> str:
    """The name that most seeds use, the fuller one among equals; never a person's surname alone if one has more."""
    if len(group) == 1:
        return group[0].name
    person = any(entry.person for entry in group)
    counts: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for entry in group:
        counts[entry.name] += len(entry.members)
        mentions[entry.name] += entry.mentions
    return min(counts, key=lambda n: (person and " " not in n, -counts[n], n.isupper(), -len(n), -mentions[n], n))


def type_of(group: Sequence[Entry]) -> NameType:
    """The type that most mentions have, "other" only where there is no better."""
    if len(group) == 1:
        return group[0].type
    weights: Counter[NameType] = Counter()
    for entry in group:
        weights[entry.type] += entry.mentions
    return min(weights, key=lambda kind: (kind == "other", -weights[kind], kind))


SHORT = 60
"""Names of so many characters are not cut short."""


@lru_cache(maxsize=1 << 17)
def address(name: str) -> str:
    """The id that a name asks for."""
    if name.isascii() and len(name) <= SHORT and name.replace(" ", "").isalnum():
        # Most names are plain, and a collection has tens of thousands.
        return "-".join(name.lower().split())
    return slugify(name) or digest(name)


def free(slug: str, kind: str, taken: set[str]) -> str:
    """The id itself, or with its type where another bearer has it."""
    name = slug if slug not in taken else f"{slug}-{kind}"
    while name in taken:
        name += "-2"
    return name


def speaker_ids(sources: Sequence[Gleaned], known: Sequence[Bearer], authority: Authority) -> dict[str, str]:
    """Each speaker's name as a seed gives it, with the id of its identity where there is one.

    A form that the editor's file has stands for the bearer that the file says.
    """
    ids: dict[str, str] = {}
    for bearer in known:
        ids[normal(bearer.identity.name)] = bearer.identity.id
    for bearer in known:
        for form in bearer.forms if len(bearer.forms) > 1 else ():
            ids.setdefault(normal(form), bearer.identity.id)
    for entry in authority.entries:
        if normal(entry.name) in ids:
            ids.update({normal(form): ids[normal(entry.name)] for form in entry.aliases})
    names = sorted({name for source in sources for name in source.quotes.speakers if name})
    return {name: ids[normal(name)] for name in names if normal(name) in ids}
