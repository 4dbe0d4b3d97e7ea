"""The kind of furniture an element says it is: by its tag, its class and id, its role, or because nobody sees it."""

from __future__ import annotations

import re
from itertools import islice

from dossier.clean.html.nodes import Element
from dossier.clean.html.parts import parts_of

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
    "annotation": "hidden",
    "annotation-xml": "hidden",
}
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
NEVER = frozenset({"", "html", "body", "main", "h1", "h2", "p"})
"""Elements whose names speak of the page or of a paragraph's look."""
ORDER = (
    *("hidden", "comments", "cookie", "advert", "newsletter", "related", "share", "navigation", "contents", "wiki"),
    *("author", "tags", "paywall", "player", "sidebar", "footer"),
)
"""Which kind a name of several kinds is."""
INLINE_TAGS = frozenset(
    {"button", "select", "textarea", "svg", "canvas", "video", "audio", "object", "iframe", "noscript", "template"}
    | {"annotation", "annotation-xml"}
)
INLINE = frozenset({"hidden", "wiki", "share"})
"""Kinds of furniture that stand inside a line: `<span class="screen-reader-text">`, `[edit]` behind a heading."""


def kind_of(element: Element) -> str:
    """What kind of furniture an element says it is, "" for none."""
    if is_hidden(element):
        return "hidden"
    kinds = parts_of(element)
    if "notes" in kinds:
        return ""
    if element.tag in TAGS:
        return TAGS[element.tag]
    if element.tag in NEVER:
        return ""
    if element.tag == "article":
        return "comments" if "comments" in kinds else ""
    return next((kind for kind in ORDER if kind in kinds), "")


def is_hidden(element: Element) -> bool:
    """Whether a browser shows nothing of an element; a formula beside whose picture it stands is shown by that."""
    if any(child.tag == "math" for child in islice(element.elements, 1)):
        return False
    if "hidden" in element.attrs and element.get("hidden").lower() != "until-found":
        return True
    return element.get("aria-hidden").lower() == "true" or bool(HIDING.search(element.get("style")))


def inline_kind(element: Element) -> str:
    """What kind of furniture an element within a line says it is, "" for none."""
    if element.tag in INLINE_TAGS:
        return TAGS[element.tag]
    if is_hidden(element):
        return "hidden"
    if not element.attrs:
        return ""
    return next((kind for kind in ORDER if kind in INLINE and kind in parts_of(element)), "")
