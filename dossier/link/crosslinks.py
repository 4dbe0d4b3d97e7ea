"""Cross-links: pairs of passages of two sources that a reader should see side by side, each with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dossier.link.choice import Ties, choose
from dossier.link.codes import KIND
from dossier.link.features import Index
from dossier.link.known import Known
from dossier.link.pairs import every_pair
from dossier.link.reasons import Held, Key, reason
from dossier.link.words import shown
from dossier.model import Link, Source


def cross_links(index: Index, sources: Sequence[Source], known: Known) -> tuple[Link, ...]:
    """The links of every source, the best first: at most MOST a source, at most one between two blocks.

    `sources` are those of the index, in its order; each that has links is looked at once.
    """
    every, ties = index.sentences, Ties(index)
    chosen = [
        (start, end, [(each >> KIND, index.called(each, start)) for each in ties.between(start, end)])
        for start, end in choose(every_pair(index), index, ties)
    ]
    wanted: dict[int, dict[int, set[Key]]] = defaultdict(lambda: defaultdict(set))
    for start, end, shared in chosen:
        for each in (start, end):
            wanted[every.owner[each]][every.local(each)].update(shared)
    held: dict[int, Mapping[int, Held]] = {
        number: shown(sources[number], every.gleaned[number], number, wanted[number], known)
        for number in sorted(wanted)
    }
    return tuple(
        Link(
            every.passage(start),
            every.passage(end),
            reason(shared, *(held[every.owner[each]][every.local(each)] for each in (start, end))),
        )
        for start, end, shared in chosen
    )
