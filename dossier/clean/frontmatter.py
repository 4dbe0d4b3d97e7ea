"""YAML front matter of a Markdown seed: metadata that the seed itself prints, each value with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from dossier.clean.datelines import printed_date
from dossier.model import Fact
from dossier.sourcemap import SeedSpan

FENCE = re.compile(r"\A---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "subtitle": ("subtitle", "sub_title", "dek", "tagline"),
    "authors": ("authors", "author", "byline", "by", "creator"),
    "publisher": ("publisher", "site_name", "site", "source", "publication", "outlet"),
    "published": (
        "published",
        "date",
        "pubdate",
        "pub_date",
        "publish_date",
        "date_published",
        "publishdate",
        "created",
    ),
    "url": ("url", "canonical_url", "canonical", "link", "permalink", "source_url", "original_url"),
    "archived_url": ("archived_url", "archive_url"),
    "language": ("language", "lang", "locale"),
    "kind": ("kind",),
    "series": ("series",),
    "rights": ("rights", "license", "licence", "copyright"),
}
SLUG_NAME = re.compile(r"[a-z]+(?:[-_][a-z]+)+")
WEB = re.compile(r"https?://\S+")
TAG = re.compile(r"[a-zA-Z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
DEPTH = 6
LONGEST = 65_536
"""Characters of a front matter; what is longer is text between two rules."""


def front_end(text: str) -> int:
    """Where the front matter ends, 0 if there is none or it is no YAML mapping."""
    found = FENCE.match(text)
    return found.end() if found and mapping(found["body"]) is not None else 0


def mapping(body: str) -> yaml.MappingNode | None:
    """The front matter's node tree; None where it is no mapping, does not parse, uses aliases, or is far too long."""
    if len(body) > LONGEST:
        return None
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(body, Loader=yaml.SafeLoader)):
            return None
        node = yaml.compose(body, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    return node if isinstance(node, yaml.MappingNode) else None


def front_facts(text: str) -> dict[str, Fact | tuple[Fact, ...]]:
    """The metadata of the front matter; a value it holds in a form that says nothing (a number, a list) is left out."""
    found = FENCE.match(text)
    node = mapping(found["body"]) if found else None
    if not found or node is None:
        return {}
    values = {str(key.value).lower(): value for key, value in node.value if isinstance(key, yaml.ScalarNode)}
    facts: dict[str, Fact | tuple[Fact, ...]] = {}
    for key, names in KEYS.items():
        node_of_key = next((values[name] for name in names if name in values), None)
        if node_of_key is None:
            continue
        printed = [
            fact
            for fact in (fact_of(key, scalar, found.start("body"), text) for scalar in scalars(node_of_key))
            if fact
        ]
        if printed:
            facts[key] = tuple(printed) if key == "authors" else printed[0]
    return facts


def scalars(node: yaml.Node, depth: int = 0) -> Iterator[yaml.ScalarNode]:
    """The scalar values of a node: itself, its items, or the `name` of each."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode) and depth < DEPTH:
        for child in node.value:
            yield from scalars(child, depth + 1)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if str(key.value).lower() in {"name", "title"} and isinstance(value, yaml.ScalarNode):
                yield value


def fact_of(key: str, node: yaml.ScalarNode, offset: int, text: str) -> Fact | None:
    """One value with its place, in the form its key wants."""
    value = " ".join(str(node.value).split())
    span = SeedSpan(offset + node.start_mark.index, offset + node.end_mark.index)
    if not value:
        return None
    if key == "published":
        date = printed_date(value)
        return Fact(date.edtf, "printed", "front-matter", span) if date else None
    if key in {"url", "archived_url"} and not WEB.fullmatch(value):
        return None
    if key == "language" and not TAG.fullmatch(value):
        return None
    if key == "authors" and SLUG_NAME.fullmatch(value):
        return Fact(*written_out(value, text), "front-matter", span)  # type: ignore[arg-type]
    return Fact(value.replace("_", "-") if key == "language" else value, "printed", "front-matter", span)


def written_out(handle: str, text: str) -> tuple[str, str]:
    """An author's handle (`jane-van-roe`) as the text itself writes the name, else as it stands."""
    parts = re.split(r"[-_]", handle)
    name = re.compile(r"\b" + r"[\s.\u00a0-]+".join(map(re.escape, parts)) + r"\b", re.IGNORECASE)
    written = next((m.group() for m in name.finditer(text) if m.group()[0].isupper()), handle)
    return " ".join(written.split()), "printed"
