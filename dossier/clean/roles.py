"""What each block is: a table of named rules, tried in order. A rule looks at one line and at where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dossier.clean.datelines import only_date
from dossier.clean.draft import Draft
from dossier.clean.furniture import is_furniture, is_related, plain
from dossier.clean.shapes import is_prose, is_url, page_words, word_count
from dossier.model import Role

HIDDEN: frozenset[Role] = frozenset({"boilerplate", "metadata", "related", "markup", "space"})
"""Roles that the page lists in its receipt and does not show."""
FIXED: frozenset[Role] = frozenset({"code", "table", "note", "markup", "blockquote"})
"""Roles that syntax decided."""


@dataclass(frozen=True, slots=True)
class Line:
    """A block as the rules see it: its words, and which part of the document it stands in."""

    text: str
    role: Role
    zone: str
    """"head" before the running text, "tail" after it, "body" between."""
    emphasised: bool = False
    dates: bool = True
    """Whether a line that is only a date is a dateline here."""


@dataclass(frozen=True, slots=True)
class RoleRule:
    """One row of the table; `example` is a line it must name, and a test."""

    name: str
    role: Role
    applies: Callable[[Line], bool]
    example: str


BYLINE = re.compile(
    r"^[\s*_]*(?:by|written by|posted by|submitted by|authored by|reported by|story by|words by|text by|author|authors)\s*:?\s+"
    r"(?:[A-Z\u00c0-\u00de][\w.'\u2019-]*|de|van|von|al-\w+|info\w+)",
    re.IGNORECASE,
)
DISCLAIMER = re.compile(
    r"\b(?:views?|opinions?|statements?|positions?)\b.{0,80}\b(?:do(?:es)? not (?:necessarily )?(?:reflect|represent)|"
    r"are (?:solely |strictly |entirely )?(?:those of|(?:his|her|their|my) own)|(?:are|is) (?:not )?necessarily)|"
    r"\bdisclaimer\s*:|\bnothing (?:in|on) this (?:article|site|page) (?:is|constitutes)\b|\bnot (?:intended as |constitute )(?:legal|financial|investment|medical) advice\b",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"^[\s*_(\[]*(?:photos?|pictures?|images?|photographs?|illustration|cover (?:photo|image)|featured image|graphic|video|top (?:photo|image)|header image)"
    r"(?:\s+(?:credits?|courtesy|source))?\s*(?::|\bby\b|\bvia\b|\bcourtesy\b|\bfrom\b(?=.*\b(?:CC|Creative Commons|license|Getty|Wikimedia|Flickr))|©)|"
    r"^[\s*_(\[]*(?:image|photo)?\s*credits?\s*:|^[\s*_(\[]*(?:courtesy(?: of)?|credit)\b.{0,60}$|"
    r"\((?:CC|Creative Commons)[ -](?:BY|0|Zero)\b|\bunder (?:a|the) Creative Commons\b|\b(?:Getty Images|Shutterstock|Wikimedia Commons|Flickr|AFP|Reuters|AP Photo|EPA|Unsplash)\)?\s*$|"
    r"^\s*(?:©|\(c\)\s|copyright\b)|\ball rights reserved\b|^[\s*_]*this (?:article|post|piece|essay|story|interview|text|column|translation|op-ed|report) (?:was|has been|is|has|originally|first)\b.{0,60}\b(?:published|appeared|posted|printed|produced|adapted|republished|reprinted|syndicated|excerpted|translated)\b|"
    r"^[\s*_]*(?:first|originally|previously) (?:published|appeared|posted)\b|^[\s*_]*(?:republished|reprinted|reposted) (?:with|from|by|under|courtesy)\b",
    re.IGNORECASE,
)
CAPTION = re.compile(
    r"\((?:source|photo|image|picture|credit|photograph|pictured|illustration)s?\s*:[^()]*(?:\([^()]*\))?[^()]*\)?\s*$|"
    r"^\s*(?:FILE\s*(?:PHOTO)?\s*[-\u2013\u2014:]|pictured\s*(?:above|below|left|right)?\s*[:,]|caption\s*:|\(pictured\b|fig(?:ure|\.)\s*\d+\s*[.:])|^\s*\[(?:illustration|image|photo|picture|caption|figure)\b",
    re.IGNORECASE,
)
LABEL_ONLY = re.compile(r"^[\s*_]*([A-Za-z ]{2,24})\s*:\s*[*_]*\s*(<?(?:https?://|www\.)\S+)?$")


def furniture(line: Line) -> bool:
    """The lexicon's phrases; never a heading that syntax made and the article continues under."""
    return is_furniture(line.text) is not None


