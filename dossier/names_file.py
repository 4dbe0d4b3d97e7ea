"""The editor's authority file `seeds/names.yml`: read and checked with the place of each fault, and printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import get_args

import yaml

from dossier.issues import DossierError
from dossier.model import Authority, Collection, NameEntry, NameType
from dossier.sidecar import as_text, compose, fault, plain, start

FILE = "names.yml"
NAME = f"seeds/{FILE}"
TYPES: tuple[str, ...] = get_args(NameType)
SECTIONS = ("names", "not", "merge", "split")
KEYS = ("name", "type", "aliases", "description", "links")
DRAFT = "http://json-schema.org/draft-07/schema#"
EXAMPLE = "write names: / - name: ... as in the file that `build_pages.py --names` prints"


class Reader:
    """Reads one file; every complaint carries its line."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.lines = text.splitlines()

    def wrong(self, node: yaml.Node, message: str, mend: str) -> DossierError:
        """The error at a node."""
        return fault(self.name, self.lines, start(node), message, mend)

    def pairs(self, node: yaml.Node, keys: tuple[str, ...]) -> Iterator[tuple[str, yaml.Node]]:
        """A mapping's keys and values; a key that is unknown or stands twice is an error."""
        if not isinstance(node, yaml.MappingNode):
            raise self.wrong(node, "`key: value` lines are expected here", EXAMPLE)
        seen: set[str] = set()
        for key_node, value in node.value:
            key = str(key_node.value)
            if key not in keys:
                near = get_close_matches(key, keys, n=1, cutoff=0.5)
                mend = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(keys)}"
                raise self.wrong(key_node, f"unknown key {key!r}", mend)
            if key in seen:
                raise self.wrong(key_node, f"{key!r} stands twice", "keep one of the two")
            seen.add(key)
            yield key, value

    def items(self, node: yaml.Node) -> list[yaml.Node]:
        """A list's items; a single value is a list of one."""
        return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]

    def words(self, node: yaml.Node) -> str:
        """Words on one line."""
        try:
            value = plain(node)
        except TypeError as error:
            raise self.wrong(node, "words are expected here", "put them in quotation marks") from error
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(node, "words are expected here", "put them in quotation marks")
        return " ".join(value.split())

    def texts(self, node: yaml.Node) -> tuple[str, ...]:
        """One text or a list of texts."""
        return tuple(self.words(item) for item in self.items(node))

    def entry(self, node: yaml.Node) -> NameEntry:
        """One bearer."""
        found = dict(self.pairs(node, KEYS))
        if "name" not in found:
            raise self.wrong(node, "an entry needs a name", "write - name: ...")
        kind = self.words(found["type"]) if "type" in found else None
        if kind is not None and kind not in TYPES:
            near = get_close_matches(kind, TYPES, n=1, cutoff=0.4)
            mend = f"did you mean {near[0]!r}?" if near else f"types: {', '.join(TYPES)}"
            raise self.wrong(found["type"], f"unknown type {kind!r}", mend)
        return NameEntry(
            self.words(found["name"]),
            start(node)[0] + 1,
            type=next((t for t in get_args(NameType) if t == kind), None),
            aliases=self.texts(found["aliases"]) if "aliases" in found else (),
            description=self.words(found["description"]) if "description" in found else "",
            links=self.links(found["links"]) if "links" in found else (),
        )

    def links(self, node: yaml.Node) -> tuple[tuple[str, str], ...]:
        """`wikidata: Q3052772` and the like, in the file's order."""
        if not isinstance(node, yaml.MappingNode):
            raise self.wrong(node, "links are `key: value` lines", "write links: {wikidata: Q...}")
        return tuple((self.words(key), str(value.value).strip()) for key, value in node.value)

    def strings(self, node: yaml.Node) -> tuple[tuple[str, int], ...]:
        """Texts, each with its line."""
        return tuple((self.words(item), start(item)[0] + 1) for item in self.items(node))

    def groups(self, node: yaml.Node) -> tuple[tuple[tuple[str, ...], int], ...]:
        """Lists of two names or more, each with its line."""
        found = [(self.texts(item), item) for item in self.items(node)]
        for names, item in found:
            if len(names) < 2:  # noqa: PLR2004 - two names at least are joined or kept apart
                raise self.wrong(item, "two names or more are expected", "write - [One Name, Another Name]")
        return tuple((names, start(item)[0] + 1) for names, item in found)


