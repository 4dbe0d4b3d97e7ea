"""Who and what the sources have in common, before any sentence is compared: bearers, events, quotation families."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, repeat

from dossier.link.alike import Alike, every_pair, pairs_again
from dossier.link.authority import described
from dossier.link.disagreements import find_disagreements
from dossier.link.events import find_events
from dossier.link.families import families
from dossier.link.gleaned import Gleaned
from dossier.link.identities import identities, speaker_ids
from dossier.link.statements import Statement, every_statement
from dossier.model import Authority, Disagreement, Event, Family, Identity
from dossier.processes import ALONE, Processes, beside


@dataclass(frozen=True, slots=True)
class Shared:
    """What several sources may have; `speakers` gives the identity of each speaker's name."""

    identities: tuple[Identity, ...]
    speakers: Mapping[str, str]
    families: tuple[Family, ...]
    events: tuple[Event, ...]
    disagreements: tuple[Disagreement, ...]
    paired: Paired


@dataclass(frozen=True, slots=True)
class Paired:
    """What a build leaves to the next: the pairs of statements, and of each source how many it has, by its digest."""

    sizes: Mapping[bytes, int]
    alike: Alike


def shared(
    sources: Sequence[Gleaned], authority: Authority, past: Paired | None = None, processes: Processes = ALONE
) -> Shared:
    """What sources in the order of their slugs have in common; `past` is what was found of the last ones."""
    told = every_statement(sources)
    meanwhile = beside(ALONE if past else processes, [partial(paired, sources, told, past)])
    named, speakers = named_in(sources, authority)
    same, found = families(sources, speakers), next(meanwhile)
    return Shared(
        named,
        speakers,
        same,
        find_events(sources, told, found.alike.pairs()),
        find_disagreements(told),
        found,
    )


def named_in(sources: Sequence[Gleaned], authority: Authority) -> tuple[tuple[Identity, ...], Mapping[str, str]]:
    """Who is named in sources, and whose the speakers' names are."""
    bearers = identities(sources, [names for names, _ in authority.split])
    return described([(bearer.plain, bearer.identity) for bearer in bearers], authority), speaker_ids(
        sources, bearers, authority
    )


def paired(sources: Sequence[Gleaned], told: Sequence[Statement], past: Paired | None) -> Paired:
    """The pairs of statements, of those of an earlier build what holds."""
    count = Counter([each.slug for each in told])
    sizes = {source.digest: count[source.slug] for source in sources}
    if past is None:
        return Paired(sizes, every_pair(told))
    firsts = dict(zip(sizes, accumulate(sizes.values(), initial=0), strict=False))
    numbers: list[int] = []
    for digest, size in past.sizes.items():
        first = firsts.get(digest)
        numbers.extend(repeat(-1, size) if first is None else range(first, first + size))
    return Paired(sizes, pairs_again(told, numbers, past.alike))
