"""Authors as bibliographies write them: who has a surname, and where it begins."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cache

from dossier.lexicon import words
from dossier.write.escape import one_line

EASTERN = re.compile(r"[A-Z][^\W\d_]*-[a-z]+")
"""A given name as romanised Korean and Taiwanese ones are written, behind the surname: `Kim Jong-un`."""
LETTER = re.compile(r"[^\W\d_]")
BODY_SIGN = re.compile(r"[\d&/@]|^the\b", re.IGNORECASE)
"""A figure, `&` or a leading "The" belong to the name of a body, not of a person."""
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
PAIR = 2
SEVERAL_LETTERS = 2
"""Letters of the shortest word that is a particle in a name with capitals, where `e` and `Y` are initials."""


@dataclass(frozen=True, slots=True)
class Author:
    """One author. A body, or a name that cannot be divided, has only `family`.

    `eastern` where the surname comes first, with no comma, whatever the place in a list.
    """

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""
    eastern: bool = False

    @property
    def surname(self) -> str:
        """The surname with its particle: `de Gaulle`."""
        return " ".join(filter(None, [self.particle, self.family]))

    @property
    def plain(self) -> str:
        """The name in the order of speech: `Martin Luther King Jr.`."""
        if self.eastern:
            return f"{self.family} {self.given}"
        return " ".join(filter(None, [self.given, self.surname, self.suffix]))

    @property
    def inverted(self) -> str:
        """The name as a list sorts it: `King, Martin Luther, Jr.`."""
        if self.eastern:
            return self.plain
        return ", ".join(filter(None, [self.surname, self.given, self.suffix]))

    @property
    def initialled(self) -> str:
        """The surname and the initials of the given names: `King, M. L., Jr.`."""
        return ", ".join(filter(None, [self.surname, initials(self.given), self.suffix]))


def initials(given: str) -> str:
    """`Jean-Paul J. K.` as `J.-P. J. K.`."""
    found = []
    for name in given.split():
        firsts = [LETTER.search(part) for part in name.split("-")]
        found.append("-".join(f"{first[0].upper()}." for first in firsts if first))
    return " ".join(filter(None, found))


def author(printed: str, bodies: Container[str] = (), publisher: str = "") -> Author:
    """An author's name as a source prints it, divided where the conventions of English settle how.

    `bodies` are names known to be organisations', and so is that of the publisher.
    """
    name = " ".join(one_line(printed).split())
    before, comma, after = name.partition(",")
    if comma and suffixed(after.strip()):
        return author_of(before.split(), after.strip(), name)
    if name in bodies or name == publisher or is_body(name):
        return Author(name)
    if comma and "," not in after and after.strip() and LETTER.match(after.strip()):
        return listed(before.split(), after.strip())
    return author_of(name.split(), "", name)


def suffixed(text: str) -> bool:
    """Whether a text is only what tells bearers of one name apart: `Jr.`."""
    return text in words("en", "name_suffixes")


def is_body(name: str) -> bool:
    """Whether a name is that of an organisation, a desk, or one word, which has no surname."""
    parts = name.split()
    if len(parts) < PAIR or BODY_SIGN.search(name):
        return True
    bodies = words("en", "organisation_heads") | words("en", "author_bodies")
    return name in bodies or any(part.strip(".,") in bodies for part in parts)


def listed(before: list[str], given: str) -> Author:
    """A name that is printed surname first: `Roe, Jane`."""
    start = 0
    while start < len(before) - 1 and is_particle(before[start]):
        start += 1
    return Author(" ".join(before[start:]), spaced(given), " ".join(before[:start]))


def spaced(given: str) -> str:
    """Given names with a space between initials: `J.K.` is `J. K.`."""
    return " ".join(INITIALS.sub(lambda found: found[0].replace(".", ". "), given).split())


def author_of(parts: list[str], suffix: str, whole: str) -> Author:
    """A name in the order of speech, by its words; courtesies before it are no part of it."""
    while len(parts) > PAIR and parts[0] in words("en", "author_courtesies"):
        parts = parts[1:]
    if len(parts) > PAIR and not suffix and suffixed(parts[-1]):
        parts, suffix = parts[:-1], parts[-1]
    if len(parts) == 1:
        return Author(whole)
    if len(parts) == PAIR and EASTERN.fullmatch(parts[1]):
        return Author(parts[0], parts[1], eastern=True)
    start = len(parts) - 1
    while start > 1 and is_particle(parts[start - 1]):
        start -= 1
    return Author(parts[-1], spaced(" ".join(parts[:start])), " ".join(parts[start:-1]), suffix)


@cache
def small_words() -> frozenset[str]:
    """Every word of a particle of surnames, in small letters: `von`, `der`."""
    return frozenset(piece for each in words("en", "name_particles") for piece in each.split())


def is_particle(word: str) -> bool:
    """Whether a word is a particle of a surname, in small letters or with a capital: `de`, `De`."""
    return len(word) >= SEVERAL_LETTERS and word.lower() in small_words()


def people(printed: Iterable[str], bodies: Container[str] = (), publisher: str = "") -> tuple[Author, ...]:
    """All authors, in the source's order."""
    return tuple(author(name, bodies, publisher) for name in printed)
