"""Sources as the editor's file of names wants them, and what linking needs of them then."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING

from dossier.link import Gleaned, glean, settled
from dossier.model import Authority, Source
from dossier.run.cache import SIZE, Cache
from dossier.run.distant import Distant
from dossier.run.spool import Spool, room

if TYPE_CHECKING:
    from dossier.pipeline import Processed


def named(source: Source, authority: Authority) -> Source:
    """A source with its names as the editor wants them; one that is not loaded yet stays so."""
    change = partial(settled, authority=authority)
    return source.changed("named", change) if isinstance(source, Distant) else change(source)


def said_by(authority: Authority | None) -> str:
    """What tells an editor's file of names from any other; "" for none."""
    return blake2b(repr(authority).encode("utf-8", "surrogatepass"), digest_size=SIZE).hexdigest() if authority else ""


def glean_all(every: Sequence[Processed], authority: Authority | None, cache: Cache | None) -> tuple[Gleaned, ...]:
    """What linking needs of each source. One that was gleaned by another editor's file is gleaned anew.

    That is kept in the cache beside it: a change of the file does not make the sources anew.
    """
    # The pack knows all classes of the model, which the pipeline is imported for.
    from dossier.run.apart import unpack_gleaned  # noqa: PLC0415

    said, spool = said_by(authority), Spool(room(cache))
    return tuple(
        each.gleaned
        if each.gleaned and each.named_by == said
        else unpack_gleaned(gleaned(each.source, authority, name_of(each.key, said), cache), spool)
        for each in every
        if each.source
    )


def gleaned(source: Source, authority: Authority | None, name: str, cache: Cache | None) -> bytes:
    """The same of one source in a pack, which is an entry of the cache; its name is "" where there can be none."""
    from dossier.run.apart import pack_gleaned  # noqa: PLC0415 - the same

    entry = cache.get(name) if cache and name and cache.knows(name) else None
    if entry is None:
        entry = pack_gleaned(glean(source, authority))
        if cache and name:
            cache.put(name, entry)
    return entry


def name_of(key: str, said: str) -> str:
    """The name of the entry for a source, by its own, and an editor's file; "" where it has none of its own."""
    return key and f"{blake2b(f'{key} {said}'.encode(), digest_size=SIZE).hexdigest()}.names"
