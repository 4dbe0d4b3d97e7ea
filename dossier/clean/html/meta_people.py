"""Authors: the names in a byline or a tag, without the roles, houses and addresses around them; junk is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from dossier.clean.bylines import AGENCY, NUMERAL, cue, is_byline, is_person
from dossier.clean.datelines import printed_date
from dossier.clean.html.said import fold
from dossier.clean.shapes import page_words
from dossier.lexicon import words

LONGEST_NAME = 6
"""Words of a person's name; an organisation's may have more."""
HANDLE = 2
"""Words in small letters that may be how an author signs: `jane roe`."""
MOST = 40
"""Authors that one value may name."""
ADDRESS = re.compile(r"https?:|www\.|\S@\S|(?<!\S)@|\.(?:com|org|net)\b|[{}<>_=\[\]]|\d{3}", re.IGNORECASE)
JOINT = "|".join(page_words("name_joints"))
ROOM = r"(?:(?<!\s)\s++)?+"
"""White space from its beginning, if there is any: an expression that begins in its midst would read it again."""
SPLIT = re.compile(
    rf"{ROOM}[;|\u2022\u00b7/]\s*+|(?<!\s)[^\S\n]*+\n\s*+|{ROOM},\s*+(?:{JOINT}|&)\s++|(?<!\s)\s++(?:{JOINT}|&|\+)\s++|"
    rf"{ROOM}[,\uff0c\u3001]\s*+|(?<!\s)\s++[-\u2013\u2014]\s++|{ROOM}\((?=[^()]*+\)$)"
)
TRAIL = re.compile(
    rf"(?<!\s)\s++(?i:{'|'.join(page_words('name_trails'))})\s.*$|{ROOM}\([^()]*+\)?$|"
    rf"{ROOM}(?<![-\u2013\u2014,:;|.*])[-\u2013\u2014,:;|.*]++$"
)
"""What follows a name and is none of it: `for The Herald`, `(Reuters)`, a stop."""
INVERTED = re.compile(r"(?P<last>[^\s,;]++(?: [^\s,;]++)?), (?P<first>[^\s,;]+(?: [^\s,;]+){0,2})")
COURTESY = re.compile(r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Rev)\.?\s+)+(?=\S+\s+\S)")
JOINED = re.compile(rf"\b(?:{JOINT})\b|[;&+|/]")
INITIAL = re.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z]")
SUFFIX = re.compile("|".join(re.escape(suffix) for suffix in page_words("name_degrees")), re.IGNORECASE)
JUDGE = re.compile(
    r"(?P<name>[A-Z][A-Za-z'\u2019-]+(?: [A-Z][A-Za-z'\u2019-]+)?, "
    rf"(?:{'|'.join(re.escape(bench) for bench in page_words('benches'))})\.?)[:.]?(?:\s.*)?$"
)
"""How an opinion is signed: `ROE, J.`"""


@cache
def opening() -> re.Pattern[str]:
    """What stands before the names: `By`, `Written by:`, `Von`."""
    cues = "|".join(
        sorted(map(re.escape, (*page_words("bylines"), *page_words("foreign_bylines"))), key=len, reverse=True)
    )
    return re.compile(rf"[\s*_\u2014\u2013|\u2022\u00b7:-]*+(?:{cues})\b(?:\s*+:(?=\s))?+\s++(?=\S)", re.IGNORECASE)


@cache
def particles() -> frozenset[str]:
    """Small words inside a name."""
    return frozenset(part for line in words("en", "name_particles") for part in line.split())


@cache
def junk() -> frozenset[str]:
    """Folded values that name no author."""
    return frozenset(fold(word) for word in page_words("no_authors"))


@cache
def agencies() -> frozenset[str]:
    """Folded names of agencies."""
    return frozenset(fold(word) for word in page_words("agencies"))


def people(text: str, houses: Sequence[str] = (), *, listed: bool = False) -> list[tuple[int, int]]:
    """Ranges of the authors' names in a value such as `By Jane Roe and John Doe, Staff Writers`.

    `houses` are the publisher's and the site's names, which are no authors; `listed` where the value is known to hold
    names, so that a single word or a name in any script is one.
    """
    if judge := JUDGE.match(text.strip(" *_")):
        start = text.index(judge["name"])
        return [(start, start + len(judge["name"]))]
    known = {fold(house) for house in houses}
    if fold(text) in known | junk():
        return []
    start = led.end() if (led := opening().match(text)) else 0
    ends = [found.start() for found in (ADDRESS.search(text, start),) if found]
    date = printed_date(text[start:])
    end = min([start + date.start if date and date.start else len(text), *ends])
    named: list[tuple[int, int]] = []
    for begun, last in islice(pieces(text, start, end), MOST):
        first = courtesy.end() if (courtesy := COURTESY.match(text, begun, last)) else begun
        place = without_roles(text, first, last, known)
        second = bool(named) and not listed and not JOINED.search(text, named[-1][1], end)
        if not is_author(text[first:place], known, listed=listed, second=second, cut=place < last):
            if named and not SUFFIX.fullmatch(text[first:last]):
                break
            continue
        named.append((first, place))
    return named


def without_roles(text: str, start: int, end: int, houses: set[str]) -> int:
    """Where a name ends before the role or house printed behind it: `Jane Roe CNN Senior Editor`, `JANE ROE Staff`."""
    parts = list(re.finditer(r"\S+", text[start:end]))
    caps = len(parts) > 1 and all(len(part.group()) > 1 and part.group().isupper() for part in parts[:2])
    kept = len(parts)
    for place, part in enumerate(parts):
        word = part.group().strip(".,")
        if place and caps and not word.isupper() and word.lower() not in particles():
            kept = place
            break
    while kept > 1:
        word = parts[kept - 1].group().strip(".,")
        house = any(fold(" ".join(p.group() for p in parts[at:kept])) in houses for at in range(1, kept))
        if house:
            kept = max(at for at in range(1, kept) if fold(" ".join(p.group() for p in parts[at:kept])) in houses)
        elif word.lower() in (*page_words("byline_roles"), *page_words("times"), *page_words("after_names")) or (
            AGENCY.fullmatch(word) and not NUMERAL.fullmatch(word) and not parts[0].group().isupper()
        ):
            kept -= 1
        else:
            break
    if kept == len(parts) or fold(text[start:end]) in agencies():
        return end
    return start + parts[kept - 1].end()


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a value that its commas, semicolons and `and`s set apart, each without what trails its name."""
    at = start
    for joint in [*SPLIT.finditer(text, start, end), None]:
        stop = joint.start() if joint else end
        first = at + len(text[at:stop]) - len(text[at:stop].lstrip(" \u00a0*_\"'\u201c([-"))
        led = opening().match(text, first, stop)
        first = led.end() if led else first
        last = trimmed(text, first, stop)
        if last > first:
            yield first, last
        at = joint.end() if joint else end


