"""A feature as one number of 64 bits that means the same in every source and every build: its kind, and a hash.

A collection of ten thousand sources has some ten million features. That two of one kind have one hash of 61 bits is
then a matter of one in forty thousand, and all that would come of it is a tie that is none.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

WORD, PHRASE, DATE, NAME, COMMON, EVENT, FAMILY = range(7)
"""Kinds of features. A name is common where any list of the world has it."""
KINDS = ("word", "phrase", "date", "name", "common", "event", "family")
KIND = 61
"""Bits of the hash; the kind is above them, so that sorted features are sorted by kind."""
LOW = (1 << KIND) - 1
FIRST, SECOND = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F
"""Two odd numbers, by which the hash of two words differs from that of the same words turned round."""


def hashed(text: str) -> int:
    """64 bits that name a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())


@lru_cache(maxsize=1 << 16)
def code(kind: int, name: str) -> int:
    """The number of what is called so: a word, a day, the id of an event."""
    return kind << KIND | hashed(name) & LOW


def phrase(first: int, second: int) -> int:
    """The number of two words in a row, from theirs."""
    return PHRASE << KIND | (first * FIRST + second * SECOND) & LOW
