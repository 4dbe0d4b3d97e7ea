"""Who is who among the persons of one document: full names first, then surnames and given names tied to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dossier.extract.names.kinds import Kind
from dossier.extract.names.near import Near
from dossier.extract.names.phrases import Candidate
from dossier.extract.names.things import count
from dossier.extract.names.words import fold, particles
from dossier.ids import normal
from dossier.lexicon import words

MOST = 20
SHORTEST = 4
PAIR = 2


@dataclass(slots=True)
class Bearer:
    """One person: the folded words of the fullest form, how each form is written, and the mentions."""

    words: tuple[str, ...]
    suffix: str = ""
    sex: str = ""
    forms: dict[str, int] = field(default_factory=dict)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    first: int = 0
    rules: dict[str, int] = field(default_factory=dict)

    def add(self, rule: str, start: int, end: int) -> None:
        """Enter a mention that adds no form of the full name."""
        count(self.rules, rule)
        self.mentions.append((start, end))

    @property
    def name(self) -> str:
        """The fullest form as the text most often writes it, capitals only where there is no other."""
        if len(self.forms) == 1:
            return next(iter(self.forms))
        best = max(self.forms.items(), key=lambda f: (not f[0].isupper(), len(f[0].split()) > 1, f[1], len(f[0]), f[0]))
        return best[0]


@dataclass(slots=True)
class People:
    """All bearers of a document and the indexes to find them by."""

    bearers: list[Bearer] = field(default_factory=list)
    by_key: dict[tuple[str, str, str], Bearer] = field(default_factory=dict)
    by_surname: dict[str, list[Bearer]] = field(default_factory=dict)
    by_given: dict[str, list[Bearer]] = field(default_factory=dict)
    by_tail: dict[str, list[Bearer]] = field(default_factory=dict)
    near: Near = field(default_factory=Near)

    def add_full(self, candidate: Candidate) -> Bearer:
        """The bearer of a name of two words or more, new where nobody bears it yet."""
        folded, suffix = split_name(candidate)
        bearer = self.find_full(folded, suffix)
        if bearer is None:
            bearer = Bearer(folded, suffix, sex_of(candidate), first=candidate.start)
            self.index(bearer)
        note(bearer, candidate)
        return bearer

    def find_full(self, folded: tuple[str, ...], suffix: str) -> Bearer | None:
        """Who bears a name with this first and last word, or whose name ends in these words."""
        found = self.by_key.get((folded[0], folded[-1], suffix))
        if found is None and not suffix:
            tails = self.by_tail.get(" ".join(folded), [])
            found = tails[0] if len(tails) == 1 else None
        return found

    def index(self, bearer: Bearer) -> None:
        """Enter a new bearer."""
        self.bearers.append(bearer)
        folded = bearer.words
        self.by_key[folded[0], folded[-1], bearer.suffix] = bearer
        enter(self.by_surname, folded[-1], bearer)
        for part in folded[-1].split():
            if part != folded[-1] and len(part) >= SHORTEST:
                enter(self.by_surname, part, bearer)
        if len(folded) > 1:
            enter(self.by_given, folded[0], bearer)
        for cut in range(1, len(folded)):
            self.by_tail.setdefault(" ".join(folded[cut:]), []).append(bearer)
            if cut > 1:
                self.by_tail.setdefault(" ".join(folded[:cut]), []).append(bearer)

    def whole(self, text: str, start: int, bearer: Bearer) -> int:
        """Where the mention of a surname begins: with the particle, if the text has the bearer's ("de Gaulle")."""
        particle, _, _ = bearer.words[-1].rpartition(" ")
        if not particle:
            return start
        before = text[max(0, start - len(particle) - 1) : start]
        return start - len(before) if normal(before) == particle else start

    def find_single(self, word: str, titled: str, at: int) -> Bearer | None:
        """Whom one word means: the bearer of that surname, else of that given name."""
        key = fold(word)
        found = self.by_surname.get(key) or (self.by_given.get(key, []) if not titled else [])
        # Mrs. Vane is not Edmund Vane. Not the other way round: Jean and Andrea are in the list of women's given names.
        if said_sex(titled) == "f":
            found = [bearer for bearer in found if bearer.sex != "m"]
        if len(found) > 1:
            found = fitting(found, titled)
        if not found:
            return None
        return found[0] if len(found) == 1 else likeliest(found, at)


def enter(index: dict[str, list[Bearer]], key: str, bearer: Bearer) -> None:
    """Add to an index, up to MOST bearers of one name: a text that names more helps nobody to choose."""
    found = index.setdefault(key, [])
    if len(found) < MOST:
        found.append(bearer)


def fitting(found: list[Bearer], titled: str) -> list[Bearer]:
    """Those whom the courtesy fits ("Mrs. Clinton"), all where it says nothing."""
    sex = said_sex(titled)
    return [b for b in found if not sex or b.sex in ("", sex)] or found


def likeliest(found: Sequence[Bearer], at: int) -> Bearer:
    """Of several bearers of a surname the one that the text names in full most often, then first."""
    before = [b for b in found if b.first < at] or list(found)
    return max(before, key=lambda b: (sum(b.forms.values()), -b.first))


def split_name(candidate: Candidate) -> tuple[tuple[str, ...], str]:
    """The folded words of a person's name, particles with the word they stand before, and the suffix ("Jr.")."""
    folded: list[str] = []
    suffix = ""
    listed = particles()
    for n, word in enumerate(candidate.words):
        if n and word.kind & Kind.SUFFIX and n == len(candidate.words) - 1:
            suffix = fold(word.text)
            continue
        key = fold(word.text)
        if n and word.gap in listed:
            key = f"{fold(word.gap)} {key}"
        if folded and f" {folded[-1]} " in listed and (len(folded) > 1 or len(candidate.words) == PAIR):
            key = f"{folded.pop()} {key}"
        folded.append(key)
    return tuple(folded), suffix


def sex_of(candidate: Candidate) -> str:
    """The letter "f" or "m" where the courtesy or the given name says so, else ""."""
    given = candidate.words[0].text
    given = given.title() if given.isupper() else given
    if given in words("en", "given_female"):
        return said_sex(candidate.titled) or "f"
    return said_sex(candidate.titled) or ("m" if given in words("en", "given_male") else "")


def said_sex(titled: str) -> str:
    """The sex that the last of a name's courtesies or titles says ("Prime Minister Lady"), "" where it says none."""
    title = titled.rsplit(maxsplit=1)[-1].rstrip(".").lower() if titled else ""
    if title in words("en", "courtesies_female"):
        return "f"
    return "m" if title in words("en", "courtesies_male") else ""


def note(bearer: Bearer, candidate: Candidate) -> None:
    """Enter one mention with its form."""
    count(bearer.forms, " ".join(candidate.text.split()))
    bearer.mentions.append((candidate.start, candidate.end))
    count(bearer.rules, candidate.rule)
    if not bearer.sex:
        bearer.sex = sex_of(candidate)


def full_names(candidates: Iterable[Candidate]) -> People:
    """All bearers with a name of two words or more, longest names first so that shorter forms find them."""
    people = People()
    named = [c for c in candidates if c.type == "person" and len(c.words) > 1]
    for candidate in sorted(named, key=lambda c: (c.text.isupper(), -len(c.text), c.start)):
        people.add_full(candidate)
    return people
