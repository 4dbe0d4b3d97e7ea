"""A build that would change nothing: known by what the last build was made of, and by what that left.

Linking and writing are functions of the seeds, the editor's file of names, the settings and the code. Where all are as
they were and every file is as it was written, there is nothing to do. Times of files decide nothing here either.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from dossier.pipeline import Gathered
from dossier.run.cache import Cache
from dossier.run.forked import Forked
from dossier.run.version import whole
from dossier.write.drafts import tidy
from dossier.write.memo import Memo, NoMemo
from dossier.write.nav import FILE
from dossier.write.ownership import MANIFEST, Report, load, untouched
from dossier.write.site import Site, introduced

NAME = "last"
"""The file in the cache's folder that tells of the last build."""
SEVERAL = 10
"""Fewer sources are written before other processes have begun, however many names they have."""


@dataclass(frozen=True, slots=True)
class Last:
    """What this build is made of, to be compared with what the last one was."""

    docs: Path
    cache: Cache
    made_of: str

    def report(self) -> Report | None:
        """What this build would do where that is nothing; None where it must be done. Raises DossierError as `load`."""
        path = self.cache.folder / NAME
        if not path.is_file() or path.read_bytes() != self.state():
            return None
        known = load(self.docs)
        if not all(untouched(self.docs / name, entry) for name, entry in known.items()):
            return None
        tidy(self.docs)
        return Report(unchanged=tuple(sorted(known)))

    def keep(self) -> None:
        """Remember this build as the last. A disk that refuses costs only time."""
        if self.cache.grows:
            with suppress(OSError):
                self.cache.folder.mkdir(parents=True, exist_ok=True)
                (self.cache.folder / NAME).write_bytes(self.state())

    def state(self) -> bytes:
        """A digest of what the build is made of and of the lists of what it left: the manifest and the navigation."""
        made = blake2b(self.made_of.encode())
        for path in (self.docs / MANIFEST, self.docs.parent / FILE):
            data = path.read_bytes() if path.is_file() else b""
            made.update(f" {len(data)} ".encode())
            made.update(data)
        return made.hexdigest().encode()


def last(cache: Cache | None, gathered: Gathered, docs: Path, site: Site) -> Last | None:
    """What to compare; None where nothing is kept, or a seed is amiss."""
    if not cache or gathered.errors or not all(gathered.keys.values()):
        return None
    return Last(docs, cache, repr((made_of(gathered, introduced(site, docs)), sorted(gathered.keys.items()))))


def memo(cache: Cache | None, gathered: Gathered, docs: Path, site: Site, processes: int = 1) -> NoMemo:
    """What earlier builds made of the collection. So many `processes` make what they did not, where there is much."""
    if not cache or not cache.grows or not all(gathered.keys.values()):
        return NoMemo()
    made = made_of(gathered, introduced(site, docs))
    several = Forked(processes if len(gathered.sources) >= SEVERAL else 1)
    return Memo(cache.folder, docs, made, gathered.keys, several)


def made_of(gathered: Gathered, site: Site) -> str:
    """What linking and writing depend on besides the sources, in words that differ where it does."""
    return repr((whole(), gathered.authority, site))
