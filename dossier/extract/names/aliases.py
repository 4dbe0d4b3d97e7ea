"""Other forms of one name within a document: explained acronyms, short forms, slips of one letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.extract.names.gazetteer import forms_of
from dossier.extract.names.kinds import HEAD
from dossier.extract.names.near import Near
from dossier.extract.names.people import People
from dossier.extract.names.phrases import Candidate
from dossier.extract.names.singles import COMMON, WHERE
from dossier.extract.names.things import Thing, Things, count, key_of
from dossier.extract.names.words import fold, word_before

SURE = 3
"""A bearer named at least so often may have been misspelt elsewhere."""
RARE = 2


@dataclass(frozen=True, slots=True)
class Variant:
    """A mention that looks like a slip for a name of the document; flagged, never corrected."""

    start: int
    end: int
    text: str
    name: str


def join_acronyms(text: str, things: Things) -> None:
    """As in "Accountability Office (AO)" and "AO (Accountability Office)": one thing from then on."""
    ends = {end: thing for thing in things.all for _, end in thing.mentions}
    starts = {start: thing for thing in things.all for start, _ in thing.mentions}
    for thing in things.all:
        if not thing.name.isupper() or " " in thing.name:
            continue
        for start, end in list(thing.mentions):
            full = ends.get(start - 2) if text[start - 2 : start] == " (" and text[end : end + 1] == ")" else None
            full = full or (starts.get(end + 2) if text[end : end + 2] == " (" else None)
            if full is not None and full is not thing and stands_for(thing.name, full.name):
                merge(things, thing, full)
                break


def explained(text: str, candidates: Sequence[Candidate]) -> dict[str, str]:
    """Acronyms that the text explains itself, each with the name: "International Cricket Council (ICC)" is no court."""
    ends = {c.end: c.text for c in candidates if len(c.words) > 1 and c.type != "person" and c.entry is None}
    found = {}
    for candidate in candidates:
        known = candidate.entry is not None and candidate.text.isupper()
        if (
            known
            and text[candidate.start - 2 : candidate.start] == " ("
            and text[candidate.end : candidate.end + 1] == ")"
        ):
            full = ends.get(candidate.start - 2)
            if full and stands_for(candidate.text, full):
                found[candidate.text] = full
    return found


def stands_for(acronym: str, name: str) -> bool:
    """Whether the letters begin words of the name, in order, the first the first."""
    initials = [part[0].upper() for part in name.replace("-", " ").split() if part]
    at = 0
    for letter in acronym:
        while at < len(initials) and initials[at] != letter:
            at += 1
        if at == len(initials):
            return False
        at += 1
    return bool(initials) and initials[0] == acronym[0]


def merge(things: Things, part: Thing, whole: Thing) -> None:
    """Give one thing's mentions to another."""
    whole.mentions += part.mentions
    count(whole.rules, "acronym-explained", len(part.mentions))
    part.mentions = []
    things.by_form[key_of(part.name)] = whole


@dataclass(frozen=True, slots=True)
class ShortForms:
    """The organisations of a document by the last word of any of their forms and by the first of their own."""

    by_last: dict[str, list[Thing]]
    by_first: dict[str, list[Thing]]
    shared: frozenset[str]
    """Last words of names of another kind: beside "Port Ellery", "Ellery" is not clearly the "Ellery Gazette"."""

    @classmethod
    def of(cls, things: Things) -> ShortForms:
        """Index the organisations named so far."""
        last: dict[str, list[Thing]] = {}
        first: dict[str, list[Thing]] = {}
        shared = frozenset(fold(t.name.split()[-1]) for t in things.all if t.type != "organisation" and t.name.strip())
        for thing in things.all:
            if thing.type != "organisation":
                continue
            for word in sorted({fold(form.split()[-1]) for form in (thing.name, *forms_of(thing.name)) if " " in form}):
                last.setdefault(word, []).append(thing)
            if not thing.known and " " in thing.name:
                first.setdefault(fold(thing.name.split()[0]), []).append(thing)
        return cls(last, first, shared)

    def find(self, waiting: Sequence[Candidate], text: str) -> Thing | None:
        """What "the Alliance" or "Fox" is short for: the one organisation here whose name ends or begins so."""
        word = waiting[0].words[0]
        if word.kind & HEAD:
            the = all(word_before(text, c.start) == "the" and not c.words[0].opens for c in waiting)
            found = self.by_last.get(fold(word.text), []) if the else []
        else:
            doubtful = word.kind & COMMON or fold(word.text) in self.shared
            found = [] if doubtful else self.by_first.get(fold(word.text), [])
        return found[0] if len(found) == 1 else None


def misspelt(people: People, waiting: Sequence[Candidate], text: str) -> str | None:
    """The surname, folded, that a rare single word is one letter away from ("Macon" beside many "Macron"s)."""
    word = waiting[0].words[0]
    if len(waiting) > RARE or word.kind & COMMON or any(word_before(text, c.start) in WHERE for c in waiting):
        return None
    return people.near.find(fold(word.text))


def near_surnames(people: People) -> Near:
    """The surnames of those whom the document names often, for look-ups of slips."""
    near = Near()
    for bearer in people.bearers:
        if len(bearer.mentions) >= SURE and len(bearer.words) > 1:
            near.add(bearer.words[-1])
    return near


def join_slips(things: Things) -> list[Variant]:
    """Names one letter away from a name of the gazetteer that the document has too ("Unites States")."""
    near = Near()
    keys = {key_of(t.name): t for t in things.all if t.known}
    for key in keys:
        near.add(key)
    slips = []
    for thing in things.all:
        if thing.known or len(thing.mentions) > RARE or not thing.mentions:
            continue
        found = near.find(key_of(thing.name))
        if found:
            whole = keys[found]
            slips += [Variant(start, end, thing.name, whole.name) for start, end in thing.mentions]
            whole.mentions += thing.mentions
            count(whole.rules, "slip", len(thing.mentions))
            thing.mentions = []
    return slips
