"""Lines about the text rather than of it: labels over what was dropped, the few words that a box of dates holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dossier.clean.draft import Draft
from dossier.clean.html.cards import nearest
from dossier.clean.html.layout import is_block
from dossier.clean.html.names import HEADINGS
from dossier.clean.html.parts import parts_of
from dossier.clean.html.runs import Page, Run
from dossier.clean.html.weights import Sums, weigh

META_LINE = "meta-line"
LONGEST_META = 120
"""Letters of a line about the text, at most."""
META_DEPTH = 3
LABEL = 60
"""Letters of a label over links to other pages, at most."""
COUNTED = re.compile(r"\d{1,5}(?:\s+\d{1,5})+", re.ASCII)
FEWEST_LINES = 4
"""Lines that are counted, at least."""
NAMED = frozenset({"page-related", "page-cards", "page-contents"})
LISTED = NAMED | {"page-links", "page-advert"}


def is_meta(run: Run, draft: Draft) -> bool:
    """Whether a run is a line about the text by the names of its boxes: `LocalMay 3Written By Jane Roe`."""
    if draft.role != "paragraph" or run.holder.tag == "p" or len(run.text) > LONGEST_META or weigh(run).prose:
        return False
    return any("meta" in parts_of(each) for each in (run.holder, *nearest(run.holder, META_DEPTH)))


def labels(page: Page, rules: Sequence[str]) -> Iterator[int]:
    """Runs that head a box in which all else was dropped: `Other news` over links to three other pages."""
    named = Sums([rule in NAMED for rule in rules])
    listed = Sums([rule in LISTED for rule in rules])
    for spot in page.spots:
        if spot.high - spot.low < 2 or rules[spot.low] or not is_block(spot.element):  # noqa: PLR2004 - a label and a link
            continue
        run, rest = page.runs[spot.low], spot.high - spot.low - 1
        known = named if run.holder.tag in HEADINGS else listed
        if len(run.text) <= LABEL and not weigh(run).prose and known.between(spot.low + 1, spot.high) == rest:
            yield spot.low


def line_numbers(page: Page) -> Iterator[int]:
    """Runs that count the lines beside them: `1 2 3 4` in a column of its own."""
    for number, run in enumerate(page.runs):
        if run.text[:1].isdigit() and COUNTED.fullmatch(run.text):
            values = [int(word) for word in run.text.split()]
            if values == list(range(values[0], values[0] + len(values))) and len(values) >= FEWEST_LINES:
                yield number
