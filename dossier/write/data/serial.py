"""Values become bytes: JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

PIECE = 65_536
"""Characters of a piece of a long file."""
ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)
"""No value here holds itself; to look for that takes a third of the time."""


def as_json(value: object) -> bytes:
    """JSON in UTF-8 with each member of an object, and each item of a list in it, on a line of its own.

    That reads and compares well, is small, and leaves all but the frame to the fast encoder. A list may be an iterator:
    its items are then made one by one, and none is kept but as bytes.
    """
    return b"".join(piece.encode() for piece in chain(lines(value, 2), "\n"))


def json_pieces(value: object) -> Iterator[bytes]:
    """The same bytes in pieces of some size, each of which ends where an item does."""
    return encoded(json_texts(value))


def json_texts(value: object) -> Iterator[str]:
    """The same as text in pieces."""
    return chain(lines(value, 2), "\n")


class Items(str):
    """Items of a list as JSON already, as `as_json` writes them between its brackets."""

    __slots__ = ()


def as_items(values: Iterable[object]) -> Items:
    """Some values as items."""
    return Items(",\n".join(map(compact, values)))


def encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    """Texts as UTF-8, many short ones as one piece."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= PIECE:
            yield "".join(held).encode()
            held, size = [], 0
    if held:
        yield "".join(held).encode()


def lines(value: object, depth: int) -> Iterator[str]:
    """A value whose outer `depth` levels are broken into lines, in pieces."""
    if depth and isinstance(value, dict) and value:
        yield "{\n"
        for at, (key, member) in enumerate(value.items()):
            yield (",\n" if at else "") + f"{compact(str(key))}: "
            yield from lines(member, depth - 1)
        yield "\n}"
    elif isinstance(value, Iterator) or (depth and isinstance(value, list) and value):
        yield from items(value)
    else:
        yield compact(value)


def items(value: Iterable[object]) -> Iterator[str]:
    """A list with each item on a line of its own."""
    before = "[\n"
    for item in value:
        yield f"{before}{item if isinstance(item, Items) else compact(item)}"
        before = ",\n"
    yield "[]" if before == "[\n" else "\n]"


def compact(value: object) -> str:
    """A value on one line."""
    return ENCODER.encode(value)


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """CSV as RFC 4180 and Frictionless read it: UTF-8, every text quoted and verbatim, an absent value empty."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    if header:
        writer.writerow(header)
    writer.writerows(["" if value is None else value for value in row] for row in rows)
    return out.getvalue().encode()
