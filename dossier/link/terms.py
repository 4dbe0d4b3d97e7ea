"""What the sentences of one source hold that can tie it to others, in columns: words, phrases, dates and names.

They are numbers that mean the same everywhere (`codes`); names are those of the source, since only all sources together
tell whose they are.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.link.codes import DATE, KIND, PHRASE, WORD, code, phrase
from dossier.link.packed import Rows, Texts, narrow, rows, texts
from dossier.link.tellings import Telling


@dataclass(frozen=True, slots=True)
class Terms:
    """`features` are the words, phrases and dates in ascending order, each with the sentences that hold it.

    `words` and `dates` say what the first and the last of them are called, `phrases` which two words each of the others
    is. `named` holds the sentences of each of the source's names.
    """

    features: array[int]
    holders: Rows
    words: Texts
    phrases: array[int]
    dates: Texts
    named: Rows

    def called(self, feature: int) -> str:
        """What a word, a phrase or a date of the source is called."""
        at = bisect_left(self.features, feature)
        if feature >> KIND == WORD:
            return self.words[at]
        at -= len(self.words)
        if feature >> KIND == PHRASE:
            return f"{self.words[self.phrases[2 * at]]} {self.words[self.phrases[2 * at + 1]]}"
        return self.dates[at - len(self.phrases) // 2]


@dataclass(slots=True)
class Found:
    """What has been met in a source so far: features by their numbers, each with its sentences, and its words."""

    words: dict[str, int] = field(default_factory=dict)
    holders: dict[int, list[int]] = field(default_factory=dict)
    phrases: dict[int, tuple[int, int]] = field(default_factory=dict)

    def holds(self, feature: int, sentence: int) -> None:
        """A sentence has a feature."""
        found = self.holders.setdefault(feature, [])
        if not found or found[-1] != sentence:
            found.append(sentence)

    def say(self, said: Sequence[Telling], sentence: int) -> None:
        """A sentence has words and phrases."""
        before, words, holders, phrases = 0, self.words, self.holders, self.phrases
        for stem, _, _, start in said:
            word = words.get(stem)
            if word is None:
                word = words[stem] = code(WORD, stem)
                holders[word] = [sentence]
            elif holders[word][-1] != sentence:
                holders[word].append(sentence)
            if start >= 0:
                both = phrase(before, word)
                phrases[both] = before, word
                self.holds(both, sentence)
            before = word


def terms(found: Found, days: dict[int, str], named: Sequence[Sequence[int]]) -> Terms:
    """What was found in columns, in the order of the features; `days` says what dates are called."""
    features = sorted(found.holders)
    holders = rows([found.holders[each] for each in features])
    words = sorted((number, word) for word, number in found.words.items())
    order = {number: at for at, (number, _) in enumerate(words)}
    phrases = narrow(order[word] for each in sorted(found.phrases) for word in found.phrases[each])
    dates = texts(days[each] for each in features if each >> KIND == DATE)
    return Terms(array("Q", features), holders, texts(word for _, word in words), phrases, dates, rows(named))
