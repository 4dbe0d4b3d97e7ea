"""Measure the article's text that is taken from saved pages: `python -m tests.bench.html DIR`.

DIR holds NAME.html and NAME.txt, the article's text as a person copied it. Both are cut into shingles of four words;
printed are each page's precision, recall and F1, lowest first, and the means. Exit status 0 always.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from dossier.clean import clean
from dossier.model import Document
from dossier.read import read

WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""A word, or one letter of a script that writes without spaces."""
WORDS = 4
BODY = frozenset({"heading", "paragraph", "bullet", "blockquote", "table", "code", "caption", "credit", "note"})
"""Roles of the article's text; its head and its author's biography are no part of that."""


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four words, with how often it stands."""
    words = WORD.findall(text.lower())
    return Counter(tuple(words[at : at + WORDS]) for at in range(max(len(words) - WORDS + 1, bool(words))))


def body(document: Document) -> str:
    """The article's text as its page shows it."""
    return "\n".join(document.words(block) for block in document.blocks if block.shown and block.role in BODY)


def rates(found: str, expected: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of one text."""
    have, want = shingles(found), shingles(expected)
    right = (have & want).total()
    precision = right / have.total() if have else 1.0
    recall = right / want.total() if want else 1.0
    return precision, recall, f1(precision, recall)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main(folder: Path) -> None:
    """Print the figures."""
    rows: list[tuple[float, float, float]] = []
    names: list[str] = []
    for path in sorted(folder.glob("*.html")):
        expected = path.with_suffix(".txt")
        if expected.is_file():
            text = body(clean(read(path)[0]))
            rows.append(rates(text, expected.read_text(encoding="utf-8")))
            names.append(path.stem)
    for (precision, recall, both), name in sorted(zip(rows, names, strict=True), key=lambda row: row[0][2]):
        print(f"{precision:.3f} {recall:.3f} {both:.3f} {name}")
    if rows:
        precision, recall, mean = (sum(row[n] for row in rows) / len(rows) for n in range(3))
        print(f"{len(rows)} pages: precision {precision:.3f}, recall {recall:.3f}, F1 {f1(precision, recall):.3f}")
        print(f"mean of the pages' F1: {mean:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
