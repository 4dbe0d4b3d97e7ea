"""Sources as the editor's file of names wants them, and what linking needs of them then."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from hashlib import blake2b

from dossier.link import Gleaned, glean, settled
from dossier.model import Authority, Source
from dossier.run.cache import SIZE, Cache
from dossier.run.distant import Distant
from dossier.run.face import Face, said_by


def named(source: Source, authority: Authority) -> Source:
    """A source with its names as the editor wants them; one that is not loaded yet stays so."""
    change = partial(settled, authority=authority)
    return source.changed("named", change) if isinstance(source, Distant) else change(source)


def glean_all(
    faces: Sequence[Face],
    sources: Sequence[Source],
    authority: Authority | None,
    keys: Sequence[str],
    cache: Cache | None,
) -> tuple[Gleaned, ...]:
    """What linking needs of each source. One that was gleaned by another editor's file is gleaned anew.

    That is kept in the cache beside it: a change of the file does not make the sources anew.
    """
    said = said_by(authority)
    return tuple(
        face.gleaned
        if face.gleaned and face.named_by == said
        else gleaned(source, authority, name_of(key, said) if cache and key else "", cache)
        for face, source, key in zip(faces, sources, keys, strict=True)
    )


def name_of(key: str, said: str) -> str:
    """The name of the entry for a source, by its own, and an editor's file."""
    return f"{blake2b(f'{key} {said}'.encode(), digest_size=SIZE).hexdigest()}.names"


def gleaned(source: Source, authority: Authority | None, key: str, cache: Cache | None) -> Gleaned:
    """The same of one source."""
    # The pack knows all classes of the model, which the pipeline is imported for.
    from dossier.run.packed import packed, unpacked  # noqa: PLC0415

    entry = cache.get(key) if cache and key and cache.knows(key) else None
    if entry:
        found = unpacked(entry)
        if isinstance(found, Gleaned):
            return found
    made = glean(source, authority)
    if cache and key:
        cache.put(key, packed(made))
    return made
