from __future__ import annotations

import time

import pytest

from dossier.clean import clean
from dossier.extract import extract
from dossier.model import Seed

# Each pattern is long enough to hurt if some step looks at all that came before: nested marks, one endless sentence,
# dates without end, brackets that never close.
PATTERNS = {
    "straight marks": '"',
    "nested quotations": "\u201ca ",
    "quotation after quotation": '"Hi there you," he said. ',
    "single marks": "'",
    "dates": "in 2018 ",
    "months": "May ",
    "digits": "1 ",
    "open brackets": "(",
    "note markers": "[1]",
    "links that never close": "[a](",
    "capitals": "Alpha Beta ",
    "prepositions": "of ",
    "short lines": "abc\n",
    "short paragraphs": "Abc def ghi said.\n\n",
    "stars": "*a ",
    "spaces": " ",
    "source labels": "(Source: ",
}
SIZE = 10_000
ATTEMPTS = 3
NOISE = 0.05
GROWTH = 3.0
"""Twice the text may take this many times as long: 2 for a linear step, 4 for a quadratic one, and some noise."""


def seconds(text: str) -> float:
    """CPU seconds to clean and extract a text."""
    start = time.process_time()
    extract(clean(Seed("seeds/x.txt", "", "utf-8", "txt", text + "end")))
    return time.process_time() - start


@pytest.mark.parametrize("name", PATTERNS)
def test_time_grows_with_the_text_and_not_with_its_square(name: str) -> None:
    unit = PATTERNS[name]
    seconds(unit * 40)
    for _ in range(ATTEMPTS):
        once, twice = (seconds(unit * (size // len(unit))) for size in (SIZE, 2 * SIZE))
        if twice <= max(once, NOISE) * GROWTH:
            return
    pytest.fail(f"{once:.3f} s, and {twice:.3f} s for twice the text")
