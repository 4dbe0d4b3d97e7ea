"""Where a person's full name ends: given names, initials, particles, surname, suffix."""

from __future__ import annotations

from dossier.extract.names.kinds import HEAD, Kind
from dossier.extract.names.line import Line
from dossier.extract.names.words import particles, word_before

LISTED = (
    Kind.VOCABULARY | Kind.SMALL | Kind.TITLE | Kind.LEAD | Kind.PEOPLE | Kind.CALENDAR
    | HEAD | Kind.FRONT | Kind.SUFFIX | Kind.INITIAL | Kind.MUTE
)  # fmt: skip
"""A word with none of these flags is one that only names have."""
LONGEST = 9
DATED = frozenset(
    ("in", "of", "since", "last", "next", "this", "by", "until", "from", "to", "early", "late", "mid", "and")
)
"""After one of these "August" and "May" are months and no given names."""
CAPITALS = 2
"""More letters than this, all capitals, are an acronym and no given name."""


def may_begin_person(line: Line, at: int) -> bool:
    """Whether a person's name of two words or more may begin here without a title."""
    kind = line.words[at].kind
    if kind & Kind.CALENDAR:
        return bool(kind & Kind.GIVEN) and word_before(line.text, line.words[at].start) not in DATED
    if kind & (Kind.GIVEN | Kind.INITIAL):
        return not kind & Kind.SMALL
    return (
        not kind & LISTED
        and not line.headline[at]
        and not (kind & Kind.CAPITALS and len(line.words[at].text) > CAPITALS)
    )


def person_end(line: Line, at: int) -> int:
    """The index behind the last word of a person's name that begins at `at`."""
    words = line.words
    surname = not words[at].kind & (Kind.GIVEN | Kind.INITIAL)
    end = at + 1
    while end < len(words) and end - at < LONGEST and not words[end - 1].owns:
        word = words[end]
        kind = word.kind
        particle = word.gap in particles()
        if not (word.joined or particle or (word.gap == "" and kind & Kind.INITIAL)):
            if kind & Kind.SUFFIX and word.gap == ", " and len(word.text) > 1:
                return end + 1
            break
        if kind & Kind.SUFFIX:
            return end + 1
        if (kind & (Kind.SMALL | Kind.CALENDAR) and not particle) or (
            kind & Kind.CAPITALS and not words[at].kind & Kind.CAPITALS
        ):
            break
        if word.text[-1].isdigit():
            break
        if kind & Kind.INITIAL or particle or kind & Kind.GIVEN or not kind & LISTED:
            if surname and line.headline[end] and not kind & (Kind.GIVEN | Kind.INITIAL) and not particle:
                break
            surname = surname or not kind & (Kind.GIVEN | Kind.INITIAL)
            end += 1
            continue
        if (
            surname
            or (line.headline[end] and kind & (Kind.TITLE | HEAD))
            or (kind & Kind.TITLE and goes_before_name(line, end))
        ):
            break
        return end + 1
    while end > at + 1 and words[end - 1].kind & Kind.INITIAL:
        end -= 1
    return end


def goes_before_name(line: Line, at: int) -> bool:
    """Whether a word of office is one here and no surname: shortened, or with another capital right behind."""
    return line.words[at].text.endswith(".") or (at + 1 < len(line.words) and line.words[at + 1].joined)
