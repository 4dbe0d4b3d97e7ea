"""Names whose head noun is written small: "Minsk agreements", "Syrian civil war", "2020 election"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dossier.extract.names.kinds import Kind, kind_of
from dossier.extract.names.phrases import Candidate
from dossier.extract.names.words import Word, next_word
from dossier.lexicon import words
from dossier.model import NameType

YEAR_EVENT = re.compile(
    r"[12](?<!\w.)(?:(?<=1)[89]|(?<=2)0)[0-9]{2}\s(?:[A-Z][\w.]+\s)?(?:[a-z]+\s){0,2}?(?:elections?|referendum|summit|conference|Conference|Summit)\b"
)
"""It begins with a figure, so that the search skips to them."""
PEOPLE_EVENT = re.compile(r"\s(?:civil\s|military\s)?([a-z]+)\b")
OFFICE = re.compile(r"\b(?:([A-Z]\w+)\s)?(ministry|department|institute|academy)\s(?:of|for)\s(?:the\s)?$")
JOINTS = ("of", "for", "the")
"""What stands last before OFFICE's end; looked for first, since that is quick."""
IN_PLACE = re.compile(r"\s(?:in|at)\s$")
PLACED = ("meeting", "talks")
WINDOW = 48


@dataclass(frozen=True, slots=True)
class Longer:
    """A longer name around a candidate. `inner` says whether the candidate stays a name of its own."""

    start: int
    end: int
    type: NameType
    rule: str
    inner: bool


@cache
def heads() -> dict[str, NameType]:
    """Each head noun with the type it gives."""
    found: dict[str, NameType] = dict.fromkeys(words("en", "agreement_small"), "agreement")
    found.update(dict.fromkeys(words("en", "event_small"), "event"))
    return found


def longer_names(text: str, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, Longer]]:
    """The longer names that candidates begin or end."""
    for at, candidate in enumerate(candidates):
        found = behind(text, candidates, at) or before(text, candidate)
        if found:
            yield candidate, found


def behind(text: str, candidates: Sequence[Candidate], at: int) -> Longer | None:
    """A name and the small noun right behind it, with the place that follows."""
    candidate = candidates[at]
    if candidate.titled or candidate.rule in ("office", "given-name") or candidate.words[-1].owns:
        return None
    if candidate.rule == "single" and candidate.words[0].kind & Kind.VOCABULARY:
        return None
    noun = next_word(text, candidate.end)
    kind = heads().get(noun)
    if kind is None and noun not in PLACED:
        return None
    end = text.index(noun, candidate.end) + len(noun)
    follower = candidates[at + 1] if at + 1 < len(candidates) else None
    if follower and locatable(follower) and IN_PLACE.fullmatch(text, end, follower.start):
        return Longer(candidate.start, follower.end, kind or "event", "small-head", inner=True)
    place = candidate.entry is not None and candidate.type == "place"
    if kind is None:
        return Longer(candidate.start, end, "event", "small-head", inner=True) if place else None
    return Longer(candidate.start, end, kind, "small-head", inner=kind == "event")


def locatable(candidate: Candidate) -> bool:
    """Whether what follows "in" is a place: a known one, or a single word that no vocabulary has."""
    return candidate.type == "place" or (candidate.rule == "single" and not candidate.words[0].kind & Kind.VOCABULARY)


def before(text: str, candidate: Candidate) -> Longer | None:
    """As in "Russian ministry of Defense": a small head noun before an ordinary word with a capital."""
    if candidate.rule not in ("single", "row", "office") or not candidate.words[0].kind & (Kind.VOCABULARY | Kind.LEAD):
        return None
    at = max(0, candidate.start - WINDOW)
    if not text[at : candidate.start].rstrip().endswith(JOINTS):
        return None
    match = OFFICE.search(text, at, candidate.start)
    if match is None:
        return None
    people = match.group(1) and kind_of(match.group(1)) & Kind.PEOPLE
    return Longer(
        match.start(1) if people else match.start(2), candidate.end, "organisation", "small-head", inner=False
    )


def free_events(text: str, found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Events that no name begins: "Syrian civil war", "2019 Ukrainian presidential elections"."""
    nouns = words("en", "people_events")
    for word in found:
        if word.kind & Kind.PEOPLE and not word.owns:
            match = PEOPLE_EVENT.match(text, word.end)
            if match and match.group(1) in nouns:
                yield word.start, match.end()
    for match in YEAR_EVENT.finditer(text):
        yield match.span()