def url_label(line: Line) -> bool:
    """`Original url:`, with or without the address."""
    found = LABEL_ONLY.match(line.text)
    return bool(found) and plain(found[1]) in page_words("url_labels") if found else False


def labelled_url(line: Line) -> bool:
    """`Source: https://…`: the address is what the line is about."""
    found = LABEL_ONLY.match(line.text)
    return bool(found and found[2]) and url_label(line)


def short(limit: int, test: Callable[[str], object]) -> Callable[[Line], bool]:
    """A test on the words, for blocks of at most `limit` words."""
    return lambda line: word_count(line.text) <= limit and bool(test(line.text))


def edge(test: Callable[[Line], bool]) -> Callable[[Line], bool]:
    """A test that holds only outside the running text."""
    return lambda line: line.zone != "body" and test(line)


RULES: tuple[RoleRule, ...] = (
    RoleRule("url-line", "url", lambda line: is_url(line.text), "<https://example.org/2019/11/08/a-story>"),
    RoleRule("labelled-url", "url", labelled_url, "Source: https://example.org/a"),
    RoleRule("url-label", "metadata", url_label, "Original url:"),
    RoleRule("related-line", "related", short(30, is_related), "Related article: Another Story of the Day"),
    RoleRule("furniture", "boilerplate", furniture, "Share this Report:"),
    RoleRule(
        "credit-opening",
        "credit",
        short(60, CREDIT.match),
        "Photo by shared under a Creative Commons license. The opinions are the author's.",
    ),
    RoleRule(
        "disclaimer", "disclaimer", short(90, DISCLAIMER.search), "The views expressed here are those of the author."
    ),
    RoleRule("caption", "caption", short(60, CAPTION.search), "The two leaders at the summit (Source:"),
    RoleRule("credit", "credit", short(50, CREDIT.search), "Photo by Jane Roe / Flickr (CC BY 2.0)"),
    RoleRule("byline", "byline", edge(short(30, BYLINE.match)), "By Jane Roe"),
    RoleRule(
        "dateline",
        "dateline",
        lambda line: line.dates and line.zone == "head" and only_date(line.text) is not None,
        "May 12, 2021",
    ),
)


def classify(draft: Draft, line: Line) -> Draft:
    """The draft with the role of the first rule that applies, or as it was."""
    if draft.role in FIXED:
        return draft
    for rule in RULES:
        if rule.applies(line) and not (draft.role == "heading" and rule.role in {"caption", "credit"}):
            return draft.recast(rule.role, rule.name, visible=rule.role not in HIDDEN)
    return draft


def zones(texts: Sequence[str], roles: Sequence[Role]) -> list[str]:
    """Which part each block stands in. The head ends at the first prose, or after a byline or date that follows one block of it."""
    prose = [
        i
        for i, (text, role) in enumerate(zip(texts, roles, strict=True))
        if role in {"paragraph", "bullet", "blockquote"} and is_prose(text) and not outside(text)
    ]
    if not prose:
        return ["head"] * len(texts)
    first, last = prose[0], prose[-1]
    for index in range(first + 1, min(first + 4, len(texts))):
        if (
            word_count(texts[first]) <= 45
            and (BYLINE.match(texts[index]) or only_date(texts[index]))
            and word_count(texts[index]) < 25
        ):  # noqa: PLR2004
            first = index + 1
    return ["head" if i < first else "tail" if i > last else "body" for i in range(len(texts))]


def outside(text: str) -> bool:
    """Whether prose is of the page rather than of the article."""
    return (
        bool(
            DISCLAIMER.search(text)
            or BYLINE.match(text)
            or is_furniture(text)
            or CREDIT.search(text)
            or CAPTION.search(text)
        )
        and word_count(text) < 90
    )  # noqa: PLR2004


def hide(draft: Draft, rule: str, role: Role = "boilerplate") -> Draft:
    """The draft as furniture."""
    return replace(draft, role=role, rule=rule, shown=False)
