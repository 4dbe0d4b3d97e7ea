"""Candidates: stretches of capitalised words that look like one name, each by a named rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.extract.names.gazetteer import Entry, known_at
from dossier.extract.names.kinds import HEAD, Kind
from dossier.extract.names.words import Word, particles
from dossier.model import NameType

K_NAMELIKE = (Kind.VOCABULARY | Kind.SMALL | Kind.TITLE | Kind.LEAD | Kind.PEOPLE | Kind.CALENDAR | HEAD | Kind.FRONT | Kind.SUFFIX | Kind.INITIAL | Kind.MUTE)
"""A word with none of these flags is one that only names have."""
TYPES: tuple[tuple[int, NameType], ...] = (
    (Kind.ORGANISATION, "organisation"),
    (Kind.EVENT, "event"),
    (Kind.AGREEMENT, "agreement"),
    (Kind.PLACE, "place"),
    (Kind.WORK, "work"),
)
OF = frozenset((" of ", " of the ", " for ", " for the ", " on ", " on the "))
AND = frozenset((" and ", " & ", " and the "))
COURTESIES = frozenset(("Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss", "Dr.", "Sen.", "Rep.", "Gov."))
BEYOND = ("trans-", "Trans-", "cis-")
"""First halves that make an adjective of a place ("trans-Atlantic")."""
LONGEST = 9


@dataclass(slots=True)
class Candidate:
    """A stretch that may be a name; `titled` holds the courtesy or office before a person."""

    start: int
    end: int
    text: str
    type: NameType | None
    rule: str
    words: tuple[Word, ...] = ()
    entry: Entry | None = None
    titled: str = ""


class Scan:
    """One pass over the capitalised words of a text."""

    def __init__(self, text: str, found: Sequence[Word], headline: Sequence[bool]) -> None:
        self.text = text
        self.words = found
        self.headline = headline
        self.out: list[Candidate] = []

    def run(self) -> list[Candidate]:
        """All candidates in text order."""
        at = 0
        while at < len(self.words):
            at = self.step(at)
        return self.out

    def step(self, at: int) -> int:
        """Take what begins at one word; the index of the word to go on with."""
        word = self.words[at]
        kind = word.kind
        end = self.person_end(at) if self.may_begin_person(at) else at
        if self.text.endswith(BEYOND, 0, word.start):
            return at + 1
        entry = known_at(self.text, word.start, word.text)
        if entry and (" " in entry.form or not (end > at + 1 and kind & Kind.GIVEN) or self.surely_place(entry, at)):
            return self.take_known(at, entry)
        head = 0 if kind & (Kind.SMALL | Kind.CALENDAR | Kind.INITIAL) else self.head_end(at)
        if head > at + 1:
            return self.take_head(at, head)
        if kind & (Kind.TITLE | Kind.LEAD) and not (kind & Kind.GIVEN and end > at + 1):
            return self.take_titled(at)
        if end > at + 1:
            rule = "given-name" if kind & (Kind.GIVEN | Kind.INITIAL) else "unknown-words"
            return self.take(at, end, "person", rule)
        return self.take_plain(at)

    # --- persons --------------------------------------------------------------------------------------------------

    def may_begin_person(self, at: int) -> bool:
        """Whether a person's name of two words or more may begin here without a title."""
        kind = self.words[at].kind
        if kind & (Kind.GIVEN | Kind.INITIAL):
            return not kind & Kind.SMALL
        return not kind & K_NAMELIKE and not self.headline[at] and not (kind & Kind.CAPITALS and len(self.words[at].text) > 2)

    def person_end(self, at: int) -> int:
        """The index behind the last word of a person's name that begins at `at`."""
        words = self.words
        surname = not words[at].kind & (Kind.GIVEN | Kind.INITIAL)
        end = at + 1
        while end < len(words) and end - at < LONGEST and not words[end - 1].owns:
            word = words[end]
            kind = word.kind
            particle = word.gap in particles()
            if not (word.joined or particle or (word.gap == "" and kind & Kind.INITIAL)):
                if kind & Kind.SUFFIX and word.gap == ", " and len(word.text) > 1:
                    return end + 1
                break
            if kind & Kind.SUFFIX:
                return end + 1
            if (kind & (Kind.SMALL | Kind.CALENDAR) and not particle) or (kind & Kind.CAPITALS and not words[at].kind & Kind.CAPITALS):
                break
            if kind & Kind.INITIAL or particle or kind & Kind.GIVEN or not kind & K_NAMELIKE:
                surname = surname or not kind & (Kind.GIVEN | Kind.INITIAL)
                end += 1
                continue
            if surname or self.headline[end] and kind & (Kind.TITLE | HEAD) or (kind & Kind.TITLE and self.goes_before_name(end)):
                break
            return end + 1
        while end > at + 1 and words[end - 1].kind & Kind.INITIAL:
            end -= 1
        return end

    def surely_place(self, entry: Entry, at: int) -> bool:
        """Whether a country's name that is also a given name stands before an ordinary word ("America Great")."""
        return entry.list != "cities" and bool(self.words[at + 1].kind & Kind.VOCABULARY)

    def goes_before_name(self, at: int) -> bool:
        """Whether a word of office is one here and no surname: shortened, or with another capital right behind."""
        return self.words[at].text.endswith(".") or (at + 1 < len(self.words) and self.words[at + 1].joined)

    def take_titled(self, at: int) -> int:
        """Titles and, if a name follows, its bearer."""
        end = at
        while end < len(self.words) and self.words[end].kind & (Kind.TITLE | Kind.LEAD | Kind.PEOPLE) and (end == at or self.words[end].joined):
            end += 1
            if self.words[end - 1].owns:
                return end
        real = any(w.kind & Kind.TITLE for w in self.words[at:end])
        if end == at + 1:
            self.take(at, end, None, "office")
        elif end > at + 1 and self.words[at].text in COURTESIES and not (end < len(self.words) and self.words[end].joined):
            return self.take(end - 1, end, "person", "title", self.text[self.words[at].start : self.words[end - 2].end])
        if not real or end >= len(self.words) or not (self.words[end].joined or self.words[end].gap in particles()):
            return end
        word = self.words[end]
        if word.kind & (Kind.SMALL | Kind.CALENDAR) or (word.kind & HEAD and not word.kind & Kind.GIVEN):
            return end
        stop = self.person_end(end)
        entry = known_at(self.text, word.start, word.text)
        if stop == end + 1 and (entry or self.titles_on(stop) or (word.kind & Kind.VOCABULARY and not self.courteous(at, end))):
            return end
        if word.kind & Kind.VOCABULARY and self.headline[end]:
            return end
        return self.take(end, stop, "person", "title", self.text[self.words[at].start : self.words[end - 1].end])

    def titles_on(self, at: int) -> bool:
        """Whether a title follows without a mark between ("Former Hewlett-Packard CEO")."""
        return at < len(self.words) and self.words[at].joined and not self.words[at - 1].owns and bool(self.words[at].kind & Kind.TITLE)

    def courteous(self, at: int, end: int) -> bool:
        """Whether a courtesy stands among the titles: then even an ordinary word is a surname ("Mr. Hill")."""
        return any(w.text in COURTESIES for w in self.words[at:end])

    # --- known names and names with a head noun -------------------------------------------------------------------

    def take_known(self, at: int, entry: Entry) -> int:
        """A name of the gazetteer, or the longer name that it begins ("Moscow Times")."""
        stop = self.words[at].start + len(entry.form)
        end = at + 1
        while end < len(self.words) and self.words[end].start < stop:
            end += 1
        head = self.head_end(at)
        if head > end:
            return self.take_head(at, head)
        start = self.words[at].start
        self.out.append(Candidate(start, stop, entry.form, entry.type, "gazetteer", tuple(self.words[at:end]), entry))
        return end

    def head_end(self, at: int) -> int:
        """The index behind a phrase that begins at `at` and has a head noun; `at` where there is none."""
        words = self.words
        end = found = at
        while end < len(words) and end - at < LONGEST:
            word = words[end]
            if end > at and not self.goes_on(at, end, found):
                break
            office = word.kind & Kind.TITLE and not word.kind & HEAD and not word.text.endswith("s")
            if word.kind & (Kind.SMALL | Kind.CALENDAR) or office:
                break
            if word.kind & HEAD:
                found = end + 1
            elif found > at and word.gap in OF | AND:
                found = self.tail_end(end)
                end = found - 1
            end += 1
        return found

    def goes_on(self, at: int, end: int, found: int) -> bool:
        """Whether the word at `end` may belong to the phrase that began at `at`."""
        word, before = self.words[end], self.words[end - 1]
        if before.owns:
            return bool(before.kind & Kind.VOCABULARY) and not before.kind & Kind.GIVEN and word.gap in ("' ", "\u2019 ", " ", "'s ", "\u2019s ")
        if word.gap in OF and before.text == "State":
            return False
        if word.joined:
            return not self.headline[end] or not word.kind & Kind.VOCABULARY or bool(word.kind & HEAD)
        if found == end and word.gap in OF:
            return True
        return word.gap in AND and at < found <= end and any(w.gap in OF for w in self.words[at + 1 : end])

    def tail_end(self, at: int) -> int:
        """The index behind the words after "of" or "for"."""
        words = self.words
        end = at + 1
        while end < len(words) and words[end].joined and not words[end - 1].owns and not words[end].kind & (Kind.SMALL | Kind.CALENDAR | Kind.TITLE):
            end += 1
        return end

    def take_head(self, at: int, end: int) -> int:
        """A phrase with its head noun; the type is the last head's before "of"."""
        words = self.words
        heads = [w for n, w in enumerate(words[at:end]) if w.kind & HEAD and not any(x.gap in OF for x in words[at + 1 : at + n + 1])]
        head = heads[-1] if heads else words[end - 1]
        kind = next((name for flag, name in TYPES if head.kind & flag), "other")
        self.take(at, end, kind, "head-noun")
        for inner in words[at + 1 : end]:
            entry = known_at(self.text, inner.start, inner.text) if inner.gap in OF else None
            if entry and entry.type == "organisation":
                self.out.append(Candidate(inner.start, inner.start + len(entry.form), entry.form, entry.type, "inside", (inner,), entry))
        return end

    # --- the rest -------------------------------------------------------------------------------------------------

    def take_plain(self, at: int) -> int:
        """A single word or a row of ordinary words with capitals."""
        word = self.words[at]
        if word.kind & (Kind.SMALL | Kind.CALENDAR | Kind.SUFFIX | Kind.INITIAL):
            return at + 1
        if word.kind & Kind.PEOPLE:
            return at + 1
        end = at + 1
        while end < len(self.words) and self.words[end].joined and not self.words[end - 1].owns and self.plain(end):
            word = self.words[end]
            if word.kind & (Kind.GIVEN | Kind.INITIAL) and self.person_end(end) > end + 1:
                break
            if known_at(self.text, word.start, word.text):
                break
            end += 1
        if end == at + 1:
            return self.take(at, end, None, "single")
        return self.take(at, end, None, "row")

    def plain(self, at: int) -> bool:
        """Whether a word may go on a row of ordinary words."""
        kind = self.words[at].kind
        return not kind & (Kind.SMALL | Kind.CALENDAR | Kind.TITLE | Kind.PEOPLE | Kind.INITIAL) and not self.headline[at]

    def take(self, at: int, end: int, kind: NameType | None, rule: str, titled: str = "") -> int:
        """Put one candidate out; the index of the word behind it."""
        words = tuple(self.words[at:end])
        start, stop = words[0].start, words[-1].end
        self.out.append(Candidate(start, stop, self.text[start:stop], kind, rule, words, None, titled))
        return end
