"""Sources that are loaded where their texts are asked for, and let go of again: so that few are in memory at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from dossier.model import Annotations, Document, Source
from dossier.run.face import Face

MOST = 40
"""Sources in memory at once, about 0.2 MB each where a seed has 12 KB, besides those whose pages are being made."""


@dataclass(slots=True)
class Recent:
    """The sources that were asked for last, by what tells each from any other."""

    most: int = MOST
    held: OrderedDict[str, Source] = field(default_factory=OrderedDict)

    def get(self, key: str, load: Callable[[], Source]) -> Source:
        """One that is held, or else loaded."""
        source = self.held.get(key) or load()
        self.put(key, source)
        return source

    def put(self, key: str, source: Source) -> None:
        """Hold a source, and let the one go that was not asked for longest."""
        self.held[key] = source
        self.held.move_to_end(key)
        if len(self.held) > self.most:
            self.held.popitem(last=False)


class Distant(Source):
    """A source by its face; its document and its annotations are loaded when they are asked for.

    `key` tells it from any other; `make` loads it where it is not among the `recent`.
    """

    __slots__ = ("face", "key", "make", "recent")

    face: Face
    key: str
    make: Callable[[], Source]
    recent: Recent

    def __init__(self, face: Face, key: str, make: Callable[[], Source], recent: Recent) -> None:
        for name, value in (("face", face), ("key", key), ("make", make), ("recent", recent)):
            object.__setattr__(self, name, value)

    def load(self) -> Source:
        """The source itself."""
        return self.recent.get(self.key, self.make)

    def changed(self, how: str, change: Callable[[Source], Source]) -> Distant:
        """The source after a change, which is made each time that it is loaded; `how` names it."""
        return Distant(self.face, f"{self.key} {how}", lambda: change(self.load()), self.recent)

    @property
    def document(self) -> Document:
        """The cleaned seed."""
        return self.load().document

    @property
    def annotations(self) -> Annotations:
        """What was found in it."""
        return self.load().annotations

    @property
    def slug(self) -> str:
        """The address of the seed's page."""
        return self.face.slug

    @property
    def publish(self) -> str:
        """How much of it is published."""
        return self.face.publish

    @property
    def unusual(self) -> str:
        """Characters of its texts that stand for none in Unicode."""
        return self.face.unusual

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Source) and (self.document, self.annotations) == (other.document, other.annotations)

    def __hash__(self) -> int:
        return hash(self.slug)
