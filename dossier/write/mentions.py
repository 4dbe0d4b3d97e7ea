"""Where every name of a source stands: the sentences that mention it, and which names stand in one sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dossier.model import Block
from dossier.sourcemap import TextSpan
from dossier.write.catalogue import Catalogue
from dossier.write.context import TOO_LONG, Sentences, near

NEAREST = 12
"""Names on each side that one mention is counted together with: a list of a thousand names is no company."""

Place = tuple[int, int, str]
"""Start, end and id of one mention."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or so much of it as is shown, and the mentions of one name in it."""

    span: TextSpan
    hits: tuple[TextSpan, ...]
    cut: tuple[bool, bool] = (False, False)


@dataclass(slots=True)
class Mentions:
    """The sentences of every name of a source by its id, in the order of the text, and its company."""

    sentences: Sentences
    places: list[Place]
    """Every mention, in text order."""
    lines: dict[str, list[Line]] = field(default_factory=dict)
    company: dict[str, Counter[str]] = field(default_factory=dict)
    """How many sentences two names share."""

    def within(self, span: TextSpan) -> Iterator[str]:
        """The ids of the names that a range mentions, in its order, as often as it does."""
        at = bisect_left(self.places, (span.start, 0, ""))
        while at < len(self.places) and self.places[at][0] < span.end:
            if self.places[at][1] <= span.end:
                yield self.places[at][2]
            at += 1


def mentions(shelf: Catalogue, slug: str) -> Mentions:
    """Read a source once."""
    made = Mentions(shelf.sentences[slug], places(shelf, slug))
    for block, sentence, found in by_sentence(made.sentences, made.places):
        enter(made, made.sentences.around(block, sentence), found)
    return made


def places(shelf: Catalogue, slug: str) -> list[Place]:
    """Every mention of a source, in text order, each once."""
    found = set()
    for name, who in shelf.borne(slug):
        if who:
            found |= {(span.start, span.end, who.id) for span in name.mentions if span.end > span.start}
    return sorted(found)


def by_sentence(sentences: Sentences, found: list[Place]) -> Iterator[tuple[Block, TextSpan, list[Place]]]:
    """The mentions of a source by the sentence that each begins in: its block, its range, what it mentions."""
    at = 0
    for block in sentences.view.document.blocks:
        while at < len(found) and found[at][0] < block.span.end:
            begins = sentences.beginnings(block)
            after = bisect_right(begins, found[at][0])
            end = begins[after] if after < len(begins) else block.span.end
            first = at
            while at < len(found) and found[at][0] < end:
                at += 1
            yield block, TextSpan(found[first][0], max(found[at - 1][0] + 1, found[first][0] + 1)), found[first:at]


def enter(made: Mentions, sentence: TextSpan, found: list[Place]) -> None:
    """Note one sentence under each name that it mentions."""
    hits: dict[str, list[TextSpan]] = {}
    for at, (start, end, who) in enumerate(found):
        hits.setdefault(who, []).append(TextSpan(start, end))
        if len(hits[who]) == 1:
            beside = {other for _, _, other in found[max(at - NEAREST, 0) : at + NEAREST + 1]}
            made.company.setdefault(who, Counter()).update(beside - {who})
    for who, spans in hits.items():
        made.lines.setdefault(who, []).extend(lines(made.sentences, sentence, spans))


def lines(sentences: Sentences, sentence: TextSpan, spans: list[TextSpan]) -> Iterator[Line]:
    """The sentence with all mentions of one name, or if it is a long one the stretch around each."""
    if sentence.end - sentence.start <= TOO_LONG:
        yield Line(sentence, tuple(spans))
        return
    last = sentence.start
    for span in spans:
        if span.end > last:
            shown, *cut = near(sentences, span)
            low = bisect_left(spans, TextSpan(shown.start, shown.start))
            last = shown.end
            yield Line(shown, tuple(spans[low : bisect_left(spans, TextSpan(last, last))]), (cut[0], cut[1]))
