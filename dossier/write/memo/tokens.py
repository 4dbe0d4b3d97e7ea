"""What stands behind each question that a page may ask a catalogue, in a few bytes: equal where the answer is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from dossier.write.bearers import Bearer
from dossier.write.catalogue import Catalogue
from dossier.write.memo.unit import Reads
from dossier.write.memo.watch import SETS
from dossier.write.witnessed import Witnessed, attestation_key

SIZE = 8
"""Bytes of a token."""
NOT_THERE = bytes(SIZE)
MOST = 30_000
"""Tokens of one part that are held at once."""


def digest(value: bytes, size: int = SIZE) -> bytes:
    """A digest of so many bytes."""
    return blake2b(value, digest_size=size).digest()


def of_bearers(found: Sequence[Bearer | None] | None) -> str:
    """Bearers in words; theirs are the longest answers, and tuples are told faster than dataclasses."""
    return repr(found and [who and (who.id, who.name, who.type, who.description, who.links) for who in found])


def of_witnessed(found: Sequence[Witnessed] | None) -> str:
    """What a source attests in words."""
    return repr(found and list(map(told, found)))


def told(each: Witnessed) -> tuple[object, ...]:
    """One event in plain values."""
    rows = [(one.date_id, one.label.start, one.label.end, one.stance, one.agreement) for one in each.rows]
    # The other passages of the source are nearly always the same ones.
    others = [[] if one is each.rows else list(map(attestation_key, one)) for one in (each.told, each.shared)]
    firsts = list(map(attestation_key, each.firsts))
    said = (each.id, each.edtf, each.lane, each.shown, each.alone, each.private, each.former, each.more)
    return *said, rows, *others, each.told is each.rows, each.shared is each.rows, firsts


WORDS: Mapping[str, Callable[[Any], str]] = {"bearers": of_bearers, "witnessed": of_witnessed}
"""How an answer is put into words, where `repr` would take long."""


class Tokens:
    """The tokens of one build, each found when it is first needed. `keys` tells what each source is made of, by slug.

    A build has several catalogues that share most of their parts; what is found of a part is kept by the part.
    """

    def __init__(self, keys: Mapping[str, str]) -> None:
        self.sources = {slug: digest(key.encode()) for slug, key in keys.items()}
        self.found: dict[int, tuple[object, dict[str, bytes]]] = {}

    def together(self, shelf: Catalogue, reads: Reads) -> str:
        """One digest of a catalogue's answers to several questions."""
        tokens = [shelf.cover.encode(), str(shelf.few).encode()]
        for name, keys in reads.items():
            tokens += self.of_views(shelf, keys) if name == "views" else self.of_part(name, getattr(shelf, name), keys)
        return digest(b"".join(tokens), 2 * SIZE).hex()

    def of_views(self, shelf: Catalogue, keys: Sequence[str]) -> list[bytes]:
        """The tokens of sources."""
        return [self.sources[key] if key in shelf.views else NOT_THERE for key in keys]

    def of_part(self, name: str, part: Any, keys: Sequence[str]) -> list[bytes]:
        """The tokens of a part's answers."""
        _, found = self.found.setdefault(id(part), (part, {}))
        if len(found) > MOST:
            found.clear()
        for key in [key for key in keys if key not in found]:
            if key not in found:
                found |= tokens(name, part, key)
        return list(map(found.__getitem__, keys))


def tokens(name: str, part: Any, key: str) -> dict[str, bytes]:
    """The token of an answer, and of others that come with it where a part knows digests of what it would answer."""
    digests: Callable[[str], Mapping[str, str]] | None = getattr(part, "digests", None)
    if digests:
        return {key: NOT_THERE} | {each: bytes.fromhex(found) for each, found in digests(key).items()}
    return {key: digest(words(name, part, key).encode("utf-8", "surrogatepass"))}


def words(name: str, part: Any, key: str) -> str:
    """One answer in words."""
    return str(key in part) if name in SETS else WORDS.get(name, repr)(part.get(key))
