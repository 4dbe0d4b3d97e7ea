"""A source in words: title, byline, date, and what nobody says of it. A missing value is said, never guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dossier.model import Fact, Source
from dossier.write.edtf import in_words
from dossier.write.escape import live

UNDATED, NO_AUTHOR, NO_PUBLISHER = "undated", "no author named", "no publisher named"
NO_ORIGINAL = "the captured text gives no link"
RIGHTS = "Rights remain with the publisher and author."
EXCERPT = 180
"""Characters of a passage that a list shows."""
SHORT = 44
"""Characters of a title where it stands for its source."""
FEWEST = 4
"""Words in a row by which a covered paragraph still says something."""


@dataclass(frozen=True, slots=True)
class Said:
    """One value of the metadata in words; `editor` where a sidecar supplied it, `given` False where nobody did."""

    label: str
    words: str
    given: bool = True
    editor: bool = False
    url: str = ""


def file_name(source: Source) -> str:
    """A seed's file name without its folder."""
    return source.document.seed.file.rpartition("/")[2]


def title(source: Source) -> str:
    """The headline, or a stand-in that names the file."""
    fact = source.document.meta.title
    return fact.value if fact else f"Untitled ({file_name(source)})"


def authors(source: Source) -> str:
    """All authors, or that none is named."""
    return ", ".join(fact.value for fact in source.document.meta.authors) or NO_AUTHOR


def publisher(source: Source) -> str:
    """The publisher, or that none is named."""
    fact = source.document.meta.publisher
    return fact.value if fact else NO_PUBLISHER


def between(source: Source) -> Fact | None:
    """The interval in which an undated seed was written, where its clues give one."""
    return source.document.meta.published_between or source.annotations.published_between


def published(source: Source) -> str:
    """The date in words, or "undated" with what the text's own clues say."""
    fact = source.document.meta.published
    if fact:
        return in_words(fact.value)
    clues = between(source)
    if not clues:
        return UNDATED
    first, found, last = clues.value.partition("/")
    if last == "..":
        when = f"not before {in_words(first)}"
    elif first == "..":
        when = f"not after {in_words(last)}"
    else:
        when = f"between {in_words(first)} and {in_words(last)}" if found else in_words(clues.value)
    return f"{UNDATED}; by its own words, {when}"


def short_date(source: Source) -> str:
    """The date in words, or "undated"."""
    fact = source.document.meta.published
    return in_words(fact.value) if fact else UNDATED


def credit(source: Source) -> str:
    """Author, publisher and date on one line, as far as they are known."""
    meta = source.document.meta
    parts = [fact.value for fact in meta.authors] + ([meta.publisher.value] if meta.publisher else [])
    return ", ".join([*parts, short_date(source)])


def short(source: Source) -> str:
    """A source in a few words: author's surname or publisher and year (`Bershidsky 2019`), else its title."""
    meta = source.document.meta
    if len(meta.authors) == 1:
        who = meta.authors[0].value.split()[-1]
    elif meta.authors:
        who = f"{meta.authors[0].value.split()[-1]} and others"
    else:
        who = meta.publisher.value if meta.publisher else excerpt(title(source), SHORT)
    year = re.match(r"-?\d{4}", meta.published.value) if meta.published else None
    return f"{who} {year[0]}" if year else f"{who}, {UNDATED}"


def excerpted(source: Source) -> bool:
    """Whether only short passages of a source are published."""
    return source.publish == "excerpt"


def original(source: Source) -> str:
    """The address of the original, else of an archived copy, that may be followed; "" for none."""
    meta = source.document.meta
    return next((fact.value for fact in (meta.url, meta.archived_url) if fact and live(fact.value)), "")


def rights(source: Source) -> str:
    """Whose the text is."""
    fact = source.document.meta.rights
    return fact.value if fact else RIGHTS


def facts(source: Source) -> list[Said]:
    """What the head of a page says about its source, in order."""
    meta = source.document.meta
    said = [
        Said("Author", authors(source), bool(meta.authors), any(f.basis == "sidecar" for f in meta.authors)),
        Said("Publisher", publisher(source), bool(meta.publisher), edited(meta.publisher)),
        Said("Published", published(source), bool(meta.published), edited(meta.published)),
    ]
    for label, fact in (("Kind", meta.kind), ("Series", meta.series)):
        if fact:
            said.append(Said(label, fact.value, editor=edited(fact)))
    original = meta.url
    if original:
        said.append(address("Original", original))
    else:
        said.append(Said("Original", NO_ORIGINAL, given=False))
    if meta.archived_url:
        said.append(address("Archived copy", meta.archived_url))
    return said


def address(label: str, fact: Fact) -> Said:
    """A link of the metadata; one that may not be followed is words only."""
    return Said(label, fact.value, editor=edited(fact), url=fact.value if live(fact.value) else "")


def edited(fact: Fact | None) -> bool:
    """Whether a value is the editor's and not the source's."""
    return fact is not None and fact.basis == "sidecar"


def excerpt(text: str, limit: int = EXCERPT) -> str:
    """The beginning of a passage on one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[:limit].rpartition(" ")[0] or line[:limit]
    return head.rstrip(",;:–— ") + "…"


def opening(source: Source) -> str:
    """The first paragraph, as an excerpt; of a source shown in part the first that is more than scattered words."""
    document = source.document
    own = (document.words(b) for b in document.blocks if b.shown and b.role == "paragraph" and b.note is None)
    if excerpted(source):
        own = (words for words in own if max(len(piece.split()) for piece in words.split("…")) >= FEWEST)
    return excerpt(next(own, ""))


def count(number: int, one: str, many: str = "") -> str:
    """`1 note`, `3 notes`, `no notes`."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"
