"""Names with every mention, as JSON and CSV: put together from what is kept of each source, some names at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from dossier.model import Identity
from dossier.write.data.serial import as_csv, compact, encoded
from dossier.write.roll import Roll, Rows

HEADER = ("id", "name", "type", "slug", "start", "end", "as")
AT_ONCE = 150_000
"""Mentions that are held at a time."""
UNEVEN = re.compile(r'["\\\x00-\x1f]')
"""What JSON or CSV writes otherwise than it is, or what parts rows here."""


def names_json(roll: Roll) -> Iterator[bytes]:
    """All bearers of names with their mentions."""
    return encoded(chain(['{\n"names": '], json_items(roll), ["\n}\n"]))


def json_items(roll: Roll) -> Iterator[str]:
    """The list of names, one a line."""
    before = "[\n"
    for who, rows in every(roll, json_rows):
        named = f'"id": {compact(who.id)}, "name": {compact(who.name)}, "type": {compact(who.type)}'
        yield f'{before}{{{named}, "mentions": [{", ".join(rows)}]}}'
        before = ",\n"
    yield "\n]" if before == ",\n" else "[]"


def json_rows(slug: str, rows: Rows) -> list[str]:
    """Mentions of one source as JSON."""
    return rendered(f'{{"slug": {compact(slug)}, "start": ', ', "end": ', ', "as": ', "}", rows, compact)


def names_csv(roll: Roll) -> Iterator[bytes]:
    """One row a mention."""
    return encoded(chain([as_csv(HEADER, ()).decode()], csv_lines(roll)))


def csv_lines(roll: Roll) -> Iterator[str]:
    """The rows of each name."""
    for who, rows in every(roll, csv_rows):
        start = f"{quoted(who.id)},{quoted(who.name)},{quoted(who.type)},"
        yield f"{start}{f'{chr(10)}{start}'.join(rows)}\n" if rows else ""


def csv_rows(slug: str, rows: Rows) -> list[str]:
    """Mentions of one source as rows without the name."""
    return rendered(f"{quoted(slug)},", ",", ",", "", rows, quoted)


def quoted(text: str) -> str:
    """A text as a cell."""
    return f'"{text.replace(chr(34), chr(34) * 2)}"'


def rendered(  # noqa: PLR0913 - a row in four pieces
    first: str, second: str, third: str, last: str, rows: Rows, literal: Callable[[str], str]
) -> list[str]:
    """Rows as text: what stands before their start, their end and their words, and after these."""
    starts, ends, words = rows
    if UNEVEN.search("".join(words)):
        each = zip(starts, ends, map(literal, words), strict=True)
        return [f"{first}{start}{second}{end}{third}{word}{last}" for start, end, word in each]
    # One step for all of them: these are most of what is written about a large collection.
    row = f'{first.replace("%", "%%")}%d{second}%d{third}"%s"{last}'
    cells = tuple(chain.from_iterable(zip(starts, ends, words, strict=True)))
    return ("\x00".join([row] * len(words)) % cells).split("\x00") if words else []


def every(roll: Roll, rendered: Callable[[str, Rows], Sequence[str]]) -> Iterator[tuple[Identity, list[str]]]:
    """All names with their mentions as text, by source and in its order."""
    for some in runs(roll):
        found: dict[str, list[str]] = {who.id: [] for who in some}
        for slug, names, counts, rows in roll.mentions():
            told, at = rendered(slug, rows), 0
            for id, number in zip(names, counts, strict=True):
                if id in found:
                    if number == 1:
                        found[id].append(told[at])
                    else:
                        found[id] += told[at : at + number]
                at += number
        for who in some:
            yield who, found.pop(who.id)


def runs(roll: Roll) -> Iterator[list[Identity]]:
    """All names, as many at a time as may be held with their mentions."""
    held: list[Identity] = []
    number = 0
    for who in roll.every:
        held.append(who)
        number += roll.seen[who.id].mentions
        if number >= AT_ONCE:
            yield held
            held, number = [], 0
    if held:
        yield held
