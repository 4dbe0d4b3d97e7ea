"""Where a page's article stands: the element whose runs hold the most running text and the least furniture."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.clean.html.layout import is_block
from dossier.clean.html.nodes import Element
from dossier.clean.html.parts import parts_of
from dossier.clean.html.runs import Page, Spot
from dossier.clean.html.weights import Sums, Weight

BODY_PROPERTIES = frozenset({"articlebody", "text"})
SAID_SO = 1.6
"""An element that microdata calls the article's text."""
NAMED = 1.3
"""An element that its class calls an article's text."""
ARTICLE = 1.2
MAIN = 1.1


TITLED = 1.5
"""An element that holds the title, or begins not far behind it."""
BEFORE = 0.6
"""An element that ends before the title."""
PIECES = frozenset({"p", "li", "td", "dd", "blockquote", "pre", "tr", "tbody", "ul", "ol", "dl"})
"""Elements that are a part of a text and never all of it, unless nothing else is."""
SECOND = 100
"""Letters that a second box of an article holds, at least."""
PART = 0.5
"""What a wider element is worth, at least, of what the best part of it is."""
LEAD = 400
"""Letters of running text between a title and the text it heads, at most: a summary, a caption."""


def region(page: Page, weights: Sequence[Weight], rules: Sequence[str], title: int | None = None) -> Spot:
    """The element that holds the article; the page itself where nothing on it is running text.

    `title` is the run that is the page's title.
    """
    prose = Sums([0 if rule else weight.prose for weight, rule in zip(weights, rules, strict=True)])
    gains = Sums([0 if rule else weight.prose - weight.junk for weight, rule in zip(weights, rules, strict=True)])
    best, found = 0.0, page.spots[0]
    for spot in page.spots:
        if spot.high > spot.low and is_block(spot.element):
            gain = gains.of(spot)
            value = gain * trust(spot.element) * titled(spot, title, prose) if gain > 0 else gain
            if value > 0 and value >= best:
                best, found = value, spot
    return widened(page, found, gains)


def widened(page: Page, found: Spot, gains: Sums) -> Spot:
    """The element that is named an article's text, where the one found is only a part of it."""
    if found.element.tag not in PIECES:
        return page.spots[found.parent] if divided(page, found, gains) else found
    at, gain = found, gains.of(found)
    while at.parent >= 0:
        at = page.spots[at.parent]
        if trust(at.element) >= NAMED and gains.of(at) >= gain * PART:
            return at
    while found.element.tag in PIECES and found.parent >= 0:
        found = page.spots[found.parent]
    return found


def divided(page: Page, found: Spot, gains: Sums) -> bool:
    """Whether a text goes on in a second box of the same name, as behind an advertisement."""
    if found.parent < 0 or not found.element.classes or trust(found.element) < NAMED:
        return False
    around = page.spots[found.parent]
    boxes = (each for each in page.spots[found.parent + 1 : around.last + 1] if each.parent == found.parent)
    return gains.of(around) > gains.of(found) and any(
        each is not found and each.element.classes == found.element.classes and gains.of(each) >= SECOND
        for each in boxes
    )


def titled(spot: Spot, title: int | None, prose: Sums) -> float:
    """How much an element's place behind the title speaks for it."""
    if title is None:
        return 1.0
    if spot.high <= title:
        return BEFORE
    return TITLED if spot.low <= title or prose.between(title, spot.low) <= LEAD else 1.0


def trust(element: Element) -> float:
    """How much an element's own names speak for it."""
    if element.get("itemprop").lower() in BODY_PROPERTIES:
        return SAID_SO
    if "body" in parts_of(element):
        return NAMED
    if element.tag == "article":
        return ARTICLE
    return MAIN if element.tag == "main" or element.get("role") == "main" else 1.0
