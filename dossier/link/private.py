"""What private sources add to the others: numbers only. Their words, names and dates shape nothing that is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.link.gleaned import Gleaned
from dossier.link.shared import Shared
from dossier.model import Collection, Event, Family, Identity, Withheld


def withheld(shown: Collection, whole: Shared, sources: Sequence[Gleaned]) -> Withheld:
    """The numbers by which the private sources bear out what is shown; `whole` is found with them in all `sources`."""
    private = [source for source in sources if source.private]
    names = {source.slug: list(source.names.names) for source in sources}
    slugs = {source.slug for source in private}
    return Withheld(
        len(private),
        tuple(sorted(source.called for source in private if source.called)),
        dict(events(shown.events, whole.events, slugs)),
        dict(bearers(shown.identities, whole.identities, names, slugs)),
        dict(quotes(whole.families, slugs)),
    )


def events(shown: Iterable[Event], whole: Iterable[Event], slugs: set[str]) -> Iterator[tuple[str, int]]:
    """By event that is shown: how many private sources tell it."""
    told: dict[tuple[str, str], int] = {}
    for event in whole:
        number = len({each.slug for each in event.attestations} & slugs)
        told |= {(each.slug, each.date_id): number for each in event.attestations}
    for event in shown:
        number = max((told.get((each.slug, each.date_id), 0) for each in event.attestations), default=0)
        if number:
            yield event.id, number


def bearers(
    shown: Iterable[Identity], whole: Iterable[Identity], names: Mapping[str, Sequence[str]], slugs: set[str]
) -> Iterator[tuple[str, int]]:
    """By identity that is shown: how many private sources name its bearer."""
    numbers: dict[tuple[str, str], int] = {}
    for who in whole:
        number = len({slug for slug, _ in who.members} & slugs)
        numbers |= {(slug, names[slug][at]): number for slug, at in who.members}
    for who in shown:
        number = max((numbers.get((slug, names[slug][at]), 0) for slug, at in who.members), default=0)
        if number:
            yield who.id, number


def quotes(whole: Iterable[Family], slugs: set[str]) -> Iterator[tuple[tuple[str, str], int]]:
    """By quotation of a source that is shown: how many private sources quote the same words."""
    for family in whole:
        number = len({slug for slug, _ in family.forms} & slugs)
        if number:
            yield from (((slug, id), number) for slug, id in family.forms if slug not in slugs)
