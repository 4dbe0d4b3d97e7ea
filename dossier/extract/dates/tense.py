"""Whether the words around a date look back or ahead: the verb nearest to it, before it first, then behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from dossier.lexicon import table

REACH = 160


def either(words: list[str]) -> str:
    """An expression for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def verbs() -> re.Pattern[str]:
    """Verb groups of the future (group `f`), the past (`p`) and the present (`n`), and ends of clauses (`s`)."""
    words = table("en", "dates")
    ahead, back, here = (either(cast("list[str]", words[key])) for key in ("future", "past", "here"))
    return re.compile(
        rf"(?<![\w'’])(?:(?P<f>{ahead})(?:\s(?:be|have|been|not|to|also|then|soon|likely|now))*(?:\s\w+)?|(?P<p>{back}|\w+ed)|(?P<n>{here}))(?!\w)|(?P<s>[;:]|,\s(?:but|and|while|which|who|although|though|with)\b|\bthat\b|[.!?](?=\s))"
    )


def tense(text: str, start: int, end: int) -> str:
    """Any of "past", "future", "present", or "" where no verb says."""
    left = text[max(0, start - REACH) : start]
    left = left[left.rfind("\n") + 1 :]
    nearest = ""
    for m in verbs().finditer(left):
        nearest = "" if m["s"] else "future" if m["f"] else "past" if m["p"] else "present"
    if nearest:
        return nearest
    right = text[end : end + REACH].split("\n", 1)[0]
    for m in verbs().finditer(right):
        if m["s"]:
            return ""
        return "future" if m["f"] else "past" if m["p"] else "present"
    return ""
