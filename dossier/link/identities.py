"""One identity for one bearer across all seeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from dossier.ids import digest, normal, slugify
from dossier.link.merging import RULES, Entry, Forest, entries, same_words, unlike
from dossier.model import Authority, Identity, NameType, Source


def identities(sources: Sequence[Source], apart: Sequence[Sequence[str]] = ()) -> tuple[Identity, ...]:
    """Every bearer that the sources name, in the order of the ids; each name of each source is in exactly one.

    `apart` holds groups of names that the editor keeps apart.
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
        others = sorted({address(form) for form in {e.name.name for e in group}} - {own})
        out.append(Identity(own, name, kind, tuple((e.slug, e.index) for e in group), tuple(others)))
    return tuple(out)


def canonical(group: Sequence[Entry]) -> str:
    """The name that most seeds use, the fuller one among equals; never a person's surname alone if one has more."""
    counts = Counter([e.name.name for e in group])
    if len(counts) == 1:
        return group[0].name.name
    person = any(e.person for e in group)
    mentions = Counter({e.name.name: len(e.name.mentions) for e in group})
    return min(counts, key=lambda n: (person and " " not in n, -counts[n], n.isupper(), -len(n), -mentions[n], n))


def type_of(group: Sequence[Entry]) -> NameType:
    """The type that most mentions have, "other" only where there is no better."""
    if len({entry.name.type for entry in group}) == 1:
        return group[0].name.type
    weights: Counter[NameType] = Counter()
    for entry in group:
        weights[entry.name.type] += len(entry.name.mentions)
    return min(weights, key=lambda kind: (kind == "other", -weights[kind], kind))


@lru_cache(maxsize=1 << 17)
def address(name: str) -> str:
    """The id that a name asks for."""
    return slugify(name) or digest(name)


def free(slug: str, kind: str, taken: set[str]) -> str:
    """The id itself, or with its type where another bearer has it."""
    name = slug if slug not in taken else f"{slug}-{kind}"
    while name in taken:
        name += "-2"
    return name


def speaker_ids(sources: Sequence[Source], known: Sequence[Identity], authority: Authority) -> dict[str, str]:
    """Each speaker's name as a seed gives it, with the id of its identity where there is one.

    A form that the editor's file has stands for the bearer that the file says.
    """
    by_slug = {source.slug: source for source in sources}
    ids: dict[str, str] = {}
    for identity in known:
        ids[normal(identity.name)] = identity.id
    for identity in known:
        for slug, index in identity.members:
            ids.setdefault(normal(by_slug[slug].annotations.names[index].name), identity.id)
    for entry in authority.entries:
        if normal(entry.name) in ids:
            ids.update({normal(form): ids[normal(entry.name)] for form in entry.aliases})
    named = (q.speaker for s in sources for q in s.annotations.quotes if q.speaker is not None and q.speaker.known)
    names = sorted({speaker.name for speaker in named if speaker.name is not None})
    return {name: ids[normal(name)] for name in names if normal(name) in ids}
