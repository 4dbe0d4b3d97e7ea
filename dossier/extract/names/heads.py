"""Phrases with a head noun: "Ministry of Defense", "Center for Russian Studies", "World Economic Forum"."""

from __future__ import annotations

from dossier.extract.names.kinds import HEAD, Kind
from dossier.extract.names.line import Line
from dossier.extract.names.words import Word
from dossier.model import NameType

TYPES: tuple[tuple[int, NameType], ...] = (
    (Kind.ORGANISATION, "organisation"),
    (Kind.EVENT, "event"),
    (Kind.AGREEMENT, "agreement"),
    (Kind.PLACE, "place"),
    (Kind.WORK, "work"),
)
"""What a head noun makes of its phrase."""
OF = frozenset((" of ", " of the ", " for ", " for the ", " on ", " on the "))
AND = frozenset((" and ", " & ", " and the "))
OWNED = frozenset(("' ", "\u2019 ", " ", "'s ", "\u2019s "))
LONGEST = 9


def head_end(line: Line, at: int) -> int:
    """The index behind a phrase that begins at `at` and has a head noun; `at` where there is none."""
    words = line.words
    end = found = at
    while end < len(words) and end - at < LONGEST:
        word = words[end]
        if end > at and not goes_on(line, at, end, found):
            break
        office = word.kind & Kind.TITLE and not word.kind & HEAD and not word.text.endswith("s")
        month = word.kind & Kind.CALENDAR and not (end > at and words[end - 1].owns)
        if word.kind & Kind.SMALL or month or office:
            break
        if word.kind & HEAD:
            found = end + 1
        elif found > at and word.gap in OF | AND:
            found = tail_end(line, end)
            end = found - 1
        end += 1
    return found


def goes_on(line: Line, at: int, end: int, found: int) -> bool:
    """Whether the word at `end` may belong to the phrase that began at `at`."""
    word, before = line.words[end], line.words[end - 1]
    if before.owns:
        return bool(before.kind & Kind.VOCABULARY) and not before.kind & Kind.GIVEN and word.gap in OWNED
    if word.gap in OF and before.text == "State":
        return False
    if word.joined:
        return not line.headline[end] or not word.kind & Kind.VOCABULARY or bool(word.kind & HEAD)
    if found == end and word.gap in OF:
        return True
    return word.gap in AND and at < found <= end and any(w.gap in OF for w in line.words[at + 1 : end])


def tail_end(line: Line, at: int) -> int:
    """The index behind the words after "of" or "for"."""
    words = line.words
    end = at + 1
    while (
        end < len(words)
        and words[end].joined
        and not words[end - 1].owns
        and not words[end].kind & (Kind.SMALL | Kind.CALENDAR | Kind.TITLE)
    ):
        end += 1
    return end


def head_type(line: Line, at: int, end: int) -> NameType:
    """The type that the last head before "of" gives."""
    words = line.words[at:end]
    stop = next((n for n, word in enumerate(words) if n and word.gap in OF), len(words))
    heads = [word for word in words[:stop] if word.kind & HEAD]
    head: Word = heads[-1] if heads else words[-1]
    return next((name for flag, name in TYPES if head.kind & flag), "other")
