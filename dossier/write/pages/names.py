"""The index of names: by kind and letter, each leading to its page or, where it has none, to its passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dossier.ids import slugify
from dossier.lexicon import words
from dossier.model import Identity
from dossier.sourcemap import TextSpan
from dossier.write import describe, front
from dossier.write.catalogue import NAMES, Catalogue, name_page, source_page, to
from dossier.write.escape import Safe
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
CROWD = 24
"""From so many names on, a kind has its letters above it."""
NO_LETTER = "#"


@dataclass(frozen=True, slots=True)
class Bearer:
    """One name as the index shows it; `to` is its page or, if it has none, its first passage, `passages` the others.

    `forms` are all ways in which the sources write it.
    """

    id: str
    former: tuple[str, ...]
    name: str
    key: str
    count: str
    forms: str
    to: Safe
    paged: bool
    passages: tuple[Safe, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Letter:
    """The names of one kind that begin with one letter."""

    sign: str
    anchor: str
    bearers: tuple[Bearer, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """All names of one kind."""

    id: str
    title: str
    count: int
    letters: tuple[Letter, ...]
    crowd: bool


def names(shelf: Catalogue) -> str:
    """The Markdown of the index of names."""
    every = shelf.collection.identities
    former = earlier(every)
    kinds = [kind(shelf, name, title, former) for name, title in KINDS]
    paged = sum(who.id in shelf.paged for who in every)
    summary = (
        f"{describe.count(len(every), 'name')} in {describe.count(len(shelf.views), 'source')}. "
        f"{describe.count(paged, 'name')} that several sources share or that is quoted has a page."
        if paged == 1
        else f"{describe.count(len(every), 'name')} in {describe.count(len(shelf.views), 'source')}. "
        f"The {describe.count(paged, 'name')} that several sources share or that are quoted have pages."
    )
    return fill(
        "names.md.j2",
        front=front.page("Names", summary, hide=["navigation"]),
        summary=summary,
        kinds=[each for each in kinds if each.count],
    )


def earlier(every: Iterable[Identity]) -> dict[str, tuple[str, ...]]:
    """The superseded ids that lead to each name: those that no name bears now, each given once."""
    taken = {who.id for who in every}
    found: dict[str, tuple[str, ...]] = {}
    for who in every:
        free = [old for old in dict.fromkeys(who.former_ids) if old not in taken]
        taken.update(free)
        found[who.id] = tuple(free)
    return found


def kind(shelf: Catalogue, name: str, title: str, former: dict[str, tuple[str, ...]]) -> Kind:
    """The names of one kind by letter."""
    found = [bearer(shelf, who, former[who.id]) for who in shelf.collection.identities if who.type == name]
    found.sort(key=lambda each: (letter(each.key) == NO_LETTER, each.key, each.id))
    runs = [(sign, tuple(run)) for sign, run in groupby(found, key=lambda each: letter(each.key))]
    letters = tuple(Letter(sign, f"{name}-{slugify(sign) or 'more'}", run) for sign, run in runs)
    return Kind(name, title, len(found), letters, len(found) >= CROWD)


def letter(key: str) -> str:
    """The letter that a name stands under."""
    return key[0].upper() if key[:1].isalpha() else NO_LETTER


def bearer(shelf: Catalogue, who: Identity, former: tuple[str, ...]) -> Bearer:
    """One name with its page or its passages."""
    spans: dict[str, list[TextSpan]] = {}
    for slug, number in who.members:
        spans.setdefault(slug, []).extend(shelf.name(slug, number).mentions)
    counted = describe.count(sum(map(len, spans.values())), "mention")
    counted += f" in {describe.count(len(spans), 'source')}" if len(spans) > 1 else ""
    paged = who.id in shelf.paged
    found = [link for slug, each in sorted(spans.items()) for link in passages(shelf, slug, each)] if not paged else []
    where = to(NAMES, name_page(who.id)) if paged or not found else found.pop(0)
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
        tuple(found[:MOST]),
        max(len(found) - MOST, 0),
    )


def passages(shelf: Catalogue, slug: str, spans: list[TextSpan]) -> list[Safe]:
    """The blocks of one source that mention a name, each once, those that the page does not show last."""
    view = shelf.views[slug]
    anchors = list(dict.fromkeys(view.anchor(span) for span in sorted(spans)))
    anchors.sort(key=lambda anchor: anchor == MADE)
    return [to(NAMES, source_page(slug), anchor) for anchor in anchors]


def forms(shelf: Catalogue, who: Identity) -> Counter[str]:
    """The ways in which the sources write a name, and how often."""
    found: Counter[str] = Counter()
    for slug, number in who.members:
        view = shelf.views[slug]
        found.update(" ".join(view.reading(span).split()) for span in shelf.name(slug, number).mentions)
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
