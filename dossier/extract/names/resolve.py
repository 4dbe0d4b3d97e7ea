"""From candidates to names: persons tied to their bearers, known names to their canonical form, the rest by rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dossier.extract.names.aliases import (
    ShortForms,
    Variant,
    explained,
    join_acronyms,
    join_slips,
    misspelt,
    near_surnames,
)
from dossier.extract.names.gazetteer import known_at
from dossier.extract.names.kinds import Kind
from dossier.extract.names.people import Bearer, People, full_names, note
from dossier.extract.names.phrases import Candidate
from dossier.extract.names.singles import COMMON, WHENCE, Place, single
from dossier.extract.names.small_heads import free_events, longer_names
from dossier.extract.names.things import Things, main_rule, spans
from dossier.extract.names.usage import ARTICLES, Usage, promote, read_usage
from dossier.extract.names.words import Word, fold, word_before
from dossier.lexicon import words
from dossier.model import Name


@dataclass(slots=True)
class Names:
    """What one document has named so far. `waiting` holds the single words that no bearer has, by their folded form."""

    text: str
    usage: Usage
    people: People
    headline: dict[int, bool]
    things: Things = field(default_factory=Things)
    waiting: dict[str, list[Candidate]] = field(default_factory=dict)
    variants: list[Variant] = field(default_factory=list)
    explained: dict[str, str] = field(default_factory=dict)


def resolve(text: str, candidates: Sequence[Candidate], headline: Sequence[bool], found: Sequence[Word]) -> Names:
    """Tie every candidate to a bearer, a thing or nothing."""
    shout = {w.start: flag for w, flag in zip(found, headline, strict=True)}
    usage = read_usage(text, candidates, shout)
    promote(text, candidates, shout, usage)
    people = full_names(candidates)
    names = Names(text, replace(usage, alone=usage.alone | people.by_surname.keys()), people, shout)
    names.explained = explained(text, candidates)
    rest = [c for c in candidates if not (c.type == "person" and len(c.words) > 1)]
    for candidate in rest:
        if candidate.titled:
            place_titled(names, candidate)
    swallowed = place_longer(names, candidates, found)
    for candidate in rest:
        if not candidate.titled and candidate.start not in swallowed:
            place(names, candidate)
    names.people.near = near_surnames(names.people)
    shorts = ShortForms.of(names.things)
    for waiting in names.waiting.values():
        place_single(names, waiting, shorts)
    join_acronyms(text, names.things)
    names.variants += join_slips(names.things)
    return names


def place_longer(names: Names, candidates: Sequence[Candidate], found: Sequence[Word]) -> set[int]:
    """Enter names whose head noun is written small; where the candidates start that are no names beside them."""
    swallowed = set()
    for candidate, longer in longer_names(names.text, candidates):
        names.things.put(names.text[longer.start : longer.end], longer.type, longer.rule, (longer.start, longer.end))
        if not longer.inner:
            swallowed.add(candidate.start)
    for start, end in free_events(names.text, found):
        names.things.put(names.text[start:end], "event", "small-head", (start, end))
    return swallowed


def place_titled(names: Names, candidate: Candidate) -> None:
    """A title and one word: the bearer of that surname, new where the text names none in full."""
    bearer = names.people.find_single(candidate.text, candidate.titled, candidate.start)
    if bearer is None:
        new_bearer(names, candidate)
    else:
        bearer.add("surname", names.people.whole(names.text, candidate.start, bearer), candidate.end)


def new_bearer(names: Names, candidate: Candidate) -> Bearer:
    """A person known by one word alone."""
    bearer = Bearer((fold(candidate.text),), first=candidate.start)
    names.people.index(bearer)
    note(bearer, candidate)
    return bearer


def place(names: Names, candidate: Candidate) -> None:
    """Enter one candidate that is no full name of a person and has no title."""
    word = candidate.words[0]
    if candidate.rule == "office":
        place_office(names, word)
    elif candidate.rule in ("single", "row"):
        place_plain(names, candidate)
    elif candidate.entry is not None and candidate.text in names.explained:
        names.things.put(names.explained[candidate.text], "organisation", "explained", (candidate.start, candidate.end))
    elif candidate.entry is not None:
        if len(candidate.words) == 1 and candidate.entry.list == "cities" and namesake(names, candidate):
            place_plain(names, candidate)
        else:
            names.things.put_known(candidate.entry, candidate.rule, (candidate.start, candidate.end))
    elif candidate.type is not None and not (
        names.headline[word.start] and all(w.kind & COMMON for w in candidate.words)
    ):
        names.things.put(candidate.text, candidate.type, candidate.rule, (candidate.start, candidate.end))


def place_office(names: Names, word: Word) -> None:
    """A word of office that is also the surname of somebody named in full ("Stephen King ... King said")."""
    bearer = None if word_before(names.text, word.start) in ARTICLES else known(names, word)
    if bearer and len(bearer.words) > 1:
        bearer.add("surname", word.start, word.end)
    elif word_before(names.text, word.start) == "the":
        wait(names, word, "single")


def wait(names: Names, word: Word, rule: str) -> None:
    """Put a single word aside until all its places are known."""
    candidate = Candidate(word.start, word.end, word.text, None, rule, (word,))
    names.waiting.setdefault(fold(word.text), []).append(candidate)


def namesake(names: Names, candidate: Candidate) -> bool:
    """Whether a city's name means a person here: a bearer has it, or it says something ("Madison said")."""
    word = candidate.words[0]
    here = Place.of(names.text, word, headline=False)
    if here.before in WHENCE or here.before == "to":
        return False
    bearer = known(names, word)
    return bool(bearer and fold(word.text) == bearer.words[-1]) or (bool(word.kind & Kind.GIVEN) and here.speaks)


