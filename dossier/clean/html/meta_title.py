"""The title: the heading that the page's metadata bears out, else what the metadata says, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dossier.clean.html.meta_view import APART, HEADING_TAGS, Line, line_of, signs, words_of_name
from dossier.clean.html.nodes import Element, ancestors, elements
from dossier.clean.html.said import Said, fold, host_of

ORDER = (
    "json-ld",
    "citation-tags",
    "open-graph",
    "twitter-card",
    "dublin-core",
    "analytics-tags",
    "title-element",
    "meta-tags",
    "json-ld-page",
)
"""Who is believed first where no heading is borne out."""
SEPARATOR = re.compile(
    r"(?<!\s)\s++(?:\||-|\u2013|\u2014|::|:|\u00bb|\u00ab|\u00b7|\u2022|/|>|<|~|\u2039|\u203a)\s++"
    r"|(?:(?<!\s)\s++)?+(?:\||::|\u00bb|\u00ab)\s*+|(?<!\s)\s++-{2,}+\s++"
)
LONGEST = 400
PREFIX = 12
"""Letters that two titles must share to be one of which the other is cut short."""
SITE_WORDS = 5
MOST = 300
"""Headings that are looked at."""
LABEL = 3
"""A site's own label in its host has at least so many letters: `nyt` of nyt.example."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page that may be its title."""

    element: Element
    line: Line
    level: int
    key: str


def heading_of(root: Element, source: str, said: Sequence[Said]) -> Heading | None:
    """The heading that titles the page; None where none is borne out by the page's metadata or by its own place."""
    told = [title for title in (without_site(each, said) for each in of_key(said, "title")) if title]
    claims = {fold(title) for title in told} - {""}
    whole = [
        fold(part)
        for each in of_key(said, "title")
        if each.rule == "title-element"
        for part in parts(each.value[:LONGEST])
    ]
    sites = {fold(each.value) for each in said if each.key in {"site", "publisher"}}
    found = list(islice(headings(root, source), MOST))
    ranked = [(support(each, claims, whole), each) for each in found if each.key not in sites]
    best = max((score for score, _ in ranked), default=0)
    if best:
        strong = [each for score, each in ranked if score == best]
        return min(strong, key=lambda each: (score_place(each), each.level))
    alone = [
        each for each in found if each.level == 1 and each.key not in sites and each.key not in whole and placed(each)
    ]
    return alone[0] if len(alone) == 1 else None


def score_place(heading: Heading) -> bool:
    """Whether a heading stands where a site's name stands."""
    return not placed(heading)


def headings(root: Element, source: str) -> Iterator[Heading]:
    """Headings, and elements named as headlines."""
    for element in elements(root):
        level = int(element.tag[1]) if element.tag in HEADING_TAGS else 0
        if not level and not (
            element.tag in {"div", "p", "span", "a", "td", "b", "strong", "font", "header"} and is_headline(element)
        ):
            continue
        line = line_of(element, source, LONGEST)
        if line and fold(line.text):
            yield Heading(element, line, level or 7, fold(line.text))


def is_headline(element: Element) -> bool:
    """Whether an element's names say that it holds the page's headline."""
    if element.get("itemprop") in {"headline", "name"}:
        return element.get("itemprop") == "headline"
    return any(
        words_of_name(element.get(key)[:300]) & signs("headline")
        and not words_of_name(element.get(key)[:300]) & signs("headline_not")
        for key in ("class", "id")
    )


def support(heading: Heading, claims: set[str], whole: Sequence[str]) -> int:
    """How well the metadata bears a heading out: 3 it says the same, 2 a part of `<title>`, 1 cut short or longer."""
    if heading.key in claims:
        return 3
    if heading.key in whole and (len(heading.key) >= PREFIX or 0 < heading.level < 4):  # noqa: PLR2004 - h1 to h3
        return 2
    for claim in claims:
        short, long = sorted((heading.key, claim), key=len)
        if len(short) >= PREFIX and long.startswith(short) and (len(short) * 3 > len(long) or heading.level == 1):
            return 1
    return 0


def placed(heading: Heading) -> bool:
    """Whether a lone heading stands where an article's title stands, and is no site's name or logo."""
    around = list(ancestors(heading.element))
    if any(each.tag in APART or each.tag == "footer" for each in around):
        return False
    near = [heading.element, *around[:2]]
    if any(
        words_of_name(each.get(key)[:300]) & {"logo", "brand", "sitetitle", "masthead", "blogname", "sitename"}
        for each in near
        for key in ("class", "id")
    ):
        return False
    links = [e for e in elements(heading.element) if e.tag == "a"]
    home = any(
        re.fullmatch(r"(?:https?://[^/]+)?/?(?:index\.\w+)?", link.get("href").strip())
        for link in links
        if link.get("href")
    )
    return not home


def of_key(said: Sequence[Said], key: str) -> list[Said]:
    """The statements on one key."""
    return [each for each in said if each.key == key]


def parts(title: str) -> list[str]:
    """A title cut at the signs with which sites set their name apart."""
    return [part for part in SEPARATOR.split(title) if part and part.strip()]


def without_site(title: Said, said: Sequence[Said]) -> str:
    """A title's words without the site's name, where something else on the page says that this is its name."""
    cut = cut_site(title, said)
    return cut.value if cut else ""


def cut_site(title: Said, said: Sequence[Said]) -> Said | None:
    """The statement without the site's name at either end; None where it says nothing but that name."""
    sites = {fold(each.value) for each in said if each.key in {"site", "publisher"}} - {""}
    hosts = {host_of(each.value) for each in said if each.key in {"url", "base"}} - {""}
    value = title.value[:LONGEST]
    if fold(value) in sites:
        return None
    while marks := list(SEPARATOR.finditer(value)):
        last, first = marks[-1], marks[0]
        if is_site(value[last.end() :], sites, hosts):
            value = value[: last.start()]
        elif is_site(value[: first.start()], sites, hosts):
            value = value[first.end() :]
        else:
            break
    return replace(title, value=value.strip()) if fold(value) else None


def is_site(part: str, sites: set[str], hosts: set[str]) -> bool:
    """Whether a part of a title is the site's name: as its own tags give it, or as its address spells it."""
    key = fold(part)
    if not key:
        return True
    if key in sites or any(
        len(key) > LABEL and (site.startswith(key) or key.startswith(site)) and len(part.split()) <= SITE_WORDS
        for site in sites
        if len(site) > LABEL
    ):
        return True
    if len(part.split()) > SITE_WORDS:
        return False
    for host in hosts:
        labels = [fold(label) for label in host.split(".")]
        label = max(labels[:-1], key=len, default="")
        if key in {fold(host), label} or (
            len(label) >= LABEL and key in {f"the{label}", f"{label}news", f"{label}com", f"{label}blog"}
        ):
            return True
        if len(label) > LABEL and (key.startswith(label) or (len(key) > LABEL and label.startswith(key))):
            return True
    return False


def told_title(said: Sequence[Said]) -> Said | None:
    """The title as the metadata gives it, from the source that is believed first."""
    rank = {rule: place for place, rule in enumerate(ORDER)}
    found = [cut for cut in (cut_site(each, said) for each in of_key(said, "title") if each.rule in rank) if cut]
    return min(found, key=lambda each: rank[each.rule], default=None)
