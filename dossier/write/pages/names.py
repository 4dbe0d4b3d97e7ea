"""The index of names: by kind and letter, each leading to its page or, where it has none, to its passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from operator import itemgetter

from dossier.ids import slugify
from dossier.lexicon import words
from dossier.model import Identity
from dossier.write import describe, front
from dossier.write.addresses import name_page, to
from dossier.write.catalogue import NAMES, Catalogue
from dossier.write.escape import Safe
from dossier.write.memo import mark
from dossier.write.pages.letters import (
    NO_LETTER,
    Bearer,
    Entry,
    Kind,
    Letter,
    Part,
    by_letter,
    letter,
    on_one_page,
    parts,
    weighed,
)
from dossier.write.pages.mentioned import way
from dossier.write.roll import MOST, Roll, roll
from dossier.write.templating import fill

KINDS = (
    ("person", "People"),
    ("organisation", "Organisations"),
    ("place", "Places"),
    ("agreement", "Agreements"),
    ("event", "Events"),
    ("work", "Works"),
    ("other", "Other names"),
)
CROWD = 24
"""From so many names on, a kind has its letters above it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All names as they are listed; `parts` are the pages where one page cannot hold them."""

    roll: Roll
    paged: AbstractSet[str]
    former: dict[str, tuple[str, ...]]
    kinds: tuple[Kind, ...]
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The names of one kind on a page."""

    id: str
    title: str
    letters: tuple[Letter, ...]
    crowd: bool


def listing(shelf: Catalogue, made: Roll | None = None) -> Listing:
    """All names by kind and letter, on one page or on several. `made` is their roll, where that is made already."""
    made = made or roll(shelf)
    former = earlier(made.every)
    entries = sorted_entries(made, former, shelf.paged)
    kinds = tuple(
        Kind(name, title, tuple(entries[name]), len(entries[name]) >= CROWD) for name, title in KINDS if entries[name]
    )
    several = () if on_one_page(kinds) else tuple(part for kind in kinds for part in parts(kind))
    return Listing(made, shelf.paged, former, kinds, several)


def names(shelf: Catalogue, listed: Listing | None = None) -> dict[str, str]:
    """The Markdown of the index of names by path: one page, or an overview and as many as are needed.

    `listed` are the names, where they are listed already.
    """
    listed = listed or listing(shelf)
    return {NAMES: overview(shelf, listed)} | {
        path: text for _, make in every_part(listed) for path, text in make(shelf)
    }


def overview(shelf: Catalogue, listed: Listing) -> str:
    """The first page of the index: all names, or the way to each of the pages that hold them."""
    told = summary(shelf)
    if listed.parts:
        return page("Names", told, NAMES, contents=contents(listed))
    return page("Names", told, NAMES, kinds=[section(listed, each, NAMES) for each in listed.kinds])


def every_part(listed: Listing) -> Iterator[tuple[str, Callable[[Catalogue], Iterable[tuple[str, str]]]]]:
    """For each further page: a name for all that it is made of, and the function that makes it."""
    for at, part in enumerate(listed.parts):
        around = [
            (sign, other.name, to(part.path, other.path))
            for sign, other in (("Before", listed.parts[at - 1] if at else None), ("After", after(listed.parts, at)))
            if other
        ]
        entries = [shown(listed, entry) for entry in part.kind.entries]
        made_of = mark(part.name, part.kind.title, part.kind.crowd, around, entries)
        yield f"names {part.path} {made_of}", partial(one_part, listed=listed, part=part, around=around)


def one_part(
    _: Catalogue, listed: Listing, part: Part, around: Sequence[tuple[str, str, Safe]]
) -> Iterator[tuple[str, str]]:
    """A page of several, with its path."""
    title = f"{part.kind.title}: {part.name}" if part.name != part.kind.title else part.name
    count = f"{describe.count(part.kind.count, 'name')}."
    yield part.path, page(title, count, part.path, kinds=[section(listed, part.kind, part.path)], around=around)


def after(found: Sequence[Part], at: int) -> Part | None:
    """The page after one."""
    return found[at + 1] if at + 1 < len(found) else None


def contents(listed: Listing) -> list[tuple[Kind, list[tuple[str, Safe, int]]]]:
    """The pages of each kind: name, way there from the overview, number of names."""
    return [
        (kind, [(part.name, to(NAMES, part.path), part.kind.count) for part in listed.parts if part.kind.id == kind.id])
        for kind in listed.kinds
    ]


def page(  # noqa: PLR0913 - the parts of one page
    title: str,
    told: str,
    path: str,
    *,
    kinds: Sequence[Section] = (),
    contents: Sequence[tuple[Kind, list[tuple[str, Safe, int]]]] = (),
    around: Sequence[tuple[str, str, Safe]] = (),
) -> str:
    """One page of the index."""
    return fill(
        "names.md.j2",
        front=front.page(title, told if path == NAMES else f"{title}: {told}", hide=["navigation"]),
        title=title,
        summary=told,
        up=to(path, NAMES) if path != NAMES else None,
        kinds=kinds,
        contents=contents,
        around=around,
    )


