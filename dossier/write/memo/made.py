"""The memo itself: units of work by name, each with what it asked, a digest of the answers, and what it made."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from dossier.processes import ALONE, Processes
from dossier.write.catalogue import Catalogue
from dossier.write.files import Publishable, Standing
from dossier.write.memo.ahead import Ahead, Item, Tasks
from dossier.write.memo.fragments import Fragments
from dossier.write.memo.index import Index, unpacked
from dossier.write.memo.store import Json, Kept, Known, Leaves, Store
from dossier.write.memo.tokens import Tokens
from dossier.write.memo.unit import Unit, reads_of, unit_of
from dossier.write.memo.watch import Log, watched
from dossier.write.ownership import stands
from dossier.write.work import Task, Work

NAME = "made"
"""The file in the cache's folder."""
SPARE = 2
"""The files of values grow by each build; where they have so many times what is in use, that is written anew."""
FILES = 12
"""So many files of values are kept at most."""
Made = Iterable[tuple[str, Publishable]]


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

    def leaves(self, work: Work, shelf: Catalogue) -> Leaves:
        """What a work makes of each source."""
        places = {}
        for slug in self.ahead(shelf.views, lambda slug: [work.task(slug)], shelf):
            task = work.task(slug)
            places[slug] = self.kept(task.unit, shelf, task.make)
        return Leaves(places, self.store)

    def fragments(self, work: Work, shelf: Catalogue) -> Fragments:
        """The texts that a work of `of_texts` makes of each source."""
        return Fragments(self.leaves(work, shelf))

    def kept(self, unit: str, shelf: Catalogue, make: Callable[[Catalogue], Json]) -> Kept:  # noqa: ARG002
        """Where the value that a unit makes is kept."""
        return self.store.put(make(shelf))

    def ahead(self, items: Iterable[Item], tasks: Tasks[Item], shelf: Catalogue) -> Iterator[Item]:  # noqa: ARG002
        """The items, each when what can be done beforehand for its tasks is done. They are asked for all the same."""
        yield from items

    def keep(self) -> None:
        """Remember what was made."""

    def close(self) -> None:
        """End; nothing can be asked afterwards."""
        self.store.drop()


class Memo(NoMemo):
    """Finds again what earlier builds made under `docs`, from the file NAME in `folder` and the store beside it.

    `made_of` tells what everything depends on (the code, the settings), `keys` what each source is made of, by slug.
    Where there is much to make, `processes` share it.
    """

    def __init__(
        self, folder: Path, docs: Path, made_of: str, keys: Mapping[str, str], processes: Processes = ALONE
    ) -> None:
        super().__init__()
        self.path = folder / NAME
        self.docs = docs
        self.made_of = made_of
        self.tokens = Tokens(keys)
        self.before, known = self.load()
        self.store = Store(folder, known)
        if not self.store.sound:
            self.store.close()
            self.before, self.store = Index(), Store(folder)
        self.units = Index()
        self.used = 0
        self.done = Ahead(self, processes)

    def files(self, unit: str, shelf: Catalogue, make: Callable[[Catalogue], Made]) -> Made:
        """The same; files that stand there as they would be made are not made."""
        given, known = self.done.given(unit), self.known(unit, shelf)
        if known and given:
            return given
        for _, file in given:
            file.waiting.unlink(missing_ok=True)
        if known and all(stands(f"{self.docs}/{path}", sha256) for path, sha256, *_ in known.made):
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
        """The same; a value that would be made as it was is the last build's."""
        known = self.known(unit, shelf)
        return Kept(*known.made) if known else Kept(*self.made(Task(unit, make), shelf).made)

    def made(self, task: Task, shelf: Catalogue) -> Unit:
        """A new value, with what was asked for it."""
        log: Log = {}
        kept = self.store.put(task.make(watched(shelf, log)))
        return self.note(task.unit, shelf, log, kept)

    def known(self, name: str, shelf: Catalogue) -> Unit | None:
        """What is known of a unit, if it would be answered now as it was then."""
        place = self.units.get(name) or self.before.get(name)
        if place is None:
            return None
        found = unit_of(self.store.bytes(place, 0, place.size))
        if found.name != name or self.tokens.together(shelf, found.reads) != found.answers:
            return None
        self.remember(found, place)
        return found

    def knows(self, name: str) -> bool:
        """Whether a unit was made before, whatever the catalogue would answer now."""
        return name in self.units or name in self.before

    def note(self, name: str, shelf: Catalogue, log: Log, made: Any) -> Unit:
        """Remember what a unit asked and made."""
        reads = reads_of(log)
        unit = Unit(name, reads, self.tokens.together(shelf, reads), made)
        self.remember(unit, self.store.add(unit.packed()))
        return unit

    def remember(self, unit: Unit, place: Kept) -> None:
        """Let the next build find a unit."""
        self.units.put(unit.name, place)
        self.used += place.size + (unit.made[2] if unit.of_value else 0)

    def ahead(self, items: Iterable[Item], tasks: Tasks[Item], shelf: Catalogue) -> Iterator[Item]:
        """The same: what is not known is made by several processes."""
        return self.done.of(items, tasks, shelf)

    def load(self) -> tuple[Index, list[Known]]:
        """What the last build noted; nothing where that is not known, damaged, or of other code or settings."""
        with suppress(OSError, ValueError, TypeError):
            check, _, data = self.path.read_bytes().partition(b"\n")
            if check == self.check(data):
                known, _, places = data.partition(b"\n")
                return unpacked(places), [(name, size, crc) for name, size, crc in json.loads(known)]
        return Index(), []

    def keep(self) -> None:
        """Remember all that this build noted. A disk that refuses costs only time."""
        self.done.close()
        if self.store.size > SPARE * self.used or len(self.store.segments) > FILES:
            self.tidy()
        known = self.store.keep()
        if known is None:
            return
        data = json.dumps(known).encode() + b"\n" + self.units.packed()
        with suppress(OSError):
            self.path.write_bytes(self.check(data) + b"\n" + data)
            self.store.sweep(known)

    def check(self, data: bytes) -> bytes:
        """What the file begins with: a digest of the rest and of what everything depends on."""
        return blake2b(data, digest_size=20, key=blake2b(self.made_of.encode()).digest()).hexdigest().encode()

    def tidy(self) -> None:
        """Write what is in use anew, into one file."""
        store, units = self.store, Index()
        store.current = store.branch()
        for place in self.units:
            unit = unit_of(store.bytes(place, 0, place.size))
            if unit.of_value:
                kept = Kept(*unit.made)
                unit = unit._replace(made=only(store.add(store.bytes(kept, 0, kept.size), kept.digest)))
            units.put(unit.name, only(store.add(unit.packed())))
        self.units = units
        store.retire()


def only(kept: Kept) -> Kept:
    """A place in what will be the only file."""
    return kept._replace(segment=0)
