"""A page about the collection, told by what it is made of before it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from dossier.write.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its path, how its text is made, and a digest of all that goes into it but what the catalogue is asked."""

    path: str
    made_of: str
    make: Callable[[Catalogue], str]


def digest(*values: object) -> str:
    """A digest of plain values: equal where they are."""
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
