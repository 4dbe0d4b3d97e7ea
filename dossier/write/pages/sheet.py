"""A page about the collection, told by what it is made of before it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dossier.write.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its path, how its text is made, and a mark of all that goes into it but what the catalogue is asked."""

    path: str
    made_of: str
    make: Callable[[Catalogue], str]
