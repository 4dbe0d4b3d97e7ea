"""Furniture of web pages: lines that every page of a site has and no article means. Words are in the lexicon."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from dossier.ids import ascii_of
from dossier.lexicon import table

LETTERS = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
ASCII_LETTERS = re.compile(rb"[a-z0-9]+(?:'[a-z0-9]+)?")
LOWERED = bytes(ord(chr(code).lower()) if chr(code).isalnum() or code == ord("'") else 0x20 for code in range(128))
LOWERED += bytes(range(128, 256))
"""ASCII as LETTERS sees it: small letters, digits and apostrophes, else spaces."""
COUNT = re.compile(r"\d[\d.,]*[kKmM]?")
SYMBOLS = re.compile(r"^[\s|*_~=+\u2013\u2014\u2022\u00b7\u2026\u203a\u2039\u00bb\u00ab\u2192\u2190\u00d7-]{1,12}$")
HANDLE = re.compile(r"@\w{2,30}")
CRUMB = re.compile(r"(?:(?<!\s)\s++)?+[>\u00bb\u203a|/\u2022\u00b7\u2192]\s*+")
STOP = re.compile(r"[.?!][\"'\u201d\u2019)]*$")
FULL_STOP = re.compile(r"[^.]\.[\"'\u201d\u2019)]*$")
SPOKEN = re.compile(r"[\"\u201c\u201d]")
GAP_WORDS = 12
"""A phrase with a gap fills a line of at most so many words."""
BAR_WORDS = 12
CRUMB_WORDS = 4
RELATED_SENTENCE = 14
"""A sentence of more words after "More:" is text of the article."""
LABELLED_SENTENCE = 8


@dataclass(frozen=True, slots=True)
class Furniture:
    """One language's furniture, ready for look-ups."""

    whole: frozenset[str]
    gapped: tuple[re.Pattern[str], ...]
    opening: tuple[str, ...]
    labelled: frozenset[str]
    counted: frozenset[str]
    related: tuple[str, ...]
    list_headers: frozenset[str]
    tag_headers: frozenset[str]
    comments: frozenset[str]
    comments_first: frozenset[str]
    """The first words of these."""
    comments_on: tuple[str, ...]
    narration: frozenset[str]
    longest: int


@cache
def furniture(language: str) -> Furniture:
    """The furniture words of a language, from `dossier/lexicon/<language>/furniture.yml`."""
    found = table(language, "furniture")

    def listed(key: str) -> list[str]:
        entries = found.get(key)
        return [str(item) for item in entries] if isinstance(entries, list) else []

    def plainly(key: str) -> frozenset[str]:
        return frozenset(plain(item) for item in listed(key))

    longest = found.get("longest")
    return Furniture(
        whole=frozenset(plain(item) for item in listed("whole") if "…" not in item),
        gapped=tuple(gap_pattern(item) for item in listed("whole") if "…" in item),
        opening=tuple(f"{plain(item)} " for item in listed("opening")),
        labelled=plainly("labelled"),
        counted=plainly("counted"),
        related=tuple(sorted(plainly("related"), key=len, reverse=True)),
        list_headers=plainly("list_headers"),
        tag_headers=plainly("tag_headers"),
        comments=plainly("comments"),
        comments_first=frozenset(item.partition(" ")[0] for item in plainly("comments")),
        comments_on=tuple(f"{item} " for item in plainly("comments_on")),
        narration=plainly("narration"),
        longest=longest if isinstance(longest, int) else 0,
    )


def gap_pattern(phrase: str) -> re.Pattern[str]:
    """A phrase with `…` as a pattern over plain words, each followed by one space."""
    parts = [re.escape(plain(part) + " ") if part.strip() else "" for part in phrase.split("…")]
    return re.compile(r"(?:\S+ ){1,8}".join(parts))


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """A line's words alone, lower-cased, with single spaces."""
    seen = ascii_of(text)
    if seen is None:
        return " ".join(LETTERS.findall(text.lower().replace("\u2019", "'")))
    words = seen.translate(LOWERED)
    return b" ".join(ASCII_LETTERS.findall(words) if b"'" in words else words.split()).decode()


@dataclass(frozen=True, slots=True)
class Look:
    """One line as the tests below see it: as it stands, its plain words, whether it tells rather than prompts."""

    text: str
    line: str
    count: int
    tells: bool


Test = Callable[[Look, Furniture], bool]


def whole_line(look: Look, known: Furniture) -> bool:
    """`Share this`; a single word with a full stop is somebody's answer: "Listen."."""
    return look.line in known.whole and not (look.count == 1 and bool(FULL_STOP.search(look.text)))