def place_plain(names: Names, candidate: Candidate) -> None:
    """Single words and rows: surnames of bearers, compounds of names, words that wait, rows of capitals."""
    bearers = [known(names, w) for w in candidate.words]
    if any(bearers):
        for word, bearer in zip(candidate.words, bearers, strict=True):
            if bearer:
                bearer.add("surname", names.people.whole(names.text, word.start, bearer), word.end)
        return
    word = candidate.words[0]
    if len(candidate.words) > 1:
        if not names.headline[word.start] and not word.opens:
            names.things.put(candidate.text, "other", "row", (candidate.start, candidate.end))
    elif not ("-" in word.text and compound(names, word)):
        wait(names, word, candidate.rule)


def place_single(names: Names, waiting: Sequence[Candidate], shorts: ShortForms) -> None:
    """Enter all places of one single word, if a rule gives it a type."""
    first = waiting[0]
    slip = misspelt(names.people, waiting, names.text)
    bearer = names.people.find_single(slip, "", first.start) if slip else None
    if bearer:
        for candidate in waiting:
            bearer.add("slip", candidate.start, candidate.end)
            names.variants.append(Variant(candidate.start, candidate.end, candidate.text, bearer.name))
        return
    whole = shorts.find(waiting, names.text)
    if whole:
        for candidate in waiting:
            whole.add("short-form", candidate.start, candidate.end)
        return
    places = [Place.of(names.text, c.words[0], headline=names.headline[c.start]) for c in waiting]
    found = single(first.text, places, names.usage)
    if found is None:
        return
    kind, rule = found
    if kind == "person":
        bearer = new_bearer(names, first)
        bearer.rules.clear()
        for candidate in waiting:
            bearer.add(rule, candidate.start, candidate.end)
        return
    for candidate in waiting:
        names.things.put(candidate.text, kind, rule, (candidate.start, candidate.end))


def known(names: Names, word: Word) -> Bearer | None:
    """The bearer that one word names."""
    if word.kind & (Kind.SMALL | Kind.CALENDAR) or len(word.text) < 2:  # noqa: PLR2004
        return None
    return names.people.find_single(word.text, "", word.start)


def compound(names: Names, word: Word) -> bool:
    """As in "Macron-Putin", "EU-U.S.": every part a name of its own."""
    found = []
    at = word.start
    for part in word.text.split("-"):
        if part.lower() in words("en", "people_prefixes"):
            at += len(part) + 1
            continue
        found.append((at, part, names.people.find_single(part, "", at), known_at(names.text, at, part)))
        at += len(part) + 1
    if not found or not all(bearer or entry for _, _, bearer, entry in found):
        return False
    for start, part, bearer, entry in found:
        if bearer:
            bearer.add("compound", start, start + len(part))
        elif entry:
            names.things.put_known(entry, "compound", (start, start + len(part)))
    return True


def finished(names: Names) -> tuple[Name, ...]:
    """All names in the order of their first mentions."""
    out = [Name(b.name, "person", spans(b.mentions), main_rule(b.rules)) for b in names.people.bearers if b.mentions]
    out += [thing.finished() for thing in names.things.all if thing.mentions]
    return tuple(sorted(out, key=lambda n: (n.mentions[0].start, n.mentions[0].end, n.name)))
