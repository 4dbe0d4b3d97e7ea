"""Which map the command's options ask for."""

from __future__ import annotations

from argparse import Namespace

from dossier.run.beside import Beside
from dossier.run.cache import Cache
from dossier.run.spread import Spread
from dossier.run.version import version
from dossier.run.workers import cluster, pool, processors

PAYS = 500_000
"""Bytes of seeds to do from which two processes are faster than one, their start included (a second of work)."""


def spread(chosen: Namespace, *, grows: bool) -> Spread:
    """The map for `--jobs`, `--executor`, `--cache` and `--no-cache`; the cache is beside docs/ where none is named.

    `grows` says whether the cache may be written. Raises DossierError for an executor that cannot be used.
    """
    folder = chosen.cache or chosen.docs.parent / "build" / "cache"
    cache = None if chosen.no_cache else Cache(folder, version(), grows=grows)
    if chosen.executor:
        return Spread(cluster(chosen.executor), cache)
    number = chosen.jobs or processors()
    kind = Beside if grows else Spread
    return kind(pool(number) if number > 1 else None, cache, 0 if chosen.jobs else PAYS)
