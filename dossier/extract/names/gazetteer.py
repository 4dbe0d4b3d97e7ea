"""Names that general lists know: territories, cities, parts of the world, intergovernmental organisations, eras."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dossier.kept import kept
from dossier.lexicon import contents, terms
from dossier.model import NameType

CODE = Path(__file__)
LISTS: tuple[tuple[str, NameType], ...] = (
    ("cities", "place"),
    ("territories", "place"),
    ("place_words", "place"),
    ("institutions", "organisation"),
    ("event_words", "event"),
)
"""Which list gives which type; a later list wins over an earlier one ("Washington")."""


SAINTS = ("Saint ", "St. ", "St ")
SHORT = 4
"""Longer names of places are also known in capitals ("WASHINGTON")."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One known form of a name and the name it stands for."""

    form: str
    name: str
    type: NameType
    list: str


@cache
def listed() -> dict[str, tuple[str, NameType, str]]:
    """Every known form of a name with the name it stands for, its type and the list that it is from."""
    return known()[0]


@cache
def entries() -> dict[str, list[str]]:
    """All known forms by their first word, the longest first."""
    return known()[1]


@cache
def known() -> tuple[dict[str, tuple[str, NameType, str]], dict[str, list[str]]]:
    """Both, as they follow from the lists."""
    lists = (contents("en", name) for name, _ in LISTS)
    return kept(CODE, (CODE.read_bytes(), *lists), lambda: (forms := every_form(), by_first_word(forms)))


def every_form() -> dict[str, tuple[str, NameType, str]]:
    """The known forms from the lists."""
    forms: dict[str, tuple[str, NameType, str]] = {}
    for name, kind in LISTS:
        for line in terms("en", name):
            canonical, _, rest = line.partition(" = ")
            forms[canonical] = meant = (canonical, kind, name)
            if rest:
                forms |= dict.fromkeys([form.strip() for form in rest.split("|") if form.strip()], meant)
    for form, meant in list(forms.items()):
        for other in spellings(form) if "'" in form or form.startswith(SAINTS) else ():
            forms.setdefault(other, meant)
        if meant[1] == "place" and len(form) > SHORT and "." not in form:
            forms.setdefault(form.upper(), meant)
    return forms


def by_first_word(forms: Iterable[str]) -> dict[str, list[str]]:
    """Forms by their first word, the longest first."""
    by_first: dict[str, list[str]] = {}
    for form in forms:
        by_first.setdefault(first_word(form), []).append(form)
    for found in by_first.values():
        if len(found) > 1:
            found.sort(key=lambda form: (-len(form), form))
    return by_first


def spellings(form: str) -> list[str]:
    """Other spellings of one form: "Saint"/"St."/"St" and straight or curly apostrophes."""
    found = []
    for head in SAINTS:
        if form.startswith(head):
            found += [other + form[len(head) :] for other in ("Saint ", "St. ", "St ", "Saint-") if other != head]
    return found + [f.replace("'", "\u2019") for f in (form, *found) if "'" in f]


def first_word(form: str) -> str:
    """The part of a form up to its first space, without a comma ("Washington, D.C.")."""
    return form.split(" ", 1)[0].rstrip(",")


def known_at(text: str, start: int, word: str) -> Entry | None:
    """The longest entry that stands at `start`; `word` is the text up to the next space or mark."""
    for form in entries().get(word, ()):
        end = start + len(form)
        if text.startswith(form, start) and not text[end : end + 1].isalnum():
            return entry(form)
    return None


@lru_cache(maxsize=8192)
def entry(form: str) -> Entry:
    """What is known of a form."""
    return Entry(form, *listed()[form])


@cache
def towns() -> frozenset[str]:
    """Smaller towns: names only where the words before them say that a place follows."""
    return frozenset(terms("en", "towns"))


@cache
def forms() -> dict[str, tuple[str, ...]]:
    """Every canonical name with all its forms."""
    found: dict[str, list[str]] = {}
    for form, (name, _, _) in listed().items():
        found.setdefault(name, []).append(form)
    return {name: tuple(sorted(made)) for name, made in found.items()}


def forms_of(name: str) -> tuple[str, ...]:
    """The forms that the gazetteer has of a canonical name; () where it has no such name."""
    return forms().get(name, ())
