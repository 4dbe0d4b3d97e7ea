"""Headings, date lists and split paragraphs: what blocks are by the company they keep."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dossier.clean.datelines import only_date, printed_date
from dossier.clean.draft import Bit, Draft
from dossier.clean.roles import hide
from dossier.clean.shapes import SENTENCE_INSIDE, ends_sentence, is_headline, is_name, is_prose, title_case, word_count
from dossier.model import Role
from dossier.sourcemap import SeedSpan

HEADING_WORDS = 16
FOLLOWERS: frozenset[Role] = frozenset({"paragraph", "bullet", "blockquote", "code", "table", "heading", "caption"})
OPEN_END = re.compile(
    r"\b(?:a|an|the|and|or|but|nor|of|in|on|at|by|for|from|with|without|to|into|onto|upon|about|against|between|among|"
    r"through|during|under|over|that|which|who|whose|whom|if|whether|because|while|although|though|unless|until|since|than|"
    r"as|is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|shall|should|must|do|does|did|its|their|"
    r"his|her|our|your|my|this|these|those|not|very|more|most|such|[A-Z]\w+(?:'s|\u2019s))$"
)
"""Words that no sentence ends with."""
OPEN_CLAUSE = re.compile(
    r"\b(?:that|which|who|whether|because|where|when|while|if)\s+"
    r"(?:a|an|the|its|their|his|her|some|any|every|each|no|another|this)\s+(?:[\w'\u2019-]+\s+){0,1}[\w'\u2019-]+$"
)
"""A clause that has its subject and no verb yet: "the possibility exists that a future"."""
ENDING = 100
"""Characters at a paragraph's end that can hold an unfinished clause."""
DATE_WORDS = 8
PAGE_WORDS = 4
JOINED_WORDS = 8
"""A line of verse or an address has fewer words than a paragraph that the capture split."""
QUOTE_START = '"\u201c\u2018\u00ab'


def headings(drafts: Sequence[Draft], zones: Sequence[str], source: str) -> list[Draft]:
    """Short lines over running text become headings."""
    made = list(drafts)
    texts = [d.text(source) for d in drafts]
    visible: list[int | None] = [None]
    for index in range(len(drafts) - 1, 0, -1):
        visible.append(index if texts[index].strip() and drafts[index].shown else visible[-1])
    visible.reverse()
    for index, draft in enumerate(drafts):
        if draft.role != "paragraph" or draft.note is not None or zones[index] == "tail":
            continue
        after = visible[index]
        if after is None or made[after].role not in FOLLOWERS or not heads(texts[index]):
            continue
        if made[after].role == "paragraph" and not (
            is_prose(texts[after]) or heads(texts[after]) or texts[after].rstrip().endswith(":")
        ):
            continue
        made[index] = replace(draft.recast("heading", "line-over-text"), level=2)
    return made


def heads(text: str) -> bool:
    """Whether a line can be a heading: a headline without a full stop that is no date and no speaker's cue."""
    if only_date(text) or word_count(text) > HEADING_WORDS or not is_headline(text) or SENTENCE_INSIDE.search(text):
        return False
    body = text.rstrip()
    if body.endswith((":", "\u2026", "...", "-", "\u2013", "\u2014")) or body[-1] in '"\u201d':
        return False
    if not ends_sentence(text):
        return True
    # "Festival Customs." heads a chapter of an old book; "Yes." and "Miami Beach." do not.
    return body[-1] in "?!" or (body[-1] == "." and word_count(text) > 1 and title_case(text) and not is_name(text))


def date_list(drafts: Sequence[Draft], source: str) -> list[Draft]:
    """A list of dates and what happened, one a line, as widgets of key dates print it.

    A month that only repeats the date before it is the widget's axis, not an entry.
    """
    made = list(drafts)
    texts = [d.text(source) for d in drafts]
    latest = ""
    inside = False
    for index, (draft, after) in enumerate(pairwise([*drafts, None])):
        if draft is None or draft.role not in {"paragraph", "bullet", "dateline", "heading"}:
            inside, latest = False, ""
            continue
        date = printed_date(texts[index]) if is_dates(texts[index]) else None
        if date and latest.startswith(date.edtf) and latest != date.edtf:
            made[index] = hide(draft, "repeated-month", "metadata")
        elif date and (inside or entry_follows(texts, index)):
            made[index], latest, inside = draft.recast("bullet", "dated-entry"), date.edtf, True
        elif (
            inside
            and word_count(texts[index]) <= HEADING_WORDS
            and not ends_sentence(texts[index])
            and made[index - 1].rule == "dated-entry"
            and is_dates(texts[index - 1])
        ):
            made[index] = draft.recast("bullet", "dated-entry")
        else:
            inside, latest = False, ""
        if after is None:
            break
    return made


