"""What the lexicons say of a word: one look-up gives every list that it stands in, as flags."""

from __future__ import annotations

from enum import IntFlag
from functools import cache

from dossier.lexicon import terms


class Kind(IntFlag):
    """The lists a word may stand in. No flag at all: a word that no list knows, so most likely a name's."""

    VOCABULARY = 1
    SMALL = 2
    GIVEN = 4
    TITLE = 8
    LEAD = 16
    PEOPLE = 32
    CALENDAR = 64
    ORGANISATION = 128
    EVENT = 256
    AGREEMENT = 512
    PLACE = 1024
    WORK = 2048
    FRONT = 4096
    SUFFIX = 8192
    INITIAL = 16384
    CAPITALS = 32768
    MUTE = 65536


LISTS: tuple[tuple[str, Kind], ...] = (
    ("vocabulary", Kind.VOCABULARY),
    ("small_words", Kind.SMALL),
    ("given_female", Kind.GIVEN),
    ("given_male", Kind.GIVEN),
    ("given_either", Kind.GIVEN),
    ("name_titles", Kind.TITLE),
    ("name_title_leads", Kind.LEAD),
    ("nationalities", Kind.PEOPLE),
    ("calendar_words", Kind.CALENDAR),
    ("organisation_heads", Kind.ORGANISATION),
    ("event_heads", Kind.EVENT),
    ("agreement_heads", Kind.AGREEMENT),
    ("place_heads", Kind.PLACE),
    ("work_heads", Kind.WORK),
    ("place_leads", Kind.FRONT),
    ("name_suffixes", Kind.SUFFIX),
    ("not_acronyms", Kind.MUTE),
)
"""Which list gives which flag."""

HEAD = int(Kind.ORGANISATION | Kind.EVENT | Kind.AGREEMENT | Kind.PLACE | Kind.WORK)
PARTS = ("franco", "russo", "anglo", "sino", "indo", "euro", "afro", "austro", "greco", "turco", "judeo", "pan", "non", "anti")
"""First halves of adjectives of peoples ("Franco-Russian")."""


@cache
def kinds() -> dict[str, int]:
    """Every listed word, written small, with its flags."""
    known: dict[str, int] = {}
    for name, kind in LISTS:
        for term in terms("en", name):
            key = term.lower().replace("\u2019", "'")
            known[key] = known.get(key, 0) | kind
            if kind is Kind.PEOPLE:
                known[key + "s"] = known.get(key + "s", 0) | kind
    return known


def kind_of(word: str) -> int:
    """The flags of a word as it stands in the text."""
    known = kinds()
    key = word.lower().replace("\u2019", "'")
    found = known.get(key)
    if found is None:
        found = compound(key, known) if "-" in key else 0
    if word.isupper() and len(word) > 1:
        found |= Kind.CAPITALS
    return found


def compound(key: str, known: dict[str, int]) -> int:
    """A hyphened word: of a people ("Franco-Russian"), a title ("ex-President") or of the vocabulary, as its parts are."""
    parts = [part for part in key.split("-") if part]
    flags = [known.get(part, 0) for part in parts]
    if not parts:
        return 0
    if flags[-1] & Kind.PEOPLE and all(f & Kind.PEOPLE or p in PARTS for f, p in zip(flags, parts, strict=True)):
        return int(Kind.PEOPLE)
    if parts[0] in ("ex", "then", "vice", "co") and flags[-1] & Kind.TITLE:
        return int(Kind.TITLE)
    if parts[-1] == "elect" and flags[0] & Kind.TITLE:
        return int(Kind.TITLE)
    if all(f & Kind.GIVEN for f in flags):
        return int(Kind.GIVEN)
    if all(f & (Kind.VOCABULARY | Kind.SMALL | Kind.PEOPLE) for f in flags):
        return int(Kind.VOCABULARY)
    return 0
