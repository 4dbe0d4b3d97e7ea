"""The forms that values of a sidecar may have; each reads a YAML node and describes itself as JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Protocol

import yaml

from dossier.sidecar.nodes import Desk

Json = dict[str, object]
WORDS = ("str", "int", "float", "timestamp")
"""YAML's tags for what an editor writes as words: `title: 1984` is a title."""


class Form(Protocol):
    """One form of value."""

    @property
    def example(self) -> str:
        """A value that fits, as YAML."""

    def read(self, desk: Desk, key: str, node: yaml.Node) -> object:
        """The checked value. Raises DossierError at the place of the first fault."""

    def json(self) -> Json:
        """The form as JSON Schema."""


def tag(node: yaml.Node) -> str:
    """What YAML takes a scalar for: `str`, `int`, `bool`, `null`; "" for a list or a mapping."""
    return str(node.tag).rpartition(":")[2] if isinstance(node, yaml.ScalarNode) else ""


def nearest(word: str, known: list[str]) -> str:
    """How to mend a word: the nearest of those known, else all of them."""
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.5)
    return f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(known)}"


@dataclass(frozen=True, slots=True)
class Scalar:
    """Words on one line that pass a check, which raises ValueError. The value is what the check returns."""

    wants: str
    example: str
    check: Callable[[str], object] = str
    schema: Mapping[str, object] = field(default_factory=dict)

    def read(self, desk: Desk, key: str, node: yaml.Node) -> object:
        """The words, as they are written and not as YAML would read a number or a date."""
        if tag(node) in WORDS:
            words = " ".join(str(node.value).split())
            try:
                if words:
                    return self.check(words)
            except ValueError:
                pass
        raise desk.wrong(node, f"{key!r} must be {self.wants}", f"write {key}: {self.example}")

    def json(self) -> Json:
        """A string; numbers are words too."""
        return {"type": ["string", "number"], "examples": [self.example], **self.schema}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words."""

    words: tuple[str, ...]
    example: str

    def read(self, desk: Desk, key: str, node: yaml.Node) -> object:
        """The word."""
        if isinstance(node, yaml.ScalarNode) and node.value in self.words:
            return str(node.value)
        given = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
        raise desk.wrong(node, f"{key!r} must be {' or '.join(self.words)}", nearest(given, list(self.words)))

    def json(self) -> Json:
        """An enumeration."""
        return {"enum": list(self.words), "examples": [self.example]}


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    example: str = "true"

    def read(self, desk: Desk, key: str, node: yaml.Node) -> object:
        """The truth."""
        if tag(node) == "bool":
            return str(node.value).lower() in {"true", "yes", "on"}
        raise desk.wrong(node, f"{key!r} must be true or false", f"write {key}: {self.example}")

    def json(self) -> Json:
        """A truth value."""
        return {"type": "boolean", "examples": [True]}


@dataclass(frozen=True, slots=True)
class Many:
    """One value of a form, or a list of them; the value is a tuple."""

    each: Form
    example: str

    def read(self, desk: Desk, key: str, node: yaml.Node) -> tuple[object, ...]:
        """The values."""
        if isinstance(node, yaml.SequenceNode) and not node.value:
            raise desk.wrong(node, f"{key!r} is an empty list", f"write {key}: {self.example}, or leave it out")
        children = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return tuple(self.each.read(desk, key, child) for child in children)

    def json(self) -> Json:
        """A value or an array."""
        each = self.each.json()
        return {"anyOf": [each, {"type": "array", "items": each, "minItems": 1}]}


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a record."""

    form: Form
    what: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys. Where only `short` is given, its bare value may stand for the record.

    `some` are keys of which at least one must be there. The value is a dict.
    """

    entries: Mapping[str, Entry]
    example: str
    short: str = ""
    some: tuple[str, ...] = ()

    def read(self, desk: Desk, key: str, node: yaml.Node) -> dict[str, object]:
        """The values by key."""
        if not isinstance(node, yaml.MappingNode):
            if self.short and isinstance(node, yaml.ScalarNode):
                return {self.short: self.entries[self.short].form.read(desk, key, node)}
            raise desk.wrong(node, f"an item of {key!r} must be `key: value` pairs", f"write {self.example}")
        found: dict[str, object] = {}
        for name, key_node, value in desk.pairs(node, key):
            if name not in self.entries:
                raise desk.wrong(key_node, f"unknown key {name!r}", nearest(name, list(self.entries)))
            found[name] = self.entries[name].form.read(desk, name, value)
        lacking = [name for name, entry in self.entries.items() if entry.needed and name not in found]
        if lacking:
            raise desk.wrong(node, f"{lacking[0]!r} is missing", f"write {self.example}")
        if self.some and not any(name in found for name in self.some):
            raise desk.wrong(node, f"nothing is set: {' or '.join(self.some)}", f"write {self.example}")
        return found

    def json(self) -> Json:
        """An object, or the bare value."""
        made: Json = {
            "type": "object",
            "properties": {name: {"description": e.what, **e.form.json()} for name, e in self.entries.items()},
            "required": [name for name, entry in self.entries.items() if entry.needed],
            "additionalProperties": False,
        }
        if self.some:
            made["anyOf"] = [{"required": [name]} for name in self.some]
        return {"anyOf": [self.entries[self.short].form.json(), made]} if self.short else made