def parse_names(data: bytes, name: str = NAME) -> Authority:
    """The checked authority file. Raises DossierError at the line and column of the first fault."""
    text = as_text(data, name)
    reader = Reader(text, name)
    node = compose(text, name, reader.lines)
    if node is None:
        return Authority(name)
    found = dict(reader.pairs(node, SECTIONS))
    entries = tuple(reader.entry(item) for item in reader.items(found["names"])) if "names" in found else ()
    refuse_double(entries, name)
    return Authority(
        name,
        entries,
        reader.strings(found["not"]) if "not" in found else (),
        reader.groups(found["merge"]) if "merge" in found else (),
        reader.groups(found["split"]) if "split" in found else (),
    )


def refuse_double(entries: tuple[NameEntry, ...], name: str) -> None:
    """A form may stand for one bearer only."""
    owners: dict[str, NameEntry] = {}
    for entry in entries:
        for form in entry.forms:
            other = owners.setdefault(form, entry)
            if other is not entry:
                message = f"{form!r} stands for {other.name!r} already (line {other.line})"
                raise DossierError(message, file=name, line=entry.line, mend="keep it in one of the two entries")


Json = dict[str, object]
WHAT = {
    "names": "the bearers, each with its name and what else is known",
    "not": "strings that are no names",
    "merge": "lists of names of one bearer, the first of which stays",
    "split": "lists of names that are never one bearer",
    "name": "the full name, without title of office or rank",
    "type": "what bears the name",
    "aliases": "other forms in which the seeds write the name",
    "description": "one line about the bearer, shown as the editor's",
    "links": "identifiers elsewhere, such as wikidata: Q3052772",
}


def names_schema() -> Json:
    """What the file may hold, as JSON Schema."""
    words: Json = {"type": "string", "pattern": r"\S"}
    texts: Json = {"anyOf": [words, {"type": "array", "items": words}]}
    group: Json = {"type": "array", "items": words, "minItems": 2}
    links: Json = {"type": "object", "additionalProperties": {"type": ["string", "number"]}}
    forms: dict[str, Json] = {
        "name": words,
        "type": {"enum": list(TYPES)},
        "aliases": texts,
        "description": words,
        "links": links,
    }
    entry = {
        "type": "object",
        "properties": {key: {"description": WHAT[key], **forms[key]} for key in KEYS},
        "required": ["name"],
        "additionalProperties": False,
    }
    groups: Json = {"type": "array", "items": group}
    sections: dict[str, Json] = {"names": {"anyOf": [entry, {"type": "array", "items": entry}]}, "not": texts}
    sections |= {"merge": groups, "split": groups}
    return {
        "$schema": DRAFT,
        "title": "What an editor says of the names in all sources: seeds/names.yml",
        "type": ["object", "null"],
        "properties": {key: {"description": WHAT[key], **sections[key]} for key in SECTIONS},
        "additionalProperties": False,
    }


def print_names(collection: Collection) -> str:
    """The names of a collection as such a file, persons first, each with the forms that the seeds use."""
    by_slug = {source.slug: source for source in collection.sources}
    quote: Callable[[str], str] = lambda text: "'" + text.replace("'", "''") + "'"  # noqa: E731
    lines = ["names:"]
    order = {kind: n for n, kind in enumerate(TYPES)}
    for identity in sorted(collection.identities, key=lambda i: (order[i.type], i.name)):
        forms: Counter[str] = Counter()
        for slug, index in identity.members:
            source = by_slug[slug]
            text = source.document.text
            for mention in source.annotations.names[index].mentions:
                forms[" ".join(text[mention.start : mention.end].split())] += 1
        others = sorted(set(forms) - {identity.name})
        lines += [f"  - name: {quote(identity.name)}", f"    type: {identity.type}"]
        if others:
            lines.append(f"    aliases: [{', '.join(quote(form) for form in others)}]")
    return "\n".join(lines) + "\n"
