"""The metadata of a saved page: every statement on it weighed by one table, each value with its place in the seed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.clean.html.jsonld_article import linked_data
from dossier.clean.html.meta_choice import authors, language, published, publisher, ranked, titled, url
from dossier.clean.html.meta_tags import head_tags
from dossier.clean.html.meta_title import heading_of
from dossier.clean.html.meta_view import View
from dossier.clean.html.meta_visible import bylines, datelines, microdata, subtitles
from dossier.clean.html.nodes import Element
from dossier.clean.html.said import Said, fold
from dossier.model import Basis, Fact, Role
from dossier.sourcemap import SeedSpan

MOST = 60
"""Statements of one key that are weighed; a page with more repeats itself."""
ARCHIVE = re.compile(
    r"https?://(?:web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?|archive\.(?:is|ph|today|org)/\d{8,14})/(?P<url>https?://.+)"
)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says about itself, in the shape of front matter; `heads` are the visible places of title, subtitle,
    byline and date; `agreeing` are, for each key, all places that say the same as the value chosen.
    """

    facts: Mapping[str, Fact | tuple[Fact, ...]]
    heads: tuple[tuple[Role, SeedSpan], ...] = ()
    agreeing: tuple[tuple[str, tuple[str, ...]], ...] = ()


def page_facts(root: Element, source: str) -> PageFacts:
    """The metadata of a page. `root` is `parse(source)`. Takes linear time; whatever the page holds, it never fails."""
    said = few([*head_tags(root, source)])
    own = ranked([each for each in said if each.key == "url"], "url")
    said = few([*linked_data(root, source, own[0].value if own else ""), *said])
    heading = heading_of(root, source, said)
    view = View(root, source, heading.element if heading else None)
    said = few([*said, *microdata(view), *datelines(view), *subtitles(view)])
    by_key: dict[str, list[Said]] = defaultdict(list)
    for each in said:
        by_key[each.key].append(each)
    chosen: dict[str, list[Said]] = {
        "title": titled(heading, said),
        "subtitle": by_key["subtitle"][:1],
        "published": published(by_key),
        "publisher": publisher(by_key),
        "url": url(by_key)[:1],
        "language": language(by_key),
        "rights": ranked(by_key["rights"], "rights")[:1],
    }
    houses = [each.value for each in (*by_key["site"], *chosen["publisher"], *by_key["publisher"])]
    chosen["authors"] = authors(
        by_key["authors"], list(bylines(view, houses)), houses, [*by_key["publisher"], *by_key["site"]]
    )
    return PageFacts(facts_of(chosen), heads(chosen, by_key), agreeing(chosen, by_key))


def few(said: Sequence[Said]) -> list[Said]:
    """At most MOST statements of each key and rule, in order."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    kept = []
    for each in said:
        counts[each.key, each.rule] += 1
        if counts[each.key, each.rule] <= MOST:
            kept.append(each)
    return kept


INFERRED = frozenset({"address-date", "address-host", "site-of-a-person"})


def facts_of(chosen: Mapping[str, Sequence[Said]]) -> dict[str, Fact | tuple[Fact, ...]]:
    """The chosen statements as facts; an archive's address is parted into its own and the original's."""
    facts: dict[str, Fact | tuple[Fact, ...]] = {}
    for key, found in chosen.items():
        made = [fact_of(each) for each in found]
        if made:
            facts[key] = tuple(made) if key == "authors" else made[0]
    address = facts.get("url")
    if isinstance(address, Fact) and (kept := ARCHIVE.fullmatch(address.value)):
        facts["archived_url"] = address
        facts["url"] = replace(address, value=kept["url"])
    return facts


def fact_of(each: Said) -> Fact:
    """One statement as a fact."""
    basis: Basis = "inferred" if each.rule in INFERRED else "printed"
    return Fact(each.value, basis, each.rule, each.span)


def heads(
    chosen: Mapping[str, Sequence[Said]], by_key: Mapping[str, Sequence[Said]]
) -> tuple[tuple[Role, SeedSpan], ...]:
    """The visible elements that hold title, subtitle, byline and date."""
    roles: tuple[tuple[str, Role], ...] = (
        ("title", "title"),
        ("subtitle", "subtitle"),
        ("authors", "byline"),
        ("published", "dateline"),
    )
    found = [(role, each.element) for key, role in roles for each in chosen[key] if each.element]
    found += [("dateline", each.element) for each in by_key["published"] if each.rule == "dateline" and each.element]
    return tuple(dict.fromkeys((role, SeedSpan(element.start, element.end)) for role, element in found))


def agreeing(
    chosen: Mapping[str, Sequence[Said]], by_key: Mapping[str, Sequence[Said]]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each key the other rules that read the same value."""
    made = []
    for key, found in chosen.items():
        keys = {fold(each.value) for each in found}
        rules = dict.fromkeys(each.rule for each in by_key[key] if fold(each.value) in keys and each not in found)
        made.append((key, tuple(rules)))
    return tuple(made)
