"""What one build's linking leaves to the next, so that only what a changed source touches is found anew.

The links that come of it are those that would be found from nothing: whatever rests on a source that has changed, or on
how many sentences have what it has, is thrown away and found again, and nothing else is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.link.crosslinks import Kept, Linked, cross_links, kept, still
from dossier.link.features import Index, Indexed, index_again, indexed, together
from dossier.link.gleaned import Gleaned
from dossier.link.holding import holding
from dossier.link.known import Known
from dossier.link.pairs import Pairs, every_pair, pairs_again
from dossier.link.said import Said, said
from dossier.link.sentences import Moved, Sentences, Sources, moved, sentences_of, sources_of
from dossier.link.shared import Paired
from dossier.link.titles import Looked
from dossier.model import Link, Source
from dossier.processes import Processes, beside

MOST = 8
"""Where more than one source in so many is new, all is found anew."""


@dataclass(frozen=True, slots=True)
class Past:
    """What is kept: of which sources, what they shared, the pairs of their sentences, what was looked up of these.

    And where titles have been looked for, and which statements are alike.
    """

    sources: Sources
    index: Indexed
    pairs: Pairs
    links: Kept
    looked: Looked | None = None
    paired: Paired | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """The sentences of sources, and how those of an earlier build moved where that is of use; else what they say."""

    every: Sentences
    since: tuple[Past, Moved] | None
    said: Iterator[Said]


def begin(gleaned: Sequence[Gleaned], past: Past | None, processes: Processes) -> Begun:
    """What can be found before it is known what the sources have in common: from now on, by another process."""
    every = sentences_of(gleaned)
    shift = moved(past.sources, every) if past else None
    if past and shift and not far(shift):
        return Begun(every, (past, shift), iter(()))
    return Begun(every, None, beside(processes, [partial(said, every)]))


def sentences(
    sources: Sequence[Source], begun: Begun, known: Known, processes: Processes
) -> tuple[Index, tuple[Link, ...], Past]:
    """What the sentences of sources share, the links between them, and what is kept of that."""
    every = begun.every
    if begun.since is None:
        found, linked = together(every, known, next(begun.said)), Linked()
        held = holding(found)
        pairs = every_pair(every, held, processes)
    else:
        past, shift = begun.since
        found, affected = index_again(every, known, past.index, shift)
        held = holding(found)
        pairs = pairs_again(every, held, past.pairs, shift, affected, processes)
        linked = still(past.links, shift, affected) if pairs.total == past.pairs.total else Linked()
    links, linked = cross_links(found, held, pairs, sources, linked, processes)
    return found, links, Past(sources_of(every), indexed(found), pairs, kept(linked))


def far(moved: Moved) -> bool:
    """Whether so much has changed that little is left of what an earlier build found."""
    return MOST * (len(moved.fresh) + len(moved.gone)) > len(moved.was) + MOST
