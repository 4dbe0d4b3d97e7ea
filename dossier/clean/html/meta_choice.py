"""Which of a page's statements are believed: for each key a table of sources, first to last, and what overrules it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.clean.bylines import is_person
from dossier.clean.html.meta_dates import address_date, machine_date, near
from dossier.clean.html.meta_people import COURTESY, people, upright
from dossier.clean.html.meta_title import Heading, told_title
from dossier.clean.html.said import Said, address_key, fold, host_of

PRIORITY: Mapping[str, tuple[str, ...]] = {
    "published": (
        "json-ld",
        "article-tags",
        "microdata",
        "citation-tags",
        "time-element",
        "dateline",
        "dublin-core",
        "analytics-tags",
        "meta-tags",
        "json-ld-page",
        "dateline-opening",
        "dateline-above",
        "json-ld-created",
        "microdata-created",
    ),
    "authors": (
        "citation-tags",
        "json-ld",
        "byline",
        "byline-words",
        "article-tags",
        "rel-author",
        "dublin-core",
        "analytics-tags",
        "meta-tags",
        "json-ld-page",
    ),
    "publisher": (
        "open-graph",
        "json-ld",
        "citation-tags",
        "dublin-core",
        "microdata",
        "json-ld-site",
        "json-ld-page",
        "meta-tags",
    ),
    "url": ("canonical-link", "saved-from", "open-graph", "json-ld", "json-ld-page", "twitter-card", "citation-tags"),
    "language": (
        "html-language",
        "json-ld",
        "microdata",
        "open-graph",
        "dublin-core",
        "citation-tags",
        "meta-tags",
        "json-ld-page",
    ),
    "rights": ("license-link", "dublin-core", "json-ld"),
}
"""Whom to believe on what, first to last; a rule that is not listed is not believed. The title has its own order, in
`meta_title`: the page's own heading before all that speaks of it."""
REGION, SCRIPT = len("GB"), len("Latn")
LONGEST = 1000
CATALOGUED = frozenset({"citation-tags", "dublin-core"})
"""Whose tags give one author a tag, the surname first."""
WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def ranked(said: Sequence[Said], key: str) -> list[Said]:
    """The statements that are believed, the first to believe first."""
    order = {rule: place for place, rule in enumerate(PRIORITY[key])}
    return sorted((each for each in said if each.rule in order), key=lambda each: order[each.rule])


def titled(heading: Heading | None, said: Sequence[Said]) -> list[Said]:
    """The page's own heading, else the title that its metadata gives."""
    if heading:
        start, end = heading.line.span(0, len(heading.line.text))
        return [Said("title", heading.line.flat, start, end, "heading", heading.element)]
    told = told_title(said)
    return [told] if told else []


def published(by_key: Mapping[str, Sequence[Said]]) -> list[Said]:
    """The date of publication. Where a printed date is the same instant in another time zone, the printed day holds."""
    tongue = next((each.value for each in by_key["language"]), "")
    dated = [
        replace(each, value=value)
        for each in ranked(by_key["published"], "published")
        if (value := machine_date(each.value, tongue))
    ]
    later = {value for each in by_key["modified"] if (value := machine_date(each.value, tongue))}
    printed = [each for each in dated if each.rule == "dateline"]
    first = next((each for each in dated if len(each.value) == len("2001-01-01")), dated[0] if dated else None)
    if first is None:
        return in_address(by_key)
    for each in printed:
        if (
            each is not first
            and first.rule != "dateline"
            and near(each.value, first.value)
            and each.value not in later - {first.value}
        ):
            return [each]
    return [first]


def in_address(by_key: Mapping[str, Sequence[Said]]) -> list[Said]:
    """The date that the page's own address holds."""
    for each in ranked(by_key["url"], "url"):
        if date := address_date(each.value):
            value, start, end = date
            place = (
                (each.start + start, each.start + end)
                if each.end - each.start == len(each.value)
                else (each.start, each.end)
            )
            return [Said("published", value, *place, "address-date")]
    return []


def publisher(by_key: Mapping[str, Sequence[Said]]) -> list[Said]:
    """The publisher's name, as the last resort the host of the page's address."""
    for each in ranked([*by_key["publisher"], *by_key["site"]], "publisher"):
        if fold(each.value) and not WEB.match(each.value) and not each.value.startswith("@"):
            return [each]
    for each in ranked(by_key["url"], "url"):
        if host := host_of(each.value):
            return [Said("publisher", host, each.start, each.end, "address-host")]
    return []


def url(by_key: Mapping[str, Sequence[Said]]) -> list[Said]:
    """The page's own address; a site's front page is none where another statement names a page of it."""
    found = [each for each in ranked(by_key["url"], "url") if WEB.fullmatch(each.value)]
    deep = [each for each in found if "/" in address_key(each.value).rstrip("/")]
    return deep or found


def language(by_key: Mapping[str, Sequence[Said]]) -> list[Said]:
    """A BCP 47 tag: `de_DE` reads as `de-DE`."""
    for each in ranked(by_key["language"], "language"):
        if TAG.fullmatch(each.value.strip()):
            return [replace(each, value=tag_of(each.value.strip()))]
    return []


def tag_of(value: str) -> str:
    """A language tag with its parts in the usual case: `pt-BR`, `zh-Hans`."""
    first, *rest = re.split(r"[-_]", value)
    sized = [part.upper() if len(part) == REGION else part.title() if len(part) == SCRIPT else part for part in rest]
    return "-".join([first.lower(), *sized])


def authors(told: Sequence[Said], seen: Sequence[Said], houses: Sequence[str], sites: Sequence[Said]) -> list[Said]:
    """The authors of the first source to believe that names any; a byline that names them and more goes before it."""
    by_rule: dict[str, list[Said]] = defaultdict(list)
    for each in [*told, *seen]:
        for person in [each] if each in seen else of_value(each, houses):
            if fold(person.value) not in {fold(other.value) for other in by_rule[each.rule]}:
                by_rule[each.rule].append(person)
    first = next((by_rule[rule] for rule in PRIORITY["authors"] if by_rule[rule]), [])
    if not first:
        return own_site(sites)
    for rule in ("byline", "byline-words"):
        printed = by_rule[rule]
        keys = [fold(each.value) for each in printed]
        if printed and first and len(printed) >= len(first) and all(fold(each.value) in keys for each in first):
            return printed
    return first


def own_site(sites: Sequence[Said]) -> list[Said]:
    """The person for whom a site is named, where nobody else signs the page: `Dr. Jane Roe`."""
    for each in sites:
        bare = COURTESY.sub("", each.value)
        if is_person(bare):
            start = each.end - len(bare) if each.end - each.start == len(each.value) else each.start
            return [replace(each, key="authors", value=bare, start=start, rule="site-of-a-person")]
    return []


def of_value(each: Said, houses: Sequence[str]) -> Iterator[Said]:
    """The names in one statement, each with the narrowest place that is certain."""
    pieces = each.value.split(";")
    inverted = each.rule in CATALOGUED or len(pieces) > 1
    if inverted and all(upright(piece.strip()) != piece.strip() for piece in pieces if piece.strip()):
        yield from (replace(each, value=upright(piece.strip())) for piece in pieces if piece.strip())
        return
    exact = each.end - each.start == len(each.value)
    for start, end in people(each.value[:LONGEST], houses, listed=True):
        place = (each.start + start, each.start + end) if exact else (each.start, each.end)
        yield replace(each, value=each.value[start:end], start=place[0], end=place[1])
