"""A few letters that stand for plain values in the name of a unit of work."""

from __future__ import annotations

from hashlib import blake2b


def mark(*values: object) -> str:
    """Equal where the values are, as far as `repr` tells them apart."""
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
