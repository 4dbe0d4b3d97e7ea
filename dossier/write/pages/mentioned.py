"""Every mention of a name, by source, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.write import describe
from dossier.write.addresses import source_page, to
from dossier.write.escape import Safe
from dossier.write.pages.paging import Weighed, elements, filled
from dossier.write.roll import WAY, Told

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


def way(path: str) -> str:
    """The way from a page up to docs/."""
    return "../" * path.count("/")


def groups(path: str, found: Iterable[tuple[str, Told]]) -> Iterator[Group]:
    """Every sentence that mentions a name, by source, with links as the page at `path` writes them."""
    up = way(path)
    for slug, told in found:
        count = describe.count(told["hits"], "mention")
        every = [Safe(line.replace(WAY, up)) for line in told["lines"]]
        where = to(path, source_page(slug))
        for at in range(0, len(every), RUN):
            held = every[at : at + RUN]
            yield Group(told["title"], told["credit"], where, count, tuple(held[:FIRST]), tuple(held[FIRST:]))


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
