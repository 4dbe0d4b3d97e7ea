"""The memo itself: units of work by name, each with what it asked, a digest of the answers, and what it made."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from dossier.write.catalogue import Catalogue
from dossier.write.memo.tokens import Reads, Tokens
from dossier.write.memo.watch import Log, watched
from dossier.write.ownership import File, Standing, stands

NAME = "made"
"""The file in the cache's folder."""
Made = Iterable[tuple[str, File | Standing]]
Json = Any
T = TypeVar("T")


class NoMemo:
    """Makes everything anew."""

    def files(self, unit: str, shelf: Catalogue, make: Callable[[Catalogue], Made]) -> Made:  # noqa: ARG002
        """What `make` makes."""
        return make(shelf)

    def value(self, unit: str, shelf: Catalogue, make: Callable[[Catalogue], Json]) -> Json:  # noqa: ARG002
        """What `make` makes."""
        return make(shelf)

    def keep(self) -> None:
        """Remember what was made."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What one unit asked, the digest of the answers, and what it made: (path, SHA-256, bytes, seed), or a value."""

    reads: Reads
    answers: str
    made: Json


class Memo(NoMemo):
    """Finds again what earlier builds made under `docs`, from a file in `folder`.

    `made_of` tells what everything depends on (the code, the settings), `keys` what each source is made of, by slug.
    `grows` says whether the file may be written.
    """

    def __init__(self, folder: Path, docs: Path, made_of: str, keys: Mapping[str, str], *, grows: bool = True) -> None:
        self.grows = grows
        self.path = folder / NAME
        self.docs = docs
        self.made_of = made_of
        self.tokens = Tokens(keys)
        self.before = self.load()
        self.units: dict[str, Unit] = {}

    def files(self, unit: str, shelf: Catalogue, make: Callable[[Catalogue], Made]) -> Made:
        """The files that `make` makes with a catalogue; those that stand there as it would make them are not made."""
        known = self.known(unit, shelf)
        if known and all(stands(self.docs / path, sha256) for path, sha256, *_ in known.made):
            self.units[unit] = known
            return [(path, Standing(*rest)) for path, *rest in known.made]
        return self.noted(unit, shelf, make)

    def noted(self, unit: str, shelf: Catalogue, make: Callable[[Catalogue], Made]) -> Iterator[tuple[str, File]]:
        """New files, with what was asked for them."""
        log: Log = {}
        made = []
        for path, file in make(watched(shelf, log)):
            if isinstance(file, File):
                made.append((path, file.sha256, len(file.data), file.seed))
                yield path, file
        self.note(unit, shelf, log, made)

    def value(self, unit: str, shelf: Catalogue, make: Callable[[Catalogue], Json]) -> Json:
        """What `make` makes with a catalogue, as JSON has it (lists, no tuples)."""
        known = self.known(unit, shelf)
        if known:
            self.units[unit] = known
            return known.made
        log: Log = {}
        made = make(watched(shelf, log))
        self.note(unit, shelf, log, made)
        return made

    def known(self, unit: str, shelf: Catalogue) -> Unit | None:
        """What is known of a unit, if it would be answered now as it was then."""
        found = self.before.get(unit)
        return found if found and self.tokens.together(shelf, found.reads) == found.answers else None

    def note(self, unit: str, shelf: Catalogue, log: Log, made: Json) -> None:
        """Remember what a unit asked and made."""
        reads: dict[str, list[str]] = {}
        for name, key in log:
            reads.setdefault(name, []).append(key)
        self.units[unit] = Unit(reads, self.tokens.together(shelf, reads), made)

    def load(self) -> dict[str, Unit]:
        """What the last build noted; {} where that is not known, damaged, or of other code or settings."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            check, _, text = self.path.read_bytes().partition(b"\n")
            if check == self.check(text):
                return {name: Unit(*found) for name, found in json.loads(text).items()}
        return {}

    def keep(self) -> None:
        """Remember all that this build noted. A disk that refuses costs only time."""
        units = {name: (unit.reads, unit.answers, unit.made) for name, unit in self.units.items()}
        if not self.grows:
            return
        text = json.dumps(units, ensure_ascii=True, separators=(",", ":")).encode()
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(self.check(text) + b"\n" + text)

    def check(self, text: bytes) -> bytes:
        """What the file begins with: a digest of its text and of what everything depends on."""
        return blake2b(text, digest_size=20, key=blake2b(self.made_of.encode()).digest()).hexdigest().encode()
