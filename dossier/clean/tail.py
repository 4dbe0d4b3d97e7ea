"""Lists of other articles, readers' comments and biographies: what stands after an article, and sometimes inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, takewhile

from dossier.clean.draft import Draft
from dossier.clean.furniture import opens_comments, opens_list, opens_tags, plain
from dossier.clean.roles import hide
from dossier.clean.shapes import ends_sentence, first_letter, is_name, is_prose, page_words, word_count

LISTED_WORDS = 24
MOST_LISTED = 12
SHORT_HEADING = 3
"""A line of at most so many words right over running text is the article's next heading, not the list's last entry."""
REMARKS = 10
"""Blocks after a heading of comments among which a reader's signature shows that comments follow."""
SIGNED = re.compile(
    r"\bsays:?$|^reply\b|\breply$|\bago$|\bat \d{1,2}:\d{2}\s*(?:[ap]\.?m)?|^anonymous\b|\blog in to reply\b|"
    r"^(?:like|report|flag)$|\bguest$|^@\w+$",
    re.IGNORECASE,
)
COUNT_ALONE = re.compile(r"\d[\d.,]{0,8}[kKmM]?")
SURE_SIGNED = 2
"""Signatures that show comments even in the first half: few words of the article, many of its readers."""
REMARK_WORDS = 12
"""A reader's name, the hour and the button to answer make a short line."""
AFTER_BIO = 4
TITLED = re.compile(r"(?:Mr|Ms|Mrs|Dr|Prof|Professor)\.?\s+(?P<name>\S+)\s+(?:is|was|writes|teaches|has)\b")
BIO_VERB = re.compile(
    r"^(?:is|was|writes|covers|has|holds|teaches|works|serves|reports|lives|joined|blogs|edits|currently|specializes|"
    r"specialises|focuses)\b"
)


def tails(drafts: Sequence[Draft], zones: Sequence[str], source: str, authors: Sequence[str]) -> list[Draft]:
    """The drafts with what follows the article taken out of it."""
    made = list(drafts)
    texts = [d.text(source) for d in drafts]
    listed(made, texts, zones)
    counters(made, texts)
    comments(made, texts, zones)
    biography(made, texts, zones, authors)
    return made


def counters(made: list[Draft], texts: Sequence[str]) -> None:
    """A number alone beside a button counts its uses: `Share via Email` / `276`."""
    for index, draft in enumerate(made):
        beside = [made[n].role for n in (index - 1, index + 1) if 0 <= n < len(made)]
        if draft.role == "paragraph" and COUNT_ALONE.fullmatch(texts[index].strip()) and "boilerplate" in beside:
            made[index] = hide(draft, "counter")


def listed(made: list[Draft], texts: Sequence[str], zones: Sequence[str]) -> None:
    """Headlines under `Related posts`, keywords under `Topics`, up to the next running text."""
    for index, draft in enumerate(made):
        heads = opens_list(texts[index]) or (zones[index] == "tail" and opens_tags(texts[index]))
        if draft.role not in {"boilerplate", "heading", "paragraph"} or not heads:
            continue
        made[index] = hide(draft, "list-of-articles")
        following = range(index + 1, min(index + 1 + MOST_LISTED, len(made)))
        entries = list(takewhile(lambda i: is_listed(made[i], texts[i]), following))
        if entries and next_heading(texts, entries):
            entries.pop()
        for later in entries:
            made[later] = hide(made[later], "list-of-articles")


def is_listed(draft: Draft, text: str) -> bool:
    """Whether a block can be an entry of a list of articles: a headline, with no sentence's end."""
    if draft.role in {"note", "code", "table", "blockquote", "bio", "disclaimer", "url", "markup"}:
        return False
    if draft.note is not None or draft.rule in {"heading-signs", "setext-heading"} or text.rstrip().endswith(":"):
        return False
    if word_count(text) > LISTED_WORDS or first_letter(text).islower():
        return False
    return not ends_sentence(text) or text.rstrip()[-1] in "?!"


def next_heading(texts: Sequence[str], entries: Sequence[int]) -> bool:
    """Whether the last of the listed lines heads the running text that follows it."""
    last = entries[-1]
    if last + 1 >= len(texts) or word_count(texts[last]) > SHORT_HEADING:
        return False
    return is_prose(texts[last + 1]) and all(word_count(texts[i]) > SHORT_HEADING for i in entries[:-1])


def comments(made: list[Draft], texts: Sequence[str], zones: Sequence[str]) -> None:
    """Everything after a heading of readers' comments, where the article ended before it or a reader signs below."""
    for index in range(len(made) // 4, len(made)):
        if not opens_comments(texts[index]):
            continue
        following = texts[index + 1 : index + 1 + REMARKS]
        signed = sum(word_count(t) <= REMARK_WORDS and bool(SIGNED.search(t.strip())) for t in following)
        if zones[index] == "tail" or signed >= (1 if index * 2 >= len(made) else SURE_SIGNED):
            for later in range(index, len(made)):
                if made[later].role not in {"note", "bio", "disclaimer", "url"} and made[later].note is None:
                    made[later] = hide(made[later], "comments")
            return


def biography(made: list[Draft], texts: Sequence[str], zones: Sequence[str], authors: Sequence[str]) -> None:
    """Who the author is: blocks after the article that open with the author's name, or stand under such a heading."""
    under = False
    visible = [0, *accumulate(draft.shown for draft in made)]
    for index, draft in enumerate(made):
        if zones[index] == "head" or draft.role not in {"paragraph", "heading", "bullet"} or draft.note is not None:
            continue
        text = texts[index].strip()
        late = visible[index] * 2 >= visible[-1]
        named = late and plain(text) in {f"about {plain(author)}" for author in authors}
        if named or heads_biography(text, draft, len(made) - index, late=late):
            under = True
            made[index] = draft.recast("bio", "biography-heading")
        elif draft.role == "heading":
            under = False
        elif under or (visible[index] * 2 > visible[-1] and opens_with_author(text, authors)):
            made[index] = draft.recast("bio", "biography")


def heads_biography(text: str, draft: Draft, left: int, *, late: bool) -> bool:
    """Whether a line heads what is said of the author: `About the author` late in the text, `About` at its end."""
    name = plain(text)
    if name in page_words("sure_bio_headings"):
        return late
    return name in page_words("bio_headings") and left <= AFTER_BIO and draft.rule != "heading-signs"


def opens_with_author(text: str, authors: Sequence[str]) -> bool:
    """Whether a block is the author's name, or the name and what the author is."""
    for author in authors:
        if text == author and is_name(text):
            return True
        rest = text.removeprefix(author)
        if rest != text and BIO_VERB.match(rest.lstrip(" ,")):
            return True
        surname = author.split()[-1] if author.split() else ""
        titled = TITLED.match(text) if surname else None
        if titled and titled["name"] == surname:
            return True
    return False
