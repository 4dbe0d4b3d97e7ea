"""The editor's sidecar `seeds/NAME.yml`: a flat YAML mapping, checked key by key with the place of each fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches

import yaml

from dossier.issues import DossierError
from dossier.model import Sidecar

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
NEST = 20
"""Deepest nesting a sidecar may have; a real one has two levels."""


def a_text(value: object) -> object:
    """Words on one line."""
    if not isinstance(value, str) or not value.strip():
        raise TypeError("text")
    return " ".join(value.split())


def texts(value: object) -> object:
    """One text or a list of texts."""
    values = value if isinstance(value, list) else [value]
    return tuple(a_text(v) for v in values)


def edtf_date(value: object) -> object:
    """A date in EDTF: `2018`, `2018-09`, `2018-09-06`, `2018~`, `2018-05/2018-06`."""
    text = value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, int) else value
    if not isinstance(text, str) or not is_edtf(text):
        raise TypeError("a date such as 2018-09-06, 2018-09 or 2018~")
    return text


def is_edtf(text: str) -> bool:
    """Whether the `edtf` package, the field's reference parser, reads it."""
    from edtf import parse_edtf  # noqa: PLC0415 - a heavy import that few builds need
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        parse_edtf(text)
    except (EDTFParseException, ValueError):
        return False
    return True


def web_address(value: object) -> object:
    """An http or https address."""
    if not isinstance(value, str) or not WEB.fullmatch(value.strip()):
        raise TypeError("an address that starts with https:// or http://")
    return value.strip()


def slug(value: object) -> object:
    """A page's address: lower-case letters, digits and single hyphens."""
    if not isinstance(value, str) or not SLUG.fullmatch(value):
        raise TypeError("lower-case letters and digits with single hyphens, such as macron-2018")
    return value


def language(value: object) -> object:
    """A BCP 47 tag."""
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
        raise TypeError("a language tag such as en or pt-BR")
    return value


SCHEMA: Mapping[str, Callable[[object], object]] = {
    "title": a_text,
    "subtitle": a_text,
    "authors": texts,
    "publisher": a_text,
    "published": edtf_date,
    "url": web_address,
    "archived_url": web_address,
    "language": language,
    "kind": a_text,
    "series": a_text,
    "rights": a_text,
    "slug": slug,
}
"""Each key and the check that gives its value; a check raises TypeError with the words for what was expected."""


def parse_sidecar(data: bytes, name: str) -> Sidecar:
    """The checked values of a sidecar. Raises DossierError at the line and column of the first fault."""
    text = as_text(data, name)
    lines = text.splitlines()
    node = compose(text, name, lines)
    if node is None:
        return Sidecar(name, {})
    if not isinstance(node, yaml.MappingNode):
        raise fault(name, lines, start(node), "a sidecar is a list of `key: value` lines", "write title: ...")
    values: dict[str, object] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key not in SCHEMA:
            raise fault(name, lines, start(key_node), f"unknown key {key!r}", suggestion(key))
        if key in values:
            raise fault(name, lines, start(key_node), f"{key!r} stands twice", "keep one of the two")
        try:
            values[key] = SCHEMA[key](plain(value_node))
        except TypeError as error:
            message = f"{key!r} must be {error}"
            raise fault(name, lines, start(value_node), message, f"write {key}: {example(key)}") from error
    return Sidecar(name, values)


def as_text(data: bytes, name: str) -> str:
    """A sidecar is UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8"
        raise DossierError(message, file=name, mend="save the sidecar as UTF-8") from error


def compose(text: str, name: str, lines: list[str]) -> yaml.Node | None:
    """The YAML node tree, with aliases refused: an editor needs none, and they are how small files grow huge."""
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise fault(name, lines, start(event), "aliases (*name) are not read here", "write the value out")
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = (mark.line, mark.column) if mark else None
        raise fault(
            name, lines, where, f"not YAML: {error.problem}", "quote values that hold a colon or a #"
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise DossierError(f"not YAML: {error}", file=name, mend="remove what is not plain text") from error


def plain(node: yaml.Node, depth: int = 0) -> object:
    """A node as Python values, by YAML's safe rules."""
    if depth > NEST:
        raise TypeError("simpler")
    if isinstance(node, yaml.SequenceNode):
        return [plain(child, depth + 1) for child in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain(value, depth + 1) for key, value in node.value}
    try:
        return yaml.safe_load(yaml.serialize(node))
    except (yaml.YAMLError, ValueError) as error:
        raise TypeError("a plain value") from error


def suggestion(key: str) -> str:
    """The nearest key, or all of them."""
    near = get_close_matches(key.lower(), SCHEMA, n=1, cutoff=0.5)
    return f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(SCHEMA)}"


EXAMPLES = {
    "authors": "[First Author, Second Author]",
    "published": "2018-09-06",
    "url": "https://example.org/article",
    "archived_url": "https://example.org/article",
    "language": "en",
    "slug": "a-short-address",
}


def example(key: str) -> str:
    """A value that the key takes."""
    return EXAMPLES.get(key, "some words")


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
