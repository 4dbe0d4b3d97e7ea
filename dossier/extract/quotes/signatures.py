"""Who signs a block quotation: a last line, or the end of one, that is no part of the words quoted."""

from __future__ import annotations

import re

CAPITAL = r"[A-Z\u00c0-\u00d6\u00d8-\u00de][\w.'\u2019-]*"
DASH = r"(?:[\u2013-\u2015\u2212]|--?)\s*"
FULL_NAME = rf"{CAPITAL}(?: (?:{CAPITAL}|[a-z]{{1,3}}))* {CAPITAL}"
MORE = r"(?:[,(][^!?\n]{0,80})?"
SIGNED_LINE = re.compile(rf"{DASH}(?:{FULL_NAME}{MORE}\.?|{CAPITAL})|{FULL_NAME}(?:[,(][^.!?\n]{{0,80}})?")
"""`— Tobias Hale, November 1911`, `— Montaigne`; without a dash a full name: `Lord Pryce`."""
SIGNED_END = re.compile(rf"(?<=[.!?\u2026\"\u201d\u2019)])\s+{DASH}(?:{FULL_NAME}{MORE}\.?|{CAPITAL})\s*\Z")
CLOSED = re.compile(r"[.!?\u2026][\"\u201d\u2019)]*\s*\Z")
REACH = 160
"""Characters of the longest signature."""


def is_signature(text: str, start: int, end: int, before: str) -> bool:
    """Whether a block is the signature under a quotation whose last characters are `before`."""
    if end - start > REACH or SIGNED_LINE.fullmatch(text, start, end) is None:
        return False
    return not text[start].isalpha() or CLOSED.search(before) is not None


def words_end(text: str, start: int, end: int) -> int:
    """Where the words of a block end before a signature in the same block: `We won. — Ada Diaz`."""
    match = SIGNED_END.search(text[max(start, end - REACH) : end])
    return max(start, end - REACH) + match.start() if match else end
