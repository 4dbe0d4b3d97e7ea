"""What was gleaned of a source without its columns, which are in a spool until linking asks for them.

Linking takes one kind of columns of all sources after the other: those of ten thousand need not be in memory at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from itertools import accumulate
from typing import Any, TypeVar

from dossier.link.cited import Cited
from dossier.link.counted import Counted
from dossier.link.dated import Dated
from dossier.link.gleaned import Gleaned
from dossier.link.named import Named
from dossier.link.quoted import Quoted
from dossier.link.terms import Terms
from dossier.run.spool import Piece, Spool
from dossier.run.values import pickled, unpickled

COLUMNS = ("names", "terms", "quotes", "dates", "counts", "cites")
"""The parts that are put away."""
GIST = tuple(each.name for each in fields(Gleaned) if each.name not in COLUMNS)
"""The others."""
LENGTH = 4
"""Bytes that tell how long the gist is."""
T = TypeVar("T")


class Apart(Gleaned):
    """What was gleaned of a source; its columns are read where they are asked for, each time anew."""

    __slots__ = ("away", "ends")

    away: Piece
    ends: tuple[int, ...]
    """Where each of COLUMNS ends in what is away."""

    def __init__(self, gist: Mapping[str, Any], ends: tuple[int, ...], away: Piece) -> None:
        for name, value in (*gist.items(), ("away", away), ("ends", ends)):
            object.__setattr__(self, name, value)

    def column(self, name: str, kind: type[T]) -> T:
        """One of COLUMNS. Raises what it may where the disk has lost it."""
        at = COLUMNS.index(name)
        found = unpickled(self.away.read(self.ends[at - 1] if at else 0, self.ends[at]))
        if not isinstance(found, kind):
            raise TypeError
        return found

    @property
    def names(self) -> Named:
        """The names of the source."""
        return self.column("names", Named)

    @property
    def terms(self) -> Terms:
        """What its sentences hold."""
        return self.column("terms", Terms)

    @property
    def quotes(self) -> Quoted:
        """Its quotations."""
        return self.column("quotes", Quoted)

    @property
    def dates(self) -> Dated:
        """Its dates."""
        return self.column("dates", Dated)

    @property
    def counts(self) -> Counted:
        """The causes and the figures that it gives."""
        return self.column("counts", Counted)

    @property
    def cites(self) -> Cited:
        """What it says of itself and of others."""
        return self.column("cites", Cited)

    def __eq__(self, other: object) -> bool:
        names = (*GIST, *COLUMNS)
        return isinstance(other, Gleaned) and all(getattr(self, name) == getattr(other, name) for name in names)

    def __hash__(self) -> int:
        return hash(self.digest)


def pack_gleaned(gleaned: Gleaned) -> bytes:
    """What was gleaned, part by part. It is mostly hashes, which no compression makes less of."""
    columns = [pickled(getattr(gleaned, name)) for name in COLUMNS]
    gist = pickled(({name: getattr(gleaned, name) for name in GIST}, tuple(accumulate(map(len, columns)))))
    return b"".join((len(gist).to_bytes(LENGTH), gist, *columns))


def unpack_gleaned(whole: bytes, spool: Spool) -> Gleaned:
    """The same with its columns put away. Raises what it may where the bytes are no such pack."""
    start = LENGTH + int.from_bytes(whole[:LENGTH])
    gist, ends = unpickled(whole[LENGTH:start])
    return Apart(gist, ends, spool.put(whole[start:]))
