"""From candidates to names: persons tied to their bearers, known names to their canonical form, the rest by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.extract.names.gazetteer import known_at
from dossier.extract.names.people import Bearer, People, full_names, note
from dossier.extract.names.phrases import Candidate
from dossier.extract.names.singles import COMMON, LOCATIVE, Place, single
from dossier.extract.names.usage import ARTICLES, Usage, promote, read_usage
from dossier.extract.names.kinds import Kind
from dossier.extract.names.words import Word, fold, word_before
from dossier.ids import normal
from dossier.model import Name, NameType
from dossier.sourcemap import TextSpan


@dataclass(slots=True)
class Thing:
    """A name that is no person's, with its mentions."""

    name: str
    type: NameType
    rules: Counter[str] = field(default_factory=Counter)
    mentions: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Names:
    """What one document has named so far."""

    text: str
    usage: Usage
    people: People
    things: dict[str, Thing] = field(default_factory=dict)

    def put(self, name: str, kind: NameType, rule: str, span: tuple[int, int]) -> None:
        """Enter a mention of a name that is no person's."""
        name = " ".join(name.split())
        thing = self.things.setdefault(normal(name), Thing(name, kind))
        thing.rules[rule] += 1
        thing.mentions.append(span)


def resolve(text: str, candidates: Sequence[Candidate], headline: Sequence[bool], words: Sequence[Word]) -> tuple[Name, ...]:
    """One `Name` a bearer."""
    shout = {w.start: flag for w, flag in zip(words, headline, strict=True)}
    usage = read_usage(text, candidates, shout)
    promote(text, candidates, shout, usage)
    names = Names(text, usage, full_names(candidates))
    rest = [c for c in candidates if not (c.type == "person" and len(c.words) > 1)]
    left = [c for c in rest if not (c.titled and place_titled(names, c))]
    for candidate in left:
        place(names, candidate, headline=shout[candidate.words[0].start])
    return finished(names)


def place_titled(names: Names, candidate: Candidate) -> bool:
    """A title and one word: the bearer of that surname, new where the text names none in full."""
    bearer = names.people.find_single(candidate.text, candidate.titled, candidate.start)
    if bearer is None:
        bearer = Bearer((fold(candidate.text),), first=candidate.start)
        names.people.index(bearer)
        note(bearer, candidate)
    else:
        bearer.mentions.append((candidate.start, candidate.end))
        bearer.rules["surname"] += 1
    return True


def place(names: Names, candidate: Candidate, *, headline: bool) -> None:
    """Enter one candidate that is no full name."""
    word = candidate.words[0]
    if candidate.rule == "office":
        bearer = person(names, word) if word_before(names.text, word.start) not in ARTICLES else None
        if bearer and len(bearer.words) > 1:
            bearer.mentions.append((word.start, word.end))
            bearer.rules["surname"] += 1
    elif candidate.rule in ("single", "row"):
        singles(names, candidate, headline=headline)
    elif candidate.entry is not None and len(candidate.words) == 1 and candidate.entry.list == "cities" and namesake(names, candidate):
        singles(names, candidate, headline=headline)
    elif candidate.entry is not None:
        names.put(candidate.entry.name, candidate.entry.type, "gazetteer", (candidate.start, candidate.end))
    elif candidate.type is not None and not (headline and word.kind & COMMON):
        names.put(candidate.text, candidate.type, candidate.rule, (candidate.start, candidate.end))


def namesake(names: Names, candidate: Candidate) -> bool:
    """Whether a city's name means a person here: a bearer has it, or it says something ("Madison said")."""
    word = candidate.words[0]
    here = Place(names.text, word, headline=False)
    if LOCATIVE.search(here.before):
        return False
    known = person(names, word)
    return bool(known and fold(word.text) == known.words[-1]) or bool(word.kind & Kind.GIVEN) and here.told


def singles(names: Names, candidate: Candidate, *, headline: bool) -> None:
    """Single words and rows: surnames of bearers, compounds of names, words that a rule knows, rows of capitals."""
    bearers = [person(names, w) for w in candidate.words]
    if any(bearers):
        for word, bearer in zip(candidate.words, bearers, strict=True):
            if bearer:
                bearer.mentions.append((word.start, word.end))
                bearer.rules["surname"] += 1
        return
    word = candidate.words[0]
    if len(candidate.words) == 1 and "-" in word.text and compound(names, word):
        return
    if len(candidate.words) > 1:
        if not headline and not word.opens:
            names.put(candidate.text, "other", "row", (candidate.start, candidate.end))
        return
    found = single(Place(names.text, word, headline, names.usage.small, names.usage.solid))
    if found is None:
        return
    kind, rule = found
    if kind == "person":
        bearer = Bearer((fold(word.text),), first=word.start)
        names.people.index(bearer)
        note(bearer, candidate)
        bearer.rules[rule] += 1
    else:
        names.put(candidate.text, kind, rule, (candidate.start, candidate.end))


def person(names: Names, word: Word) -> Bearer | None:
    """The bearer that one word names."""
    if word.kind & (Kind.SMALL | Kind.CALENDAR) or len(word.text) < 2:
        return None
    return names.people.find_single(word.text, "", word.start)


def compound(names: Names, word: Word) -> bool:
    """"Macron-Putin", "EU-U.S.": every part a name of its own."""
    at = word.start
    parts: list[tuple[int, str]] = []
    for part in word.text.split("-"):
        parts.append((at, part))
        at += len(part) + 1
    found = [(at, part, names.people.find_single(part, "", at), known_at(names.text, at, part)) for at, part in parts]
    if not all(bearer or entry for _, _, bearer, entry in found):
        return False
    for at, part, bearer, entry in found:
        if bearer:
            bearer.mentions.append((at, at + len(part)))
        elif entry:
            names.put(entry.name, entry.type, "compound", (at, at + len(part)))
    return True


def finished(names: Names) -> tuple[Name, ...]:
    """All names in the order of their first mentions."""
    out = [
        Name(b.name, "person", spans(b.mentions), min(b.rules, key=lambda r: (-b.rules[r], r)))
        for b in names.people.bearers
        if b.mentions
    ]
    out += [Name(t.name, t.type, spans(t.mentions), min(t.rules, key=lambda r: (-t.rules[r], r))) for t in names.things.values()]
    return tuple(sorted(out, key=lambda n: (n.mentions[0], n.name)))


def spans(mentions: list[tuple[int, int]]) -> tuple[TextSpan, ...]:
    """Mentions as spans in text order."""
    return tuple(TextSpan(start, end) for start, end in sorted(set(mentions)))
