"""What kind of time an EDTF value covers: its precision in words for filters, its tags, and its drawing on a ruler."""

from __future__ import annotations

import re
from datetime import date

from dossier.write.edtf import YEARS, Key, dated, ends, in_words, iso
from dossier.write.escape import Safe, attribute, markdown

SEASON = re.compile(r"-?\d{4}-2[1-4]")
DOUBTFUL = re.compile(r"[~?%]")
DAYS = 366
FRAMES = (10, 100, 1000)
"""Years of a ruler for what is longer than a year."""


def precision(edtf: str) -> str:
    """How exact a value is: day, month, season, year, decade, century, range or several; "about" is added to doubts."""
    doubt = " about" if DOUBTFUL.search(edtf) else ""
    bare = DOUBTFUL.sub("", edtf)
    if bare[:1] in "[{":
        return f"several{doubt}"
    if "/" in bare or ".." in bare:
        return f"range{doubt}"
    if SEASON.fullmatch(bare):
        return f"season{doubt}"
    year, *rest = bare.lstrip("-").split("-")
    if "X" in year:
        return ("century" if year.endswith("XX") else "decade") + doubt
    known = [part for part in rest if part.isdigit()]
    return ("year", "month", "day")[len(known[:2])] + doubt


def when(edtf: str) -> Safe:
    """A value in words, with `<time datetime>` round each day, month or year that HTML knows."""
    words = in_words(edtf)
    first, found, last = edtf.partition("/")
    start, joined, end = words.partition(" to ")
    if found and joined and iso(first) and iso(last):
        return Safe(f"{time(first, start)} to {time(last, end)}")
    for sign, end_of in (("since ", first), ("until ", last)):
        if found and words.startswith(sign) and iso(end_of):
            return Safe(sign + time(end_of, words.removeprefix(sign)))
    return time(edtf, words)


def time(edtf: str, words: str) -> Safe:
    """Words with the machine's value of them, where HTML has one."""
    value = iso(edtf)
    return Safe(f'<time datetime="{attribute(value)}">{attribute(words)}</time>') if value else markdown(words)


def extent(edtf: str) -> tuple[str, str]:
    """First and last day in ISO 8601 with four-digit years; "" for an open end."""
    first, last = ends(edtf)
    return dated(first) if abs(first[0]) < YEARS else "", dated(last) if abs(last[0]) < YEARS else ""


def ruler(edtf: str) -> Safe:
    """A small drawing of what a value covers: of its year, decade, century or millennium. "" for a single day."""
    first, last = ends(edtf)
    if first == last or (abs(first[0]) >= YEARS and abs(last[0]) >= YEARS):
        return Safe("")
    if first[0] == last[0]:
        size, start, end = DAYS, day_of_year(first), day_of_year(last) + 1
    else:
        low = first[0] if abs(first[0]) < YEARS else last[0]
        high = last[0] if abs(last[0]) < YEARS else low
        size = next((frame for frame in FRAMES if low // frame == high // frame), high - low + 1)
        zero = low // size * size if size in FRAMES else low
        start, end = max(first[0] - zero, 0), min(last[0] - zero + 1, size)
    open_end = max(abs(first[0]), abs(last[0])) >= YEARS
    vague = " d-vague" if DOUBTFUL.search(edtf) or "X" in edtf or open_end else ""
    opened = '<svg class="d-ruler" preserveAspectRatio="none" aria-hidden="true" focusable="false" '
    return Safe(
        f'{opened}viewBox="0 0 {size} 6"><rect class="d-covers{vague}" x="{start}" width="{max(end - start, 1)}"'
        f' height="6"/></svg>'
    )


def day_of_year(key: Key) -> int:
    """Days since New Year's Day, as in a leap year."""
    return (date(2000, key[1], min(key[2], 29 if key[1] == 2 else key[2])) - date(2000, 1, 1)).days  # noqa: PLR2004
