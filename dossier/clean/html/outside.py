"""What is no article wherever it stands: navigation, sidebars, comments, share bars, what is hidden.

A name or a tag alone never drops a page's main text: an element with much of the page's prose is not what it is called.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.clean.html.nodes import Element
from dossier.clean.html.parts import parts_of
from dossier.clean.html.runs import Page
from dossier.clean.html.weights import Sums, Weight

TAGS = {
    "head": "head",
    "title": "head",
    "nav": "navigation",
    "menu": "navigation",
    "footer": "footer",
    "aside": "sidebar",
    "form": "form",
    "select": "form",
    "button": "form",
    "textarea": "form",
    "svg": "picture",
    "canvas": "picture",
    "video": "player",
    "audio": "player",
    "object": "player",
    "iframe": "player",
    "dialog": "player",
    "noscript": "hidden",
    "template": "hidden",
}
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
NEVER = frozenset({"", "html", "body", "main", "h1", "h2", "p"})
"""Elements whose names speak of the page or of a paragraph's look."""
MAIN_SHARE = 0.35
"""An element with so much of the page's prose is its text, whatever it is called."""
COMMENTS_SHARE = 0.9
"""Readers often write more than the author did."""
ORDER = (
    *("hidden", "comments", "cookie", "advert", "newsletter", "related", "share", "navigation", "contents", "wiki"),
    *("author", "tags", "paywall", "player", "sidebar", "footer"),
)
"""Which kind a name of several kinds is."""


def outside(page: Page, weights: Sequence[Weight]) -> list[str]:
    """For each run the rule by which it is of the page rather than of an article, "" where none says so."""
    prose = Sums([weight.prose for weight in weights])
    total = max(prose.between(0, len(weights)), 1)
    rules = [""] * len(page.runs)
    until = -1
    for number, spot in enumerate(page.spots):
        if number <= until:
            continue
        kind = kind_of(spot.element)
        if kind and prose.of(spot) <= total * (COMMENTS_SHARE if kind == "comments" else MAIN_SHARE):
            until = spot.last
            for run in range(spot.low, spot.high):
                rules[run] = f"page-{kind}"
    return rules


def kind_of(element: Element) -> str:
    """What kind of furniture an element says it is, "" for none."""
    if element.tag in TAGS:
        return TAGS[element.tag]
    if is_hidden(element):
        return "hidden"
    if element.tag in NEVER:
        return ""
    kinds = parts_of(element)
    if "notes" in kinds:
        return ""
    if element.tag == "article":
        return "comments" if "comments" in kinds else ""
    return next((kind for kind in ORDER if kind in kinds), "")


def is_hidden(element: Element) -> bool:
    """Whether a browser shows nothing of an element."""
    if "hidden" in element.attrs and element.get("hidden").lower() != "until-found":
        return True
    return element.get("aria-hidden").lower() == "true" or bool(HIDING.search(element.get("style")))
