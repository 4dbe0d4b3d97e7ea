"""Who a mention means: a name to its bearer, a pronoun to its antecedent, a description to itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache

from dossier.extract.quotes.lines import Lines
from dossier.extract.quotes.tokens import Line
from dossier.lexicon import words
from dossier.model import Name
from dossier.sourcemap import TextSpan

WORDS = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
MALE = frozenset({"he", "his", "him", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})


@dataclass(slots=True)
class People:
    """The names of one document by the place of each mention, and what is known of each bearer."""

    text: str
    names: tuple[Name, ...]
    at: dict[int, int] = field(default_factory=dict)
    sex: list[str] = field(default_factory=list)
    order: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Index the mentions."""
        for index, name in enumerate(self.names):
            for mention in name.mentions:
                self.at[mention.start] = index
            self.sex.append(self.guess(name) if name.type == "person" else "-")
        self.order = sorted(self.at)

    def named_in(self, span: TextSpan) -> frozenset[int]:
        """The names that a stretch of the text holds."""
        low, high = bisect_left(self.order, span.start), bisect_left(self.order, span.end)
        return frozenset(self.at[start] for start in self.order[low:high])

    def guess(self, name: Name) -> str:
        """`m` or `f` by the courtesy title before a mention or the given name; "" where neither says."""
        for mention in name.mentions:
            before = self.text[max(0, mention.start - 6) : mention.start].rstrip()
            if before.endswith(("Mr.", "Mr", "Sir")):
                return "m"
            if before.endswith(("Mrs.", "Ms.", "Miss", "Mrs", "Ms", "Lady", "Mme")):
                return "f"
        parts = name.name.split()
        if len(parts) == 1:
            return ""
        first = parts[0]
        if first in words("en", "given_male"):
            return "m"
        if first in words("en", "given_female"):
            return "f"
        return ""

    def by_office(self, described: list[str]) -> int | None:
        """The one person whose mention follows the words of a description: `the French president`.

        None where nobody or more than one fits; with several, the words before the office must tell them apart.
        """
        if not described or described[0] not in {"the", "this"}:
            return None
        wanted = described[1:]
        if not wanted or wanted[-1] not in office_words():
            return None
        fitting: set[int] = set()
        for index, name in enumerate(self.names):
            if name.type == "person" and any(self.held(m.start, wanted) for m in name.mentions):
                fitting.add(index)
        return fitting.pop() if len(fitting) == 1 else None

    def by_surname(self, capitals: str) -> int | None:
        """The one person whose last name a label in capitals gives (`WALLACE`), or None."""
        fitting = [i for i, n in enumerate(self.names) if n.type == "person" and n.name.upper().endswith(capitals)]
        return fitting[0] if len(fitting) == 1 else None

    def held(self, start: int, wanted: list[str]) -> bool:
        """Whether the words right before a mention end as the description does."""
        before = WORDS.findall(self.text[max(0, start - 60) : start].lower())
        return before[-len(wanted) :] == wanted


@cache
def office_words() -> frozenset[str]:
    """Words that end a title of office."""
    return frozenset(w.lower().rstrip(".") for w in words("en", "name_titles"))


def wants(word: str) -> str:
    """The sex a pronoun asks for."""
    lower = word.lower()
    return "m" if lower in MALE else "f" if lower in FEMALE else ""


@dataclass(slots=True)
class Resolver:
    """Finds antecedents, looking back through the lines before a pronoun."""

    people: People
    lines: Lines
    memo: dict[int, int | None] = field(default_factory=dict)

    def pronoun(self, index: int, token: int, avoid: frozenset[int] = frozenset(), depth: int = 0) -> int | None:
        """The index of the name that a pronoun at `token` of line `index` stands for, or None; never one of `avoid`."""
        line = self.lines[index]
        key = line.starts[token]
        known = self.memo.get(key)
        if key not in self.memo or known in avoid:
            self.memo[key] = None
            known = self.search(index, token, avoid, depth)
            if known is None and depth == 0:
                known = self.ahead(index, token, avoid)
            self.memo[key] = known
        return known

    def ahead(self, index: int, token: int, avoid: frozenset[int]) -> int | None:
        """The person who acts later in the sentence that the pronoun opens (`As he left, Bo Webb said`)."""
        line, sex = self.lines[index], wants(self.lines[index].words[token])
        low, high = line.sentence(token)
        if not sex or token - low > OPENING:
            return None
        for at in range(token + 1, high - 1):
            who = self.people.at.get(line.starts[at]) if line.tags[at] == "P" else None
            if who is not None and line.tags[at + 1] in "vxbea":
                return who if who not in avoid and self.people.sex[who] in (sex, "") else None
        return None

    def search(self, index: int, token: int, avoid: frozenset[int], depth: int) -> int | None:
        """Look back sentence by sentence."""
        sex = wants(self.lines[index].words[token])
        if not sex or depth > DEEPEST:
            return None
        left = MANY
        for back in range(index, max(-1, index - FAR), -1):
            line = self.lines[back]
            high = token if back == index else len(line.tags)
            at = bisect_right(line.sentences, (high, 0)) - 1
            for number in range(at, -1, -1):
                low, end = line.sentences[number]
                left -= 1
                if left < 0 or end - low > MANY * MANY:
                    return None
                found = self.within(back, (low, min(end, high)), sex, avoid, depth)
                if found is not None:
                    return found
        return None

    def within(self, index: int, bounds: tuple[int, int], sex: str, avoid: frozenset[int], depth: int) -> int | None:
        """The likeliest antecedent in one sentence: who reports, else its subject, else its first fitting person."""
        line = self.lines[index]
        best = (0, -1)
        for token in range(*bounds):
            tag = line.tags[token]
            if tag == "P":
                who = self.people.at.get(line.starts[token])
                if who is None or who in avoid or self.people.sex[who] not in (sex, ""):
                    continue
                score = 1 + (self.people.sex[who] == sex)
            elif tag in "RDj" and wants(line.words[token]) == sex:
                score = 2 if tag == "R" else 1
            else:
                continue
            score += prominence(line, token, bounds[0])
            if score > best[0]:
                if tag != "P":
                    who = self.pronoun(index, token, avoid, depth + 1)
                if who is not None:
                    best = (score, who)
        return best[1] if best[0] else None


OPENING = 8
"""Tokens into a sentence within which a pronoun may look ahead."""
MANY = 30
"""How many sentences back an antecedent may stand."""
DEEPEST = 40
"""How long a chain of pronouns is followed."""
FAR = 9
"""How many lines back an antecedent may stand."""


def prominence(line: Line, token: int, low: int) -> int:
    """How far a mention stands out in its sentence: as who reports, as a subject, as its first word."""
    follower, before = line.tags[token + 1 : token + 2], line.tags[token - 1 : token] if token > low else ""
    score = 0
    if follower == "v" or before == "v" or line.tags[token - 2 : token] == "vT":
        score += 5
    elif follower and follower in "xbea,W":
        score += 3
    if token == low or (before == "T" and token - 1 == low):
        score += 1
    return score
