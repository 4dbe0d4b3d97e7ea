"""Bylines: the line that names the authors, told from a sentence that begins with "By", and the names in it."""

from __future__ import annotations

import re
from functools import cache

from dossier.clean.datelines import only_date, printed_date
from dossier.clean.shapes import is_name, page_words, word_count
from dossier.lexicon import words

LONGEST = 30
LONGEST_DATED = 120
"""A name and a date take at most so many characters."""
MOST_REST = 20
"""Words that may follow the names: roles, houses, places, dates."""
PERSON = (
    r"(?:[A-Z\u00c0-\u00de][\w.'\u2019-]*|de|del|della|di|du|la|le|van|von|der|den|ten|ter|bin|al-[A-Z]\w+|"
    r"[a-z]{2,5}[A-Z]\w+)"
)
PERSONS = re.compile(rf"(?:[Tt]he\s+)?{PERSON}(?:[ \u00a0]+{PERSON}){{0,5}}")
JOIN = re.compile(
    r"(?:\s+in\s+[A-Z][\w'\u2019-]+(?:\s[A-Z][\w'\u2019-]+)?)?"
    r"(?:\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s*&\s*|\s*;\s*|\s+with\s+)"
)
JUSTICE = re.compile(
    r"^\s*(?:MR\. |Mr\. )?(?:CHIEF |Chief )?(?:JUSTICE|Justice) (?P<name>[A-Z][A-Za-z'\u2019-]+)\b"
    r"(?=.{0,80}\b(?:dissenting|concurring|delivered the opinion|announced the judgment))"
)
"""How an opinion of a court is signed: `JUSTICE ROE, dissenting.`"""
STRONG_BY = re.compile(r"\b(?:authored|written|reported) by(?:\s*+:(?=\s))?+\s++", re.IGNORECASE)
SEPARATED = re.compile(r"^\s*[,|\u2022\u00b7(/@;\u2013\u2014-]")
PARTED = re.compile(r"[|\u2022\u00b7]|\s[\u2013\u2014-]\s")
SMALL_WORD = re.compile(r"(?<![\w'\u2019@.])[a-z][\w'\u2019-]*(?![\w@])")
AGENCY = re.compile(r"[A-Z]{2,}")
NUMERAL = re.compile(r"[IVX]+")


@cache
def cue() -> re.Pattern[str]:
    """`By`, `Written by:`, `Author:` at the start of a line."""
    cues = "|".join(sorted(map(re.escape, page_words("bylines")), key=len, reverse=True))
    return re.compile(rf"^[\s*_\u2014\u2013-]*+(?:{cues})\b(?:\s*+:(?=\s))?+\s++(?=\S)", re.IGNORECASE)


def is_byline(text: str) -> bool:
    """Whether a line names its authors and says no more: `By Jane Roe, Staff Writer`, not "By Monday the storm …"."""
    if word_count(text) > LONGEST:
        return False
    if JUSTICE.match(text):
        return True
    if not cue().match(text):
        return dated_name(text)
    names = names_in(text)
    if not names or text[names[0][0] : names[0][1]].lower().rstrip(".,") in page_words("times"):
        return False
    return closes(text, names[-1][1])


def closes(text: str, end: int) -> bool:
    """Whether what follows the last name is what follows names in bylines, and no sentence."""
    rest = text[end:]
    if word_count(rest) > MOST_REST:
        return False
    small = {word.lower() for word in SMALL_WORD.findall(rest)} - set(page_words("byline_rest"))
    if not small:
        return True
    return bool(SEPARATED.match(rest)) and text.rstrip()[-1] not in ".?!"


def dated_name(text: str) -> bool:
    """Whether a line is a name beside a date, or a date with `by` and a name: `Jane Roe | May 12, 2021`."""
    date = printed_date(text) if len(text) <= LONGEST_DATED else None
    if not date or text.rstrip().endswith((".", "?", "!")):
        return False
    rest = f"{text[: date.start]} | {text[date.end :]}"
    parts = [part.strip(" ,\u2022\u00b7|\u2013\u2014-()") for part in PARTED.split(rest)]
    people = [part for part in parts if is_person(cue().sub("", part))]
    others = [p for p in parts if p not in people and p and not company(p)]
    return bool(people) and not others


