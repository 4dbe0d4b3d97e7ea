"""Candidates: stretches of capitalised words that look like one name, each by a named rule."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.extract.names.gazetteer import Entry, entries, known_at
from dossier.extract.names.heads import OF, head_end, head_type
from dossier.extract.names.kinds import HEAD, Kind
from dossier.extract.names.line import Line
from dossier.extract.names.persons import LISTED, may_begin_person, person_end
from dossier.extract.names.words import Word, particles
from dossier.model import NameType

COURTESIES = frozenset(("Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss", "Dr.", "Sen.", "Rep.", "Gov."))
PEERAGE = frozenset(("Lady", "Lord", "Dame"))
"""Before one word these too mean a surname, even an ordinary word: "Lady Vane"; not before a title: "Lord Mayor"."""
"""Behind one of these even an ordinary word is a surname ("Mr. Hill")."""
BEYOND = ("trans-", "Trans-", "cis-")
"""First halves that make an adjective of a place ("trans-Atlantic")."""
HEADLESS = Kind.SMALL | Kind.CALENDAR | Kind.INITIAL
"""No phrase with a head noun begins with one of these."""
FRONTED = frozenset((" de ", " du ", " of ", " d'", " d\u2019"))
"""What may stand between the noun and the name of a place."""
LONE = Kind.SMALL | Kind.CALENDAR | Kind.SUFFIX | Kind.INITIAL | Kind.PEOPLE
"""These alone name nothing."""
BREAKING = Kind.SMALL | Kind.CALENDAR | Kind.TITLE | Kind.PEOPLE | Kind.INITIAL
"""These end a row of ordinary words."""
WIDEST = 16
"""Characters between two words of one name at most (" of the ", " van und zu "); past that none is looked for."""
OFFICES = Kind.TITLE | Kind.LEAD | Kind.PEOPLE


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

    def __init__(self, line: Line) -> None:
        self.line = line
        self.out: list[Candidate] = []
        self.known = entries()

    def run(self) -> list[Candidate]:
        """All candidates in text order."""
        at = 0
        while at < len(self.line.words):
            at = self.step(at)
        return self.out

    def step(self, at: int) -> int:
        """Take what begins at one word; the index of the word to go on with."""
        line, word = self.line, self.line.words[at]
        kind = word.kind
        entry = known_at(line.text, word.start, word.text) if word.text in self.known else None
        if (not entry and kind & Kind.SMALL) or (entry and line.text.endswith(BEYOND, 0, word.start)):
            return at + 1
        near = at + 1 < len(line.words) and len(line.words[at + 1].gap) <= WIDEST
        end = person_end(line, at) if near and may_begin_person(line, at) else at
        if entry and not self.bearer(entry, at, end):
            return self.take_known(at, entry)
        head = 0 if kind & HEADLESS or not near else head_end(line, at)
        if head > at + 1:
            return self.take_head(at, head)
        if kind & Kind.FRONT and self.fronted(at + 1):
            return self.take(at, at + 2, "place", "front-noun")
        if kind & (Kind.TITLE | Kind.LEAD) and not (kind & Kind.GIVEN and end > at + 1):
            return self.take_titled(at)
        if end > at + 1:
            rule = "given-name" if kind & (Kind.GIVEN | Kind.INITIAL) else "unknown-words"
            return self.take(at, end, "person", rule)
        return self.take_plain(at)

    def bearer(self, entry: Entry, at: int, end: int) -> bool:
        """Whether a known place's name is a given name here: "Florence Parly", not "America Great" nor "Iran"."""
        if " " in entry.form or end <= at + 1 or not self.line.words[at].kind & Kind.GIVEN:
            return False
        return entry.list == "cities" or not self.line.words[at + 1].kind & Kind.VOCABULARY

    def fronted(self, at: int) -> bool:
        """Whether a word that is a name's follows a noun of place ("Fort Sumter", "Fort de Vaux")."""
        words = self.line.words
        near = at < len(words) and (self.line.follows(at) or words[at].gap in FRONTED)
        return near and not words[at].kind & (LISTED & ~Kind.VOCABULARY) and not self.line.headline[at]

    def take_titled(self, at: int) -> int:
        """Titles and, if a name follows, its bearer."""
        words, end = self.line.words, at + 1
        while self.line.follows(end) and words[end].kind & OFFICES:
            end += 1
        if words[end - 1].owns:
            return end
        if end == at + 1:
            self.take(at, end, None, "office")
        elif words[at].text in COURTESIES and not self.line.follows(end):
            return self.take(end - 1, end, "person", "title", self.line.text[words[at].start : words[end - 2].end])
        stop = self.titled_end(at, end)
        if stop == end:
            return end
        return self.take(end, stop, "person", "title", self.line.text[words[at].start : words[end - 1].end])

    def titled_end(self, at: int, end: int) -> int:
        """The index behind the name that follows the titles from `at` to `end`; `end` where none does."""
        words = self.line.words
        real = any(word.kind & Kind.TITLE for word in words[at:end])
        if not real or end >= len(words) or not (words[end].joined or words[end].gap in particles()):
            return end
        word = words[end]
        if word.kind & (Kind.SMALL | Kind.CALENDAR) or (word.kind & HEAD and not word.kind & Kind.GIVEN):
            return end
        stop = person_end(self.line, end)
        if word.kind & Kind.VOCABULARY and self.line.headline[end]:
            return end
        return stop if stop > end + 1 or self.surname(at, end) else end

    def surname(self, at: int, end: int) -> bool:
        """Whether one word behind titles is a surname: no place, no ordinary word, not "Former Hewlett-Packard CEO"."""
        word = self.line.words[end]
        if known_at(self.line.text, word.start, word.text):
            return False
        if self.line.follows(end + 1) and self.line.words[end + 1].kind & Kind.TITLE:
            return False
        courteous = any(title.text in COURTESIES | PEERAGE for title in self.line.words[at:end])
        return courteous or not word.kind & Kind.VOCABULARY

    def take_known(self, at: int, entry: Entry) -> int:
        """A name of the gazetteer, or the longer name that it begins ("Moscow Times")."""
        words = self.line.words
        start = words[at].start
        stop = start + len(entry.form)
        end = at + 1
        while end < len(words) and words[end].start < stop:
            end += 1
        head = head_end(self.line, at)
        if head > end:
            return self.take_head(at, head)
        self.out.append(Candidate(start, stop, entry.form, entry.type, "gazetteer", tuple(words[at:end]), entry))
        return end

    def take_head(self, at: int, end: int) -> int:
        """A phrase with its head noun, and a known organisation inside ("Committee of the Council of Europe")."""
        self.take(at, end, head_type(self.line, at, end), "head-noun")
        for word in self.line.words[at + 1 : end]:
            entry = known_at(self.line.text, word.start, word.text) if word.gap in OF else None
            if entry and entry.type == "organisation":
                stop = word.start + len(entry.form)
                self.out.append(Candidate(word.start, stop, entry.form, entry.type, "inside", (word,), entry))
        return end

    def take_plain(self, at: int) -> int:
        """A single word or a row of ordinary words with capitals."""
        line = self.line
        if line.words[at].kind & LONE:
            return at + 1
        end = at + 1
        while line.follows(end) and not line.words[end].kind & BREAKING and not line.headline[end]:
            word = line.words[end]
            if word.kind & Kind.GIVEN and person_end(line, end) > end + 1:
                break
            if known_at(line.text, word.start, word.text):
                break
            end += 1
        return self.take(at, end, None, "single" if end == at + 1 else "row")

    def take(self, at: int, end: int, kind: NameType | None, rule: str, titled: str = "") -> int:
        """Put one candidate out; the index of the word behind it."""
        words = tuple(self.line.words[at:end])
        start, stop = words[0].start, words[-1].end
        self.out.append(Candidate(start, stop, self.line.text[start:stop], kind, rule, words, None, titled))
        return end
