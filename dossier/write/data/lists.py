"""Quotations, names and comparisons of the whole collection, as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from dossier.model import Identity
from dossier.write.catalogue import Catalogue
from dossier.write.data.record import Json, place, quote
from dossier.write.data.serial import as_csv, as_json
from dossier.write.site import Site

QUOTES_HEADER = ("slug", "id", "start", "end", "kind", "speaker_id", "speaker", "as", "said", "text")
MENTION = ("slug", "start", "end", "as")
NAMES_HEADER = ("id", "name", "type", *MENTION)


def every_quote(shelf: Catalogue) -> Iterator[Json]:
    """All quotations, by source and in its order."""
    for slug, view in shelf.views.items():
        for each in view.source.annotations.quotes:
            yield {"slug": slug, **quote(view, each, shelf.speakers)}


def quotes_json(shelf: Catalogue, _: Site) -> bytes:
    """All quotations with their speakers."""
    return as_json({"quotes": every_quote(shelf)})


def quotes_csv(shelf: Catalogue, _: Site) -> bytes:
    """One row a quotation."""
    return as_csv(QUOTES_HEADER, map(row, every_quote(shelf)))


def row(each: Json) -> tuple[object, ...]:
    """One quotation as a row."""
    speaker = each["speaker"] if isinstance(each["speaker"], dict) else {}
    said = (speaker.get("id"), speaker.get("name"), speaker.get("as"), each["said"], each["text"])
    return (each["slug"], each["id"], each["start"], each["end"], each["kind"], *said)


def mentions(shelf: Catalogue, who: Identity) -> list[tuple[str, int, int, str]]:
    """Where a name stands, in all sources: slug, start, end, and the words there."""
    found = []
    for slug, number in who.members:
        view = shelf.views[slug]
        for span in shelf.name(slug, number).mentions:
            at = view.seed_span(span)
            found.append((slug, at.start, at.end, view.verbatim(span, at)))
    return sorted(found, key=itemgetter(0, 1))


def names_json(shelf: Catalogue, _: Site) -> bytes:
    """All bearers of names with their mentions."""
    named = (
        {
            "id": who.id,
            "name": who.name,
            "type": who.type,
            "mentions": [dict(zip(MENTION, each, strict=True)) for each in mentions(shelf, who)],
        }
        for who in shelf.collection.identities
    )
    return as_json({"names": named})


def names_csv(shelf: Catalogue, _: Site) -> bytes:
    """One row a mention."""
    rows = ((who.id, who.name, who.type, *each) for who in shelf.collection.identities for each in mentions(shelf, who))
    return as_csv(NAMES_HEADER, rows)


def compare_json(shelf: Catalogue, _: Site) -> bytes:
    """Quotation families, events that two or more sources tell, disagreements."""
    collection = shelf.collection
    families = [
        {"id": family.id, "forms": [{"slug": slug, "quote_id": name} for slug, name in family.forms]}
        for family in collection.families
    ]
    shared = [event.id for event in collection.events if len({each.slug for each in event.attestations}) > 1]
    disagreements = [
        {
            "kind": each.kind,
            "statements": [
                {"slug": passage.slug, **place(shelf.views[passage.slug].seed_span(passage.span))}
                for passage in each.statements
            ],
        }
        for each in collection.disagreements
    ]
    return as_json({"families": families, "events": shared, "disagreements": disagreements})
