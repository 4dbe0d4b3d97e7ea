"""Furniture of web pages: lines that every page of a site has and no article means. Words are in the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dossier.lexicon import table

LETTERS = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
EDGES = "…!?.:;,|*_»«›‹→←↓↑+-–—•·()[]#\"'“”‘’ \t\u00a0"
COUNT = re.compile(r"\d[\d.,]*[kKmM]?")
SYMBOLS = re.compile(r"^[\s|*_~=+\u2013\u2014\u2022\u00b7\u2026\u203a\u2039\u00bb\u00ab\u2192\u2190\u00d7-]{1,12}$")


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
    comments: frozenset[str]
    longest: int


@cache
def furniture(language: str) -> Furniture:
    """The furniture words of a language, from `dossier/lexicon/<language>/furniture.yml`."""
    words = table(language, "furniture")

    def listed(key: str) -> list[str]:
        found = words.get(key)
        return (
            [plain(str(item)) if "…" not in str(item) else str(item) for item in found]
            if isinstance(found, list)
            else []
        )

    whole = listed("whole")
    gapped = [gap_pattern(item) for item in whole if "…" in item]
    longest = words.get("longest")
    return Furniture(
        frozenset(item for item in whole if "…" not in item),
        tuple(gapped),
        tuple(listed("opening")),
        frozenset(listed("labelled")),
        frozenset(listed("counted")),
        tuple(sorted(listed("related"), key=len, reverse=True)),
        frozenset(listed("list_headers")),
        frozenset(listed("comments")),
        longest if isinstance(longest, int) else 0,
    )


def gap_pattern(phrase: str) -> re.Pattern[str]:
    """A phrase with `…` as a pattern over plain words, each followed by one space."""
    parts = [re.escape(plain(part) + " ") if part.strip() else "" for part in phrase.split("…")]
    return re.compile(r"(?:\S+ ){1,8}".join(parts))


def plain(text: str) -> str:
    """A line's words alone, lower-cased, with single spaces."""
    return " ".join(LETTERS.findall(text.lower().replace("\u2019", "'")))


def is_furniture(text: str, language: str = "en") -> str | None:
    """The rule by which a line is furniture, or None for a line of the article."""
    words = furniture(language)
    line = plain(text)
    count = len(line.split())
    if not line:
        return "symbols" if SYMBOLS.match(text.strip()) else None
    if line in words.whole:
        return "furniture-line"
    if count <= 12 and any(p.fullmatch(line + " ") for p in words.gapped):  # noqa: PLR2004
        return "furniture-line"
    if count <= words.longest and line.startswith(tuple(f"{o} " for o in words.opening)):
        return "furniture-opening"
    label, colon, _ = text.partition(":")
    if colon and plain(label) in words.labelled and count <= words.longest:
        return "labelled-furniture"
    if counter(line, words):
        return "counter"
    if 1 < count <= 12 and all(word in words.whole for word in line.split()):  # noqa: PLR2004 - a bar, not a text
        return "share-bar"
    return None


def counter(line: str, words: Furniture) -> bool:
    """Whether a line only counts: `12 Shares`, `3 min read`."""
    rest = COUNT.sub(" ", line).split()
    return bool(COUNT.search(line)) and bool(rest) and " ".join(rest) in words.counted


def is_related(text: str, language: str = "en") -> bool:
    """Whether a line points at another article: `Related article: …`, `Read more: …`."""
    label, colon, rest = text.partition(":")
    return bool(colon and rest.strip()) and plain(label) in furniture(language).related


def opens_list(text: str, language: str = "en") -> bool:
    """Whether a line heads a list of other articles."""
    return plain(text) in furniture(language).list_headers


def opens_comments(text: str, language: str = "en") -> bool:
    """Whether a line heads readers' comments: `3 Comments`, `Leave a Reply`."""
    line = COUNT.sub(" ", plain(text))
    return " ".join(line.split()) in furniture(language).comments
