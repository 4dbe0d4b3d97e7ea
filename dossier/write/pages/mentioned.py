"""Every mention of a name, by source, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.model import Attestation, Event, Passage, Quote
from dossier.write import describe
from dossier.write.catalogue import Catalogue, source_page, to
from dossier.write.escape import Safe
from dossier.write.flatten import Wrap
from dossier.write.mentions import Line, Mentions
from dossier.write.pages.paging import Weighed, elements, filled
from dossier.write.passage import text

FIRST = 8
"""Sentences of one source before a page folds the rest away."""
RUN = 100
"""Sentences of one source that stand together; of more, some may stand on another page."""
FEW = 100
"""Sentences that one page holds in any case, whatever stands before them."""


@dataclass(frozen=True, slots=True)
class Group:
    """The sentences of one source."""

    title: str
    credit: str
    to: Safe
    count: str
    first: tuple[Safe, ...]
    more: tuple[Safe, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page of a name looks things up in; all of it is by the name's id."""

    shelf: Catalogue
    mentions: Mentions
    ranks: Mapping[str, int]
    """The place of each source in the lists of sources, by slug."""
    quoted: Mapping[str, list[tuple[str, Quote]]]
    spoken_of: Mapping[str, list[tuple[str, Quote]]]
    dated: Mapping[str, list[tuple[Event, Attestation]]]


def sources(desk: Desk, path: str, lines: Iterable[Line]) -> Iterator[Group]:
    """Every sentence that mentions a name, by source."""
    ordered = sorted(lines, key=lambda line: (desk.ranks[line.slug], line.span))
    for slug, run in groupby(ordered, key=lambda line: line.slug):
        found = list(run)
        view = desk.shelf.views[slug]
        every = [sentence(desk, path, line) for line in found]
        count = describe.count(sum(len(line.hits) for line in found), "mention")
        title, credit = describe.title(view.source), describe.credit(view.source)
        for at in range(0, len(every), RUN):
            held = every[at : at + RUN]
            yield Group(title, credit, to(path, source_page(slug)), count, tuple(held[:FIRST]), tuple(held[FIRST:]))


def sentence(desk: Desk, path: str, line: Line) -> Safe:
    """A sentence in which every mention is a link to its passage."""
    sentences = desk.mentions.sentences[line.slug]
    wraps = [
        Wrap(hit, "[", f"]({desk.shelf.passage(path, Passage(line.slug, hit))}){{ .d-hit }}", link=True)
        for hit in line.hits
    ]
    return text(sentences, line.span, line.cut, wraps)


def divided(groups: Iterable[Group], head: str) -> list[int]:
    """How many groups stand on each page; the first has `head` before them."""
    weights = [Weighed((0, 1, 1), len(head.encode()), "", elements(head))]
    for group in groups:
        text = "\n\n".join((*group.first, *group.more))
        weights.append(Weighed((0, 1, 1), len(text.encode()) + 2 * len(group.title), "", elements(text) + 8))
    runs = [len(run) for run in filled(weights)]
    return [runs[0] - 1, *runs[1:]]


def beside(paths: Sequence[str], at: int) -> list[tuple[str, str, Safe]]:
    """The ways to the pages before and after one."""
    others = (("Before", at - 1), ("After", at + 1))
    return [
        (sign, f"Mentions, part {other + 1}", to(paths[at], paths[other]))
        for sign, other in others
        if 0 <= other < len(paths)
    ]