def gapped_line(look: Look, known: Furniture) -> bool:
    """`Share on Facebook`, `More from World`; not "More on that later."."""
    if look.count > GAP_WORDS or look.tells:
        return False
    fits = any(p.fullmatch(f"{look.line} ") for p in known.gapped)
    return fits and not (look.line.startswith("more ") and bool(STOP.search(look.text)))


def opening_line(look: Look, known: Furniture) -> bool:
    """`Sign up for our newsletter …`; not a sentence that tells: "Subscribe now, he said, or leave."."""
    line = f"{look.line} "
    if look.count > known.longest or not line.startswith(known.opening):
        return False
    phrase = next(phrase for phrase in known.opening if line.startswith(phrase))
    return not tells(look.text, line[len(phrase) :], known)


def labelled_line(look: Look, known: Furniture) -> bool:
    """`Tags: Europe, Russia`; not "Topics: we talk about the war and what comes after it."."""
    label, colon, rest = look.text.partition(":")
    if not colon or plain(label) not in known.labelled or look.count > known.longest:
        return False
    return not look.tells and not (bool(STOP.search(rest)) and look.count > LABELLED_SENTENCE)


def counter_line(look: Look, known: Furniture) -> bool:
    """`12 Shares`, `3 min read`."""
    rest = COUNT.sub(" ", look.line).split()
    return bool(COUNT.search(look.line)) and bool(rest) and " ".join(rest) in known.counted


def bar_line(look: Look, known: Furniture) -> bool:
    """`Facebook Twitter Email Print`: a bar of buttons, not a text."""
    parts = look.line.split()
    return 1 < look.count <= BAR_WORDS and not STOP.search(look.text) and all(word in known.whole for word in parts)


TESTS: tuple[tuple[str, Test], ...] = (
    ("furniture-line", whole_line),
    ("furniture-line", gapped_line),
    ("furniture-opening", opening_line),
    ("labelled-furniture", labelled_line),
    ("counter", counter_line),
    ("share-bar", bar_line),
)


def is_furniture(text: str, language: str = "en") -> str | None:
    """The rule by which a line is furniture, or None for a line of the article."""
    known = furniture(language)
    head = text[: 40 * known.longest]
    line = plain(head)
    count = line.count(" ") + 1
    if not line:
        return "symbols" if SYMBOLS.match(text.strip()) else None
    if HANDLE.fullmatch(text.strip()):
        return "handle"
    if count > known.longest:
        return None
    look = Look(text, line, count, tells(text, line, known))
    return next((name for name, test in TESTS if test(look, known)), None)


def tells(text: str, line: str, known: Furniture) -> bool:
    """Whether a line tells of somebody rather than prompts its reader: it quotes, or it narrates in the past."""
    return len(SPOKEN.findall(text)) > 1 or not known.narration.isdisjoint(line.split())


def is_breadcrumb(text: str) -> bool:
    """Whether a line is a path through a site, or its menu: `Home > World > Europe`."""
    parts = [part for part in CRUMB.split(text.strip()) if part]
    if len(parts) < 3 or STOP.search(text.strip()):  # noqa: PLR2004 - two parts may be a name and a role
        return False
    return all(len(part.split()) <= CRUMB_WORDS and part[0].isalpha() and part[0].isupper() for part in parts)


def is_related(text: str, language: str = "en") -> bool:
    """Whether a line points at another article: `Related article: …`, `Read more: …`."""
    known = furniture(language)
    for sign in (":", "|", "\u00bb", ">"):
        label, mark, rest = text.partition(sign)
        if mark and rest.strip() and plain(label) in known.related:
            words = len(rest.split())
            sentence = bool(STOP.search(rest.strip(" *_")))
            return not (sentence and words > RELATED_SENTENCE) and not tells_of_past(rest, known)
    return False


def tells_of_past(rest: str, known: Furniture) -> bool:
    """Whether what follows a label is a sentence that narrates, which a headline in the present does not."""
    return bool(STOP.search(rest.strip())) and not known.narration.isdisjoint(plain(rest).split())


def opens_list(text: str, language: str = "en") -> bool:
    """Whether a line heads a list of other articles."""
    return plain(text) in furniture(language).list_headers and not FULL_STOP.search(text.strip())


def opens_tags(text: str, language: str = "en") -> bool:
    """Whether a line heads a page's keywords: `Topics`, where the article has ended."""
    return plain(text) in furniture(language).tag_headers


def opens_comments(text: str, language: str = "en") -> bool:
    """Whether a line heads readers' comments: `3 Comments`, `Leave a Reply`."""
    line, known = plain(text), furniture(language)
    first = line.partition(" ")[0]
    if first.isalpha() and first not in known.comments_first:
        return False
    line = " ".join(COUNT.sub(" ", line).split())
    return line in known.comments or (text.lstrip()[:1].isdigit() and line.startswith(known.comments_on))
