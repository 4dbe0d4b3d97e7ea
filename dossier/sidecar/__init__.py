"""The editor's sidecar `seeds/NAME.yml`, and the same keys in the front matter of a Markdown seed.

Everything is checked key by key; a fault is told with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml

from dossier.model import Correction, Sidecar
from dossier.sidecar.forms import nearest
from dossier.sidecar.nodes import Desk, as_text, compose, fault, plain, start
from dossier.sidecar.schema import CORRECTIONS, SCHEMA

__all__ = ["as_text", "compose", "fault", "parse_sidecar", "plain", "read_mapping", "restricts", "start"]

RESTRICTION = re.compile(rb"(?m)^publish[ \t]*:[ \t]*['\"]?(?!full\b)\S")


def parse_sidecar(data: bytes, name: str) -> Sidecar:
    """The checked values of a sidecar. Raises DossierError at the line and column of the first fault."""
    text = as_text(data, name)
    lines = text.splitlines()
    node = compose(text, name, lines)
    desk = Desk(name, lines)
    if node is None:
        return Sidecar(name, {})
    if not isinstance(node, yaml.MappingNode):
        raise desk.wrong(node, "a sidecar is a list of `key: value` lines", "write title: ...")
    return read_mapping(desk, list(desk.pairs(node, "a sidecar")))


def read_mapping(desk: Desk, pairs: Iterable[tuple[str, yaml.Node, yaml.Node]]) -> Sidecar:
    """The checked values of some keys. Raises DossierError at the first fault."""
    values: dict[str, object] = {}
    places: dict[str, tuple[int, int, str]] = {}
    corrections: list[Correction] = []
    for key, key_node, node in pairs:
        if key not in SCHEMA:
            raise desk.wrong(key_node, f"unknown key {key!r}", nearest(key, list(SCHEMA)))
        if key in CORRECTIONS:
            corrections += corrected(desk, key, node)
        else:
            values[key] = SCHEMA[key].form.read(desk, key, node)
            places[key] = placed(desk, node)
    return Sidecar(desk.name, values, tuple(corrections), places)


def placed(desk: Desk, node: yaml.Node) -> tuple[int, int, str]:
    """Line and column of a node from 1, and the line."""
    line, column = desk.place(node)
    return line + 1, column + 1, desk.lines[line] if line < len(desk.lines) else ""


def restricts(data: bytes) -> bool:
    """Whether a sidecar or a front matter, faulty as it may be, means that not all of a seed is published."""
    return RESTRICTION.search(data.replace(b"\0", b"")) is not None


def corrected(desk: Desk, key: str, node: yaml.Node) -> Iterable[Correction]:
    """The corrections under one key, each with its place."""
    kind, _, form = CORRECTIONS[key]
    own = next(iter(form.entries))
    if isinstance(node, yaml.SequenceNode) and not node.value:
        raise desk.wrong(node, f"{key!r} is an empty list", f"write {form.example}, or leave it out")
    for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        found = form.read(desk, key, item)
        yield Correction(
            kind,
            str(found.pop(own)),
            desk.name,
            *placed(desk, item),
            within=str(found.pop("in", "")),
            occurrence=int(str(found["occurrence"])) if "occurrence" in found else None,
            to=tuple((name, str(value)) for name, value in found.items() if name != "occurrence"),
        )
