"""Notes with their text: blocks that open with a label, in the styles of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.clean.datelines import only_date
from dossier.clean.draft import Draft
from dossier.clean.furniture import plain
from dossier.clean.notes.markers import SUPERSCRIPTS
from dossier.clean.shapes import is_headline, page_words, word_count

ROMAN = re.compile(r"[ivxl]+")


@dataclass(frozen=True, slots=True)
class Opening:
    """A draft that opens like a note: `end` is where its own words begin."""

    draft: int
    label: str
    style: str
    end: int
    headed: bool
    """Whether it stands under a heading such as Notes or References."""
    closes: bool = False
    """Whether a bracket that stays open carries the whole note."""
    bare: bool = False
    """Whether the label stands alone and the note's words are the next paragraph."""
    prose: bool = False
    """Whether its words are a sentence or a source rather than a heading: `1 Introduction` is none."""
    foot: bool = False
    """Whether it stands at the foot of a printed page, whose markers lost their height: `226.3`."""

    @property
    def series(self) -> str:
        """What is numbered together: `[note 1]` and `[1]` count apart."""
        apart = not self.label.isdigit() and self.label[-1:].isdigit()
        return f"{self.style} {self.label.rstrip('0123456789 .')}" if apart else self.style


@dataclass(frozen=True, slots=True)
class OpeningStyle:
    """One way to begin a note; `refs` are the marker styles that may point at it; `example` is a test."""

    name: str
    pattern: re.Pattern[str]
    refs: frozenset[str]
    example: str


