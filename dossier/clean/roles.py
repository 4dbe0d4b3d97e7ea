"""What each block is: a table of named rules, tried in order. A rule looks at one line and at where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dossier.clean.bylines import is_byline
from dossier.clean.datelines import only_date
from dossier.clean.draft import Draft
from dossier.clean.furniture import is_breadcrumb, is_furniture, is_related, plain
from dossier.clean.shapes import is_prose, is_url, page_words, word_count
from dossier.clean.signs import CAPTION, CREDIT, CREDIT_OPENING, DISCLAIMER, FIRST_PUBLISHED, LABEL_ONLY
from dossier.model import Role

HIDDEN: frozenset[Role] = frozenset({"boilerplate", "metadata", "related", "markup", "space"})
"""Roles that the page lists in its receipt and does not show."""
FIXED: frozenset[Role] = frozenset({"code", "table", "note", "markup", "blockquote"})
"""Roles that syntax decided."""
LEAD_WORDS = 45
"""A summary under the title has at most so many words; then byline and date may follow it."""
LEAD_LINES = 4
"""Blocks after the first prose among which byline and date are looked for."""
BYLINE_WORDS = 25
OUTSIDE_WORDS = 90
"""Longer prose is of the article, whatever phrase of the page it holds."""


@dataclass(frozen=True, slots=True)
class Line:
    """A block as the rules see it: its words, and which part of the document it stands in.

    `zone` is "head" before the running text, "tail" after it, "body" between.
    """

    text: str
    role: Role
    zone: str


@dataclass(frozen=True, slots=True)
class RoleRule:
    """One row of the table; `example` is a line it must name, and a test."""

    name: str
    role: Role
    test: Callable[[Line], object]
    example: str
    longest: int = 0
    """Words of a block at most that it may name; 0 for any."""

    def applies(self, line: Line) -> bool:
        """Whether a line is what the rule names."""
        return (not self.longest or word_count(line.text) <= self.longest) and bool(self.test(line))


def url_label(line: Line) -> bool:
    """`Original url:`, with or without the address."""
    found = LABEL_ONLY.match(line.text)
    return bool(found) and plain(found[1]) in page_words("url_labels") if found else False


def labelled_url(line: Line) -> bool:
    """`Source: https://…`: the address is what the line is about."""
    found = LABEL_ONLY.match(line.text)
    return bool(found and found[2]) and url_label(line)


def edge(test: Callable[[Line], bool]) -> Callable[[Line], bool]:
    """A test that holds only outside the running text."""
    return lambda line: line.zone != "body" and test(line)


def dateline(line: Line) -> bool:
    """A date alone before the running text."""
    return line.zone == "head" and only_date(line.text) is not None


RULES: tuple[RoleRule, ...] = (
    RoleRule("url-line", "url", lambda line: is_url(line.text), "<https://example.org/2019/11/08/a-story>"),
    RoleRule("labelled-url", "url", labelled_url, "Source: https://example.org/a"),
    RoleRule("url-label", "metadata", url_label, "Original url:"),
    RoleRule(
        "related-line", "related", lambda line: is_related(line.text), "Related article: Another Story of the Day", 30
    ),
    RoleRule("furniture", "boilerplate", lambda line: is_furniture(line.text) is not None, "Share this Report:"),
    RoleRule("breadcrumb", "metadata", edge(lambda line: is_breadcrumb(line.text)), "Home > World > Europe"),
    RoleRule(
        "credit-opening",
        "credit",
        lambda line: CREDIT_OPENING.match(line.text),
        "Photo by Jane Roe, under a license.",
        60,
    ),
    RoleRule(
        "disclaimer",
        "disclaimer",
        lambda line: DISCLAIMER.search(line.text),
        "The views expressed here are those of the author.",
        90,
    ),
    RoleRule(
        "caption", "caption", lambda line: CAPTION.search(line.text), "The two leaders at the summit (Source:", 60
    ),
    RoleRule("credit", "credit", lambda line: CREDIT.search(line.text), "Jane Roe / Flickr (CC BY 2.0)", 50),
    RoleRule(
        "first-published",
        "credit",
        lambda line: FIRST_PUBLISHED.search(line.text),
        "This article was first published elsewhere.",
        40,
    ),
    RoleRule("byline", "byline", edge(lambda line: is_byline(line.text)), "By Jane Roe"),
    RoleRule("dateline", "dateline", dateline, "May 12, 2021"),
)


def classify(draft: Draft, line: Line) -> Draft:
    """The draft with the role of the first rule that applies, or as it was."""
    if draft.role in FIXED:
        return draft
    count = word_count(line.text)
    for rule in RULES:
        if rule.longest and count > rule.longest:
            continue
        if rule.test(line) and not keeps_heading(draft, line, rule):
            return draft.recast(rule.role, rule.name, visible=rule.role not in HIDDEN)
    return draft


def keeps_heading(draft: Draft, line: Line, rule: RoleRule) -> bool:
    """Whether a heading that syntax made stays one: `## Search` over text of the article is no button."""
    if draft.role != "heading":
        return False
    return rule.role in {"caption", "credit"} or (rule.name == "furniture" and line.zone == "body")


def zones(texts: Sequence[str], roles: Sequence[Role]) -> list[str]:
    """Which part each block stands in.

    The head ends at the first prose, or after a byline or date that follows one block of it.
    """

    def prose(index: int) -> bool:
        running = roles[index] in {"paragraph", "bullet", "blockquote"}
        return running and is_prose(texts[index]) and not outside(texts[index])

    first = next((i for i in range(len(texts)) if prose(i)), None)
    if first is None:
        return ["head"] * len(texts)
    last = next(i for i in reversed(range(len(texts))) if prose(i))
    for index in range(first + 1, min(first + LEAD_LINES, len(texts))):
        text = texts[index]
        signed = word_count(text) < BYLINE_WORDS and (is_byline(text) or only_date(text))
        if signed and word_count(texts[first]) <= LEAD_WORDS:
            first = index + 1
    return ["head" if i < first else "tail" if i > last else "body" for i in range(len(texts))]


@lru_cache(maxsize=1024)
def outside(text: str) -> bool:
    """Whether prose is of the page rather than of the article."""
    if word_count(text) >= OUTSIDE_WORDS:
        return False
    signs = (DISCLAIMER.search, CREDIT_OPENING.match, CREDIT.search, CAPTION.search, FIRST_PUBLISHED.search)
    return any(sign(text) for sign in signs) or is_byline(text) or is_furniture(text) is not None


def hide(draft: Draft, rule: str, role: Role = "boilerplate") -> Draft:
    """The draft as furniture."""
    return replace(draft, role=role, rule=rule, shown=False)
