"""The head of a document: title, subtitle, byline, date and page furniture among the lines before the running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from dossier.clean.bylines import is_person, is_signed_name
from dossier.clean.datelines import only_date, printed_date
from dossier.clean.draft import Draft
from dossier.clean.furniture import plain
from dossier.clean.roles import hide
from dossier.clean.shapes import WORD, ends_sentence, is_headline, is_name, is_prose, page_words, shouted, word_count

KICKER_WORDS = 3
"""A line of at most so many words over the title is a section name."""
CHAPTER = re.compile(
    r"^\W*(?:chapter|book|part|act|canto|section|letter|volume|vol\.?|no\.?)\s+[\divxlc]+\W*$", re.IGNORECASE
)
SERIES = re.compile(r"\bno\.?\s*\d|\bvol\.?\s*\d|\bissue\b|\|", re.IGNORECASE)
CASE_NAME = re.compile(r"\S\s+v\.\s+[A-Z]")
"""`Roe v. Doe`"""
AD_WORDS = 6
SERIES_WORDS = 15
TITLE_SENTENCE = 8
"""A title that ends in a full stop is at most so long."""
STOPPED_WORDS = 6
"""A line of so many words that ends in a full stop is text: no title comes after it."""
SUBTITLE_WORDS = 50
FEWEST_NAMES = 2
"""One name alone may be a title: "Beethoven"."""


@dataclass(slots=True)
class Head:
    """The drafts of a document while their head is being read; `source` is the seed's text."""

    drafts: list[Draft]
    zones: Sequence[str]
    source: str
    proper: Callable[[str], bool]
    """Whether a line consists of names alone, by what the running text capitalises."""

    def text(self, index: int) -> str:
        """The words of one draft."""
        return self.drafts[index].text(self.source)

    def indexes(self) -> list[int]:
        """The drafts of the head that hold words."""
        return [i for i, zone in enumerate(self.zones) if zone == "head" and self.text(i).strip()]


def read_head(drafts: Sequence[Draft], zones: Sequence[str], source: str) -> list[Draft]:
    """The drafts with the roles of the head's lines settled."""
    head = Head(list(drafts), zones, source, proper_only(drafts, zones, source))
    dates(head)
    told = any(draft.role == "title" for draft in head.drafts)
    title = None if told else choose_title(head)
    if title is not None:
        before_title(head, title)
        after_title(head, title)
    advertising(head)
    bare_byline(head)
    return head.drafts


def dates(head: Head) -> None:
    """One dateline; a line that repeats it, or that holds a date among words of a series, is metadata."""
    lines = [i for i in head.indexes() if head.drafts[i].role == "dateline"]
    for extra in lines[1:]:
        head.drafts[extra] = hide(head.drafts[extra], "repeated-dateline", "metadata")
    for index in head.indexes():
        text = head.text(index)
        if head.drafts[index].role != "paragraph" or word_count(text) > SERIES_WORDS or ends_sentence(text):
            continue
        found = printed_date(text)
        if SERIES.search(text) and (found or "|" in text):
            head.drafts[index] = hide(head.drafts[index], "series-line", "metadata")
        elif found and not lines and text[found.end :].strip(" .)") == "" and index > 0:
            head.drafts[index] = head.drafts[index].recast("dateline", "line-ending-in-date")
            lines.append(index)


def choose_title(head: Head) -> int | None:
    """The title's index: a heading of the first level, else the headline before byline and date, else the first one."""
    signed = [
        i
        for i in range(len(head.drafts))
        if head.drafts[i].role == "heading"
        and head.drafts[i].level == 1
        and head.drafts[i].rule in {"heading-signs", "setext-heading"}
        and any(map(str.isalpha, head.text(i)))
    ]
    if signed and (head.zones[signed[0]] == "head" or signed[0] == 0):
        return signed[0]
    candidates = [i for i in before_text(head) if can_be_title(head, i)]
    stops = [i for i in head.indexes() if head.drafts[i].role in {"byline", "dateline"}]
    if stops:
        candidates = [i for i in candidates if i < stops[0]] or [i for i in candidates if i < stops[-1]] or candidates
    solid = [i for i in candidates if not CHAPTER.match(head.text(i)) and not head.proper(head.text(i))]
    long = [i for i in solid if word_count(head.text(i)) > KICKER_WORDS]
    cases = [i for i in solid if CASE_NAME.search(head.text(i))]
    for group in (cases, long, solid, candidates):
        if group:
            return group[0]
    return None


