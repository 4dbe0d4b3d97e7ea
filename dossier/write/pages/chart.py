"""Who speaks in which source: quoted words as bars, drawn when the site is built, and the same as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from dossier.write import describe
from dossier.write.catalogue import Catalogue
from dossier.write.escape import Safe, attribute

ROWS = 12
"""Speakers that have a bar; the table has all."""
COLOURS = 5
"""Sources with a colour of their own; the others share one."""
PIECES = 30
"""Sources that are pieces of one bar; what others quote of a speaker is one piece."""
WIDTH = 1000
"""Units of the longest bar."""
SHOWN_TABLE = 80
"""Rows of the table; the downloads have all."""

Saying = tuple[str, str, str, int]
"""Anchor and name of the speaker, slug of the source, number of words."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One speaker: the quoted words and their drawing."""

    to: str
    name: str
    words: int
    drawing: Safe


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table."""

    to: str
    name: str
    source: str
    words: int
    quotations: int


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars, what their colours mean, and the table."""

    bars: tuple[Bar, ...]
    legend: tuple[tuple[Safe, str], ...]
    table: tuple[Row, ...]
    more: int
    """Speakers without a bar."""
    untold: int
    """Rows that the table leaves out."""

    @property
    def rows(self) -> tuple[Bar | Row, ...]:
        """Everything that leads to a speaker."""
        return (*self.bars, *self.table)


def chart(shelf: Catalogue, sayings: Iterable[Saying]) -> Chart:
    """The chart of some quotations."""
    words: dict[tuple[str, str], Counter[str]] = {}
    numbers: Counter[tuple[str, str, str]] = Counter()
    for place, name, slug, size in sayings:
        words.setdefault((place, name), Counter())[slug] += size
        numbers[place, name, slug] += 1
    order = sorted(words, key=lambda who: (not who[0].startswith("by-"), -words[who].total(), who[1], who[0]))
    shown = [who for who in order if who[0].startswith("by-")][:ROWS]
    rest = [who for who in order if not who[0].startswith("by-")]
    by_source: Counter[str] = Counter()
    for who in [*shown, *rest]:
        by_source.update(words[who])
    slugs = sorted(by_source, key=lambda slug: (-by_source[slug], slug))
    colour = {slug: min(number, COLOURS) for number, slug in enumerate(slugs)}
    longest = max((words[who].total() for who in [*shown, *rest]), default=1)
    bars = tuple(bar(shelf, who, words[who], colour, longest) for who in [*shown, *rest])
    table = (
        Row(place, name, shelf.shorts[slug], number, numbers[place, name, slug])
        for place, name in order
        for slug, number in sorted(words[place, name].items(), key=lambda pair: (-pair[1], pair[0]))
    )
    more, untold = len(order) - len(shown) - len(rest), max(len(numbers) - SHOWN_TABLE, 0)
    return Chart(bars, legend(shelf, slugs), tuple(islice(table, SHOWN_TABLE)), more, untold)


def bar(shelf: Catalogue, who: tuple[str, str], words: Counter[str], colour: dict[str, int], longest: int) -> Bar:
    """One speaker's bar: a piece for each source, in the legend's order."""
    drawn, at = [], 0.0
    slugs = sorted(words, key=lambda slug: (colour[slug], -words[slug], slug))
    pieces = [(colour[slug], shelf.shorts[slug], words[slug]) for slug in slugs[:PIECES]]
    others = slugs[PIECES:]
    if others:
        pieces.append((COLOURS, describe.count(len(others), "other source"), sum(words[slug] for slug in others)))
    for tint, name, number in pieces:
        wide = number * WIDTH / longest
        told = attribute(f"{name}: {describe.count(number, 'word')}")
        drawn.append(
            f'<rect class="d-tint-{tint}" x="{at:.1f}" width="{max(wide - 1.5, 1):.1f}" height="10">'
            f"<title>{told}</title></rect>"
        )
        at += wide
    return Bar(who[0], who[1], words.total(), svg("d-bar", f"0 0 {WIDTH} 10", "".join(drawn)))


def legend(shelf: Catalogue, slugs: Sequence[str]) -> tuple[tuple[Safe, str], ...]:
    """What each colour stands for."""
    named = [(number, shelf.shorts[slug]) for number, slug in enumerate(slugs[:COLOURS])]
    if len(slugs) > COLOURS:
        named.append((COLOURS, "other sources"))
    return tuple((svg("d-key", "0 0 10 10", f'<rect class="d-tint-{n}" width="10" height="10"/>'), s) for n, s in named)


def svg(name: str, box: str, inside: str) -> Safe:
    """A drawing that the words beside it make superfluous for whoever cannot see it."""
    opened = f'<svg class="{name}" viewBox="{box}" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
    return Safe(f"{opened}{inside}</svg>")