def trimmed(text: str, start: int, end: int) -> int:
    """Where a name ends, without `for The Herald`, a bracket, a stop that belongs to no initial."""
    name = text[start:end]
    while found := TRAIL.search(name):
        if found.group().strip() == "." and re.search(r"(?:\b\w|\b[JSDM]r)\.$", name):
            break
        if not found.group().strip(" ") or found.start() == 0:
            break
        name = name[: found.start()]
    return start + len(name.rstrip())


def is_author(name: str, houses: set[str], *, listed: bool, second: bool, cut: bool = False) -> bool:
    """Whether a part of a byline names an author: a name's shape, or an agency; no role, house or junk."""
    key = fold(name)
    if not key or key in junk() or key in houses or not any(map(str.isalpha, name)) or SUFFIX.fullmatch(name):
        return False
    if key in agencies():
        return True
    parts = name.split()
    if len(parts) > LONGEST_NAME or any(map(str.isdigit, name)) or name[-1:] in "?!:":
        return False
    roles = [word.lower().strip(".,") in page_words("byline_roles") for word in parts]
    if all(roles) or (second and any(roles)):
        return False
    if second and not (is_person(name) or INITIAL.match(name) or (name.isupper() and len(parts) > 1)):
        return False  # Behind a comma or a line end a place or a house is as likely: "Jane Roe, Palma de Mallorca".
    # What a role or a house leaves of a line is a name only where it has two words: "News Desk" leaves none.
    return shaped(parts, listed=listed and not cut) and not (second and len(parts) == 1 and not listed)


def shaped(parts: Sequence[str], *, listed: bool) -> bool:
    """Whether words look like a name: capitals but for particles; any script that has no capitals."""
    letters = [next((c for c in part if c.isalpha()), "") for part in parts]
    if any(letter and not letter.isupper() and not letter.islower() for letter in letters):
        return listed
    small = [
        part
        for part, letter in zip(parts, letters, strict=True)
        if letter.islower() and part.lower() not in particles()
    ]
    if any(part.islower() for part in small):
        return listed and len(small) == len(parts) and len(parts) <= HANDLE and all(map(str.isalpha, parts))
    return listed or len(parts) > 1


def upright(name: str) -> str:
    """`Roe, Jane` as `Jane Roe`: the form in which libraries' tags give one author."""
    found = INVERTED.fullmatch(name.strip())
    if not found or SUFFIX.fullmatch(found["first"]):
        return name
    return f"{found['first']} {found['last']}"


def signed(text: str) -> bool:
    """Whether a line of the page is a byline by its words alone."""
    return bool(JUDGE.fullmatch(text.strip())) or bool(cue().match(text) and is_byline(text))
