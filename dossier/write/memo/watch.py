"""A catalogue that notes what is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any, NoReturn, TypeVar

from dossier.write.catalogue import Catalogue

Log = dict[tuple[str, str], None]
"""What was asked, in order: the catalogue's part and the key."""
V = TypeVar("V")
K = TypeVar("K")

BY_KEY = (
    *("bearers", "by_id", "links", "shorts", "name_places", "disputes", "repeats", "references", "named_by"),
    *("neighbours", "around", "quote_pages", "event_pages", "voices", "attested", "own_pages", "wanted", "passages"),
    *("cards", "sayings", "relatives", "also_private", "numbers"),
    *("witnessed", "statements", "forms", "odd", "lines", "ways", "said_on"),
)
"""Parts that are asked by a key, which is all that the answer depends on."""
SETS = ("paged", "listed_only", "bodies")
"""Parts of which is asked whether they hold a key."""
OF_SOURCE: dict[str, Callable[[Any], str]] = {
    "views": lambda slug: slug,
    "sentences": lambda slug: slug,
}
"""Parts that follow from one source: the slug of it in the key. They are noted as questions for the source."""


class Unwatched(Exception):  # noqa: N818 - it is a fault of the code, not of a seed
    """A page that may be found again asked for more than can be noted: for all sources, or for the collection."""


class Watch(Mapping[K, V]):
    """A mapping that can be asked by key alone. A key that is not there is an answer too."""

    __slots__ = ("held", "key", "log", "name")

    def __init__(self, name: str, held: Mapping[K, V], log: Log, key: Callable[[Any], str]) -> None:
        self.name = name
        self.held = held
        self.log = log
        self.key = key

    def __getitem__(self, key: K) -> V:
        self.log[self.name, self.key(key)] = None
        return self.held[key]

    def __contains__(self, key: object) -> bool:
        self.log[self.name, self.key(key)] = None
        return key in self.held

    def __iter__(self) -> Iterator[K]:
        raise Unwatched(self.name)

    def __len__(self) -> int:
        raise Unwatched(self.name)


class WatchedSet(AbstractSet[str]):
    """A set that can be asked for single members."""

    __slots__ = ("held", "log", "name")

    def __init__(self, name: str, held: AbstractSet[str], log: Log) -> None:
        self.name = name
        self.held = held
        self.log = log

    def __contains__(self, key: object) -> bool:
        self.log[self.name, str(key)] = None
        return key in self.held

    def __iter__(self) -> Iterator[str]:
        raise Unwatched(self.name)

    def __len__(self) -> int:
        raise Unwatched(self.name)


class Closed:
    """Stands for the collection and its events, which no page that may be found again can ask."""

    def __getattr__(self, name: str) -> NoReturn:
        message = f"collection.{name}"
        raise Unwatched(message)


def watched(shelf: Catalogue, log: Log) -> Catalogue:
    """The catalogue with every part that differs between collections noting into `log`.

    What is not noted (the site's settings, whether the sources are few, the cover) must be part of what all is made of.
    """
    parts: dict[str, Any] = {name: Watch(name, getattr(shelf, name), log, str) for name in BY_KEY}
    parts |= {name: WatchedSet(name, getattr(shelf, name), log) for name in SETS}
    parts |= {name: Watch("views", getattr(shelf, name), log, slug) for name, slug in OF_SOURCE.items()}
    closed: Any = Closed()
    return replace(shelf, collection=closed, events=closed, entries=closed, pieces=closed, **parts)
