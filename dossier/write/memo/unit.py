"""What is remembered of a unit of work when it has been made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from dossier.write.memo.store import packed, unpacked
from dossier.write.memo.watch import Log

Reads = Mapping[str, Sequence[str]]
"""What was asked, by part of the catalogue."""


class Unit(NamedTuple):
    """What a unit asked, a digest of the answers, and what it made.

    That is a list of files as (path, SHA-256, bytes, seed), or the place of a value in the store.
    """

    name: str
    reads: Reads
    answers: str
    made: Any

    @property
    def of_value(self) -> bool:
        """Whether it made a value and no files."""
        return bool(self.made) and isinstance(self.made[0], int)

    def packed(self) -> bytes:
        """The unit in bytes."""
        return packed(self)


def unit_of(data: bytes) -> Unit:
    """The unit again."""
    return Unit(*unpacked(data))


def reads_of(log: Log) -> dict[str, list[str]]:
    """What was asked, by part."""
    reads: dict[str, list[str]] = {}
    for name, key in log:
        reads.setdefault(name, []).append(key)
    return reads
