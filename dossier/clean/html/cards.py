"""Cards: boxes of one shape, each with a headline that links to another page and at most a few words on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dossier.clean.html.nodes import Element, ancestors
from dossier.clean.html.parts import parts_of
from dossier.clean.html.runs import Page, Run, Spot
from dossier.clean.html.weights import Sums, Weight

BOXES = frozenset({"div", "li", "article", "section", "a"})
FEWEST = 3
"""So many boxes in a row are a list of pages."""
MOST_RUNS = 8
MOST_PROSE = 350
"""Letters of running text on a card, at most; an entry of a list that the article itself is has more."""
HEADLINE = 15
"""Letters of a headline, at least: shorter links are names and dates."""
KICKER = 40
"""Letters before the headline, at most: a section's name, a date."""
WHOLLY = 0.9
MOSTLY = 0.7


def cards(page: Page, weights: Sequence[Weight]) -> set[int]:
    """The runs that stand on cards."""
    prose = Sums([weight.prose for weight in weights])
    boxes: dict[tuple[int, str, str], list[Spot]] = defaultdict(list)
    for spot in page.spots:
        if spot.element.tag in BOXES and spot.high > spot.low:
            name = next(iter(spot.element.classes), "")
            boxes[spot.parent, spot.element.tag, name].append(spot)
    found: set[int] = set()
    for group in boxes.values():
        if len(group) >= FEWEST and not in_text(group[0].element):
            short = [spot for spot in group if 1 < spot.high - spot.low <= MOST_RUNS]
            carded = [spot for spot in short if is_card(page.runs[spot.low : spot.high], prose.of(spot))]
            if len(carded) >= MOSTLY * len(group):
                found.update(number for spot in carded for number in range(spot.low, spot.high))
    return found


def is_card(runs: Sequence[Run], prose: float) -> bool:
    """Whether the runs of a box are a linked headline and a few words more; not a text with `Learn more` behind it."""
    if prose > MOST_PROSE:
        return False
    for run in runs:
        if run.linked >= WHOLLY * len(run.text) and len(run.text) >= HEADLINE:
            return True
        if run.linked < WHOLLY * len(run.text) and len(run.text) > KICKER:
            return False
    return False


def in_text(element: Element) -> bool:
    """Whether an element stands in what is named an article's text."""
    return any("body" in parts_of(each) for each in nearest(element))


def nearest(element: Element, depth: int = 12) -> Iterator[Element]:
    """The elements around one, the nearest few."""
    for count, each in enumerate(ancestors(element)):
        if count >= depth:
            return
        yield each
