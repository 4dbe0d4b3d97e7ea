"""What the lexicons say of a word: one look-up gives every list that it stands in, as flags."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from dossier.kept import kept
from dossier.lexicon import contents, terms, words

CODE = Path(__file__)


class Kind:
    """The lists a word may stand in, as bits of a plain int (an `IntFlag` costs ten times as much in the inner loops).

    No bit at all: a word that no list knows, so most likely a name's.
    """

    VOCABULARY: Final = 1
    SMALL: Final = 2
    GIVEN: Final = 4
    TITLE: Final = 8
    LEAD: Final = 16
    PEOPLE: Final = 32
    CALENDAR: Final = 64
    ORGANISATION: Final = 128
    EVENT: Final = 256
    AGREEMENT: Final = 512
    PLACE: Final = 1024
    WORK: Final = 2048
    FRONT: Final = 4096
    SUFFIX: Final = 8192
    INITIAL: Final = 16384
    CAPITALS: Final = 32768
    MUTE: Final = 65536


LISTS: tuple[tuple[str, int], ...] = (
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

HEAD = Kind.ORGANISATION | Kind.EVENT | Kind.AGREEMENT | Kind.PLACE | Kind.WORK

CONTRACTED = ("'ll", "'ve", "'re", "'d", "'m", "n't")


@cache
def kinds() -> dict[str, int]:
    """Every listed word, written small, with its flags."""
    lists = (contents("en", name) for name, _ in LISTS)
    return kept(CODE, (CODE.read_bytes(), *lists), every_word)


def every_word() -> dict[str, int]:
    """The same from the lists."""
    known: dict[str, int] = {}
    # Sixty thousand words: a list at a time, and one by one only where a word stands in several.
    for name, kind in LISTS:
        found = terms("en", name)
        text = "\n".join(found)
        listed = dict.fromkeys(found if small(text) == text else small(text).split("\n"), kind)
        if kind == Kind.PEOPLE:
            listed |= dict.fromkeys([f"{key}s" for key in listed], kind)
        for key in listed.keys() & known.keys():
            listed[key] |= known[key]
        known |= listed
    return known


def small(word: str) -> str:
    """A word as the lists are looked up: in small letters, with straight apostrophes."""
    return word.lower().replace("\u2019", "'")


def kind_of(word: str) -> int:
    """The flags of a word as it stands in the text."""
    known = kinds()
    key = small(word)
    found = known.get(key)
    if found is None and key.endswith(("ed", "ing")):
        stem = key.removesuffix("ed").removesuffix("ing")
        found = (known.get(stem, 0) or known.get(f"{stem}e", 0)) & Kind.VOCABULARY or None
    if found is None:
        found = compound(key, known) if "-" in key else Kind.SMALL if key.endswith(CONTRACTED) else 0
    if word.isupper() and len(word) > 1:
        found |= Kind.CAPITALS
    return found


def compound(key: str, known: dict[str, int]) -> int:
    """A hyphened word: of a people ("Franco-Russian"), a title ("ex-President") or ordinary, as its parts are."""
    parts = [part for part in key.split("-") if part]
    flags = [known.get(part, 0) for part in parts]
    if not parts:
        return 0
    if flags[-1] & Kind.PEOPLE and all(
        f & Kind.PEOPLE or p in words("en", "people_prefixes") for f, p in zip(flags, parts, strict=True)
    ):
        return Kind.PEOPLE
    if parts[0] in ("ex", "then", "vice", "co") and flags[-1] & Kind.TITLE:
        return Kind.TITLE
    if parts[-1] == "elect" and flags[0] & Kind.TITLE:
        return Kind.TITLE
    if all(f & Kind.GIVEN for f in flags):
        return Kind.GIVEN
    if all(f & (Kind.VOCABULARY | Kind.SMALL | Kind.PEOPLE) or p.isdigit() for f, p in zip(flags, parts, strict=True)):
        return Kind.VOCABULARY
    return 0
