"""What private sources add to the others: numbers only. Their words, names and dates shape nothing that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.model import Collection, Source, Withheld


def is_private(source: Source) -> bool:
    """Whether the editor keeps a source from being published."""
    fact = source.document.meta.publish
    return fact is not None and fact.value == "private"


def withheld(shown: Collection, whole: Collection, private: Sequence[Source]) -> Withheld:
    """The numbers by which the private sources bear out what is shown; `whole` is the collection with them."""
    slugs = {source.slug for source in private}
    called = [str(s.document.seed.sidecar.values.get("named_as", "")) for s in private if s.document.seed.sidecar]
    return Withheld(
        len(private),
        tuple(sorted(filter(None, called))),
        dict(events(shown, whole, slugs)),
        dict(names(shown, whole, slugs)),
        dict(quotes(whole, slugs)),
    )


def events(shown: Collection, whole: Collection, slugs: set[str]) -> Iterator[tuple[str, int]]:
    """By event that is shown: how many private sources tell it."""
    told: dict[tuple[str, str], int] = {}
    for event in whole.events:
        number = len({each.slug for each in event.attestations} & slugs)
        told |= {(each.slug, each.date_id): number for each in event.attestations}
    for event in shown.events:
        number = max((told.get((each.slug, each.date_id), 0) for each in event.attestations), default=0)
        if number:
            yield event.id, number


def names(shown: Collection, whole: Collection, slugs: set[str]) -> Iterator[tuple[str, int]]:
    """By identity that is shown: how many private sources name its bearer."""
    named = {source.slug: source.annotations.names for source in whole.sources}
    numbers: dict[tuple[str, str], int] = {}
    for who in whole.identities:
        number = len({slug for slug, _ in who.members} & slugs)
        numbers |= {(slug, named[slug][at].name): number for slug, at in who.members}
    own = {source.slug: source.annotations.names for source in shown.sources}
    for who in shown.identities:
        number = max((numbers.get((slug, own[slug][at].name), 0) for slug, at in who.members), default=0)
        if number:
            yield who.id, number


def quotes(whole: Collection, slugs: set[str]) -> Iterator[tuple[tuple[str, str], int]]:
    """By quotation of a source that is shown: how many private sources quote the same words."""
    for family in whole.families:
        number = len({slug for slug, _ in family.forms} & slugs)
        if number:
            yield from (((slug, id), number) for slug, id in family.forms if slug not in slugs)