PREFIX = r"(?:(?:[Nn]ote|[Ff]n|FN|[Nn]b|NB|n)\.?\s?)?"
"""`[note 3]`, `[FN3]`, `[nb 3]`."""
ANY = frozenset({"bracket", "superscript", "paren", "glued", "link", "caret"})
OPENINGS: tuple[OpeningStyle, ...] = (
    OpeningStyle(
        "caret", re.compile(r"^\[\^(?P<label>[^\]\s\[]{1,40})\]:?\s*"), frozenset({"caret"}), "[^1]: See the speech."
    ),
    OpeningStyle(
        "footnote-word",
        re.compile(
            r"^\[(?:Footnote|Foot-note|Note|Fn|FN)\s*+(?:(?P<label>\d{1,3}|[A-Za-z]|\*{1,3}|\u2020|\u2021)\s*+)?[:.]\s*+"
        ),
        ANY | {"symbol"},
        "[Footnote 1: See the speech.]",
    ),
    OpeningStyle(
        "footnote-line",
        re.compile(r"^(?:Footnote|FOOTNOTE)\s*(?P<label>\d{1,3})\s*[:.]\s*"),
        ANY,
        "Footnote 1: See the speech.",
    ),
    OpeningStyle(
        "note-sign", re.compile(r"^(?P<label>(?:FN|fn)\s?\d{1,3})[.:]?\s+(?=\S)"), ANY, "FN1. See the speech."
    ),
    OpeningStyle(
        "note-word",
        re.compile(r"^[Nn]otes?\s+(?P<label>\d{1,3})\s*[.:)]\s+(?=\S)"),
        frozenset({"superscript", "bracket", "paren", "glued", "link"}),
        "Note 1: See the speech.",
    ),
    OpeningStyle(
        "bracket",
        re.compile(
            rf"^\[(?P<label>{PREFIX}\d{{1,3}}|[A-Za-z]|[ivxl]{{2,6}}|\*{{1,3}}|\u2020{{1,2}}|\u2021{{1,2}})\]:?\s*(?=\S|$)"
        ),
        frozenset({"bracket", "superscript", "link"}),
        "[1]See the speech.",
    ),
    OpeningStyle(
        "superscript",
        re.compile(r"^(?P<label>[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{1,3})\s*(?=\S)"),
        frozenset({"superscript", "bracket"}),
        "\u00b9 See the speech.",
    ),
    OpeningStyle(
        "paren",
        re.compile(r"^\((?P<label>\d{1,3}|[ivxl]{1,6}|\*{1,3})\)\s*(?=\S)"),
        frozenset({"paren", "superscript", "bracket"}),
        "(1) See the speech.",
    ),
    OpeningStyle("number-dot", re.compile(r"^(?P<label>\d{1,3}|[ivxl]{1,6})[.)]\s+(?=\S)"), ANY, "1. See the speech."),
    OpeningStyle(
        "number",
        re.compile(r"^(?P<label>\d{1,3})\s+(?=[^\W\d_]|[\"\u201c'\u2018(])"),
        frozenset({"glued", "superscript", "bracket", "link"}),
        "1 See the speech.",
    ),
    OpeningStyle(
        "number-glued",
        re.compile(r"^(?P<label>\d{1,2})(?=[A-Z\u201c\"])"),
        frozenset({"glued", "superscript", "bracket", "link"}),
        "1See the speech.",
    ),
    OpeningStyle(
        "symbol",
        re.compile(r"^(?P<label>\*{1,3}|\u2020{1,2}|\u2021{1,2}|\u00a7|\u00b6)\s*(?=[^\s*])"),
        frozenset({"symbol", "bracket", "paren"}),
        "* See the speech.",
    ),
)
FIRST = frozenset("[(FfNnivxl*\u2020\u2021\u00a7\u00b6\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
"""What a note begins with in these styles where it does not begin with a digit."""
LINKED = OpeningStyle(
    "linked", re.compile(r"[\[(]?(?P<label>\d{1,3}|[a-z*])[\])]?\s*"), frozenset({"link", "bracket"}), "1"
)
"""A link back to its marker, alone on its line over the note's words."""
BY_NAME = {style.name: style for style in (*OPENINGS, LINKED)}
NOTE_TARGET = re.compile(r"(?<!\S)[^\s#]*+#(?=\S*+$)\S*?(?:fn|ftn|note|cite|ref|_edn)", re.IGNORECASE)
"""The target of a link between a marker and its note: `#_ftn1`, `#footnote-anchor-1`, `#cite_note-3`."""
TITLE_WORDS = 8
STOPPED = re.compile(r"[.,;:?!\d\u201d\"]")
"""What the words of a note hold nearly always, and a short heading nearly never."""
STAR_BULLET = re.compile(r"^\s*(\*)\s+$")


def openings(drafts: Sequence[Draft], texts: Sequence[str], source: str) -> list[Opening]:
    """Every draft that opens like a note, in order."""
    found: list[Opening] = []
    headed = False
    for index, (draft, text) in enumerate(zip(drafts, texts, strict=True)):
        if plain(text) in page_words("note_headings"):
            headed = True
            continue
        if draft.role == "heading" or (headed and draft.rule == "paragraph" and is_title(text) and text[:1].isalpha()):
            headed = False
        if starred(draft, source) and any(
            starred(d, source) for d in drafts[max(0, index - 1) : index + 2] if d is not draft
        ):
            continue
        opening = opens(draft, text, index, source, headed=headed)
        if opening and not (opening.bare and not flows(drafts, index + 1)):
            found.append(opening)
    return found


def flows(drafts: Sequence[Draft], index: int) -> bool:
    """Whether a paragraph stands at an index: the words of a note whose label stands alone."""
    return index < len(drafts) and drafts[index].role in {"paragraph", "blockquote"}


def starred(draft: Draft, source: str) -> bool:
    """Whether a draft is a bullet that a star begins; two of them are a list."""
    sign = source[draft.bits[0].span.start : draft.bits[0].span.end] if draft.bits else ""
    return draft.role == "bullet" and bool(STAR_BULLET.match(sign))


def opens(draft: Draft, text: str, index: int, source: str, *, headed: bool) -> Opening | None:
    """How one draft opens, if like a note."""
    if draft.preformatted or draft.role in {"code", "table", "markup"} or not draft.shown or only_date(text):
        return None
    if starred(draft, source):
        return Opening(index, "*", "symbol", 0, headed, prose=True)
    if alone := linked_label(draft, text):
        return Opening(index, alone, LINKED.name, len(text), headed, bare=True, prose=True)
    if draft.ordinal:
        return Opening(index, draft.ordinal.strip(".) "), "number-dot", 0, headed, prose=True)
    for style in OPENINGS if text[:1] in FIRST or text[:1].isdecimal() else ():
        match = style.pattern.match(text)
        if match and (match["label"] or match.group().lower().startswith("[foot")):
            label = " ".join((match["label"] or "*").translate(SUPERSCRIPTS).split())
            words = text[match.end() :]
            return Opening(
                index,
                label,
                style.name,
                match.end(),
                headed,
                closes=style.name == "footnote-word",
                bare=not words.strip(),
                prose=not is_title(words),
                foot=draft.rule == "foot-of-page",
            )
    return None


def linked_label(draft: Draft, text: str) -> str | None:
    """The label of a draft that is nothing but a link to a note's marker."""
    found = LINKED.pattern.fullmatch(text)
    target = next((m.target for m in draft.marks if m.kind == "link" and m.target), None) if found else None
    return found["label"] if found and target and NOTE_TARGET.search(target) else None


def is_title(words: str) -> bool:
    """Whether the words after a number are a heading's: few, with a capital, without a stop."""
    return word_count(words) <= TITLE_WORDS and is_headline(words) and not STOPPED.search(words)


def number_of(label: str) -> int | None:
    """A label's place in a sequence of numbers or letters."""
    digits = label.rpartition(" ")[2].lstrip("FNfnb.")
    if digits.isdigit():
        return int(digits)
    if len(label) == 1 and label.isascii() and label.isalpha():
        return ord(label.lower()) - ord("a") + 1
    return None
