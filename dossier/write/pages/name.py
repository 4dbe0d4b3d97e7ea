"""The page of one name: its dates, what it is quoted with, what is said of it, its company, and every mention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from operator import itemgetter
from typing import Any, Literal

from dossier.write import describe, front
from dossier.write.addresses import name_page, to
from dossier.write.bearers import Bearer
from dossier.write.catalogue import Catalogue
from dossier.write.edtf import in_words, iso, order
from dossier.write.escape import Safe, live
from dossier.write.pages.mentioned import FEW, Group, beside, divided, groups, way
from dossier.write.roll import Roll, Told, roll
from dossier.write.strip import strip
from dossier.write.templating import fill

ONE = {
    "person": "Person",
    "organisation": "Organisation",
    "place": "Place",
    "agreement": "Agreement",
    "event": "Event",
    "work": "Work",
    "other": "Name",
}
"""A name's kind in words."""
ELSEWHERE = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/"),
    "viaf": ("VIAF", "https://viaf.org/viaf/"),
    "gnd": ("GND", "https://d-nb.info/gnd/"),
    "isni": ("ISNI", "https://isni.org/isni/"),
    "geonames": ("GeoNames", "https://www.geonames.org/"),
}
"""Where an editor's identifiers lead; any other key is shown as it is, with a link if its value is an address."""
FORMS, COMPANY = 8, 14
"""Other forms of a name, and names beside it."""
DATES, QUOTED, SPOKEN_OF = 80, 50, 40
"""Dates, and sentences with quotations, that a page shows before its mentions, among which all of them stand again."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with the way to it; `remarks` say whose it is, where the page itself does not tell that."""

    line: Safe
    to: Safe
    title: str
    remarks: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the sentence that gives it."""

    when: str
    datetime: str
    line: Safe
    to: Safe
    title: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What the page of one name is made of."""

    shelf: Catalogue
    who: Bearer
    private: int
    """Private sources that mention it."""
    slugs: list[str]
    told: list[Told]
    """What each of these sources tells."""


def name_pages(shelf: Catalogue, made: Roll | None = None) -> dict[str, str]:
    """The pages of all names that have one, by path. `made` is the roll of names, where that is made already."""
    made = made or roll(shelf)
    return {path: text for _, make in every_page(made, shelf) for path, text in make(shelf)}


def every_page(made: Roll, shelf: Catalogue) -> Iterator[tuple[str, Callable[[Catalogue], Iterable[tuple[str, str]]]]]:
    """For each name with a page: a name for all that the page is made of, and the function that makes it."""
    for who in made.every:
        if who.id in shelf.paged:
            private = shelf.collection.withheld.names.get(who.id, 0)
            make = partial(pages, made=made, id=who.id, private=private)
            yield f"name {who.id} {private} {made.mark(who.id)}", make


def pages(shelf: Catalogue, made: Roll, id: str, private: int) -> Iterator[tuple[str, str]]:
    """The Markdown of one name's page by path, with further pages for mentions that one page cannot hold."""
    found = list(made.fragments(id))
    desk = Desk(shelf, shelf.by_id[id], private, [slug for _, slug, _ in found], [told for *_, told in found])
    ordered = [(slug, told) for _, slug, told in sorted(found, key=itemgetter(0)) if told["lines"]]
    path = name_page(id)
    facts = about(desk, path)
    first = list(groups(path, ordered))
    many = sum(len(told["lines"]) for _, told in ordered) > FEW
    runs = divided(first, fill("name.md.j2", **facts, groups=(), around=())) if many else []
    if len(runs) <= 1:
        yield path, fill("name.md.j2", **facts, groups=first, around=())
        return
    paths = [path, *(f"{path.removesuffix('.md')}/mentions-{at}.md" for at in range(2, len(runs) + 1))]
    yield path, fill("name.md.j2", **facts, groups=first[: runs[0]], around=beside(paths, 0))
    deep, start = list(groups(paths[1], ordered)), runs[0]
    for at in range(1, len(runs)):
        yield paths[at], further(desk, facts["counts"], paths, at, deep[start : start + runs[at]])
        start += runs[at]


