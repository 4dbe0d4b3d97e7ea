"""No text costs more than three times the normal rate, from its cleaning to its pages.

The normal rate is that of prose: by the character, or by the thing found where there are more things than in prose. "in
2018 " repeated is a date in every eighth character, and each has its entry on the timeline and its record.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import cache

import pytest

from dossier.clean import clean
from dossier.extract import extract
from dossier.link import link
from dossier.model import Seed, Source
from tests.test_write_pages import files_of

PROSE = (
    "The council met on Tuesday, 6 May 2018, and its members spoke for two hours about the harbour.[1] “It was a good "
    "day for the island,” said Jane Doe, the mayor, who has led the town since 2011. The boat leaves at six in the "
    "morning, as it has done since the war, and comes back at nine.\n\nNobody in Westport remembers a winter in which "
    "it did not leave at its hour, whatever the weather was. In a letter to the ministry, Doe called the plan “an act "
    "of folly” that the European Union had paid for.\n\n"
)
UNITS = (
    *('"', "'", "“", "“a ", '"a ‘b ', '"Hi there you," he said. ', "(", "[", "[1]", "[1, ", "[a](", "[^1]"),
    *(
        "in 2018 ",
        "May ",
        "1 ",
        "2018-",
        "1/2/",
        "last week ",
        "of ",
        "of the ",
        "Alpha Beta ",
        "A. ",
        "A ",
        "Alpha of ",
    ),
    *(
        "Alpha Beta, Gamma Delta, ",
        "Alpha Beta and ",
        "he said, ",
        "Mr. ",
        "President ",
        ". ",
        ".",
        "- ",
        "-",
        "…",
        "\u00a0",
    ),
    *(
        " ",
        "\t",
        "*a ",
        "_a ",
        "`",
        "|",
        "> ",
        "<a ",
        "<a <b>",
        "&#",
        "&amp;",
        "http://a.b/",
        "a@b.c ",
        "x-",
        "e\u0301",
        "\u200b",
    ),
    *(
        "<!--",
        "{% ",
        "{{ ",
        "{: ",
        "(Source: ",
        "By ",
        "Photo: ",
        "(c) ",
        "\\",
        "$",
        "^ ",
        "called ",
        "Ã©",
        "\ufffd ",
        "\u2067",
    ),
)
SIZE = 6000
MOST = 3.0
ATTEMPTS = 4


def spent(text: str) -> tuple[float, int]:
    """CPU seconds of a text's way to its pages, and how many things are found in it."""
    seed = Seed("seeds/x.txt", "0", "utf-8", "txt", text)
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        document = clean(seed)
        source = Source(document, extract(document))
        files_of(link((source,)))
        seconds = time.process_time() - start
    finally:
        gc.enable()
    found = source.annotations
    notes = sum(len(note.refs) + 1 for note in found.notes)
    names = sum(len(name.mentions) for name in found.names)
    issues = len(document.issues) + len(found.issues)
    return seconds, len(document.blocks) + len(found.quotes) + len(found.dates) + notes + names + issues


@cache
def normal() -> Callable[[int], float]:
    """How long so many things may take in SIZE characters."""
    prose = PROSE * (SIZE // len(PROSE))
    spent(prose)
    seconds, things = min(spent(prose) for _ in range(3))
    empty = min(spent("A Title\n\nWords.")[0] for _ in range(3))
    return lambda found: MOST * max(seconds, empty + (seconds - empty) * found / things)


@pytest.mark.parametrize("unit", UNITS)
def test_no_text_costs_more_than_three_times_the_normal_rate(unit: str) -> None:
    text = unit * (SIZE // len(unit)) + "end"
    tried = []
    for _ in range(ATTEMPTS):
        seconds, things = spent(text)
        if seconds <= normal()(things):
            return
        tried.append(f"{seconds:.3f} s, and {normal()(things):.3f} s for {things} things")
    pytest.fail("; ".join(tried))


def test_the_measure_is_of_something() -> None:
    assert spent(PROSE * 4)[1] > 40
