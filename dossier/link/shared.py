"""Who and what the sources have in common, before any sentence is compared: bearers, events, quotation families."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.link.authority import described
from dossier.link.disagreements import find_disagreements
from dossier.link.events import find_events
from dossier.link.families import families
from dossier.link.gleaned import Gleaned
from dossier.link.identities import identities, speaker_ids
from dossier.link.statements import every_statement
from dossier.model import Authority, Disagreement, Event, Family, Identity


@dataclass(frozen=True, slots=True)
class Shared:
    """What several sources may have; `speakers` gives the identity of each speaker's name."""

    identities: tuple[Identity, ...]
    speakers: Mapping[str, str]
    families: tuple[Family, ...]
    events: tuple[Event, ...]
    disagreements: tuple[Disagreement, ...]


def shared(sources: Sequence[Gleaned], authority: Authority) -> Shared:
    """What sources in the order of their slugs have in common."""
    bearers = identities(sources, [names for names, _ in authority.split])
    speakers = speaker_ids(sources, bearers, authority)
    told = every_statement(sources)
    return Shared(
        described([bearer.identity for bearer in bearers], authority),
        speakers,
        families(sources, speakers),
        find_events(sources, told),
        find_disagreements(told),
    )
