"""The names of one source in columns."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import get_args

from dossier.link.packed import Texts, narrow, texts
from dossier.model import NameType, Source

TYPES: tuple[NameType, ...] = get_args(NameType)


@dataclass(frozen=True, slots=True)
class Named:
    """Each name with its type (its place in TYPES), its rule (its place in `rules`) and how often it stands there."""

    names: Texts
    types: bytes
    rules: Texts
    by: array[int]
    mentions: array[int]


def named(source: Source) -> Named:
    """The source's names, in their order."""
    found = source.annotations.names
    rules: dict[str, int] = {}
    by = narrow([rules.setdefault(name.rule, len(rules)) for name in found])
    types = bytes(TYPES.index(name.type) for name in found)
    return Named(texts(n.name for n in found), types, texts(rules), by, narrow(len(n.mentions) for n in found))
