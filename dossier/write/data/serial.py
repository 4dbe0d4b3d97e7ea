"""Values become bytes: JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

ENCODER = json.JSONEncoder(ensure_ascii=False)


def as_json(value: object) -> bytes:
    """JSON in UTF-8 with each member of an object, and each item of a list in it, on a line of its own.

    That reads and compares well, is small, and leaves all but the frame to the fast encoder.
    """
    return f"{lines(value, 2)}\n".encode()


def lines(value: object, depth: int) -> str:
    """A value whose outer `depth` levels are broken into lines."""
    if depth and isinstance(value, dict) and value:
        members = (f"{compact(str(key))}: {lines(member, depth - 1)}" for key, member in value.items())
        return "{\n" + ",\n".join(members) + "\n}"
    if depth and isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(compact, value)) + "\n]"
    return compact(value)


def compact(value: object) -> str:
    """A value on one line."""
    return ENCODER.encode(value)


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """CSV as RFC 4180 and Frictionless read it: UTF-8, every text quoted and verbatim, an absent value empty."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(["" if value is None else value for value in row] for row in rows)
    return out.getvalue().encode()
