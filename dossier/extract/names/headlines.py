"""Where capitals say nothing: headlines in Title Case, links and quoted titles in running text, lines in capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.extract.names.kinds import Kind
from dossier.extract.names.words import Word
from dossier.model import Document

LONG = re.compile(r"\b[^\W\d_]{4,}")
CLOSING = " \"'\u201d\u2019)]"
MOST = 0.7
SHORT = 240
FEWEST = 3


def headline_words(document: Document, text: str, words: Sequence[Word]) -> list[bool]:
    """For each word whether its capital may be a headline's."""
    flags = [False] * len(words)
    at = 0
    for block in document.blocks:
        start = at
        while at < len(words) and words[at].start < block.span.end:
            at += 1
        length = block.span.end - block.span.start
        if at - start >= FEWEST and length <= SHORT and title_case(text[block.span.start : block.span.end]):
            flags[start:at] = [True] * (at - start)
    mark_runs(words, flags)
    return flags


def title_case(line: str) -> bool:
    """Whether most longer words of a line begin with a capital; a line that ends like a sentence is one."""
    if line.rstrip(CLOSING).endswith("."):
        return False
    found = LONG.findall(line)
    capital = sum(1 for word in found if word[0].isupper())
    return len(found) >= FEWEST and capital >= MOST * len(found)


def mark_runs(words: Sequence[Word], flags: list[bool]) -> None:
    """Mark rows of capitals that hold small words with a capital ("Says EU Must Rebuild")."""
    start = 0
    for at in range(1, len(words) + 1):
        if at < len(words) and words[at].joined:
            continue
        if at - start >= FEWEST and any(w.kind & Kind.SMALL for w in words[start + 1 : at]):
            flags[start:at] = [True] * (at - start)
        start = at
