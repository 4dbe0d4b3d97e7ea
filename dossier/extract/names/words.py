"""The capitalised words of a text, in order, with what stands before each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dossier.extract.names.kinds import Kind, kind_of, kinds
from dossier.ids import normal
from dossier.lexicon import terms, words

WORD = re.compile(
    r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff](?<!\w.)"
    r"(?:[^\W_]*+(?!\.)|(?<=[A-Z])\.(?:(?:[A-Z]\.)+|(?=[ \u00a0]?[A-Z]))|[^\W_]*)"
    r"(?:[-'\u2019](?:(?:[A-Z]\.){2,}|[^\W_]+))*"
)
"""A word with a capital, or initials; it begins with the set of capitals, so that the search skips to them."""
INITIALS = re.compile(r"[A-Z]\.(?:(?!S\.|N\.|K\.|C\.)[A-Z]\.)?")
"""One or two initials, not "U.S." or "D.C."."""
PARTY = re.compile(r"[RDI]-[A-Z]")
NEXT = re.compile(r"(?:[\u2019']s?)?\s([a-z]+)")
POSSESSIVE = ("'s", "\u2019s", "'S", "\u2019S")
SENTENCE_END = frozenset(".!?:;\u2026\n\u2022\u00b7*#>|")
CURLED = frozenset(("'", "\u2019"))
OPENING = frozenset("\"'\u201c\u2018\u00ab([{*_")
PLAIN = frozenset((" ", "\u00a0", "  "))


@dataclass(slots=True)
class Word:
    """One capitalised word of `source`; `gap` is what stands between it and the one before, `joined` if only a space.

    `end` leaves out a possessive ending; `owns` says that there was one.
    """

    start: int
    end: int
    text: str
    kind: int
    gap: str
    joined: bool
    owns: bool
    source: str

    @property
    def opens(self) -> bool:
        """Whether a sentence may begin here; looked at for few words, so worked out when asked."""
        return opens(self.source, self.start)


@cache
def abbreviations() -> frozenset[str]:
    """Words that keep their full stop: titles, "St.", "Jr."."""
    listed = words("en", "name_titles") | words("en", "name_suffixes")
    return frozenset(w[:-1] for w in listed if w.endswith(".")) | {"St", "Mt", "Ft", "Inc", "Corp", "Ltd", "Co"}


@cache
def shortened_states() -> frozenset[str]:
    """States as they are shortened behind a town and a comma ("Nashua, N.H.", "Miami, Fla."), without the full stop."""
    forms = (form.strip() for line in terms("en", "place_words") for form in line.partition(" = ")[2].split("|"))
    return frozenset(form[:-1] for form in forms if form.endswith(".") and form.count(".") == 1)


@cache
def particles() -> frozenset[str]:
    """What may stand between two words of one person's name, as it stands between them: " de la ", " al-", " d'"."""
    found = set()
    for term in terms("en", "name_particles"):
        found.add(f" {term}" if term[-1] in "-'\u2019" else f" {term} ")
    return frozenset(found)


@lru_cache(maxsize=32768)
def fold(word: str) -> str:
    """A word as the indexes hold it: small letters without accents."""
    return word.lower() if word.isascii() and word.isalpha() else normal(word)


def capitalised(text: str) -> list[Word]:
    """Every capitalised word of the text."""
    kept, states = abbreviations(), shortened_states()
    found: list[Word] = []
    last = 0
    for match in WORD.finditer(text):
        start, stop = match.span()
        word, kind, owns, taken = parted(match.group())
        if not word:
            continue
        gap = text[last:start]
        last = start + taken
        mark = text[stop : stop + 1]
        if mark == "." and not owns and last == stop and (word in kept or (word in states and gap == ", ")):
            word, last = word + ".", last + 1
            kind = special(word)
        elif mark in CURLED and text[stop - 1] in "sSzx" and text[stop + 1 : stop + 2] in PLAIN:
            owns = True
        found.append(Word(start, start + len(word), word, kind, gap, gap in PLAIN, owns, text))
    return found


@lru_cache(maxsize=32768)
def parted(word: str) -> tuple[str, int, bool, int]:
    """A word without what hangs on at its end, what it is, whether it owns ("Macron's"), and the characters it takes.

    "" where it has no capital. A small ordinary word behind a hyphen is not taken ("Washington-controlled").
    """
    if not word[0].isupper():
        return "", 0, False, 0
    taken = len(word)
    plain = word.isalpha()
    owns = not plain and word.endswith(POSSESSIVE)
    if owns:
        word = word[:-2]
    if not plain and "-" in word and (cut := lower_tail(word)):
        return word[:cut], special(word[:cut]), owns, cut
    kind = kinds().get(word.lower())
    if kind is None or not plain or word.isupper():
        kind = special(word)
    return word, kind, owns, taken


@lru_cache(maxsize=8192)
def special(word: str) -> int:
    """What a word is that no list has just so: initials, a party's tag ("R-Fla."), capitals, a compound."""
    if word[-1] == "." and INITIALS.fullmatch(word):
        return Kind.INITIAL
    if len(word) == 1:
        return kind_of(word) or Kind.INITIAL
    return Kind.MUTE if PARTY.match(word) else kind_of(word)


def opens(text: str, start: int) -> bool:
    """Whether a sentence, a quotation, a line or a list item may begin at `start`."""
    at = start - 1
    while at >= 0 and (text[at] in OPENING or text[at] in " \u00a0"):
        if text[at] in OPENING and text[at] not in "([{":
            return True
        at -= 1
    return at < 0 or text[at] in SENTENCE_END or (text[at] in '"\u201d\u2019)' and text[at - 1 : at] in (".", "!", "?"))


def lower_tail(word: str) -> int:
    """Where a small ordinary word hangs on by a hyphen ("Washington-controlled": 10); 0 where none does."""
    cut = word.find("-")
    tail = word[cut + 1 :]
    return cut if tail[:1].islower() and kind_of(tail.split("-")[-1]) & Kind.VOCABULARY else 0


def word_before(text: str, start: int) -> str:
    """The word right before `start`, small; "" where a mark or a line end stands between."""
    return text[max(0, start - 16) : start - 1].rpartition(" ")[2].lower() if text[start - 1 : start] in PLAIN else ""


def next_word(text: str, end: int) -> str:
    """The small word right behind `end`, "" where none follows."""
    match = NEXT.match(text, end)
    return match.group(1) if match else ""
