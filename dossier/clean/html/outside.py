"""What is no article wherever it stands: navigation, sidebars, comments, share bars, what is hidden.

A name or a tag alone never drops a page's main text: an element with much of the page's prose is not what it is called.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from dossier.clean.html.cards import in_text
from dossier.clean.html.kinds import TAGS, inline_kind, kind_of
from dossier.clean.html.layout import is_block
from dossier.clean.html.nodes import Element
from dossier.clean.html.parts import parts_of
from dossier.clean.html.runs import Page, Run, Spot
from dossier.clean.html.weights import Sums, Weight

MAIN_SHARE = 0.35
"""An element with so much of the page's prose is its text, whatever it is called."""
BODY_SHARE = 0.05
MOST_BODIES = 8
LONG_TEXT = dict.fromkeys(("advert", "share", "tags", "related", "navigation", "contents", "sidebar"), 600)
"""Letters of running text, with few links, from which a stretch within an article's text is a part of it."""
LINKING = frozenset({"related", "navigation", "tags", "contents", "sidebar"})
"""Kinds of furniture that are made of links: `<ul class="post-list">` without one is a list of the article."""
FEW_LINKS = 0.15
"""The least share of links' words in a stretch of links."""
UNLINKED = 60
"""Letters from which words without any link are no list of links: more than a heading."""
WORDY = 150
"""Letters of running text from which a stretch without links is no list of links, whatever it is called."""


def outside(page: Page, weights: Sequence[Weight]) -> tuple[list[str], list[bool]]:
    """For each run the rule by which it is of the page rather than of an article, "" where none says so; and whether
    a name around it says so, but too much of the page's text stands there.
    """
    doubts = [0] * (len(page.runs) + 1)
    measure = Measure(page, weights)
    rules = [""] * len(page.runs)
    until = -1
    for number, spot in enumerate(page.spots):
        if number <= until:
            continue
        kind = kind_of(spot.element) if is_block(spot.element) else inline_kind(spot.element)
        if kind and measure.speaks(spot, kind, number):
            doubts[spot.low] += 1
            doubts[spot.high] -= 1
        elif kind:
            until = spot.last
            for run in range(spot.low, spot.high):
                if within(page.runs[run], spot.element):
                    rules[run] = f"page-{kind}"
    return rules, [count > 0 for count in accumulate(doubts[:-1])]


def within(run: Run, element: Element) -> bool:
    """Whether all words of a run are an element's."""
    return run.first >= element.start and run.last <= element.end


class Measure:
    """How much of a page's text each element holds."""

    def __init__(self, page: Page, weights: Sequence[Weight]) -> None:
        self.page = page
        self.prose = Sums([weight.prose for weight in weights])
        self.size = Sums([len(run.text) for run in page.runs])
        self.linked = Sums([run.linked for run in page.runs])
        filled = [number for number, spot in enumerate(page.spots) if spot.high > spot.low]
        self.bodies = [number for number in filled if is_body(page.spots[number].element)]
        self.texts = [number for number in filled if holds_text(page.spots[number].element)]
        self.total = max(self.prose.between(0, len(weights)), 1)

    def speaks(self, spot: Spot, kind: str, number: int) -> bool:
        """Whether the words of an element speak against what it is called."""
        share = self.prose.of(spot) / self.total
        if kind == "sidebar" and share > BODY_SHARE and spot.element.tag != "aside" and self.holds_body(spot, number):
            return True
        if share > MAIN_SHARE and (kind != "comments" or self.holds_article(spot, number)):
            return True
        if self.is_text(spot, kind):
            return True
        if kind in LINKING and spot.element.tag not in TAGS:
            linked, size = self.linked.of(spot), self.size.of(spot)
            return size - linked > (WORDY if linked else UNLINKED) and linked < FEW_LINKS * size
        return False

    def is_text(self, spot: Spot, kind: str) -> bool:
        """Whether an element holds more running text than anything of its name would: `<div class="promo">` around
        five paragraphs of an article.
        """
        limit = LONG_TEXT.get(kind, 0)
        if not limit or spot.element.tag in TAGS or self.linked.of(spot) > FEW_LINKS * self.size.of(spot):
            return False
        return self.prose.of(spot) > (limit if in_text(spot.element) else 2 * limit)

    def holds_body(self, spot: Spot, number: int) -> bool:
        """Whether most of the words of an element are an article's by name: `<div class="widget Blog">`."""
        low = bisect_left(self.bodies, number + 1)
        high = bisect_left(self.bodies, spot.last + 1)
        below = (self.page.spots[at] for at in self.bodies[low : min(high, low + MOST_BODIES)])
        return any(self.prose.of(each) > self.prose.of(spot) / 2 for each in below)

    def holds_article(self, spot: Spot, number: int) -> bool:
        """Whether an element with readers' comments holds what they comment on, too."""
        return bisect_left(self.texts, number) < bisect_left(self.texts, spot.last + 1)


def holds_text(element: Element) -> bool:
    """Whether an element is an article's heading or text."""
    return element.tag == "h1" or element.get("itemprop").lower() == "articlebody" or is_body(element)


def is_body(element: Element) -> bool:
    """Whether an element's class calls it an article's text, and not a comment's."""
    kinds = parts_of(element)
    return "body" in kinds and "comments" not in kinds
