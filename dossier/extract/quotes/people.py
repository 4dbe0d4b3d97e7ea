"""Who a mention means: a name to its bearer, a pronoun to its antecedent, a description to itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from dossier.extract.quotes.tokens import Line
from dossier.lexicon import words
from dossier.model import Name

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

    def __post_init__(self) -> None:
        """Index the mentions."""
        for index, name in enumerate(self.names):
            for mention in name.mentions:
                self.at[mention.start] = index
            self.sex.append(self.guess(name) if name.type == "person" else "-")

    def guess(self, name: Name) -> str:
        """`m` or `f` by the courtesy title before a mention or the given name; "" where neither says."""
        for mention in name.mentions:
            before = self.text[max(0, mention.start - 6) : mention.start].rstrip()
            if before.endswith(("Mr.", "Mr", "Sir")):
                return "m"
            if before.endswith(("Mrs.", "Ms.", "Miss", "Mrs", "Ms", "Lady", "Mme")):
                return "f"
        parts = name.name.split()
        if len(parts) < 2:
            return ""
        first = parts[0]
        if first in words("en", "given_male"):
            return "m"
        if first in words("en", "given_female"):
            return "f"
        return ""


    def by_office(self, described: list[str], before: int) -> int | None:
        """The one person whose mention follows the words of a description: `the French president`, "French President Ada Diaz".

        None where nobody or more than one fits; with several, the words before the office must tell them apart.
        """
        if not described or described[0] not in {"the", "this"}:
            return None
        wanted = described[1:]
        if not wanted or not self.office_words() & {wanted[-1]}:
            return None
        fitting: set[int] = set()
        for index, name in enumerate(self.names):
            if name.type == "person" and any(self.held(m.start, wanted) for m in name.mentions):
                fitting.add(index)
        return fitting.pop() if len(fitting) == 1 else None

    def held(self, start: int, wanted: list[str]) -> bool:
        """Whether the words right before a mention end as the description does."""
        before = WORDS.findall(self.text[max(0, start - 60) : start].lower())
        return before[-len(wanted) :] == wanted

    @staticmethod
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
    lines: list[Line]
    memo: dict[int, int | None] = field(default_factory=dict)

    def pronoun(self, index: int, token: int, depth: int = 0) -> int | None:
        """The index of the name a pronoun at `token` of line `index` stands for, or None."""
        line = self.lines[index]
        key = line.starts[token]
        if key not in self.memo:
            self.memo[key] = None
            self.memo[key] = self.search(index, token, wants(line.words[token]), depth)
        return self.memo[key]

    def search(self, index: int, token: int, sex: str, depth: int) -> int | None:
        """Look back sentence by sentence."""
        if not sex or depth > 40:
            return None
        for back in range(index, max(-1, index - 9), -1):
            line = self.lines[back]
            high = token if back == index else len(line.tags)
            at = bisect_right(line.sentences, (high, 0)) - 1
            for number in range(at, -1, -1):
                low, end = line.sentences[number]
                found = self.within(back, line, low, min(end, high), sex, depth)
                if found is not None:
                    return found
        return None

    def within(self, index: int, line: Line, low: int, high: int, sex: str, depth: int) -> int | None:
        """The likeliest antecedent in one sentence: its first subject, else its first fitting person."""
        best: tuple[int, int] | None = None
        for token in range(low, high):
            tag = line.tags[token]
            score = 0
            who: int | None = None
            if tag == "P":
                who = self.people.at.get(line.starts[token])
                if who is None or self.people.sex[who] not in (sex, ""):
                    continue
                score = 1 + (self.people.sex[who] == sex)
            elif tag in "RDj" and wants(line.words[token]) == sex and token < high:
                score = 2 if tag == "R" else 1
            else:
                continue
            follower = line.tags[token + 1 : token + 2]
            if follower and follower in "vxbea,W" or line.tags[token - 1 : token] == "v" and token > low:
                score += 3
            if token == low or line.tags[token - 1] in "T" and token - 1 == low:
                score += 1
            if best is None or score > best[0]:
                if who is None:
                    who = self.pronoun(index, token, depth + 1)
                    if who is None:
                        continue
                best = (score, who)
        return best[1] if best else None