def before_text(head: Head) -> list[int]:
    """The lines of the head up to the first that is a sentence of the text: no title follows one."""
    kept: list[int] = []
    for index in head.indexes():
        text = head.text(index)
        stopped = text.rstrip("\"'\u201d\u2019 ").endswith(".") and word_count(text) >= STOPPED_WORDS
        if head.drafts[index].role == "paragraph" and (is_prose(text) or (stopped and kept and not is_headline(text))):
            signed = any(head.drafts[i].role in {"byline", "dateline"} for i in head.indexes() if i > index)
            if not signed:
                break
        kept.append(index)
    return kept


def can_be_title(head: Head, index: int) -> bool:
    """Whether a line of the head can be the title."""
    draft, text = head.drafts[index], head.text(index)
    if draft.role not in {"paragraph", "heading"} or plain(text) in page_words("generic_headings"):
        return False
    if text.rstrip().endswith(":") or re.fullmatch(r"[\W\d]+", text):
        return False
    after = next((head.text(i) for i in range(index + 1, len(head.drafts)) if head.text(i).strip()), "")
    if not is_headline(text) or after.lstrip()[:1].islower():
        return False
    stopped = ends_sentence(text) and text.rstrip("\"'\u201d\u2019*_ ")[-1:] not in "?!\u2026"
    return not stopped or word_count(text) <= TITLE_SENTENCE


def before_title(head: Head, title: int) -> None:
    """Lines over the title: a section's name, or the caption of the picture that stood there."""
    head.drafts[title] = head.drafts[title].recast("title", "title")
    for index in head.indexes():
        if index >= title:
            break
        draft, text = head.drafts[index], head.text(index)
        if draft.role not in {"paragraph", "heading"}:
            continue
        if CHAPTER.match(text) or plain(text) in page_words("generic_headings"):
            head.drafts[index] = draft.recast("heading", "chapter-line")
        elif ends_sentence(text) and text.rstrip()[-1] not in "?!":
            continue
        elif head.proper(text) or word_count(text) > KICKER_WORDS:
            head.drafts[index] = draft.recast("caption", "caption-before-title")
        else:
            head.drafts[index] = hide(draft, "section-name", "metadata")


def after_title(head: Head, title: int) -> None:
    """The line right after the title, before byline and date, is the subtitle if it is short."""
    later = [i for i in head.indexes() if i > title]
    stops = [i for i in later if head.drafts[i].role in {"byline", "dateline"}]
    if not later or not stops or later[0] > stops[0]:
        return
    index = later[0]
    draft, text = head.drafts[index], head.text(index)
    if (
        draft.role in {"paragraph", "heading"}
        and word_count(text) <= SUBTITLE_WORDS
        and not text.rstrip().endswith(":")
    ):
        head.drafts[index] = draft.recast("subtitle", "line-under-title")


def advertising(head: Head) -> None:
    """Short bullets between the title and the byline are no list of the article."""
    bylines = [i for i in head.indexes() if head.drafts[i].role in {"byline", "dateline"}]
    bullets = [i for i in head.indexes() if head.drafts[i].role == "bullet"]
    if not bylines or not bullets or bullets[-1] > bylines[-1]:
        return
    if all(word_count(head.text(i)) <= AD_WORDS and not ends_sentence(head.text(i)) for i in bullets):
        for index in bullets:
            head.drafts[index] = hide(head.drafts[index], "bullets-before-byline")


