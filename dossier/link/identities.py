"""One identity for one bearer across all seeds."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from dossier.ids import digest, normal, slugify
from dossier.link.gleaned import Gleaned
from dossier.link.members import Members
from dossier.link.merging import RULES, Entry, Forest, entries, same_words, unlike
from dossier.model import Authority, Identity, NameType


@dataclass(slots=True, eq=False)
class Bearer:
    """One identity, its name as `normal` gives it, and all names that seeds give it, where they are several."""

    identity: Identity
    plain: str
    forms: frozenset[str] | None


def identities(sources: Sequence[Gleaned], apart: Sequence[Sequence[str]] = ()) -> list[Bearer]:
    """Every bearer that the sources name, in the order of the ids; each name of each source is in exactly one.

    The sources are in the order of their slugs. `apart` holds groups of names that the editor keeps apart.
    """
    groups, every = grouped(sources, apart)
    named = ((canonical(group), at, group) for at, group in enumerate(groups))
    taken: set[str] = set()
    out: list[Bearer] = []
    numbers = array("I", bytes(4 * sum(map(len, groups))))
    held = [array("I") for _ in groups]
    slugs = [source.slug for source in sources]
    for slug, kind, name, at in sorted((address(name), type_of(group), name, at) for name, at, group in named):
        group = groups[at]
        own = slug if slug not in taken else free(slug, kind, taken)
        taken.add(own)
        for entry in group:
            numbers[entry.node] = len(out)
        forms = frozenset([entry.name for entry in group]) if len(group) > 1 else None
        asked = {address(form) for form in forms} if forms else {slug}
        identity = Identity(own, name, kind, Members(slugs, held[len(out)]), tuple(sorted(asked - {own})))
        out.append(Bearer(identity, normal(name) if forms else group[0].plain, forms))
    for source, names in enumerate(every):
        for place, node in enumerate(names):
            held[numbers[node]].extend((source, place))
    return out


def grouped(sources: Sequence[Gleaned], apart: Sequence[Sequence[str]]) -> tuple[list[list[Entry]], list[array[int]]]:
    """All names of all sources in groups of one bearer each, and of each source which these are."""
    forest = Forest()
    found, every = entries(sources, forest, apart)
    same_words(found, forest)
    distinct = unlike(found, forest)
    for _, rule in RULES:
        rule(distinct, forest)
    groups: dict[int, list[Entry]] = {}
    for entry in found:
        groups.setdefault(forest.root(entry.node), []).append(entry)
    return list(groups.values()), every


def canonical(group: Sequence[Entry]) -> str:
    """The name that most seeds use, the fuller one among equals; never a person's surname alone if one has more."""
    if len(group) == 1:
        return group[0].name
    person = any(entry.person for entry in group)
    counts: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for entry in group:
        counts[entry.name] += entry.seeds
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
    names = {name: normal(name) for name in sorted(set(chain.from_iterable(s.quotes.speakers for s in sources)) - {""})}
    entries = [(normal(entry.name), [*map(normal, entry.aliases)]) for entry in authority.entries]
    wanted = {*names.values(), *(entry for entry, _ in entries)}
    ids = {bearer.plain: bearer.identity.id for bearer in known if bearer.plain in wanted}
    for bearer in known:
        for form in bearer.forms or ():
            ids.setdefault(normal(form), bearer.identity.id)
    for entry, aliases in entries:
        if entry in ids:
            ids.update(dict.fromkeys(aliases, ids[entry]))
    return {name: ids[plain] for name, plain in names.items() if plain in ids}
