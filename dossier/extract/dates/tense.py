"""Whether the words around a date look back or ahead: the verb nearest to it, before it first, then behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from dossier.lexicon import table

REACH = 160


@cache
def verbs() -> re.Pattern[str]:
    """Verb groups of the future (group `f`) and of the past (group `p`)."""
    words = table("en", "dates")
    ahead, back = ("|".join(re.escape(w) for w in sorted(cast("list[str]", words[key]), key=len, reverse=True)) for key in ("future", "past"))
    return re.compile(rf"(?<![\w'’])(?:(?P<f>{ahead})|(?P<p>{back}|\w+ed))(?!\w)|(?P<s>[;:]|\bthat\b|[.!?](?=\s))")


def tense(text: str, start: int, end: int) -> str:
    """"past", "future" or "" where no verb says."""
    left = text[max(0, start - REACH) : start]
    left = left[left.rfind("\n") + 1 :]
    nearest = ""
    for m in verbs().finditer(left):
        nearest = "" if m["s"] else "future" if m["f"] else "past"
    if nearest:
        return nearest
    right = text[end : end + REACH].split("\n", 1)[0]
    for m in verbs().finditer(right):
        if m["s"]:
            return ""
        return "future" if m["f"] else "past"
    return ""
