"""Link: what the sources share, found on inverted indexes; the only stage that sees more than one seed.

It works on what it gleans of each source, so that one that has not changed need not be loaded for what it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dossier.issues import DossierError
from dossier.link import authority as file
from dossier.link.authority import settled
from dossier.link.features import told_alike
from dossier.link.gleaned import Gleaned, glean
from dossier.link.known import known
from dossier.link.otherwise import told_otherwise
from dossier.link.past import Past, begin, sentences
from dossier.link.private import withheld
from dossier.link.shared import shared
from dossier.link.titles import references
from dossier.model import Authority, Collection, Source
from dossier.processes import ALONE, Processes

__all__ = ["Gleaned", "Past", "glean", "link", "linked", "settled", "unmatched"]

PAYS = 80
"""Of so many sources the work is worth the start of processes."""


def link(
    sources: Sequence[Source],
    authority: Authority | None = None,
    *,
    gleaned: Sequence[Gleaned] | None = None,
    past: Past | None = None,
) -> Collection:
    """The collection of these sources, in slug order whatever order they come in.

    `authority` is the editor's file of names; `unmatched` tells which of its entries match nothing. Private sources
    are not among the collection's: it holds what it would without them, and the numbers that they add.

    `gleaned` is what `glean(source, authority)` gave of each source as it was read; then the sources are taken for
    those that `settled` gave, and few of them are looked at. Both depend on nothing but the source and the authority.
    """
    return linked(sources, authority, gleaned=gleaned, past=past)[0]


def linked(
    sources: Sequence[Source],
    authority: Authority | None = None,
    *,
    gleaned: Sequence[Gleaned] | None = None,
    past: Past | None = None,
    processes: Processes = ALONE,
) -> tuple[Collection, Past]:
    """The same collection, and what makes the next one of mostly the same sources cost less: its `past`.

    That can be pickled. Whatever the past is, if only it is one of this code, the collection is the same. Of many
    sources, `processes` share the work.
    """
    if gleaned is None:
        gleaned = [glean(source, authority) for source in sources]
        sources = [settled(source, authority) for source in sources] if authority else sources
    every = sorted(zip(gleaned, sources, strict=True), key=lambda each: each[0].slug)
    shown = [each for each in every if not each[0].private]
    editor = authority or Authority("")
    several = processes if len(shown) >= PAYS else ALONE
    made, kept = collection([source for _, source in shown], [each for each, _ in shown], editor, past, several)
    if len(shown) == len(every):
        return made, kept
    whole = [each for each, _ in every]
    return replace(made, withheld=withheld(made, shared(whole, editor), whole)), kept


def collection(
    sources: Sequence[Source],
    gleaned: Sequence[Gleaned],
    authority: Authority,
    past: Past | None,
    processes: Processes = ALONE,
) -> tuple[Collection, Past]:
    """The sources and what ties them together, all alike."""
    begun = begin(gleaned, past, processes)
    found = shared(gleaned, authority, past.paired if past else None, processes)
    index, links, kept = sentences(sources, begun, known(gleaned, found), processes)
    named, looked = references(sources, gleaned, past.looked if past else None)
    made = Collection(
        sources=tuple(sources),
        identities=found.identities,
        events=found.events,
        families=found.families,
        disagreements=(*found.disagreements, *told_otherwise(gleaned, told_alike(index))),
        links=links,
        speakers=found.speakers,
        references=named,
    )
    return made, replace(kept, looked=looked, paired=found.paired)


def unmatched(
    sources: Sequence[Source], authority: Authority, *, gleaned: Sequence[Gleaned] | None = None
) -> tuple[DossierError, ...]:
    """An error for each entry of the editor's file of names that matches nothing in any source; `gleaned` as above."""
    if gleaned is None:
        return file.unmatched((file.apply(source, authority)[1] for source in sources), authority)
    return file.unmatched((each.met for each in gleaned), authority)
