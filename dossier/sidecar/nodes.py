"""YAML that an editor writes, as nodes with their places; what could grow or run is refused before it is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from dossier.issues import DossierError

NEST = 20
"""Deepest nesting such a file may have; a real one has four levels."""
DEEP = "lists and mappings are nested too deep"
TEXT = yaml.Loader.DEFAULT_SCALAR_TAG
ALIASES = "anchors (&name) and aliases (*name) are not read here"


@dataclass(frozen=True, slots=True)
class Desk:
    """One file under its reader: its name in messages, its lines, and the line of its first one counted from 0."""

    name: str
    lines: list[str]
    first: int = 0

    def wrong(self, at: yaml.Node | yaml.Event, message: str, mend: str) -> DossierError:
        """The error at a node."""
        return fault(self.name, self.lines, self.place(at), message, mend)

    def place(self, at: yaml.Node | yaml.Event) -> tuple[int, int]:
        """Where a node begins: line and column from 0."""
        line, column = start(at)
        return line + self.first, column

    def pairs(self, node: yaml.MappingNode, what: str) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        """A mapping's keys, each with its node and its value's. A key that is no word or stands twice is an error."""
        seen: set[str] = set()
        for key_node, value in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise self.wrong(key_node, f"a key of {what} is one word", "write `key: value` lines")
            key = str(key_node.value)
            if key in seen:
                raise self.wrong(key_node, f"{key!r} stands twice", "keep one of the two")
            seen.add(key)
            yield key, key_node, value


def as_text(data: bytes, name: str) -> str:
    """A sidecar is UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8"
        raise DossierError(message, file=name, mend="save the sidecar as UTF-8") from error


def compose(text: str, name: str, lines: list[str], first: int = 0) -> yaml.Node | None:
    """The YAML node tree. Aliases are refused, which are how small files grow huge, and endless nesting.

    `text` begins at line `first` (from 0) of the file whose lines are `lines`.
    """
    desk = Desk(name, lines, first)
    try:
        survey(text, desk)
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = (mark.line + first, mark.column) if mark else None
        raise fault(
            name, lines, where, f"not YAML: {error.problem}", "quote values that hold a colon or a #"
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise DossierError(f"not YAML: {error}", file=name, mend="remove what is not plain text") from error


def survey(text: str, desk: Desk) -> None:
    """Look at the events one by one, in linear time and without building anything."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise desk.wrong(event, ALIASES, "write the value out")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > NEST:
                raise desk.wrong(event, DEEP, "write `key: value` lines")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def plain(node: yaml.Node, depth: int = 0) -> object:
    """A node as Python values, by YAML's safe rules."""
    if depth > NEST:
        raise TypeError("simpler")
    if isinstance(node, yaml.SequenceNode):
        return [plain(child, depth + 1) for child in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain(value, depth + 1) for key, value in node.value}
    if node.tag == TEXT and isinstance(node.value, str) and node.value.isprintable():
        return node.value  # as what follows would have it, without writing YAML and reading it for each word
    try:
        return yaml.safe_load(yaml.serialize(node))
    except (yaml.YAMLError, ValueError) as error:
        raise TypeError("a plain value") from error


def fault(name: str, lines: list[str], at: tuple[int, int] | None, message: str, mend: str) -> DossierError:
    """The error at a YAML mark."""
    if at is None:
        return DossierError(message, file=name, mend=mend)
    line, column = at
    excerpt = lines[line] if line < len(lines) else ""
    return DossierError(message, file=name, line=line + 1, column=column + 1, excerpt=excerpt, mend=mend)


def start(node: yaml.Node | yaml.Event) -> tuple[int, int]:
    """Where a node begins: line and column from 0."""
    return (node.start_mark.line, node.start_mark.column) if node.start_mark else (0, 0)