def further(desk: Desk, counts: str, paths: list[str], at: int, held: list[Group]) -> str:
    """A further page with mentions."""
    title = f"{desk.who.name}: mentions, part {at + 1}"
    return fill(
        "name_mentions.md.j2",
        front=front.page(title, f"{counts}.", hide=["navigation"], robots="noindex"),
        title=title,
        told=f"{counts}.",
        name=desk.who.name,
        up=to(paths[at], paths[0]),
        groups=held,
        around=beside(paths, at),
    )


def about(desk: Desk, path: str) -> dict[str, Any]:
    """What the page of a name tells before its mentions."""
    who, counts = desk.who, counted(desk)
    dates, number = dated(desk, path)
    by_it, of_it = (sum(told["sentences"][which] for told in desk.told) for which in (0, 1))
    return {
        "front": front.page(who.name, f"{who.name}: {', '.join(counts)}.", hide=["navigation"]),
        "name": who.name,
        "description": who.description,
        "links": [identified(key, value) for key, value in who.links],
        "kind": ONE.get(who.type, "Name"),
        "counts": " · ".join(counts),
        "forms": others(desk),
        "company": company(desk, path),
        "index": desk.shelf.entry(path, who.id),
        "strip": strip([edtf for edtf, _ in dates]),
        "dates": [date for _, date in dates],
        "quoted": quoted(desk, path, "quoted", QUOTED),
        "voice": desk.shelf.quotation(path, f"by-{who.id}"),
        "spoken_of": quoted(desk, path, "spoken", SPOKEN_OF),
        "untold": {
            "dates": max(number - DATES, 0),
            "quoted": max(by_it - QUOTED, 0),
            "spoken_of": max(of_it - SPOKEN_OF, 0),
        },
    }


def counted(desk: Desk) -> list[str]:
    """How often a name is mentioned and quoted."""
    hits = describe.count(sum(told["hits"] for told in desk.told), "mention")
    counts = [f"{hits} in {describe.count(sum(1 for told in desk.told if told['lines']), 'source')}"]
    said = sum(told["said"] for told in desk.told)
    counts += [describe.count(said, "quotation")] if said else []
    counts += [f"named in {describe.count(desk.private, 'private source')} too"] if desk.private else []
    return counts


def company(desk: Desk, path: str) -> list[tuple[str, Safe, int]]:
    """The names that stand beside one most often, and in how many sentences."""
    found: Counter[str] = Counter()
    for told in desk.told:
        found.update(told["company"])
    most = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:COMPANY]
    return [(desk.shelf.by_id[other].name, desk.shelf.bearer(path, other), number) for other, number in most]


def identified(key: str, value: str) -> tuple[str, str]:
    """An identifier of the editor's in words, and the address that it leads to ("" for none)."""
    name, start = ELSEWHERE.get(key.lower(), (key, ""))
    if live(value):
        return name, value
    return (name, start + value) if start else (f"{name} {value}", "")


def others(desk: Desk) -> list[str]:
    """The other forms in which the sources write a name, the most frequent first."""
    found: Counter[str] = Counter()
    for told in desk.told:
        found.update(told["forms"])
    del found[desk.who.name]
    return sorted(found, key=lambda form: (-found[form], form))[:FORMS]


def quoted(desk: Desk, path: str, key: Literal["quoted", "spoken"], most: int) -> list[Quoted]:
    """The first quotations in their sentences."""
    up, shorts = way(path), desk.shelf.shorts
    found = ((slug, words) for slug, told in zip(desk.slugs, desk.told, strict=True) for words in told[key])
    return [
        Quoted(Safe(line), Safe(up + where), shorts[slug], remarks)
        for slug, (line, where, remarks) in islice(found, most)
    ]


def dated(desk: Desk, path: str) -> tuple[list[tuple[str, Dated]], int]:
    """The first dates by their EDTF values in order of time, one an event, and the number of all."""
    first: dict[str, tuple[int, str, str, str, str]] = {}
    for slug, told in zip(desk.slugs, desk.told, strict=True):
        for edtf, event, place, line, where in told["dates"]:
            if event not in first or place < first[event][0]:
                first[event] = place, edtf, line, where, slug
    up, shown = way(path), []
    for event in sorted(first, key=lambda event: (order(first[event][1]), event))[:DATES]:
        _, edtf, line, where, slug = first[event]
        short = desk.shelf.shorts[slug]
        shown.append((edtf, Dated(in_words(edtf), iso(edtf) or "", Safe(line), Safe(up + where), short)))
    return shown, len(first)
