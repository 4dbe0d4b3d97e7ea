"""The memo itself: units of work by name, each with what it asked, a digest of the answers, and what it made."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from dossier.write.catalogue import Catalogue
from dossier.write.files import Publishable, Standing
from dossier.write.memo.fragments import Fragments
from dossier.write.memo.parted import parted
from dossier.write.memo.store import Json, Kept, Leaves, Store
from dossier.write.memo.tokens import Tokens
from dossier.write.memo.watch import Log, watched
from dossier.write.ownership import stands

NAME = "made"
"""The file in the cache's folder."""
Made = Iterable[tuple[str, Publishable]]


About = Callable[[Sequence[str]], Json]


def nothing(_: Sequence[str]) -> Json:
    """Nothing to tell of some texts."""
    return None


def of_texts(make: Callable[[Catalogue, str], list[str]], about: About, shelf: Catalogue, slug: str) -> Json:
    """Texts of one source, each of which can be read alone."""
    texts = make(shelf, slug)
    return parted(about(texts), texts)


class NoMemo:
    """Makes everything anew."""

    def __init__(self, folder: Path | None = None) -> None:
        self.store = Store(folder)

    def files(self, unit: str, shelf: Catalogue, make: Callable[[Catalogue], Made]) -> Made:  # noqa: ARG002
        """The files that `make` makes with a catalogue. `unit` names the work and all its other arguments."""
        return make(shelf)

    def value(self, unit: str, shelf: Catalogue, make: Callable[[Catalogue], Json]) -> Json:
        """What `make` makes with a catalogue, as JSON has it: lists and no tuples, plain text."""
        return self.store.get(self.kept(unit, shelf, make))

    def leaves(self, part: str, shelf: Catalogue, make: Callable[[Catalogue, str], Json]) -> Leaves:
        """What `make` makes of each source with a catalogue and a slug, as JSON has it. `part` names the work."""
        places = {slug: self.kept(f"{part} {slug}", shelf, partial(of_slug, make, slug)) for slug in shelf.views}
        return Leaves(places, self.store)

    def fragments(
        self, part: str, shelf: Catalogue, make: Callable[[Catalogue, str], list[str]], about: About = nothing
    ) -> Fragments:
        """The texts that `make` makes of each source, as for leaves, with what `about` tells of them as JSON."""
        return Fragments(self.leaves(part, shelf, partial(of_texts, make, about)))

    def kept(self, unit: str, shelf: Catalogue, make: Callable[[Catalogue], Json]) -> Kept:  # noqa: ARG002
        """Where the value that a unit makes is kept."""
        return self.store.put(make(shelf))

    def keep(self) -> None:
        """Remember what was made."""

    def close(self) -> None:
        """End; nothing can be asked afterwards."""
        self.store.close()


def of_slug(make: Callable[[Catalogue, str], Json], slug: str, shelf: Catalogue) -> Json:
    """What a function makes of one source."""
    return make(shelf, slug)


@dataclass(frozen=True, slots=True)
class Unit:
    """What one unit asked (JSON: keys by the catalogue's part), the digest of the answers, and what it made.

    That is a list of files as (path, SHA-256, bytes, seed), or the place of a value in the store.
    """

    reads: str
    answers: str
    made: Any


class Memo(NoMemo):
    """Finds again what earlier builds made under `docs`, from two files in `folder`.

    `made_of` tells what everything depends on (the code, the settings), `keys` what each source is made of, by slug.
    """

    def __init__(self, folder: Path, docs: Path, made_of: str, keys: Mapping[str, str]) -> None:
        super().__init__(folder)
        self.path = folder / NAME
        self.docs = docs
        self.made_of = made_of
        self.tokens = Tokens(keys)
        self.before = self.load()
        self.units: dict[str, Unit] = {}

    def files(self, unit: str, shelf: Catalogue, make: Callable[[Catalogue], Made]) -> Made:
        """The same; files that stand there as they would be made are not made."""
        known = self.known(unit, shelf)
        if known and all(stands(f"{self.docs}/{path}", sha256) for path, sha256, *_ in known.made):
            self.units[unit] = known
            return [(path, Standing(*rest)) for path, *rest in known.made]
        return self.noted(unit, shelf, make)

    def noted(
        self, unit: str, shelf: Catalogue, make: Callable[[Catalogue], Made]
    ) -> Iterator[tuple[str, Publishable]]:
        """New files, with what was asked for them."""
        log: Log = {}
        made = []
        for path, file in make(watched(shelf, log)):
            yield path, file
            # A file in pieces is known only when they have been taken.
            made.append((path, file.sha256, file.size, file.seed))
        self.note(unit, shelf, log, made)

    def kept(self, unit: str, shelf: Catalogue, make: Callable[[Catalogue], Json]) -> Kept:
        """The same; a value that would be made as it was is taken over from the last build."""
        known = self.known(unit, shelf)
        taken = self.store.take(Kept(*known.made)) if known else None
        if known and taken:
            self.units[unit] = Unit(known.reads, known.answers, (taken.at, taken.size, taken.digest))
            return taken
        log: Log = {}
        kept = self.store.put(make(watched(shelf, log)))
        self.note(unit, shelf, log, (kept.at, kept.size, kept.digest))
        return kept

    def known(self, unit: str, shelf: Catalogue) -> Unit | None:
        """What is known of a unit, if it would be answered now as it was then."""
        found = self.before.get(unit)
        return found if found and self.tokens.together(shelf, json.loads(found.reads)) == found.answers else None

    def note(self, unit: str, shelf: Catalogue, log: Log, made: Any) -> None:
        """Remember what a unit asked and made."""
        reads: dict[str, list[str]] = {}
        for name, key in log:
            reads.setdefault(name, []).append(key)
        self.units[unit] = Unit(json.dumps(reads), self.tokens.together(shelf, reads), made)

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
        text = json.dumps(units, ensure_ascii=True, separators=(",", ":")).encode()
        with suppress(OSError):
            if self.store.keep():
                self.path.write_bytes(self.check(text) + b"\n" + text)

    def check(self, text: bytes) -> bytes:
        """What the file begins with: a digest of its text and of what everything depends on."""
        return blake2b(text, digest_size=20, key=blake2b(self.made_of.encode()).digest()).hexdigest().encode()
