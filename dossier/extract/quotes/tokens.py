"""Paragraphs as tokens with one letter each, so that a rule of grammar is a pattern over a short string.

Quotations and names are single tokens: `"We won," said Ms. Ada Diaz of Ohio.` reads `Q v T P p L .`. The letters:

    Q quotation   P person  O organisation  L place  M other name  N other capitalised word  T title of office
    R subject pronoun  j object pronoun  D determiner  n other word  d number  y day or month  s possessive 's
    v reporting verb   g its -ing form   b other common verb  x auxiliary  e -ed word  h -ing word  a adverb
    p preposition  c and/or/but  t that  W who/which  w when/because/as  A according  z to   , ; : . - ( ) themselves
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from operator import add

from dossier.extract.quotes.ends import divide
from dossier.extract.quotes.spans import Stretch
from dossier.lexicon import table, terms, words
from dossier.model import Name
from dossier.sourcemap import TextSpan

QUOTED = "\ue000"
KIND = {"person": "\ue001", "organisation": "\ue002", "place": "\ue003"}
OTHER = "\ue004"
LETTER = {QUOTED: "Q", "\ue001": "P", "\ue002": "O", "\ue003": "L", OTHER: "M"}
CLIPPED = sorted({w for w in terms("en", "abbreviations") if w[:1].isupper()}, key=lambda w: (-len(w), w))
SHORT = "|".join(map(re.escape, (*CLIPPED, "Jr", "Inc", "Corp", "Co", "vs")))
FIRST = "".join(sorted({re.escape(w[0]) for w in (*CLIPPED, "v")}))
"""First letters of the abbreviations: no other word is compared with them."""
TOKEN = re.compile(
    rf"""(?:
    [A-Za-z]++(?=[ ,])                                         # most words, told at once
    |\ue000+|\ue001+|\ue002+|\ue003+|\ue004+
    |['\u2019]s(?![^\W\d_])                                   # the possessive
    |(?:[^\W\d_]\.){{1,4}}(?!\w)                                # U.S., J.
    |(?=[{FIRST}])(?:{SHORT})\.                                 # Sen., Del.
    |\w+(?:(?:[-&/.]|['\u2019](?!s(?!\w)))(?=\w)\w+)*(?:\.(?=[,;:)]))?
    |[.?!\u2026]+|[,;:()\[\]]|--+|[-\u2013\u2014]+|['\u2019]|\n|\S
    )[^\S\n]*
    """,
    re.VERBOSE,
)
"""A token with the white space behind it, so that every character is in one."""
SPACE = re.compile(r"[^\S\n]*")
REACH = 160
"""Tokens on each side of a quotation that its speaker is looked for in; no sentence of prose is longer."""
CLASSES = {
    "determiner": "D", "pronoun": "R", "object": "j", "auxiliary": "x", "adverb": "a", "preposition": "p",
    "conjunction": "c", "relative": "W", "subordinator": "w", "day": "y", "plain": "n",
}  # fmt: skip
PLAIN = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "'s": "s", "\u2019s": "s", "'": "s",
    "\u2019": "s", "-": "-", "--": "-", "\u2013": "-", "\u2014": "-", "&": "c", "\n": ".", "@": "@", "#": "@",
}  # fmt: skip


def inflected(line: str) -> tuple[str, ...]:
    """The forms of a verb: those listed, or the regular ones of the bare form."""
    forms = line.split()
    if len(forms) > 1:
        return tuple(forms)
    bare = forms[0]
    if bare.endswith("e"):
        return (bare, f"{bare}s", f"{bare}d", f"{bare[:-1]}ing")
    if bare.endswith("y") and bare[-2] not in "aeiou":
        return (bare, f"{bare[:-1]}ies", f"{bare[:-1]}ied", f"{bare}ing")
    ending = "es" if bare.endswith(("s", "sh", "ch", "x")) else "s"
    return (bare, f"{bare}{ending}", f"{bare}ed", f"{bare}ing")


@cache
def letters(language: str) -> dict[str, str]:
    """The letter of every word the lexicons know; the later list wins."""
    known = dict.fromkeys(words(language, "common_verbs"), "b")
    nouns = words(language, "reporting_nouns")
    for line in terms(language, "reporting_verbs"):
        for form in inflected(line):
            bare = form == line.split()[0] and form not in {"read", "put"}
            known[form] = "k" if form in nouns or bare else "g" if form.endswith("ing") else "v"
    classes = table(language, "word_classes")
    for name, letter in CLASSES.items():
        listed = classes.get(name)
        known.update(dict.fromkeys(map(str, listed), letter) if isinstance(listed, list) else {})
    return known | {"that": "t", "according": "A", "to": "z"} | PLAIN


@cache
def bare_form(language: str) -> dict[str, str]:
    """The bare form of every form of a reporting verb."""
    return {form: line.split()[0] for line in terms(language, "reporting_verbs") for form in inflected(line)}


@cache
def phrasal(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Verbs of two words (`went on`, `shot back`), and their second words."""
    pairs = words(language, "phrasal_reporting")
    return pairs, frozenset(pair.split()[1] for pair in pairs)


@cache
def titles(language: str) -> frozenset[str]:
    """Titles of office and rank as the names lexicon spells them."""
    return words(language, "name_titles") | words(language, "name_title_leads")


@dataclass(frozen=True, slots=True)
class Line:
    """One block as tokens. `tags` has one letter a token; `quotes` maps a token's index to its stretch."""

    block: int
    words: list[str]
    starts: list[int]
    ends: list[int]
    tags: str
    sentences: list[tuple[int, int]]

    def text(self, text: str, start: int, end: int) -> str:
        """The words of tokens `start` to `end`."""
        return text[self.starts[start] : self.ends[end - 1]]

    def number(self, token: int) -> int:
        """Which sentence holds a token."""
        return max(0, bisect_right(self.sentences, (token, len(self.tags) + 1)) - 1)

    def sentence(self, token: int) -> tuple[int, int]:
        """The bounds of the sentence that holds a token, or of REACH tokens about it where it is longer."""
        low, high = self.sentences[self.number(token)]
        return max(low, token - REACH), min(high, token + REACH)


def masked(text: str, tops: Sequence[Stretch], names: Sequence[Name]) -> str:
    """The text with every outermost quotation and every name as a run of one private character."""
    runs = [(s.open, s.close, QUOTED) for s in tops]
    opens = [s.open for s in tops]
    for name in names:
        sign = KIND.get(name.type, OTHER)
        for mention in name.mentions:
            at = bisect_right(opens, mention.start) - 1
            if at < 0 or tops[at].close <= mention.start:
                runs.append((mention.start, mention.end, sign))
    runs.sort()
    parts: list[str] = []
    at = 0
    for start, end, sign in runs:
        if start >= at:
            parts += (text[at:start], sign * (end - start))
            at = end
    parts.append(text[at:])
    return "".join(parts)


@cache
def certain(language: str) -> Callable[[str], str]:
    """A look-up of the letter of a word that has the same wherever it stands; "" where its company decides."""
    known, (_, second) = letters(language), phrasal(language)

    @lru_cache(maxsize=32768)
    def letter(word: str) -> str:
        if word in second:
            return ""
        tag = LETTER.get(word[0]) or known.get(word)
        if tag is None:
            return "" if word[0].isupper() else guess(word, False, language)  # noqa: FBT003 - it has no capital
        return "" if tag in "vky" else tag

    return letter


def tokens(  # noqa: PLR0913 - a block, and where it comes from
    mask: str, text: str, span: TextSpan, block: int, *, heading: bool = False, language: str = "en"
) -> Line:
    """The tokens of one block of the masked text; in a heading every capitalised word may be a common one."""
    lead = SPACE.match(mask, span.start, span.end)
    begin = lead.end() if lead else span.start
    pieces: list[str] = TOKEN.findall(mask, begin, span.end)
    spelled = [piece.rstrip() or "\n" for piece in pieces]
    starts = list(accumulate(map(len, pieces[:-1]), initial=begin)) if pieces else []
    ends = list(map(add, starts, map(len, spelled)))
    line = lettered(spelled, heading=heading, language=language)
    return Line(block, spelled, starts, ends, line, divide(line, spelled, text, starts, ends))


def lettered(spelled: list[str], *, heading: bool, language: str) -> str:
    """The letter of every token."""
    known = letters(language)
    pairs, second = phrasal(language)
    tags = list(map(certain(language), spelled))
    doubts: list[int] = []
    for at in [i for i, tag in enumerate(tags) if not tag]:
        word, last = spelled[at], tags[at - 1] if at else "."
        tag = LETTER.get(word[0]) or known.get(word)
        if tag is None or (tag == "v" and last in "Ds"):
            tag = guess(word, heading or last in OPENERS, language)
            if tag == "k":
                doubts.append(at)
        elif tag == "k":
            doubts.append(at)
        elif tag == "y" and not word[0].isupper():
            tag = "x" if word == "may" else "n"
        tags[at] = tag
        if word in second and tag in "abhpjvR" and at and f"{spelled[at - 1].lower()} {word}" in pairs:
            tags[at - 1] = "g" if spelled[at - 1].endswith("ing") else "v"
            tags[at] = "a"
    for at in doubts:
        tags[at] = settle(spelled, tags, at)
    return "".join(tags)


def settle(spelled: list[str], tags: list[str], at: int) -> str:
    """Verb or noun: `Ms. Diaz claims that` and `they claim`, but `her latest claims show` and `a text message`."""
    word = spelled[at].lower()
    before = tags[at - 1] if at else "."
    after = tags[at + 1] if at + 1 < len(tags) else "."
    if word.endswith("ing"):
        return "n" if before in "DTs" or (after in "bxp" and before not in ",xRP") else "g"
    if before in "RWz" or (before == "a" and at > 1 and tags[at - 2] in "RPONWxz") or (before == "x" and after != "p"):
        return "v"
    plural = at > 0 and before in "nNOMLP" and spelled[at - 1].endswith("s")
    if word.endswith("s") and not word.endswith("ss"):
        if before in "PN" and tags[at - 2 : at - 1] == ["Q"]:
            return "v"
        if before in "PONj,)" or (before == "n" and not plural):
            return "v" if after in FOLLOWS else "n"
        return "v" if before == "Q" and after in "PTDN" else "n"
    if plural:
        return "v" if after in "tQ,:DRPOTj" else "n"
    if word.endswith(("t", "d")) and word in {"thought", "found"}:
        return "v" if before in "PONn,)" else "n"
    return "n"


FOLLOWS = "tQ:DRPOTNjLpwaMz"


OPENERS = ".:-(Q"
"""Letters after which any word has a capital."""


@lru_cache(maxsize=32768)
def guess(word: str, opens: bool, language: str) -> str:  # noqa: FBT001 - a key of the cache
    """The letter of a word that no list has as written; `opens` where its capital may say nothing."""
    known = letters(language)
    first = word[0]
    if first.isupper():
        lower = word.lower()
        if opens or lower in {"the", "that", "and"}:
            tag = known.get(lower)
            if tag is not None and not (tag in "vbk" and word in titles(language)):
                return tag
            if lower.endswith("ly") and tag is None:
                return "a"
        elif word == "I" or (lower in known and known[lower] == "y"):
            return known[lower]
        if word in titles(language):
            return "T"
        return "N"
    if first.isdigit():
        return "d"
    if not first.isalpha():
        return "." if first in ".?!\u2026" else "-" if first in "-\u2013\u2014" else "@"
    if word in known:
        return "n"
    if word.endswith("ed"):
        return "e"
    if word.endswith("ing"):
        return "h"
    return "a" if word.endswith("ly") else "n"
