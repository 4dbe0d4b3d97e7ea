"""What each source says of a date: the clause, when it was, and the words that another source may share."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from dossier.lexicon import words
from dossier.link.days import Days, days
from dossier.model import Date, Source
from dossier.sourcemap import TextSpan

WORD = re.compile(r"[^\W_]+")
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """One date of one source. `names` are the words of names, `words` the others, `pairs` two of these in a row."""

    slug: str
    date: Date
    label: TextSpan
    when: Days | None
    names: frozenset[str]
    words: frozenset[str]
    pairs: frozenset[str]
    people: frozenset[str]

    @property
    def items(self) -> Iterator[str]:
        """Names, words and pairs, each once."""
        yield from self.names
        yield from self.words - self.names
        yield from self.pairs

    @property
    def key(self) -> tuple[str, int, str]:
        """The order that a reader would expect."""
        return (self.slug, self.date.span.start, self.date.id)


@cache
def idle() -> frozenset[str]:
    """Words too common to tie two statements."""
    return frozenset(
        fold(word) for name in ("small_words", "idle_words", "calendar_words") for word in words("en", name)
    )


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word without accents, case or plural: `Brégançon` and `Bregancon` are one."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return bare[:-1] if len(bare) > SHORTEST and bare.endswith("s") and not bare.endswith("ss") else bare


def every_statement(sources: Iterable[Source]) -> list[Statement]:
    """The statements of all sources in order."""
    return sorted((each for source in sources for each in statements(source)), key=lambda each: each.key)


def statements(source: Source) -> list[Statement]:
    """Every date of a source that tells an event, in text order."""
    text = source.document.text
    mentions = sorted(
        (mention.start, mention.end, name.type) for name in source.annotations.names for mention in name.mentions
    )
    made = []
    for date in source.annotations.dates:
        if date.role == "event" and date.event is not None:
            inside = [m for m in mentions if m[0] < date.event.end and date.event.start < m[1]]
            made.append(statement(source.slug, text, date, date.event, inside))
    return made


def statement(slug: str, text: str, date: Date, label: TextSpan, mentions: Sequence[tuple[int, int, str]]) -> Statement:
    """One statement with its words."""
    named, people, plain = set(), set(), []
    for m in WORD.finditer(text, label.start, label.end):
        word = fold(m[0])
        kind = next((kind for start, end, kind in mentions if start <= m.start() < end), "")
        if m.start() >= date.span.start and m.end() <= date.span.end:
            plain.append("")
        elif kind and word not in idle() and (len(word) >= SHORTEST or any(c.isdigit() for c in word)):
            named.add(word)
            if kind == "person":
                people.add(word)
            plain.append("")
        elif len(word) >= SHORTEST and word not in idle() and not word.isdigit():
            plain.append(word)
    pairs = {f"{one} {two}" for one, two in pairwise(plain) if one and two}
    when = days(date.edtf) if date.edtf else None
    return Statement(
        slug, date, label, when, frozenset(named), frozenset(w for w in plain if w), frozenset(pairs), frozenset(people)
    )


def frequencies(found: Iterable[Statement]) -> Counter[str]:
    """How many statements hold each word or pair."""
    return Counter(item for each in found for item in each.items)
