"""Lists of other articles, readers' comments and biographies: what stands after an article, and sometimes inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from dossier.clean.draft import Draft
from dossier.clean.furniture import opens_comments, opens_list, plain
from dossier.clean.roles import hide
from dossier.clean.shapes import ends_sentence, is_name, page_words, word_count

LISTED_WORDS = 24
MOST_LISTED = 12
BIO_VERB = re.compile(
    r"^(?:is|was|writes|covers|has|holds|teaches|works|serves|reports|lives|joined|blogs|edits|currently|specializes|specialises|focuses)\b"
)


def tails(drafts: Sequence[Draft], zones: Sequence[str], source: str, authors: Sequence[str]) -> list[Draft]:
    """The drafts with what follows the article taken out of it."""
    made = list(drafts)
    texts = [d.text(source) for d in drafts]
    listed(made, texts)
    comments(made, texts, zones)
    biography(made, texts, zones, authors)
    return made


def listed(made: list[Draft], texts: Sequence[str]) -> None:
    """Headlines under `Related posts` and the like, up to the next running text."""
    for index, draft in enumerate(made):
        if draft.role not in {"boilerplate", "heading", "paragraph"} or not opens_list(texts[index]):
            continue
        made[index] = hide(draft, "list-of-articles")
        following = range(index + 1, min(index + 1 + MOST_LISTED, len(made)))
        for later in takewhile(lambda i: is_listed(made[i], texts[i]), following):
            made[later] = hide(made[later], "list-of-articles")


def is_listed(draft: Draft, text: str) -> bool:
    """Whether a block can be an entry of a list of articles: a headline, with no sentence's end."""
    if (
        draft.role in {"note", "code", "table", "blockquote", "bio", "disclaimer", "url", "markup"}
        or draft.note is not None
    ):
        return False
    return word_count(text) <= LISTED_WORDS and (not ends_sentence(text) or text.rstrip()[-1] in "?!")


def comments(made: list[Draft], texts: Sequence[str], zones: Sequence[str]) -> None:
    """Everything after a heading of readers' comments, if the article ended before it."""
    for index, draft in enumerate(made):
        if not opens_comments(texts[index]) or index < len(made) // 2:
            continue
        if zones[index] == "tail" or draft.rule in {"counter", "furniture-line"}:
            for later in range(index, len(made)):
                if made[later].role not in {"note", "bio", "disclaimer", "url"} and made[later].note is None:
                    made[later] = hide(made[later], "comments")
            return


def biography(made: list[Draft], texts: Sequence[str], zones: Sequence[str], authors: Sequence[str]) -> None:
    """Who the author is: blocks after the article that open with the author's name, or stand under such a heading."""
    under = False
    for index, draft in enumerate(made):
        if zones[index] == "head" or draft.role not in {"paragraph", "heading", "bullet"} or draft.note is not None:
            continue
        text = texts[index].strip()
        if plain(text) in page_words("bio_headings") and (zones[index] == "tail" or draft.role == "heading"):
            under = index * 3 > len(made)
            if under:
                made[index] = draft.recast("bio", "biography-heading")
        elif under or opens_with_author(text, authors) and index * 2 > len(made):
            made[index] = draft.recast("bio", "biography")


def opens_with_author(text: str, authors: Sequence[str]) -> bool:
    """Whether a block is the author's name, or the name and what the author is."""
    for author in authors:
        if text == author and is_name(text):
            return True
        rest = text.removeprefix(author)
        if rest != text and BIO_VERB.match(rest.lstrip(" ,")):
            return True
        surname = author.split()[-1] if author.split() else ""
        if surname and re.match(
            rf"(?:Mr|Ms|Mrs|Dr|Prof|Professor)\.?\s+{re.escape(surname)}\s+(?:is|was|writes|teaches|has)\b", text
        ):
            return True
    return False