def company(part: str) -> bool:
    """Whether a piece of a byline is a weekday, an hour, a reading time, a role."""
    known = set(page_words("byline_rest")) | set(page_words("byline_roles")) | set(page_words("times"))
    return all(word.lower().strip(".,:") in known or word[:1].isdigit() for word in part.split())


def is_person(text: str) -> bool:
    """Whether a text is a person's name: its shape, no word of a role or house, and a given name that is known."""
    found = text.strip().split()
    if not is_name(text) or any(word.lower().strip(".,") in page_words("byline_roles") for word in found):
        return False
    first = found[0].strip(".,").title()
    return any(first in words("en", f"given_{kind}") for kind in ("female", "male", "either"))


def names_in(text: str) -> list[tuple[int, int]]:
    """Ranges of the names in a byline: after its "by", up to what is no name; several joined by commas or "and"."""
    if signed := JUSTICE.match(text):
        return [signed.span("name")]
    opening = STRONG_BY.search(text) or cue().match(text) or re.search(r"\bby\s+(?=[A-Z])", text)
    at = opening.end() if opening else len(text) - len(text.lstrip(" *_"))
    date = printed_date(text[at:])
    limit = at + date.start if date else len(text)
    if date and not date.start:
        at, limit = at + date.end, len(text)
        at += len(text[at:]) - len(text[at:].lstrip(" |,\u2022\u00b7\u2013\u2014-"))
    names: list[tuple[int, int]] = []
    while found := PERSONS.match(text, at, limit):
        name = bare(found.group())
        end = found.start() + len(name)
        if not name or (names and not another(name)):
            break
        names.append((found.start(), end))
        following = JOIN.match(text, end, limit)
        if not following:
            break
        at = following.end()
    return names


def another(name: str) -> bool:
    """Whether what follows a comma is a second author rather than a role, a house or a town."""
    if any(word.lower().strip(".,") in page_words("byline_roles") for word in name.split()):
        return False
    return is_name(name) and name not in words("en", "cities") and name not in words("en", "towns")


def bare(name: str) -> str:
    """A name without the role, house or agency printed behind it, and without its sentence's full stop."""
    parts = name.split()
    weekdays = page_words("times")
    while len(parts) > 1 and (
        parts[-1].lower().strip(".,") in {*page_words("byline_roles"), *weekdays} or is_agency(parts)
    ):
        parts.pop()
    kept = name[: len(" ".join(parts))] if parts != name.split() else name
    last = parts[-1] if parts else ""
    if len(last.rstrip(".")) > 2 and last.lower() not in {"jr.", "sr."}:  # noqa: PLR2004 - "Roe Jr.", "J. R."
        return kept.rstrip(".,")
    return kept.rstrip(",")


def is_agency(parts: list[str]) -> bool:
    """Whether the last word is an agency in capitals behind a name that is not: `Jane Roe CNN`."""
    last = parts[-1].strip(".,")
    return bool(AGENCY.fullmatch(last)) and not NUMERAL.fullmatch(last) and not parts[0].isupper()


def is_signed_name(text: str) -> bool:
    """Whether a line is a name with a role or house behind it: `Jane Roe, Reuters`, `Jane Roe | Staff Writer`."""
    parts = re.split(
        r"(?:(?<!\s)\s++)?+[,|\u2022\u00b7]\s*+|(?<!\s)\s++(?:(?<=\s)[\u2013\u2014-])\s++", text.strip(), maxsplit=1
    )
    if len(parts) < 2 or only_date(parts[1]) or word_count(text) > 12:  # noqa: PLR2004 - a name and its role
        return False
    return is_person(parts[0]) and any(w.lower().strip(".,") in page_words("byline_roles") for w in parts[1].split())
