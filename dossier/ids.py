"""Ids that survive new seeds and edits elsewhere: a hash of the words and their company, never a position."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

COMPANY = 24
"""Characters of context on each side that tell two equal texts apart."""

WORD = re.compile(r"[^\W_]+")
FOLDED = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 0x20 for code in range(128)) + bytes(range(128, 256))
"""ASCII with small letters, and all but letters and digits as spaces."""
MARKS = "\u201c\u201d\u2014\u2013\u2018\u00a0\u2026"
"""Signs beyond ASCII that are no part of a word in any form, the commonest first."""

PARTING = "\n\n"
"""What parts blocks in a reading text. An id does not look beyond it: a new paragraph changes none beside it."""
RESERVED = frozenset(
    {"index", "con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))}
)
"""Addresses that no source has: the list of sources, and what some systems keep for devices, whatever the suffix."""
LONG = 1000
"""Longer texts are told by their first and last LONG / 2 characters."""


def normal(text: str) -> str:
    """Letters and digits of a text, folded, with single spaces: what an id looks at."""
    plain = ascii_of(text)
    if plain is None:
        return " ".join(WORD.findall(unicodedata.normalize("NFKD", text).casefold()))
    return b" ".join(plain.translate(FOLDED).split()).decode()


def ascii_of(text: str) -> bytes | None:
    """A text as ASCII, an apostrophe for `’` and a space for each other of MARKS; None where it holds more than that.

    Most English texts are ASCII but for these, and bytes are many times quicker to look through for words.
    """
    if text.isascii():
        return text.encode()
    text = text.replace("\u2019", "'")
    for mark in MARKS:
        if text.isascii():
            break
        text = text.replace(mark, " ")
    return text.encode() if text.isascii() else None


def digest(*parts: str) -> str:
    """Ten hexadecimal digits that name the given texts."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


class Minter:
    """Mints ids for one document: equal words with equal company are numbered in their own order."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.seen: dict[str, int] = {}

    def mint(self, text: str, start: int, end: int) -> str:
        """The id of `text[start:end]`, from its words and COMPANY characters on each side within its own block."""
        before = text[max(0, start - COMPANY) : start].rpartition(PARTING)[2]
        after = text[end : end + COMPANY].partition(PARTING)[0]
        name = digest(*map(normal, (*self.words(text, start, end), before, after)))
        again = self.seen[name] = self.seen.get(name, 0) + 1
        return f"{self.prefix}{name}" + (f"-{again}" if again > 1 else "")

    @staticmethod
    def words(text: str, start: int, end: int) -> tuple[str, ...]:
        """What an id looks at: the whole text, of a long one its ends, so that nested ones cost no square."""
        if end - start <= LONG:
            return (text[start:end],)
        return text[start : start + LONG // 2], text[end - LONG // 2 : end]


def slugify(text: str, limit: int = 60) -> str:
    """A lower-case ASCII address from any text: `Védrine` gives `vedrine`; "" where nothing is left."""
    if text.isascii() and len(text) <= limit and text.replace(" ", "").isalnum():
        # Most names are plain, and a collection has tens of thousands.
        return "-".join(text.lower().split())
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['\u2019]", "", ascii_text))
    slug = ""
    for word in words:
        if slug and len(slug) + 1 + len(word) > limit:
            break
        slug = f"{slug}-{word}" if slug else word[:limit]
    return slug
