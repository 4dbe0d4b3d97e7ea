"""Quotations and comparisons of the whole collection, as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.write.catalogue import Catalogue
from dossier.write.data.record import Json, place, quote
from dossier.write.data.serial import as_csv, as_json
from dossier.write.site import Site

QUOTES_HEADER = ("slug", "id", "start", "end", "kind", "speaker_id", "speaker", "as", "said", "text")


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
