"""Gaps in a capture, found by the holes they leave in the language: lost link texts, missing tables, repeats."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from dossier.clean.shapes import ends_sentence, word_count
from dossier.ids import normal
from dossier.issues import Issue
from dossier.model import Block, Document, Meta
from dossier.sourcemap import SeedSpan, TextSpan

DETERMINER = r"(?:an?|the|that|this|these|his|her|its|their|under|on|in|by)"
PAST = r"(?:[a-z]{3,}[^\We]ed|wrote|told|said|made|held|gave|took)"


@dataclass(frozen=True, slots=True)
class GapRule:
    """A hole in the words. `part` is the group that is the narrowest place of it; `example` is a test."""

    name: str
    code: str
    pattern: re.Pattern[str]
    message: str
    example: str
    roles: frozenset[str] = frozenset()
    """Roles it holds for; () for all."""
    signs: tuple[re.Pattern[str], ...] = ()
    """Quick patterns of which one must match for the slow one to: each begins with letters, which a search skips to."""
    ending: int = 0
    """The signs stand among so many characters at the end; 0 for anywhere."""

    def hinted(self, text: str) -> bool:
        """Whether the slow pattern may match."""
        start = max(0, len(text) - self.ending) if self.ending else 0
        for sign in self.signs:
            if sign.search(text, start):
                return True
        return not self.signs


GAPS: tuple[GapRule, ...] = (
    GapRule(
        "source-label-without-source",
        "stripped-link",
        re.compile(r"\((?:source|photo|image|credit|via|link|see)s?\s*:\s*(?:[,;][^()]{0,60}\)|\)|$)", re.IGNORECASE),
        "the source that was named here is lost",
        "Two leaders at the forum (Source:",
        signs=(re.compile(r"\("),),
    ),
    GapRule(
        "preposition-without-noun",
        "stripped-link",
        re.compile(
            rf"(?<![\w-])(?:[Tt]he\s+)?(?:[\w-]+\s+){{0,2}}(?:of|by|from|at)\s+{PAST}\s+{DETERMINER}\b(?!\s+(?:and|or)\b)"
        ),
        "words are missing after the preposition, probably a link's",
        "The French edition of published an article",
        signs=tuple(re.compile(rf"{word}\s+{PAST}\s+{DETERMINER}\b") for word in ("of", "by", "from", "at")),
    ),
    GapRule(
        "clause-without-subject",
        "stripped-link",
        re.compile(
            r"(?:(?<=[.!?]\s)|^)(?:In|At|On|During|After|For|According to)\s(?:the|an?|its|his|her|their|this)\s"
            rf"[^,.;:]{{2,40}},\s+{PAST}\s+(?:the|an?|that|this|his|her|its|their)\b"
        ),
        "the subject of the sentence is missing, probably a link's words",
        "In the article, analyzed the op-ed",
        signs=(re.compile(rf",\s+{PAST}\s"),),
    ),
    GapRule(
        "date-without-source",
        "stripped-link",
        re.compile(
            r"[.!?,][\"\u201d\u2019],\s+(?:[A-Z][a-z]+\.?\s+\d{1,2},\s+\d{4}|\d{1,2}\s+[A-Z][a-z]+\s+\d{4})\.?$"
        ),
        "the source that stood between the quotation and its date is lost",
        '… of unfair competition.", June 4, 2018.',
        signs=(re.compile(r"\d{4}\.?$"),),
        ending=len("2018.\n"),
    ),
    GapRule(
        "colon-without-example",
        "stripped-link",
        re.compile(r"[\w ]{3,24}:\s+(?:and|or|&)\s+[\w'\u2019-]+"),
        "what the colon announced is lost",
        "See for example: and the speech",
        signs=(re.compile(r":\s+(?:and|or|&)\s"),),
    ),
    GapRule(
        "note-begins-with-comma",
        "stripped-link",
        re.compile(r"^(?:\[?\(?\w{1,4}[\])]?\.?\s*)?[,;]\s*\S.{0,60}"),
        "the source that the note named is lost",
        "[6], August 27, 2018.",
        frozenset({"note"}),
    ),
    GapRule(
        "doubled-space",
        "stripped-link",
        re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:['\u2019]s)?(?: \u00a0|\u00a0 |\u00a0\u00a0)[^\W\d_]+"),
        "two spaces, one of them fixed: words between them may be lost",
        "the alliance's \u00a0report",
        signs=(re.compile("\u00a0"),),
    ),
    GapRule(
        "table-not-there",
        "missing-table",
        re.compile(
            r"\(?\b[Ss]ee\s+(?:also\s+)?(?:the\s+)?[Tt]ables?\s+\d+(?:(?:,\s*|\s*(?:and|&|to|[-\u2013])\s*)\d+)*(?:\s+(?:below|above))?\)?"
        ),
        "the table is not in the captured text",
        "(see table 1 below)",
        signs=(re.compile(r"ables?\s"),),
    ),
)
LONGEST_END = 60
"""Characters of an open end that the issue covers."""
REPEAT_WORDS = 5
QUOTE_START = '"\u201c\u2018\u00ab'
OPEN_WORDS = 20
"""A paragraph of so many words that holds a full stop ends with one, too."""
LONG_WORDS = 30
"""A paragraph of so many words is a sentence, whether or not it holds a full stop."""
SILENT = frozenset({"code", "table", "boilerplate", "url", "markup"})
"""Roles whose words are no running text."""


def gaps(document: Document) -> Iterator[Issue]:
    """Every gap of a document, each at its narrowest place."""
    has_table = any(block.role == "table" for block in document.blocks)
    rules = [rule for rule in GAPS if not (has_table and rule.code == "missing-table")]
    for block, after in zip_longest(document.blocks, document.blocks[1:]):
        if block.role in SILENT:
            continue
        text = document.words(block)
        for rule in rules:
            if (not rule.roles or block.role in rule.roles) and rule.hinted(text):
                for found in rule.pattern.finditer(text):
                    yield Issue(rule.code, "warning", rule.message, place(document, block, *found.span()))
        if open_end(block, text) and not (after and opens_quotation(document, after)):
            message = "the sentence has no end in the captured text"
            yield Issue("stripped-link", "warning", message, place(document, block, *last_words(text)))
    yield from dead_links(document)
    yield from repeats(document)
    yield from missing_meta(document.meta)


def last_words(text: str) -> tuple[int, int]:
    """Where the last words of a text stand, from its last comma before them; white space at its end is none."""
    end = len(text.rstrip())
    start = max(text.rfind(",", 0, len(text[:end].rstrip(","))) + 1, end - LONGEST_END, 0)
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end


def place(document: Document, block: Block, start: int, end: int) -> SeedSpan:
    """The seed's range behind a place in a block."""
    return document.map.to_seed(TextSpan(block.span.start + start, block.span.start + end))


