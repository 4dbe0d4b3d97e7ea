"""The index of names: by kind and letter, each leading to its page or, where it has none, to its passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.ids import slugify
from dossier.lexicon import words
from dossier.model import Identity
from dossier.sourcemap import TextSpan
from dossier.write import describe, front
from dossier.write.catalogue import NAMES, Catalogue, name_page, source_page, to
from dossier.write.escape import Safe
from dossier.write.pages.letters import (
    ANYWHERE,
    NO_LETTER,
    Bearer,
    Kind,
    Part,
    by_letter,
    letter,
    on_one_page,
    parts,
)
from dossier.write.templating import fill
from dossier.write.view import MADE

KINDS = (
    ("person", "People"),
    ("organisation", "Organisations"),
    ("place", "Places"),
    ("agreement", "Agreements"),
    ("event", "Events"),
    ("work", "Works"),
    ("other", "Other names"),
)
MOST = 8
"""Passages listed for a name without a page; the record has all."""
LIKELY = 400
"""From so many names on, they take several pages more often than not."""
CROWD = 24
"""From so many names on, a kind has its letters above it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All names as they are listed; `parts` are the pages where one page cannot hold them."""

    kinds: tuple[Kind, ...]
    parts: tuple[Part, ...] = ()


def listing(shelf: Catalogue) -> Listing:
    """All names by kind and letter, on one page or on several."""
    many = len(shelf.collection.identities) > LIKELY
    kinds = every_kind(shelf, ANYWHERE if many else NAMES)
    one = on_one_page(kinds)
    if one == many:
        kinds = every_kind(shelf, NAMES if many else ANYWHERE)
    return Listing(kinds, () if one else tuple(part for kind in kinds for part in parts(kind)))


def every_kind(shelf: Catalogue, page: str) -> tuple[Kind, ...]:
    """The kinds that have names, with links as `page` writes them."""
    former = earlier(shelf.collection.identities)
    found = (kind(shelf, name, title, former, page) for name, title in KINDS)
    return tuple(each for each in found if each.count)


def names(shelf: Catalogue, listed: Listing | None = None) -> dict[str, str]:
    """The Markdown of the index of names by path: one page, or an overview and as many as are needed.

    `listed` are the names, where they are listed already.
    """
    listed = listed or listing(shelf)
    told = summary(shelf)
    if not listed.parts:
        return {NAMES: page("Names", told, NAMES, kinds=listed.kinds)}
    made = {NAMES: page("Names", told, NAMES, contents=contents(listed))}
    for at, part in enumerate(listed.parts):
        title = f"{part.kind.title}: {part.name}" if part.name != part.kind.title else part.name
        around = [
            (sign, other.name, to(part.path, other.path))
            for sign, other in (("Before", listed.parts[at - 1] if at else None), ("After", after(listed.parts, at)))
            if other
        ]
        count = f"{describe.count(part.kind.count, 'name')}."
        made[part.path] = page(title, count, part.path, kinds=(part.kind,), around=around)
    return made


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
    kinds: Sequence[Kind] = (),
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
    found = f"{describe.count(len(every), 'name')} in {describe.count(len(shelf.views), 'source')}. "
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


def kind(shelf: Catalogue, name: str, title: str, former: dict[str, tuple[str, ...]], page: str) -> Kind:
    """The names of one kind by letter."""
    found = [bearer(shelf, who, former[who.id], page) for who in shelf.collection.identities if who.type == name]
    found.sort(key=lambda each: (letter(each.key) == NO_LETTER, each.key, each.id))
    return Kind(name, title, len(found), by_letter(name, found), len(found) >= CROWD)


def bearer(shelf: Catalogue, who: Identity, former: tuple[str, ...], page: str) -> Bearer:
    """One name with its page or its passages."""
    spans: dict[str, list[TextSpan]] = {}
    for slug, number in who.members:
        spans.setdefault(slug, []).extend(shelf.name(slug, number).mentions)
    counted = describe.count(sum(map(len, spans.values())), "mention")
    counted += f" in {describe.count(len(spans), 'source')}" if len(spans) > 1 else ""
    paged = who.id in shelf.paged
    places = (
        [place for slug, each in sorted(spans.items()) for place in anchors(shelf, slug, each)] if not paged else []
    )
    found = [to(page, source_page(slug), anchor) for slug, anchor in places[: MOST + 1]]
    where = to(page, name_page(who.id)) if paged or not found else found.pop(0)
    written = forms(shelf, who)
    return Bearer(
        who.id,
        former,
        who.name,
        sort_key(who, written),
        counted,
        " ".join(sorted(written)),
        where,
        paged,
        tuple(found),
        max(len(places) - 1 - MOST, 0),
    )


def anchors(shelf: Catalogue, slug: str, spans: list[TextSpan]) -> list[tuple[str, str]]:
    """The blocks of one source that mention a name, each once, those that the page does not show last."""
    view = shelf.views[slug]
    found = list(dict.fromkeys(view.anchor(span) for span in sorted(spans)))
    found.sort(key=lambda anchor: anchor == MADE)
    return [(slug, anchor) for anchor in found]


def forms(shelf: Catalogue, who: Identity) -> Counter[str]:
    """The ways in which the sources write a name, and how often."""
    found: Counter[str] = Counter()
    for slug, number in who.members:
        text = shelf.views[slug].document.text
        found.update(" ".join(text[span.start : span.end].split()) for span in shelf.name(slug, number).mentions)
    return found


def sort_key(who: Identity, written: Counter[str]) -> str:
    """What a name is sorted by: a person's surname, any other name without its article."""
    name = who.name
    if who.type == "person":
        return slugify(f"{surname(who, written)} {name}", limit=200) or name.casefold()
    plain = slugify(name, limit=200) or name.casefold()
    return plain.removeprefix("the-") or plain


def surname(who: Identity, written: Counter[str]) -> str:
    """The end of a name that the sources use alone ("Macron", "Le Drian"), else its beginning, else its last word.

    The sources know better than a rule which part is the surname: they write "Xi" for Xi Jinping.
    """
    parts = who.name.split()
    ends = {" ".join(parts[at:]).casefold() for at in range(1, len(parts))}
    starts = {" ".join(parts[:at]).casefold() for at in range(1, len(parts))}
    for chosen in (ends, starts):
        used = [(count, form) for form, count in written.items() if form.casefold() in chosen]
        if used:
            return max(used, key=lambda pair: (pair[0], -len(pair[1]), pair[1]))[1]
    last = [part for part in parts if part.rstrip(".,") not in words("en", "name_suffixes")]
    return (last or parts or [who.name])[-1]
