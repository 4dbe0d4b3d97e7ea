"""The dates of one source in columns, with the words of what it says happened then."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import get_args

from dossier.lexicon import words
from dossier.link.codes import FIRST, SECOND, hashed
from dossier.link.packed import Rows, Texts, narrow, rows, texts
from dossier.link.told import Told
from dossier.model import Date, DateRole, Source
from dossier.sourcemap import TextSpan

WORD = re.compile(r"[^\W_]+")
SHORTEST = 3
LONGEST_NAME = 3
"""Words of a town's name."""
ROLES: tuple[DateRole, ...] = get_args(DateRole)
EXPLICIT, WRITING, TELLS = 1, 2, 4
"""What a date is: written out, that of the text itself (`today`), that of something that is told."""
EACH = 5
"""The rows of a statement."""
BITS = (1 << 64) - 1
Mention = tuple[int, int, str]
"""Where a name stands, and its type."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Each date that has a value or tells something: its id and value ("" for none), where it and what it tells stand.

    `marks` says what it is, `roles` its place in ROLES, `sentences` where what it tells begins, from 1, 0 for none. Of
    each that TELLS, in turn, `items` has EACH rows of words as numbers: of people's names, of other names, the other
    words, two of these in a row, and the towns in which somebody is said to be.
    """

    ids: Texts
    edtfs: Texts
    starts: array[int]
    labels: array[int]
    ends: array[int]
    marks: bytes
    roles: bytes
    sentences: array[int]
    items: Rows


def dated(source: Source, told: Told) -> Dated:
    """The source's dates, in their order."""
    kept = [each for each in source.annotations.dates if each.edtf or telling(each)]
    labels = [each.event or each.span for each in kept]
    places = (told.at(label.start) for label in labels)
    return Dated(
        texts(each.id for each in kept),
        texts(each.edtf or "" for each in kept),
        narrow(each.span.start for each in kept),
        narrow(label.start for label in labels),
        narrow(label.end for label in labels),
        bytes(EXPLICIT * (d.basis == "explicit") | WRITING * of_writing(d) | TELLS * telling(d) for d in kept),
        bytes(ROLES.index(each.role) for each in kept),
        narrow(0 if at is None else at + 1 for at in places),
        rows(list(told_then(source, [each for each in kept if telling(each)])), "Q"),
    )


def telling(date: Date) -> bool:
    """Whether something is told of a date."""
    return date.role == "event" and date.event is not None


def of_writing(date: Date) -> bool:
    """Whether a date is that of the text itself, from which it is counted: `today`."""
    return date.base is not None and date.edtf == date.base.edtf


def told_then(source: Source, found: Sequence[Date]) -> Iterator[list[int]]:
    """The rows of each date that tells something."""
    text = source.document.text
    mentions = sorted((m.start, m.end, name.type) for name in source.annotations.names for m in name.mentions)
    for date in found:
        label = date.event or date.span
        inside = [m for m in mentions if m[0] < label.end and label.start < m[1]]
        people, names, plain = sorted_out(text, date.span, label, inside)
        yield numbers(people)
        yield numbers(names - people)
        yield numbers({word for word in plain if word})
        yield sorted({pair(one, two) for one, two in pairwise(plain) if one and two})
        yield numbers(towns(text, label, names) if present(text, label) else ())


def numbers(found: Sequence[str] | set[str] | frozenset[str]) -> list[int]:
    """Words as numbers."""
    return sorted(map(number, found))


@lru_cache(maxsize=1 << 16)
def number(word: str) -> int:
    """A word as a number."""
    return hashed(word)


def pair(one: str, two: str) -> int:
    """Two words in a row as a number."""
    return (number(one) * FIRST + number(two) * SECOND) & BITS


def sorted_out(
    text: str, date: TextSpan, label: TextSpan, mentions: Sequence[Mention]
) -> tuple[set[str], set[str], list[str]]:
    """The words of people's names, those of all names, and the others in order, "" where one is left out."""
    people, names, plain = set(), set(), []
    for m in WORD.finditer(text, label.start, label.end):
        word = fold(m[0])
        kind = next((kind for start, end, kind in mentions if start <= m.start() < end), "")
        if m.start() >= date.start and m.end() <= date.end:
            plain.append("")
        elif kind and word not in idle() and (len(word) >= SHORTEST or any(c.isdigit() for c in word)):
            names.add(word)
            if kind == "person":
                people.add(word)
            plain.append("")
        elif len(word) >= SHORTEST and word not in idle() and not word.isdigit():
            plain.append(word)
    return people, names, plain


@cache
def idle() -> frozenset[str]:
    """Words too common to tie two statements."""
    return folded("small_words", "idle_words", "calendar_words")


@cache
def folded(*names: str) -> frozenset[str]:
    """Lists of the lexicon as statements hold their words."""
    return frozenset(fold(word) for name in names for word in words("en", name))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word without accents, case or plural: `Brégançon` and `Bregancon` are one."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return bare[:-1] if len(bare) > SHORTEST and bare.endswith("s") and not bare.endswith("ss") else bare


# --- who was where ------------------------------------------------------------------------------------------------


def present(text: str, label: TextSpan) -> bool:
    """Whether a statement says that somebody is somewhere: a visit, a meeting, a guest."""
    said = {fold(m[0]) for m in WORD.finditer(text, label.start, label.end)}
    return bool(said & folded("presence_words"))


def towns(text: str, label: TextSpan, names: set[str]) -> frozenset[str]:
    """The towns that a statement names, also inside other names: "the St. Petersburg Economic Forum"."""
    parts = text[label.start : label.end].replace("\u2019s", "").replace("'s", "").split()
    found = set()
    for at in range(len(parts)):
        for length in range(LONGEST_NAME, 0, -1):
            name = " ".join(parts[at : at + length]).strip(".,;:()\"'\u201c\u201d")
            listed = name in words("en", "cities") or name in words("en", "towns")
            if listed and {fold(m[0]) for m in WORD.finditer(name) if len(m[0]) >= SHORTEST} <= names:
                found.add(fold(name.replace("St. ", "Saint ")))
                break
    return frozenset(found)