def bare_byline(head: Head) -> None:
    """A name alone beside the date, or with a role behind it, is the author; in capitals it may be one word."""
    if any(head.drafts[i].role == "byline" for i in head.indexes()):
        return
    lines = head.indexes()
    for place, index in enumerate(lines):
        if head.drafts[index].role not in {"paragraph", "heading", "subtitle"}:
            continue
        near = [lines[p] for p in (place - 1, place + 1) if 0 <= p < len(lines)]
        beside = any(head.drafts[n].role == "dateline" for n in near)
        text = PLACED.sub("", head.text(index))
        named = are_names(text) or is_name(text) or (shouted(text) and is_name(text.title(), words=(1, 4)))
        if beside and named and not only_date(text) and not names_house(text):
            head.drafts[index] = head.drafts[index].recast("byline", "name-beside-date")
            return
        if is_signed_name(text) or (place and is_person(text) and is_role(head, lines, place + 1)):
            head.drafts[index] = head.drafts[index].recast("byline", "name-with-role")
            return


def are_names(text: str) -> bool:
    """Whether a line is two or three names and what joins them: `Jane Roe and John Poe`."""
    parts = JOINED.split(text.strip())
    return 1 < len(parts) <= MOST_AUTHORS and all(is_name(part) for part in parts)


PLACED = re.compile(r"(?<!\s)\s++in\s++[A-Z\u00c0-\u00de][\w.'\u2019-]*(?:\s++[A-Z][\w.'\u2019-]*){0,3}$")
"""Where the authors were: `Jane Roe in Northport`."""
JOINED = re.compile(r"(?:(?<!\s)\s++)?+(?:,\s*+and\s++|,\s++)|(?<!\s)\s++(?:and|&)\s++")
MOST_AUTHORS = 4


def names_house(text: str) -> bool:
    """Whether a line of the shape of a name is a paper's or a section's: `The Daily Gazette`, `World News`."""
    return any(word.lower() in page_words("byline_roles") for word in text.split())


def is_role(head: Head, lines: Sequence[int], place: int) -> bool:
    """Whether the line at a place of the head is a role and nothing else: `Staff Writer`."""
    if place >= len(lines) or word_count(head.text(lines[place])) > KICKER_WORDS + 1:
        return False
    found = [word.lower().strip(".,") for word in head.text(lines[place]).split()]
    return found[-1] in page_words("byline_roles")


def proper_only(drafts: Sequence[Draft], zones: Sequence[str], source: str) -> Callable[[str], bool]:
    """A test for lines of names alone: each capitalised word is one that the running text never writes small."""

    @cache
    def body() -> str:
        """The running text; asked for only where a line may be names."""
        return " ".join(
            d.text(source) for d, zone in zip(drafts, zones, strict=True) if zone == "body" or d.role == "bullet"
        )

    @cache
    def written() -> tuple[frozenset[str], frozenset[str]]:
        """The words of the running text and those written small."""
        words = frozenset(WORD.findall(" ".join(frozenset(body().split()))))
        return words, frozenset(w for w in words if w[0].islower()) - {"president"}

    def test(text: str) -> bool:
        found = [w.removesuffix("'s").removesuffix("\u2019s") for w in WORD.findall(text)]
        capitals = [w for w in found if w[0].isupper()]
        if len(capitals) < FEWEST_NAMES or ":" in text:
            return False
        lower = [w for w in found if w[0].islower()]
        asked = [w for w in capitals if w.lower() not in page_words("office")]
        if not all(w in JOINING for w in lower) or not all(w in body() for w in asked):
            return False
        words, small = written()
        return all(w in words and w.lower() not in small for w in asked)

    return test


JOINING = frozenset(
    {"and", "with", "of", "the", "at", "in", "his", "her", "wife", "husband", "left", "right", "during", "on"}
)
"""Words that join names in a caption."""
