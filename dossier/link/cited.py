"""What one source says of itself and of others, by address or by title, in columns."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from urllib.parse import urlsplit
from zlib import crc32

from dossier.link.packed import Texts, narrow, texts
from dossier.model import Document, Source

WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
URL = re.compile(r"https?://[^\s<>\"'\u201c\u201d\u2019)\]]+[^\s<>\"'\u201c\u201d\u2019)\].,;:!?]")
ARCHIVED = re.compile(r"^(?:https?://)?web\.archive\.org/web/\d+[a-z_]*/", re.IGNORECASE)
FEWEST = 4
"""A title of fewer words ("The Deal") is too likely to be something else."""
HEAD = frozenset(("title", "subtitle", "metadata"))
"""Roles in which a text names itself: two captures of one article do not refer to each other."""
RULES = ("link-target", "written-address")


@dataclass(frozen=True, slots=True)
class Cited:
    """The source's own addresses and the folded words of its title; the addresses that it gives, and where, by RULES.

    `runs` are the checks of every FEWEST words in a row: a text without those of a title need not be read for it.
    """

    own: Texts
    title: str
    given: Texts
    starts: array[int]
    ends: array[int]
    rules: bytes
    runs: array[int]


def cited(source: Source) -> Cited:
    """What the source says."""
    document = source.document
    meta = document.meta
    own = (plain_address(fact.value) for fact in (meta.url, meta.archived_url) if fact)
    title = " ".join(folded(m[0]) for m in WORD.finditer(meta.title.value)) if meta.title else ""
    given = [each for each in (*linked(document), *written(document)) if each[0]]
    return Cited(
        texts(filter(None, own)),
        title,
        texts(address for address, _, _, _ in given),
        narrow(start for _, start, _, _ in given),
        narrow(end for _, _, end, _ in given),
        bytes(rule for _, _, _, rule in given),
        array("I", [run for words in heard(document) for run in runs(words)]),
    )


def plain_address(url: str) -> str:
    """An address as two writers may share it: no scheme, `www.`, archive, query of a campaign, fragment, last slash."""
    try:
        parts = urlsplit(ARCHIVED.sub("", url.strip()))
    except ValueError:
        return ""
    host = parts.netloc.lower().removeprefix("www.")
    query = "&".join(part for part in parts.query.split("&") if part and not part.lower().startswith("utm_"))
    path = parts.path.rstrip("/")
    return f"{host}{path}" + (f"?{query}" if query else "") if host and (path or query) else ""


@lru_cache(maxsize=1 << 17)
def folded(word: str) -> str:
    """A word without its case, its accents and the shape of its apostrophe."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.replace("\u2019", "'")).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))


def linked(document: Document) -> Iterator[tuple[str, int, int, int]]:
    """Links of the seed: their target and where they stand."""
    for mark in document.marks:
        if mark.kind == "link" and mark.target and mark.span.end > mark.span.start:
            yield plain_address(mark.target), mark.span.start, mark.span.end, 0


def written(document: Document) -> Iterator[tuple[str, int, int, int]]:
    """Addresses written out in the text."""
    for match in URL.finditer(document.text):
        yield plain_address(match[0]), match.start(), match.end(), 1


def readable(document: Document) -> Iterator[tuple[int, int]]:
    """The blocks in which a text may name another."""
    for block in document.blocks:
        if block.shown and block.role not in HEAD:
            yield block.span.start, block.span.end


def heard(document: Document) -> Iterator[list[str]]:
    """The words of each of them, folded."""
    for start, end in readable(document):
        text = document.text[start:end]
        yield WORD.findall(text.lower()) if text.isascii() else [folded(word) for word in WORD.findall(text)]


def runs(words: Sequence[str]) -> list[int]:
    """The check of every FEWEST words in a row."""
    whole = " ".join(words).encode("utf-8", "surrogatepass")
    plain = whole.isascii()
    sizes = map(len, words if plain else [word.encode("utf-8", "surrogatepass") for word in words])
    # Each run ends before the space behind its last word.
    starts = [at + size for at, size in enumerate(accumulate(sizes, initial=0))]
    return [crc32(whole[start : end - 1]) for start, end in zip(starts, starts[FEWEST:], strict=False)]