def opens_quotation(document: Document, block: Block) -> bool:
    """Whether a block is a quotation set by itself, with which the sentence before it may go on."""
    return block.role == "blockquote" or document.text[block.span.start] in QUOTE_START


def open_end(block: Block, text: str) -> bool:
    """Whether running text stops without a full stop: a paragraph, not a heading, list or address."""
    if block.role != "paragraph" or not text.rstrip()[-1:].isalpha() or ends_sentence(text):
        return False
    count = word_count(text)
    return (count >= OPEN_WORDS and "." in text) or count >= LONG_WORDS


def dead_links(document: Document) -> Iterator[Issue]:
    """Links whose target the capture lost."""
    for mark in document.marks:
        if mark.kind == "link" and mark.target is None:
            yield Issue("dead-link", "notice", "the link's target is lost", document.map.to_seed(mark.span))


def repeats(document: Document) -> Iterator[Issue]:
    """A block whose words all stood in an earlier one."""
    seen: set[str] = set()
    for block in document.blocks:
        if block.role in SILENT or block.role == "title":
            continue
        words = normal(document.words(block))
        if words in seen and len(words.split()) >= REPEAT_WORDS:
            span = place(document, block, 0, block.span.end - block.span.start)
            yield Issue("duplicate", "notice", "the same words stand earlier", span)
        seen.add(words)


MISSING: tuple[tuple[str, Callable[[Meta], bool], str], ...] = (
    ("no-title", lambda m: m.title is None or m.title.basis == "sidecar", "the seed prints no title"),
    (
        "no-date",
        lambda m: m.published is None or m.published.basis == "sidecar",
        "the seed prints no date of publication",
    ),
    ("no-author", lambda m: not m.authors or m.authors[0].basis == "sidecar", "the seed names no author"),
    ("no-publisher", lambda m: m.publisher is None or m.publisher.basis == "sidecar", "the seed names no publisher"),
)


def missing_meta(meta: Meta) -> Iterator[Issue]:
    """What the seed does not say about itself, whether or not the editor supplied it."""
    for code, lacks, message in MISSING:
        if lacks(meta):
            yield Issue(code, "notice", message, SeedSpan(0, 0))
