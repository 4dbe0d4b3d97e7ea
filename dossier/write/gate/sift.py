"""What is left of annotations and of what the linking stage found when some of their words are not published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dossier.model import (
    Annotations,
    Collection,
    Date,
    Disagreement,
    Edit,
    Event,
    Family,
    Identity,
    Name,
    Passage,
    Quote,
    Source,
    Speaker,
)
from dossier.write.gate.veil import Open, visible


def sifted(source: Source, opened: Open) -> Annotations:
    """The annotations of a source that have a published character, with the places that have one.

    A name keeps its number even without a mention, since identities go by it.
    """
    found = source.annotations
    return replace(
        found,
        notes=tuple(replace(note, edit=None) for note in found.notes),
        names=tuple(
            replace(name, mentions=tuple(filter(opened.whole, name.mentions)), edits=()) for name in found.names
        ),
        dates=tuple(date(each, opened) for each in found.dates if opened.part(each.span)),
        quotes=tuple(quote(each, opened) for each in found.quotes if opened.part(each.span)),
        issues=tuple(i for i in found.issues if i.span is None or visible(source.document, opened, i.span)),
        edits=(),
    )


def date(each: Date, opened: Open) -> Date:
    """A date with the published part of its clause."""
    base = each.base if each.base is None or each.base.span is None or opened.whole(each.base.span) else None
    return replace(each, event=opened.part(each.event), base=base, edit=unquoted(each.edit))


def quote(each: Quote, opened: Open) -> Quote:
    """A quotation with what is published of its speaker's mention and of the evidence."""
    evidence = each.evidence if each.evidence and opened.whole(each.evidence) else None
    cue = each.cue if each.cue and opened.whole(each.cue) else None
    edit = unquoted(each.edit)
    return replace(each, speaker=speaker(each.speaker, opened), evidence=evidence, cue=cue, edit=edit)


def unquoted(edit: Edit | None) -> Edit | None:
    """A correction without the words of the seed that the editor quotes."""
    return edit and replace(edit, correction=replace(edit.correction, words="", within="", excerpt=""))


def speaker(each: Speaker | None, opened: Open) -> Speaker | None:
    """A speaker; one whom the text only describes, with words that are not published, is nobody."""
    if each is None or each.mention is None or opened.whole(each.mention):
        return each
    return replace(each, mention=None) if each.known and each.name else None


def gleaned(collection: Collection, sources: Mapping[str, Source], opened: Mapping[str, Open]) -> Collection:
    """The collection of the given sources: what leads to no published word of theirs is left out.

    `opened` holds the published stretches of the sources that are not published whole.
    """

    def seen(passage: Passage) -> bool:
        part = opened.get(passage.slug)
        return passage.slug in sources and (part is None or part.part(passage.span) is not None)

    names = {slug: source.annotations.names for slug, source in sources.items()}
    who = tuple(filter(None, (identity(each, names) for each in collection.identities)))
    known = {each.id for each in who}
    dates = {(slug, each.id) for slug, source in sources.items() for each in source.annotations.dates}
    quotes = {(slug, each.id) for slug, source in sources.items() for each in source.annotations.quotes}
    return replace(
        collection,
        sources=tuple(sources.values()),
        identities=who,
        events=tuple(filter(None, (event(each, dates, opened) for each in collection.events))),
        families=tuple(filter(None, (family(each, quotes) for each in collection.families))),
        disagreements=tuple(filter(None, (told(each, seen) for each in collection.disagreements))),
        links=tuple(link for link in collection.links if seen(link.source) and seen(link.to)),
        speakers={name: id for name, id in collection.speakers.items() if id in known},
        references=tuple(each for each in collection.references if seen(each.source) and each.to in sources),
    )


def identity(each: Identity, names: Mapping[str, tuple[Name, ...]]) -> Identity | None:
    """A bearer with the sources that mention it in published words."""
    members = tuple((slug, at) for slug, at in each.members if slug in names and names[slug][at].mentions)
    return replace(each, members=members) if members else None


def event(each: Event, dates: set[tuple[str, str]], opened: Mapping[str, Open]) -> Event | None:
    """An event with the attestations that are published."""
    kept = []
    for one in each.attestations:
        if (one.slug, one.date_id) in dates:
            part = opened[one.slug].part(one.label) if one.slug in opened else one.label
            kept += [replace(one, label=part)] if part else []
    return replace(each, attestations=tuple(kept)) if kept else None


def family(each: Family, quotes: set[tuple[str, str]]) -> Family | None:
    """A family of published quotations."""
    forms = tuple(form for form in each.forms if form in quotes)
    return replace(each, forms=forms) if len(forms) > 1 else None


def told(each: Disagreement, seen: Callable[[Passage], bool]) -> Disagreement | None:
    """A disagreement of published statements."""
    kept = tuple(passage for passage in each.statements if seen(passage))
    return replace(each, statements=kept) if len(kept) > 1 else None
