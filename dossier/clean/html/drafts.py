"""Runs become drafts: the role that its elements give a run, its marks, its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from urllib.parse import urljoin, urlsplit

from dossier.clean.draft import Bit, Draft
from dossier.clean.html.figures import MOVED, figured
from dossier.clean.html.names import HEADINGS
from dossier.clean.html.nodes import Element, ancestors
from dossier.clean.html.runs import Run
from dossier.model import Mark, Role
from dossier.sourcemap import TextSpan

FOLLOWED = frozenset({"http", "https", "mailto"})
DEEPEST = 6
AROUND = 60
"""Elements around a run that are asked for its role."""
CAPTIONS = re.compile(r"caption|cutline|legend", re.IGNORECASE)
CREDITS = re.compile(r"credit|photographer|copyright", re.IGNORECASE)
NUMERALS = {"a": "a", "A": "A", "i": "i", "I": "I"}
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(slots=True)
class Lists:
    """The numbers of list items, counted once a list."""

    numbers: dict[int, str] = field(default_factory=dict)
    opened: set[int] = field(default_factory=set)
    """The items whose first run was set."""

    def opens(self, item: Element) -> bool:
        """Whether the run at hand is the first of its item; asked once a run, in page order."""
        first = id(item) not in self.opened
        self.opened.add(id(item))
        return first

    def ordinal(self, item: Element) -> str:
        """The number of an item, "" in a list without numbers."""
        if id(item) not in self.numbers:
            self.count(item.parent)
        return self.numbers.get(id(item), "")

    def count(self, parent: Element | None) -> None:
        """Number all items of a list."""
        if parent is None:
            return
        value = integer(parent.get("start"), 1)
        for item in parent.elements:
            if item.tag == "li":
                value = integer(item.get("value"), value)
                self.numbers[id(item)] = f"{numeral(value, parent.get('type'))}." if parent.tag == "ol" else ""
                value += 1


def integer(text: str, default: int) -> int:
    """A small number from an attribute."""
    return int(text) if re.fullmatch(r"-?\d{1,6}", text.strip(), re.ASCII) else default


def numeral(value: int, kind: str) -> str:
    """A list's number as its type has it: `3`, `c`, `iii`."""
    if kind in {"a", "A"} and 0 < value <= 26:  # noqa: PLR2004 - letters of the alphabet
        return chr(ord(kind) + value - 1)
    if kind in {"i", "I"} and 0 < value < 4000:  # noqa: PLR2004 - Roman numbers end there
        made, left = "", value
        for size, letters in ROMAN:
            made += letters * (left // size)
            left %= size
        return made.upper() if kind == "I" else made
    return str(value)


def draft_of(run: Run, address: str, lists: Lists) -> Draft:
    """The draft of a run of the article."""
    role, rule, level, ordinal = placed(run.holder, lists, run)
    bits, text = figured(run)
    return Draft(
        role,
        rule,
        bits,
        level=level,
        ordinal=ordinal,
        preformatted=run.kind == "code",
        marks=marks_of(run, text, address),
    )


def placed(holder: Element, lists: Lists, run: Run) -> tuple[Role, str, int, str]:
    """Role, rule, level and number of a run by the elements around it."""
    if run.kind == "code":
        return "code", "preformatted", 0, ""
    depth, level, item = 0, 0, None
    for element in chain((holder,), islice(ancestors(holder), AROUND)):
        if element.tag in {"figcaption", "caption"} or (
            element.tag != "body" and CAPTIONS.search(element.get("class"))
        ):
            return "caption", "caption-element", 0, ""
        if element.tag == "blockquote":
            return "blockquote", "blockquote-element", 0, ""
        if element.tag in HEADINGS:
            level = max(level, int(element.tag[1]))
        if element.tag == "li" and item is None:
            item = element
        depth += element.tag in {"ul", "ol"}
    if level:
        return "heading", "heading-element", level, ""
    if item is not None and lists.opens(item):
        return "bullet", "list-item", max(min(depth, DEEPEST), 1), lists.ordinal(item)
    return "paragraph", "text", 0, ""


def marks_of(run: Run, text: str, address: str) -> tuple[Mark, ...]:
    """The run's inline markup that the model knows; `text` is the run's with its raised figures."""
    made = []
    for span in run.spans:
        words = text[span.start : span.end]
        if span.start >= span.end or not words.strip():
            continue
        if span.kind in MOVED and words != run.text[span.start : span.end]:
            continue
        if span.kind == "link":
            target = target_of(span.element.get("href"), address)
            if target is not None:
                made.append(Mark("link", TextSpan(span.start, span.end), target))
        elif span.kind in {"em", "strong", "code", *MOVED}:
            made.append(Mark(span.kind, TextSpan(span.start, span.end)))  # type: ignore[arg-type]
    return tuple(sorted(made, key=lambda mark: mark.span))


def target_of(href: str, address: str) -> str | None:
    """Where a link leads, as a whole address; None where it leads nowhere outside the page."""
    href = href.strip()
    if not href or href.startswith("#"):
        return href if len(href) > 1 else None
    try:
        whole = urljoin(address, href)
        scheme = urlsplit(whole).scheme.lower()
    except ValueError:
        return None
    return whole if scheme in FOLLOWED else None


def table_draft(run: Run, address: str, *, headed: bool) -> Draft:
    """The draft of a table of data."""
    rule = "headed-table" if headed else "table-rows"
    bits, text = figured(run)
    return Draft("table", rule, bits, marks=marks_of(run, text, address))


def dropped(run: Run, rule: str, role: Role = "boilerplate") -> Draft:
    """A run of the page that is no part of the article, or says again what that says."""
    return Draft(role, rule, tuple(run.bits), shown=False)


def silenced(draft: Draft) -> Draft:
    """A run of the page that no editor keeps: accounted for, and never in the reading text."""
    if draft.shown or not draft.rule.startswith("page-") or draft.role not in {"boilerplate", "metadata"}:
        return draft
    return replace(draft, bits=tuple(bit if bit.role is not None else replace(bit, text="") for bit in draft.bits))


def syntax(bits: Sequence[Bit]) -> Draft:
    """Tags, comments and white space between the runs."""
    return Draft("markup", "tag", tuple(bits), shown=False)
