"""What a single capitalised word names, when it is no known bearer's: rules over all its places in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.extract.names.gazetteer import towns
from dossier.extract.names.kinds import HEAD, Kind
from dossier.extract.names.usage import ARTICLES, Usage
from dossier.extract.names.words import Word, fold, next_word, word_before
from dossier.lexicon import terms, words
from dossier.model import NameType

COMMON = (
    Kind.VOCABULARY | Kind.SMALL | Kind.TITLE | Kind.LEAD | Kind.PEOPLE | Kind.CALENDAR | HEAD | Kind.FRONT | Kind.MUTE
)
WHERE = frozenset(("in", "near", "outside", "across", "throughout", "around"))
WHENCE = WHERE | {"at", "from"}
HEARD = frozenset(("told", "tells"))
ABSTRACT = ("ism", "isms", "ists", "esque")
INNER = re.compile(r"(?!Ma?c[A-Z]|De[A-Z]|Di[A-Z]|La[A-Z]|Le[A-Z]|Du[A-Z]|Fitz[A-Z]|Van[A-Z])[A-Z][a-z]+[A-Z]")
TOLD = re.compile(r"\b(?:told|tells|with) the $")
DERIVED = ("ian", "ite", "ians", "ites", "s")
SHORTEST = 3
LONGEST_ACRONYM = 7
TWICE = 2


@dataclass(slots=True)
class Place:
    """One word at one place of its text. `headline` says that its capital may be a headline's.

    `before` is the word right before, small; `after` the small word right behind, "" where none follows.
    """

    text: str
    word: Word
    headline: bool
    before: str
    after: str

    @classmethod
    def of(cls, text: str, word: Word, *, headline: bool) -> Place:
        """A word where it stands."""
        return cls(text, word, headline, word_before(text, word.start), next_word(text, word.end))

    @property
    def speaks(self) -> bool:
        """Whether the word is the subject of a verb of saying ("X said", "said X")."""
        return self.after in words("en", "says_verbs") or self.before in SPEAKS


SPEAKS = frozenset(("said", "says", "added", "wrote", "argued", "explained", "recalled", "replied"))


@dataclass(slots=True)
class Group:
    """All the places of one word in one text, and the words before and behind them."""

    text: str
    places: Sequence[Place]
    usage: Usage
    kind: int
    """What the lexicons say of the word."""
    solid: bool
    """Whether the text uses the ordinary word as a name: with a capital inside a sentence and never small."""
    common: bool
    """Whether the word is an ordinary one."""
    before: frozenset[str]
    after: frozenset[str]

    @classmethod
    def of(cls, text: str, places: Sequence[Place], usage: Usage) -> Group:
        """The places with what all rules ask of them."""
        kind, solid = places[0].word.kind, text in usage.solid
        before, after = frozenset([p.before for p in places]), frozenset([p.after for p in places])
        return cls(text, places, usage, kind, solid, bool(kind & COMMON) and not solid, before, after)

    @property
    def speaks(self) -> bool:
        """Whether the word is the subject of a verb of saying at one of its places."""
        return not (words("en", "says_verbs").isdisjoint(self.after) and SPEAKS.isdisjoint(self.before))


def acronym(group: Group) -> NameType | None:
    """As in "NATO", "RAND": two to seven capitals, in no line of capitals, and no ordinary word set in them."""
    fits = group.kind & Kind.CAPITALS and not group.kind & (Kind.MUTE | Kind.SMALL | Kind.CALENDAR)
    fits = fits and len(group.text) <= LONGEST_ACRONYM and any(c.isalpha() for c in group.text)
    fits = fits and not (group.kind & Kind.VOCABULARY and len(group.text) > SHORTEST)
    return "organisation" if fits and not all(p.headline for p in group.places) else None


def affair(group: Group) -> NameType | None:
    """As in "the Skripal case", "the Assad regime": a surname before the word for an affair or a rule."""
    return None if group.common or words("en", "affair_words").isdisjoint(group.after) else "person"


def branded(group: Group) -> NameType | None:
    """As in "BuzzFeed", "told Haaretz": a capital inside the word, or one whom others tell."""
    if group.common:
        return None
    told = not (group.kind & Kind.GIVEN or HEARD.isdisjoint(group.before))
    return "organisation" if told or INNER.match(group.text) else None


def speaker(group: Group) -> NameType | None:
    """As in "Roubinski opined": the subject of a verb of saying."""
    usable = not group.common or (group.kind & Kind.GIVEN and not group.kind & (Kind.SMALL | Kind.CALENDAR))
    return "person" if usable and group.speaks and ARTICLES.isdisjoint(group.before) else None


def town(group: Group) -> NameType | None:
    """As in "in Biarritz": a town of the list after a word of place."""
    fits = group.text in towns() and not group.kind & Kind.VOCABULARY
    return "place" if fits and not WHENCE.isdisjoint(group.before) else None


def locative(group: Group) -> NameType | None:
    """As in "in Pokrovka": an unknown word after "in" or "near"."""
    fits = not group.common and not group.kind & Kind.GIVEN and not group.text.endswith(ABSTRACT)
    return "place" if fits and not WHERE.isdisjoint(group.before) else None


def given(group: Group) -> NameType | None:
    """As in "Emmanuel": a given name that is no ordinary word."""
    fits = group.kind & Kind.GIVEN and not group.kind & (COMMON | Kind.CAPITALS) and group.text not in towns()
    fits = fits and not group.text[:-1].isupper()
    return "person" if fits else None


def unknown(group: Group) -> NameType | None:
    """As in "Rosneft": a word that no list knows and that the text never writes small."""
    if group.kind & COMMON or len(group.text) < SHORTEST or group.text.endswith(ABSTRACT):
        return None
    if group.text.endswith(DERIVED) and any(
        group.text.endswith(d) and fold(group.text[: -len(d)]) in group.usage.alone for d in DERIVED
    ):
        return None
    inside = any(not p.word.opens for p in group.places)
    doubtful = (
        group.text.endswith(terms("en", "derived_endings"))
        or group.text.lower() in group.usage.small
        or group.text[:-1].isupper()
    )
    return "other" if inside or not doubtful else None


def institution(group: Group) -> NameType | None:
    """As in "told the Economist": an ordinary word with a capital, twice at least, that the text never writes small."""
    inside = [p for p in group.places if not p.word.opens and not p.headline and not p.word.joined]
    if not inside or len(group.places) < TWICE or group.kind & (Kind.SMALL | Kind.PEOPLE | Kind.CALENDAR | Kind.MUTE):
        return None
    if group.text.lower() in group.usage.small or group.text.endswith((".", "ly")):
        return None
    the = [p for p in inside if p.before == "the"]
    if group.kind & (Kind.TITLE | Kind.LEAD | HEAD):
        told = any(p.speaks or TOLD.search(p.text, max(0, p.word.start - 12), p.word.start) for p in the)
        return "organisation" if told or (group.kind & HEAD and len(inside) >= TWICE and not the) else None
    return "other" if group.solid or len(the) >= TWICE else None


RULES: tuple[tuple[str, Callable[[Group], NameType | None]], ...] = (
    ("acronym", acronym),
    ("affair", affair),
    ("branded", branded),
    ("speaker", speaker),
    ("town", town),
    ("locative", locative),
    ("given", given),
    ("unknown", unknown),
    ("institution", institution),
)
"""The first rule that gives a type wins."""


def single(text: str, places: Sequence[Place], usage: Usage) -> tuple[NameType, str] | None:
    """The type of a word by all its places and the rule that says so; None where it is no name."""
    group = Group.of(text, places, usage)
    for name, rule in RULES:
        found = rule(group)
        if found:
            return found, name
    return None
