"""What a page's linked data says is the article's text: a witness of where that stands, and never the text itself.

Only `articleBody` is asked. A page's description is as often its standfirst, or written by hand, as it is the first
paragraph, and says nothing about the place of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from dossier.clean.html.jsonld import read_json
from dossier.clean.html.jsonld_article import ARTICLE_TYPES, graph_of, scripts
from dossier.clean.html.layout import is_block
from dossier.clean.html.nodes import Element
from dossier.clean.html.runs import Page, Spot
from dossier.clean.html.weights import Sums, Weight

WORD = re.compile(r"[^\W_]+")
WORDS = 4
"""Words that follow each other in both."""
LONGEST = 400_000
"""Characters of a text that are read."""
TOLD = 0.6
"""Share of a run's words from which the witness tells it."""
SENTENCE = 80
"""Letters of a run of which the witness is believed: shorter ones stand in menus, too."""
ENOUGH = 300
"""Letters of the page that a witness tells, at least; fewer are a teaser's."""
AGREED = 0.5
WHOLE = 0.9
CLEAR = 0.8
"""The witness agrees with an element that holds half of what it tells, and of which it tells half; else another one
holds nearly all of it."""
UNDOUBTED = frozenset({"page-hidden", "page-comments", "page-head"})


def article_body(root: Element, source: str) -> str:
    """The longest text that the page's linked data gives for an article, "" for none."""
    values = [value for start, end in scripts(root) for value in read_json(source, start, end)]
    nodes = [node for node in graph_of(values).nodes if ARTICLE_TYPES & set(node.type_names())]
    return max((words.text[:LONGEST] for node in nodes for words in node.texts("articleBody")), key=len, default="")


def shingles(text: str) -> list[tuple[str, ...]]:
    """Every few words of a text that follow each other."""
    words = [found.group().casefold() for found in islice(WORD.finditer(text), LONGEST)]
    return list(zip(*(words[at:] for at in range(WORDS)), strict=False))


class Witness:
    """Which runs of a page the witness tells."""

    def __init__(self, page: Page, weights: Sequence[Weight], text: str) -> None:
        listed = shingles(text)
        known, last = set(listed), listed[-1:]
        self.whole = False
        self.prose = Sums([weight.prose for weight in weights])
        self.told = [0.0] * len(page.runs)
        for number, run in enumerate(page.runs if known else ()):
            own = shingles(run.text) if weights[number].prose and len(run.text) >= SENTENCE else []
            if own and sum(each in known for each in own) >= TOLD * len(own):
                self.told[number] = len(run.text)
                self.whole = self.whole or own[-1:] == last
        self.page = page

    def cleared(self, rules: Sequence[str]) -> list[str]:
        """The rules without those that would drop what is told: a name alone says less."""
        open_texts = {run.text for run, rule in zip(self.page.runs, rules, strict=True) if not rule}
        made = []
        for run, rule, told in zip(self.page.runs, rules, self.told, strict=True):
            free = bool(rule and told and rule not in UNDOUBTED and run.text not in open_texts)
            made.append("" if free else rule)
        return made

    def agreed(self, found: Spot, rules: Sequence[str]) -> Spot:
        """The element found, or the smallest one that holds what is told.

        That is so where the one found holds little of it, or where it holds other texts, too: then the witness must
        have told its text to the end of a paragraph, and nearly all of the smaller element.
        """
        told = Sums([0 if rule else letters for rule, letters in zip(rules, self.told, strict=True)])
        total = told.between(0, len(self.told))
        if total < ENOUGH:
            return found
        holding = [spot for spot in self.page.spots if is_block(spot.element) and told.of(spot) >= WHOLE * total]
        least = min(holding, key=lambda spot: spot.high - spot.low, default=found)
        if told.of(found) < AGREED * total:
            return least
        clear = self.whole and told.of(least) >= CLEAR * self.prose.of(least)
        return least if clear and told.of(least) < AGREED * self.prose.of(found) else found

    def beside(self, place: tuple[int, int], rules: Sequence[str]) -> set[int]:
        """Runs outside the article's element that are told, and not told there as well."""
        inside = {run.text for run in self.page.runs[place[0] : place[1]]}
        if sum(self.told[place[0] : place[1]]) < ENOUGH:
            return set()
        return {
            n
            for n, letters in enumerate(self.told)
            if letters and not rules[n] and not place[0] <= n < place[1] and self.page.runs[n].text not in inside
        }
