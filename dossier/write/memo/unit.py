"""What is remembered of a unit of work when it has been made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from dossier.write.memo.store import packed, unpacked
from dossier.write.memo.watch import Log

BREAK = "\n"
"""Stands between the keys that were asked of one part."""
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
        """The unit in bytes. What was asked is one text for each part, which is read in a third of the time."""
        asked = {part: joined(keys) for part, keys in self.reads.items()}
        return packed(self._replace(reads=asked))


def joined(keys: Sequence[str]) -> str | Sequence[str]:
    """Keys as one text, where that can be parted again."""
    return keys if not keys or any(BREAK in key for key in keys) else BREAK.join(keys)


def unit_of(data: bytes) -> Unit:
    """The unit again."""
    name, asked, answers, made = unpacked(data)
    reads = {part: keys.split(BREAK) if isinstance(keys, str) else keys for part, keys in asked.items()}
    return Unit(name, reads, answers, made)


def reads_of(log: Log) -> dict[str, list[str]]:
    """What was asked, by part."""
    reads: dict[str, list[str]] = {}
    for name, key in log:
        reads.setdefault(name, []).append(key)
    return reads
