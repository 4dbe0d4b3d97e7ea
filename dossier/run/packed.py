"""What was made of a seed as bytes, in three parts: what is told of it, what linking needs, its source."""

from __future__ import annotations

from pathlib import Path

from dossier.model import Source
from dossier.pipeline import Processed
from dossier.run.apart import pack_gleaned
from dossier.run.values import packed, unpacked

LENGTH = 4
"""Bytes that tell how long a part is."""


def pack(made: Processed) -> bytes:
    """A result without the places of its files. Raises PicklingError where it holds what is no value of the model.

    Each of its parts can be had without the others.
    """
    head = packed((made.face, made.error, made.warnings, made.more, made.keeps, made.met, made.named_by))
    gleaned = pack_gleaned(made.gleaned) if made.gleaned else b""
    return b"".join((*(len(part).to_bytes(LENGTH) for part in (head, gleaned)), head, gleaned, packed(made.source)))


def parted(whole: bytes) -> tuple[bytes, bytes, bytes]:
    """The three parts of a pack."""
    start = 2 * LENGTH
    middle = start + int.from_bytes(whole[:LENGTH])
    end = middle + int.from_bytes(whole[LENGTH:start])
    return whole[start:middle], whole[middle:end], whole[end:]


def unpack(head: bytes, path: Path) -> Processed:
    """What is told of a result, for the file at a path. Raises what it may where the bytes are no such part."""
    face, error, warnings, more, keeps, met, named_by = unpacked(head)
    return Processed(path, None, error, warnings, more, keeps, face, met, named_by=named_by)


def unpack_source(body: bytes) -> Source:
    """The source of a result. Raises what it may where there is none."""
    source = unpacked(body)
    if not isinstance(source, Source):
        raise TypeError
    return source
