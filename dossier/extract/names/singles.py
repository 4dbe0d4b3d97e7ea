"""What one capitalised word by itself names, when it is no known bearer's: a table of rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dossier.extract.names.gazetteer import towns
from dossier.extract.names.kinds import HEAD, Kind
from dossier.extract.names.words import Word, next_word
from dossier.lexicon import words
from dossier.model import NameType

COMMON = Kind.VOCABULARY | Kind.SMALL | Kind.TITLE | Kind.LEAD | Kind.PEOPLE | Kind.CALENDAR | HEAD | Kind.FRONT | Kind.MUTE
LOCATIVE = re.compile(r"\b(?:in|at|near|from|to|of|around|outside|between|across|throughout|towards?)\s$", re.IGNORECASE)
AFFAIR = frozenset(("case", "affair", "regime", "administration", "presidency", "campaign", "supporters", "doctrine", "era", "poisoning", "scandal", "family", "trial"))
ENDINGS = ("ly", "ing", "ed", "tion", "tions", "ness", "ment", "ments", "ism", "isms", "ity", "ities", "able", "ible", "ous", "ive", "ance", "ence", "ization", "izing", "fully", "less", "ists", "ally")


@dataclass(frozen=True, slots=True)
class Place:
    """One word in its text."""

    text: str
    word: Word
    headline: bool
    small: frozenset[str] = frozenset()
    """The words that the text writes small somewhere."""
    solid: frozenset[str] = frozenset()
    """Ordinary words that this text uses as a name: with a capital inside a sentence, never small."""

    @property
    def before(self) -> str:
        """A few characters before the word."""
        return self.text[max(0, self.word.start - 14) : self.word.start]

    @property
    def after(self) -> str:
        """The small word that follows, "" where none does."""
        return next_word(self.text, self.word.end)

    @property
    def told(self) -> bool:
        """Whether a verb of saying stands right before or behind."""
        verbs = words("en", "says_verbs")
        return self.after in verbs or self.before.rpartition(" ")[0].rpartition(" ")[2].strip("\n\"\u201c\u201d,'") in verbs

    @property
    def common(self) -> bool:
        """Whether some list holds the word as an ordinary one."""
        return bool(self.word.kind & COMMON) and self.word.text not in self.solid


def acronym(place: Place) -> NameType | None:
    """"NATO", "RAND": capitals only, two to seven of them."""
    word = place.word
    if word.kind & Kind.CAPITALS and not word.kind & (Kind.MUTE | Kind.SMALL) and not place.headline and 2 <= len(word.text) <= 7:
        return "organisation"
    return None


def affair(place: Place) -> NameType | None:
    """"the Skripal case": a surname before the word for an affair."""
    return "person" if not place.common and place.after in AFFAIR else None


def speaker(place: Place) -> NameType | None:
    """"Roubinski opined": an unknown word as the subject of a verb of saying."""
    usable = not place.common or place.word.kind & Kind.GIVEN and not place.word.kind & Kind.SMALL
    return "person" if usable and place.told else None


def town(place: Place) -> NameType | None:
    """"in Biarritz": a town of the list after a word of place."""
    fits = place.word.text in towns() and not place.word.kind & Kind.VOCABULARY
    return "place" if fits and LOCATIVE.search(place.before) else None


def locative(place: Place) -> NameType | None:
    """"in Pokrovka": an unknown word after "in" or "near"."""
    fits = not place.common and not place.word.kind & Kind.GIVEN and LOCATIVE.search(place.before)
    return "place" if fits and not place.word.opens else None


def given(place: Place) -> NameType | None:
    """"Emmanuel": a given name that is no ordinary word."""
    fits = place.word.kind & Kind.GIVEN and not place.common and place.word.text not in place.solid
    return "person" if fits else None


def unknown(place: Place) -> NameType | None:
    """"Rosneft": a word that no list knows and the text never writes small."""
    word = place.word
    if word.text.endswith(("ism", "isms", "ists", "esque")):
        return None
    if place.common or len(word.text) < 3 or any(c.isdigit() for c in word.text) and word.opens:
        return None
    if word.opens and (word.text.endswith(ENDINGS) or word.text.lower() in place.small):
        return None
    return "other"


RULES: tuple[tuple[str, Callable[[Place], NameType | None]], ...] = (
    ("acronym", acronym),
    ("affair", affair),
    ("speaker", speaker),
    ("town", town),
    ("locative", locative),
    ("given", given),
    ("unknown", unknown),
)
"""The first rule that gives a type wins."""


def single(place: Place) -> tuple[NameType, str] | None:
    """The type of a single word and the rule that says so; None where it is no name."""
    for name, rule in RULES:
        found = rule(place)
        if found:
            return found, name
    return None
