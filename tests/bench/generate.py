"""Seed-like documents of a generated vocabulary, as many as wanted: `python -m tests.bench.generate COUNT DIR`.

The words are made of syllables, so nobody's text is copied; the shape is that of an article: title, author, date,
headings, paragraphs with dates, names, quotations with their speakers, notes. Document n depends on n alone, whatever
the count. People, places and events are drawn by rank (a few are everywhere, most are rare), as in real collections,
and some quotations stand in several documents.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from random import Random

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
VERBS = ["said", "argued", "wrote", "explained", "warned", "added", "noted", "told"]
COMMON = [
    "the",
    "of",
    "a",
    "to",
    "in",
    "and",
    "that",
    "was",
    "for",
    "on",
    "with",
    "as",
    "by",
    "from",
    "at",
    "which",
    "had",
    "it",
    "were",
    "its",
    "be",
    "this",
    "not",
    "after",
    "would",
]
ONSETS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "pr",
    "qu",
    "r",
    "s",
    "sh",
    "sl",
    "st",
    "t",
    "tr",
    "v",
    "w",
]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
CODAS = ["", "", "l", "m", "n", "nd", "r", "rt", "s", "st", "t"]
PARAGRAPHS = 25
PEOPLE, PLACES, EVENTS, SAYINGS = 20_000, 4_000, 30_000, 8_000
OFFICES = ("President", "Prime Minister", "Professor", "Senator", "General", "Judge")
BODIES = ("Institute", "University", "Council", "Ministry", "Company", "Commission")


def syllable(draw: Random) -> str:
    """One syllable."""
    return draw.choice(ONSETS) + draw.choice(VOWELS) + draw.choice(CODAS)


@cache
def coined(kind: str, number: int, syllables: int = 2) -> str:
    """Word `number` of a vocabulary, the same in every document."""
    draw = Random(f"{kind} {number}")  # noqa: S311 - not for secrets
    return "".join(syllable(draw) for _ in range(syllables))


def rank(draw: Random, count: int) -> int:
    """A number below `count`, small ones far more often (Zipf's law by way of its inverse)."""
    return min(count - 1, int(count ** draw.random()) - 1)


def person(number: int) -> str:
    """A full name."""
    return f"{coined('given', number % 900).title()} {coined('family', number, 3).title()}"


def place(number: int) -> str:
    """A town."""
    return coined("place", number, 2).title()


def event(number: int) -> tuple[str, str]:
    """What happened and on which day, for all documents that tell it."""
    draw = Random(f"event {number}")  # noqa: S311 - not for secrets
    date = f"{draw.choice(MONTHS)} {draw.randint(1, 28)}, {draw.randint(1990, 2019)}"
    deed = draw.choice(("signed the treaty of", "visited", "opened the conference of", "left", "met the envoys of"))
    return f"{person(rank(draw, PEOPLE))} {deed} {place(rank(draw, PLACES))}", date


def words(draw: Random, count: int) -> str:
    """Running words without names."""
    return " ".join(
        draw.choice(COMMON) if draw.random() < 0.45 else coined("word", rank(draw, 9_000)) for _ in range(count)
    )


def saying(number: int) -> tuple[str, str]:
    """A quotation that several documents may hold, and its speaker."""
    draw = Random(f"saying {number}")  # noqa: S311 - not for secrets
    return words(draw, draw.randint(6, 26)).capitalize(), person(rank(draw, PEOPLE))


def told(draw: Random) -> str:
    """A sentence about an event."""
    what, date = event(rank(draw, EVENTS))
    return f"On {date}, {what}, and {words(draw, draw.randint(6, 18))}."


def quoted(draw: Random) -> str:
    """A sentence with a quotation."""
    text, who = saying(rank(draw, SAYINGS) if draw.random() < 0.3 else draw.randrange(SAYINGS, 10**9))
    office = f"{draw.choice(OFFICES)} " if draw.random() < 0.3 else ""
    return f"\u201c{text},\u201d {draw.choice(VERBS)} {office}{who}."


def plain(draw: Random) -> str:
    """A sentence with a name."""
    body = f"the {coined('body', rank(draw, 2_000), 2).title()} {draw.choice(BODIES)}"
    who = draw.choice((person(rank(draw, PEOPLE)), body, place(rank(draw, PLACES))))
    return f"{words(draw, draw.randint(5, 16)).capitalize()} {who} {words(draw, draw.randint(4, 14))}."


SENTENCES = (told, quoted, plain, plain, plain)


def document(number: int, paragraphs: int = PARAGRAPHS) -> str:
    """Document `number`, about 12,000 characters with the usual number of paragraphs."""
    draw = Random(f"document {number}")  # noqa: S311 - not for secrets
    title = f"{words(draw, 5)} {coined('topic', number, 3)}".title()
    day = f"{draw.choice(MONTHS)} {draw.randint(1, 28)}, {draw.randint(1995, 2019)}"
    lines = [title, f"By {person(rank(draw, PEOPLE))}", day]
    notes: list[str] = []
    for at in range(paragraphs):
        if at % 12 == 8:
            lines.append(words(draw, 4).capitalize())
        text = " ".join(draw.choice(SENTENCES)(draw) for _ in range(draw.randint(2, 4)))
        if draw.random() < 0.1:
            notes.append(f"[{len(notes) + 1}] {told(draw)}")
            text += f"[{len(notes)}]"
        lines.append(text)
    return "\n\n".join([*lines, *(["Notes"] if notes else []), *notes]) + "\n"


def write(folder: Path, count: int, start: int = 0) -> None:
    """Documents `start` to `start + count` as files of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(start, start + count):
        (folder / f"doc{number:06}.txt").write_text(document(number), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
