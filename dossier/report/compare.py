"""What one state of a collection has that another has not: sources, events, disagreements, forms of quotations, names.

Sources are matched by their file, or by their bytes where a file was renamed, so that a new title changes no event.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model import Attestation, Collection, Disagreement, Event, Family, Identity, Seed, Source

Key = tuple[str, str]
"""A source, by its file in the new state, and the id or the words of something in it."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event and the attestations that are new in it."""

    event: Event
    new: tuple[Attestation, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """What changes from one state of a collection to the next; every slug is of the state that has the thing."""

    added: tuple[Source, ...] = ()
    changed: tuple[Source, ...] = ()
    removed: tuple[Source, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    """Slugs of sources whose page has a new address: before, after."""
    events: tuple[Event, ...] = ()
    """Events told by nobody before."""
    corroborated: tuple[Told, ...] = ()
    """Events that a further source tells too."""
    gone: tuple[Event, ...] = ()
    """Events that nobody tells any more."""
    disagreements: tuple[Disagreement, ...] = ()
    settled: tuple[Disagreement, ...] = ()
    """Disagreements that are none any more."""
    forms: tuple[tuple[Family, tuple[Key, ...]], ...] = ()
    """Quotations found in a further place: the family, and its new forms as (slug, quote id)."""
    names: tuple[Identity, ...] = ()
    """Names in no source before."""
    shared: tuple[Identity, ...] = ()
    """Names in one source before, in several now."""

    @property
    def nothing(self) -> bool:
        """Whether the two states are the same to a reader."""
        return self == Impact()


class State:
    """A collection whose things have keys that another state shares."""

    def __init__(self, collection: Collection, names: dict[str, str] | None = None) -> None:
        self.collection = collection
        renamed = names or {}
        files = {source.slug: source.document.seed.file for source in collection.sources}
        self.files = {slug: renamed.get(file, file) for slug, file in files.items()}
        self.sources = {source.slug: source for source in collection.sources}
        self.by_file = {self.files[source.slug]: source for source in collection.sources}

    def attested(self, event: Event) -> set[Key]:
        """The dates that tell an event."""
        return {(self.files[each.slug], each.date_id) for each in event.attestations}

    def statements(self, each: Disagreement) -> tuple[str, frozenset[Key]]:
        """A disagreement, by its kind and the words that disagree."""
        told = {
            (self.files[at.slug], self.sources[at.slug].document.text[at.span.start : at.span.end])
            for at in each.statements
        }
        return each.kind, frozenset(told)

    def bearers(self, who: Identity) -> set[Key]:
        """Where a name stands."""
        return {(self.files[slug], self.sources[slug].annotations.names[index].name) for slug, index in who.members}

    @property
    def events(self) -> list[Event]:
        """What happened, without dates of publication and of citations."""
        return [event for event in self.collection.events if event.lane == "event"]


def compare(before: Collection, after: Collection) -> Impact:
    """What `after` has that `before` has not."""
    now = State(after)
    then = State(before, renamed(before, after))
    kept = then.by_file.keys() & now.by_file.keys()
    moved = ((then.by_file[file].slug, now.by_file[file].slug) for file in sorted(kept))
    return Impact(
        tuple(source for file, source in sorted(now.by_file.items()) if file not in kept),
        tuple(now.by_file[file] for file in sorted(kept) if differ(then.by_file[file], now.by_file[file])),
        tuple(source for file, source in sorted(then.by_file.items()) if file not in kept),
        tuple(pair for pair in moved if pair[0] != pair[1]),
        tuple(unknown(now, then)),
        tuple(corroborated(now, then)),
        tuple(unknown(then, now)),
        tuple(unmatched(now, then)),
        tuple(unmatched(then, now)),
        tuple(forms(now, then)),
        *names(now, then),
    )


def renamed(before: Collection, after: Collection) -> dict[str, str]:
    """Files of before that have another name now, by their bytes."""
    here = {source.document.seed.file for source in after.sources}
    there = {source.document.seed.file for source in before.sources}
    by_bytes = {
        s.document.seed.sha256: s.document.seed.file for s in after.sources if s.document.seed.file not in there
    }
    seeds = [source.document.seed for source in before.sources]
    return {s.file: by_bytes[s.sha256] for s in seeds if s.file not in here and s.sha256 in by_bytes}


def differ(one: Source, two: Source) -> bool:
    """Whether a seed or its sidecar was edited."""
    a, b = one.document.seed, two.document.seed
    return a.sha256 != b.sha256 or said(a) != said(b)


def said(seed: Seed) -> tuple[dict[str, object], tuple[tuple[object, ...], ...]]:
    """What the editor says of a seed, wherever in the file."""
    if seed.sidecar is None:
        return {}, ()
    told = tuple((c.kind, c.words, c.within, c.occurrence, c.to) for c in seed.sidecar.corrections)
    return dict(seed.sidecar.values), told


def unknown(here: State, there: State) -> Iterable[Event]:
    """Events of one state of which the other has no word."""
    known = {key for event in there.collection.events for key in there.attested(event)}
    return (event for event in here.events if not here.attested(event) & known)


def corroborated(now: State, then: State) -> Iterable[Told]:
    """Events that were told before and are told by a further source now."""
    known = {key: event for event in then.events for key in then.attested(event)}
    for event in now.events:
        old = [known[key] for key in sorted(now.attested(event)) if key in known]
        tellers = {then.files[each.slug] for one in old for each in one.attestations}
        new = tuple(each for each in event.attestations if now.files[each.slug] not in tellers)
        if old and new:
            yield Told(event, new)


def unmatched(here: State, there: State) -> Iterable[Disagreement]:
    """Disagreements of one state that the other does not have."""
    known = {there.statements(each) for each in there.collection.disagreements}
    return (each for each in here.collection.disagreements if here.statements(each) not in known)


def forms(now: State, then: State) -> Iterable[tuple[Family, tuple[Key, ...]]]:
    """Families of quotations that have grown, or are new."""
    known = {(then.files[slug], id) for family in then.collection.families for slug, id in family.forms}
    for family in now.collection.families:
        new = tuple((slug, id) for slug, id in family.forms if (now.files[slug], id) not in known)
        if new and len({now.files[slug] for slug, _ in family.forms}) > 1:
            yield family, new


def names(now: State, then: State) -> tuple[tuple[Identity, ...], tuple[Identity, ...]]:
    """Names that are new, and names that a second source has now."""
    known = {key for who in then.collection.identities for key in then.bearers(who)}
    spread = {
        key: len({f for f, _ in then.bearers(who)}) for who in then.collection.identities for key in then.bearers(who)
    }
    new, shared = [], []
    for who in now.collection.identities:
        keys = now.bearers(who)
        if not keys & known:
            new.append(who)
        elif len({file for file, _ in keys}) > 1 and max(spread[key] for key in keys & known) == 1:
            shared.append(who)
    return tuple(new), tuple(shared)
