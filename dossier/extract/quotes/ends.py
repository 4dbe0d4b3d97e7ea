"""Where a sentence of tokens ends: at a stop, and at a quotation that ends with one of its own."""

from __future__ import annotations

import re

STOPS = frozenset(".!?\u2026")
ENDING = re.compile("[.Q]")


def divide(tags: str, spelled: list[str], text: str, starts: list[int], ends: list[int]) -> list[tuple[int, int]]:
    """Sentences as token ranges: a stop ends one, and so does a quotation that ends with a stop of its own.

    `"Why?" Ms. Diaz asked.` is one sentence, `"We won." Ms. Diaz left.` is two.
    """
    found: list[tuple[int, int]] = []
    at = 0
    for match in ENDING.finditer(tags):
        i = match.start()
        if tags[i] == ".":
            if tags[i + 1 : i + 2] in ("", "Q") or not spelled[i + 1][0].islower():
                found.append((at, i + 1))
                at = i + 1
        elif i + 1 < len(tags) and stopped(text, starts[i], ends[i], tags, spelled, i):
            found.append((at, i + 1))
            at = i + 1
    if at < len(tags):
        found.append((at, len(tags)))
    return found


ATTRIBUTION = re.compile(r"[aw]?[DTNnsde-]*(?:R|[PONLn])(?:,[^.:Qv]{1,40},|\([^)]{1,12}\))?[ax]*(?:v|e[.,:])")


def stopped(  # noqa: PLR0913 - a token, and the line it stands in
    text: str, start: int, end: int, tags: str, spelled: list[str], at: int
) -> bool:
    """Whether a quotation ends its sentence, seen from its last character and the words after it."""
    edge = end - 1
    while edge > start and (text[edge] in "\"'\u201d\u2019\u00bb\u201c)]" or text[edge].isspace()):
        edge -= 1
    follower = spelled[at + 1]
    if text[edge] not in STOPS or tags[at + 1] in ",;:.)-":
        return False
    if follower[0].islower():
        return False
    if text[edge] == "." and text[edge - 1] != ".":
        return True
    if tags[max(0, at - 2) : at].endswith((":", "v,", "g,", "p,")):
        return True
    return not ATTRIBUTION.match(tags, at + 1)