def is_dates(text: str) -> bool:
    """Whether a line holds one or two dates and nothing else."""
    return only_date(text) is not None and word_count(text) <= DATE_WORDS


def entry_follows(texts: Sequence[str], index: int) -> bool:
    """Whether a short line that is no date follows, and then another date: the start of a list."""
    if index + 2 >= len(texts) or ends_sentence(texts[index + 1]) or word_count(texts[index + 1]) > HEADING_WORDS:
        return False
    return not is_dates(texts[index + 1]) and is_dates(texts[index + 2])


def rejoin(
    drafts: Sequence[Draft], source: str, breaks: Sequence[SeedSpan]
) -> tuple[list[Draft], list[tuple[SeedSpan, str]]]:
    """Join paragraphs that the capture split in mid-sentence; the drafts and, for each join, the gap and its rule.

    `breaks` are the running heads between pages: a sentence may run on over them whatever it begins with.
    """
    made: list[Draft] = []
    gaps: list[tuple[SeedSpan, str]] = []
    last: int | None = None
    for draft in drafts:
        rule = None
        if last is not None and draft.role == "paragraph" and made[last].role == "paragraph":
            before = made[last]
            gap = between(before, draft) if breaks else None
            over_page = gap is not None and crosses(gap, breaks)
            rule = join_rule(before.text(source), draft.text(source), over_page=over_page)
            if rule:
                made[last] = merged(before, draft, source, rule)
                gaps.append((between(before, draft), rule))
        if not rule:
            made.append(draft)
            # Notes, furniture and syntax may stand inside a sentence that the capture split.
            last = len(made) - 1 if draft.shown and draft.role not in {"note", "markup"} else last
    return made, gaps


def between(before: Draft, draft: Draft) -> SeedSpan:
    """The gap between two drafts."""
    end = before.span.end
    return SeedSpan(end, max(end, draft.span.start))


def crosses(gap: SeedSpan, breaks: Sequence[SeedSpan]) -> bool:
    """Whether a page ends inside the gap; `breaks` are in order."""
    place = bisect_left(breaks, SeedSpan(gap.start, gap.start))
    return place < len(breaks) and breaks[place].start < gap.end


def join_rule(before: str, after: str, *, over_page: bool) -> str | None:
    """Why two paragraphs are one, or None."""
    before, after = before.rstrip(), after.lstrip()
    if not before or not after or ends_sentence(before) or before[-1] in ":;":
        return None
    if over_page and word_count(before) >= PAGE_WORDS and (after[0].islower() or word_count(after) >= PAGE_WORDS):
        return "page-break"
    if word_count(before) < JOINED_WORDS:
        return None
    if before[-1] == "," and not after[0].islower():
        return None
    if after[0].islower():
        return "lower-case-continuation"
    # "He has been described as" / "\"the most versatile …": a quotation that is set as a block of its own.
    if after[0] in QUOTE_START:
        return None
    if OPEN_END.search(before[-ENDING:]) or OPEN_CLAUSE.search(before[-ENDING:]):
        return "unfinished-clause"
    return None


def merged(before: Draft, after: Draft, source: str, rule: str) -> Draft:
    """One draft of two; the white space between them reads as one space."""
    end, start = before.span.end, after.span.start
    offset = len(before.text(source)) + 1
    marks = tuple(
        replace(m, span=replace(m.span, start=m.span.start + offset, end=m.span.end + offset)) for m in after.marks
    )
    lead = end + (
        len(source[end:start]) - len(source[end:start].lstrip()) if source[end:start].strip() else start - end
    )
    seam = Bit(SeedSpan(end, lead), " ", "space", rule)
    return replace(before, bits=(*before.bits, seam, *after.bits), marks=before.marks + marks)
