"""What a line looks like: a sentence, a headline, a person's name, an address. Shapes, not words of one site."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dossier.ids import ascii_of
from dossier.lexicon import table, words

CLOSING = r"[\"'\u201d\u2019\u00bb)\]*_]"
MARKER = r"(?:\s?\[\^?\w{1,5}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]|\d{1,3}|[*\u2020\u2021])"
AFTER_STOP = rf"{CLOSING}{{0,6}}{MARKER}{{0,9}}[\"'\u201d\u2019)]{{0,3}}$"
TERMINAL = re.compile(rf"[.?!\u2026:;]{AFTER_STOP}")
SENTENCE_END = re.compile(rf"[.?!\u2026]{AFTER_STOP}")
SENTENCE_INSIDE = re.compile(r"[a-z\d)\]\"\u201d][.?!][\"\u201d')]?(?:\[\d{1,3}\])?\s+[A-Z\u00c0-\u00de\"\u201c]")
STOP_INSIDE = re.compile(r"[a-z)\]]\.(?:\[\d{1,3}\])?\s+[A-Z\u00c0-\u00de\"\u201c]")
ENDING = 60
"""Characters at a text's end among which its last stop is looked for."""
PROSE_WORDS = 14
"""A sentence of so many words is running text; a headline is shorter or has no stop."""
CHAPTER_WORDS = 8
"""A heading with a full stop is at most so long: "Festival Customs."."""
CAPITALISED = 0.8
"""Share of a headline's words that begin with a capital in title case."""
WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*\.?")
SHAPE = bytes(0x61 if chr(code).isalnum() else 0x2D if chr(code) in "'.-" else 0x20 for code in range(256))
"""ASCII as WORD sees it: `a` for what words are made of, `-` for what joins two parts of one, else a space."""
SMALL = words("en", "small_in_titles")
"""Words that a headline or a name may leave in lower case."""
NAME = re.compile(
    r"(?:(?:[A-Z\u00c0-\u00de][\w'\u2019.-]*|al-[A-Z]\w+|d['\u2019][A-Z]\w+|"
    r"(?:de|del|della|der|di|du|la|le|van|von|ten|ter|den|bin|al|el|y|e))\s+){0,4}"
    r"[A-Z\u00c0-\u00de][\w'\u2019.-]+"
)
NOT_A_NAME = re.compile(r"\d|[:;!?()/|\u2013\u2014@#]")
URL = re.compile(r"<?(?:https?://|www\.)[^\s<>\"]+>?", re.IGNORECASE)


@lru_cache(maxsize=1024)
def word_count(text: str) -> int:
    """Words of a text; many rules ask it of the same lines."""
    plain = ascii_of(text)
    if plain is None:
        return len(WORD.findall(text))
    shape = b" " + plain.translate(SHAPE)
    return shape.count(b" a") + shape.count(b" -a") + shape.count(b"--a")


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, note markers and closing marks aside."""
    return bool(SENTENCE_END.search(text.rstrip()[-ENDING:]))


@lru_cache(maxsize=1024)
def is_prose(text: str) -> bool:
    """Whether a block is running text: a sentence of some length."""
    if word_count(text) < PROSE_WORDS or not any(c.islower() for c in text):
        return False
    if TERMINAL.search(text.rstrip()[-ENDING:]):
        return True
    return bool(STOP_INSIDE.search(text)) and not title_case(text)


def is_url(text: str) -> bool:
    """Whether a line is an address and nothing else."""
    return bool(URL.fullmatch(text.strip()))


def is_name(text: str, *, words: tuple[int, int] = (2, 5)) -> bool:
    """Whether a line has the shape of one person's name."""
    text = text.strip().rstrip(",")
    count = len(text.split())
    if not words[0] <= count <= words[1] or NOT_A_NAME.search(text) or text.endswith(("...", "…")):
        return False
    return bool(NAME.fullmatch(text)) and not any(w.lower() in generic_words() for w in text.split())


@cache
def generic_words() -> frozenset[str]:
    """Words of headings, which no name holds."""
    headings = page_words("generic_headings") + page_words("note_headings") + page_words("bio_headings")
    return frozenset(word for heading in headings for word in heading.split()) - SMALL


@cache
def page_words(key: str, language: str = "en") -> tuple[str, ...]:
    """A list of `page_words.yml`."""
    found = table(language, "page_words").get(key)
    return tuple(str(item) for item in found) if isinstance(found, list) else ()


def is_headline(text: str, *, longest: int = 30) -> bool:
    """Whether a line can be a title or a heading: few words, no full stop at its end (a chapter's short one aside)."""
    count = word_count(text)
    if not 1 <= count <= longest or not any(c.isalpha() for c in text):
        return False
    body = text.strip().rstrip("*_")
    if body.endswith((",", ";")) or body[:1] in "-\u2013\u2014":
        return False
    if body.endswith(".") and not body.endswith(("...", "U.S.")):
        return count <= CHAPTER_WORDS and title_case(text)
    return first_letter(body).isupper() or body[:1].isdigit() or body[:1] in "\"'\u201c\u2018\u00ab\u00bf\u00a1#"


def first_letter(text: str) -> str:
    """The first letter of a text, or "x"."""
    return next((c for c in text if c.isalpha()), "x")


def title_case(text: str) -> bool:
    """Whether all words but the small ones are capitalised."""
    found = [w for w in WORD.findall(text) if w.lower() not in SMALL and w[0].isalpha()]
    return bool(found) and sum(w[0].isupper() for w in found) >= CAPITALISED * len(found)


def shouted(text: str) -> bool:
    """Whether a line is all capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)
