from __future__ import annotations

from collections.abc import Callable

import pytest

from dossier.clean import clean
from dossier.extract import extract
from dossier.model import Seed
from tests.linear import assert_linear

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
SIZE = 15_000


@pytest.mark.parametrize("name", PATTERNS)
def test_time_grows_with_the_text_and_not_with_its_square(name: str) -> None:
    unit = PATTERNS[name]

    def work(size: int) -> Callable[[], object]:
        seed = Seed("seeds/x.txt", "", "utf-8", "txt", unit * (size // len(unit)) + "end")
        return lambda: extract(clean(seed))

    work(400)()
    assert_linear(work, SIZE)
