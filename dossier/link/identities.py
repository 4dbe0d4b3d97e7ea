"""One identity for one bearer across all seeds."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.ids import digest, normal, slugify
from dossier.model import Identity, Source


def identities(sources: Sequence[Source]) -> tuple[Identity, ...]:
    """All names of the sources, the same folded name being one identity; in the order of their ids."""
    groups: dict[tuple[str, bool], list[tuple[str, int]]] = {}
    for source in sources:
        for index, name in enumerate(source.annotations.names):
            groups.setdefault((normal(name.name), name.type == "person"), []).append((source.slug, index))
    by_slug = {source.slug: source for source in sources}
    made = []
    for members in groups.values():
        first = by_slug[members[0][0]].annotations.names[members[0][1]]
        made.append((slugify(first.name) or digest(first.name), first, tuple(members)))
    taken: set[str] = set()
    out = []
    for slug, first, members in sorted(made, key=lambda m: (m[0], m[1].type, m[2])):
        name = slug if slug not in taken else f"{slug}-{first.type}"
        while name in taken:
            name += "-2"
        taken.add(name)
        out.append(Identity(name, first.name, first.type, members))
    return tuple(out)


def speaker_ids(sources: Sequence[Source], known: Sequence[Identity]) -> dict[str, str]:
    """Each speaker's name as a seed gives it, with the id of its identity where there is one."""
    ids: dict[str, str] = {}
    for identity in known:
        ids.setdefault(normal(identity.name), identity.id)
    names = sorted(
        {q.speaker.name for s in sources for q in s.annotations.quotes if q.speaker is not None and q.speaker.name is not None and q.speaker.known}
    )
    return {name: ids[normal(name)] for name in names if normal(name) in ids}