def summary(shelf: Catalogue) -> str:
    """How many names there are, and which have a page."""
    every = shelf.collection.identities
    number = len(shelf.paged)
    found = f"{describe.count(len(every), 'name')} in {describe.count(len(shelf.shorts), 'source')}. "
    if shelf.listed_only:
        return f"{found}The {number} that most sources share have pages, the others lead to their passages."
    if number == 1:
        return f"{found}1 name that several sources share or that is quoted has a page."
    return f"{found}The {describe.count(number, 'name')} that several sources share or that are quoted have pages."


def earlier(every: Iterable[Identity]) -> dict[str, tuple[str, ...]]:
    """The superseded ids that lead to each name: those that no name bears now, each given once."""
    taken = {who.id for who in every}
    found: dict[str, tuple[str, ...]] = {}
    for who in every:
        free = [old for old in dict.fromkeys(who.former_ids) if old not in taken]
        taken.update(free)
        found[who.id] = tuple(free)
    return found


def sorted_entries(made: Roll, former: dict[str, tuple[str, ...]], paged: AbstractSet[str]) -> dict[str, list[Entry]]:
    """The names of each kind, sorted."""
    found: dict[str, list[tuple[bool, str, str, Entry]]] = {name: [] for name, _ in KINDS}
    for number, who in enumerate(made.every):
        seen, written = made.seen[who.id], made.written(who)
        size = len(" ".join(written))
        key = sort_key(who, written)
        sign = letter(key)
        links = 0 if who.id in paged else min(max(seen.blocks - 1, 0), MOST)
        thing = weighed(who.id, who.name, size, links, len(former[who.id]))
        found[who.type].append((sign == NO_LETTER, key, who.id, Entry(number, sign, thing)))
    return {name: [entry for *_, entry in sorted(each, key=itemgetter(0, 1, 2))] for name, each in found.items()}


def section(listed: Listing, kind: Kind, page: str) -> Section:
    """The names of one kind as a page shows them."""
    found = (bearer(listed, entry, page) for entry in kind.entries)
    return Section(kind.id, kind.title, by_letter(kind, found), kind.crowd)


def shown(listed: Listing, entry: Entry) -> tuple[object, ...]:
    """All that an entry is made of."""
    who = listed.roll.every[entry.number]
    seen = listed.roll.seen[who.id]
    counts = (seen.mentions, seen.sources, seen.blocks)
    return (
        entry.sign,
        who.id,
        who.name,
        listed.former[who.id],
        who.id in listed.paged,
        counts,
        seen.passages,
        seen.others,
    )


def bearer(listed: Listing, entry: Entry, page: str) -> Bearer:
    """One name with its page or its passages."""
    who = listed.roll.every[entry.number]
    seen, paged, up = listed.roll.seen[who.id], who.id in listed.paged, way(page)
    counted = describe.count(seen.mentions, "mention")
    counted += f" in {describe.count(seen.sources, 'source')}" if seen.sources > 1 else ""
    found = [] if paged else [Safe(up + address) for address in seen.passages.split()]
    where = to(page, name_page(who.id)) if paged or not found else found.pop(0)
    return Bearer(
        who.id,
        listed.former[who.id],
        who.name,
        counted,
        " ".join(sorted(listed.roll.written(who))),
        where,
        paged,
        tuple(found),
        max(seen.blocks - 1 - MOST, 0),
    )


def sort_key(who: Identity, written: Mapping[str, int]) -> str:
    """What a name is sorted by: a person's surname, any other name without its article."""
    name = who.name
    if who.type == "person":
        return slugify(f"{surname(who, written)} {name}", limit=200) or name.casefold()
    plain = slugify(name, limit=200) or name.casefold()
    return plain.removeprefix("the-") or plain


def surname(who: Identity, written: Mapping[str, int]) -> str:
    """The end of a name that the sources use alone ("Macron", "Le Drian"), else its beginning, else its last word.

    The sources know better than a rule which part is the surname: they write "Xi" for Xi Jinping.
    """
    parts = who.name.split()
    if written.keys() == {who.name}:
        return last(who, parts)
    ends = {" ".join(parts[at:]).casefold() for at in range(1, len(parts))}
    starts = {" ".join(parts[:at]).casefold() for at in range(1, len(parts))}
    for chosen in (ends, starts):
        used = [(count, form) for form, count in written.items() if form.casefold() in chosen]
        if used:
            return max(used, key=lambda pair: (pair[0], -len(pair[1]), pair[1]))[1]
    return last(who, parts)


def last(who: Identity, parts: list[str]) -> str:
    """The last word of a name that is more than "Jr."."""
    found = [part for part in parts if part.rstrip(".,") not in words("en", "name_suffixes")]
    return (found or parts or [who.name])[-1]
