"""Quotations pulled out of the text: boxes that a page names so, whose words stand in a paragraph of it as well.

One that says something else is text of the article, and so is a block quotation that the text repeats.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dossier.clean.html.layout import is_block
from dossier.clean.html.parts import parts_of
from dossier.clean.html.runs import Page, Spot

WORD = re.compile(r"\w+")
FEWEST = 4
"""Words from which a repetition is none by chance; what is shorter in such a box says who said it."""
PLACES = 8
"""Places of the text at which a box's first words are looked for."""


def pulled(page: Page, rules: Sequence[str]) -> set[int]:
    """The runs of boxes all of whose sentences the article's text repeats word for word."""
    boxes = list(pulled_boxes(page, rules))
    if not boxes:
        return set()
    inside = {number for box in boxes for number in range(box.low, box.high)}
    texts = {number: folded(page.runs[number].text) for number in inside}
    told = Told([run.text for n, run in enumerate(page.runs) if not rules[n] and n not in inside], texts.values())
    found: set[int] = set()
    for box in boxes:
        sentences = [texts[n] for n in range(box.low, box.high) if len(texts[n]) >= FEWEST]
        if sentences and all(told.holds(words) for words in sentences):
            found.update(range(box.low, box.high))
    return found


def pulled_boxes(page: Page, rules: Sequence[str]) -> Iterator[Spot]:
    """The outermost boxes that are named pulled quotations and stand in the article."""
    until = -1
    for number, spot in enumerate(page.spots):
        if number > until and spot.low < spot.high and is_block(spot.element) and "pulled" in parts_of(spot.element):
            until = spot.last
            if not any(rules[spot.low : spot.high]):
                yield spot


def folded(text: str) -> list[str]:
    """The words of a text without case, marks and quotation marks."""
    return WORD.findall(text.casefold())


class Told:
    """The words of an article's text, with the places where any of the sentences looked for may begin."""

    def __init__(self, texts: Sequence[str], wanted: Iterable[list[str]]) -> None:
        openings = {tuple(words[:FEWEST]) for words in wanted}
        self.words: list[str] = []
        self.places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for text in texts:
            start = len(self.words)
            self.words += folded(text)
            for at in range(start, len(self.words) - FEWEST + 1):
                opening = tuple(self.words[at : at + FEWEST])
                if opening in openings and len(self.places[opening]) < PLACES:
                    self.places[opening].append(at)
            self.words.append("")

    def holds(self, words: list[str]) -> bool:
        """Whether some paragraph has these words one after another."""
        size = len(words)
        return any(self.words[at : at + size] == words for at in self.places.get(tuple(words[:FEWEST]), ()))
