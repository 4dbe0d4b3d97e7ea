"""The editor's authority file applied: names renamed, found, dropped and joined before identities are made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dossier.ids import normal
from dossier.issues import DossierError
from dossier.model import Authority, Identity, Name, NameEntry, Source
from dossier.sourcemap import TextSpan

WIDEST = 200
"""No mention is longer than this."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The editor's file ready to be applied: the entry behind each form, what is no name, every form of the file."""

    owners: Mapping[str, NameEntry]
    banned: frozenset[str]
    every: frozenset[str]


@lru_cache(maxsize=4)
def forms(authority: Authority) -> Forms:
    """The forms of the file, normalised."""
    entries = [*authority.entries, *(joined(names, line, authority) for names, line in authority.merge)]
    owners = {normal(form): entry for entry in entries for form in entry.forms}
    banned = frozenset(normal(text) for text, _ in authority.not_names)
    apart = {normal(name) for names, _ in authority.split for name in names}
    return Forms(owners, banned, banned | owners.keys() | apart)


@lru_cache(maxsize=1 << 14)
def key_of(name: str) -> str:
    """A name as the forms are. The same few thousand are asked for again and again, at each look at a source."""
    return normal(name)


def settled(source: Source, authority: Authority) -> Source:
    """A source with `names`, `not` and `merge` applied to it; `split` binds the identities."""
    return renamed(source, forms(authority), set())


def apply(source: Source, authority: Authority) -> tuple[Source, tuple[str, ...]]:
    """A source as the editor wants it named, and every form of the file that it has, normalised and in order."""
    known = forms(authority)
    had: set[str] = {key_of(name.name) for name in source.annotations.names}
    made = renamed(source, known, had)
    return made, tuple(sorted(had & known.every))


def joined(names: tuple[str, ...], line: int, authority: Authority) -> NameEntry:
    """Names to merge as one entry under the first; it keeps what an entry of that name says."""
    for entry in authority.entries:
        if entry.name == names[0]:
            return replace(entry, aliases=(*entry.aliases, *names[1:]))
    return NameEntry(names[0], line, aliases=names[1:])


def renamed(source: Source, known: Forms, met: set[str]) -> Source:
    """One source with its names as the editor wants them; forms that stand in its text are entered in `met`."""
    kept: list[Name] = []
    owned: dict[str, list[Name]] = {}
    for name in source.annotations.names:
        key = key_of(name.name)
        if key in known.owners and key not in known.banned:
            owned.setdefault(known.owners[key].name, []).append(name)
        elif key not in known.banned:
            kept.append(name)
    taken = sorted((m.start, m.end) for name in source.annotations.names for m in name.mentions)
    by_name = {entry.name: entry for entry in known.owners.values()}
    for entry in by_name.values():
        new = list(unnamed(source.document.text, entry, taken, met))
        mine = owned.get(entry.name, [])
        if mine or new:
            kept.append(one_name(entry, mine, new))
    names = tuple(sorted(kept, key=lambda n: (n.mentions[0], n.name)))
    return Source(source.document, replace(source.annotations, names=names))


def one_name(entry: NameEntry, names: Sequence[Name], new: Sequence[TextSpan]) -> Name:
    """The names of one bearer as one name."""
    mentions = sorted({m for name in names for m in name.mentions} | set(new))
    kind = entry.type or (names[0].type if names else "other")
    return Name(entry.name, kind, tuple(mentions), "authority" if new and not names else names[0].rule)


def unnamed(text: str, entry: NameEntry, taken: Sequence[tuple[int, int]], met: set[str]) -> Iterator[TextSpan]:
    """Where a form of the entry stands in the text as words of their own, and inside no longer name or across one."""
    claimed: list[tuple[int, int]] = []
    for form in sorted(entry.forms, key=lambda f: (-len(f), f)):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
                met.add(normal(form))
                if not crossed(at, end, taken) and not any(start < end and at < stop for start, stop in claimed):
                    claimed.append((at, end))
                    yield TextSpan(at, end)
            at = text.find(form, end)


def crossed(at: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a mention among `taken` (sorted) is the stretch itself, holds it, or reaches over one of its ends."""
    for start, stop in taken[bisect_left(taken, (at - WIDEST, 0)) : bisect_left(taken, (end, 0))]:
        if stop > at and ((start <= at and end <= stop) or not (at <= start and stop <= end)):
            return True
    return False


def unmatched(met: Iterable[Sequence[str]], authority: Authority) -> tuple[DossierError, ...]:
    """An error for each entry of the file that matches nothing; `met` are the forms that each source has."""
    known = {form for each in met for form in each}
    errors: list[DossierError] = []
    for entry in authority.entries:
        if not any(normal(form) in known for form in entry.forms):
            errors += [missing(authority, entry.line, f"no seed names {entry.name!r} or any of its aliases")]
    for text, line in authority.not_names:
        if normal(text) not in known:
            errors += [missing(authority, line, f"no seed has the name {text!r}")]
    for names, line in (*authority.merge, *authority.split):
        errors += [missing(authority, line, f"no seed names {n!r}") for n in names if normal(n) not in known]
    return tuple(sorted(errors, key=lambda error: error.line))


def missing(authority: Authority, line: int, message: str) -> DossierError:
    """The error for an entry that matches nothing."""
    mend = "write it as a seed does (build_pages.py --names prints the names), or remove the entry"
    return DossierError(message, file=authority.file, line=line, mend=mend)


def described(named: Iterable[tuple[str, Identity]], authority: Authority) -> tuple[Identity, ...]:
    """Identities, each given with its name as `normal` has it, with the editor's type, description and links."""
    by_name = {normal(entry.name): entry for entry in authority.entries}
    out = []
    for plain, identity in named:
        entry = by_name.get(plain)
        if entry:
            kind = entry.type or identity.type
            out.append(replace(identity, type=kind, description=entry.description, links=entry.links))
        else:
            out.append(identity)
    return tuple(out)
