"""`compare.json`: what several sources share, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.model import Disagreement
from dossier.write.catalogue import Catalogue
from dossier.write.data.record import Json
from dossier.write.data.serial import Items, compact, json_pieces
from dossier.write.site import Site
from dossier.write.testimony import STATEMENT, Testimony, statement_key


def compare_json(shelf: Catalogue, _: Site) -> Iterator[bytes]:
    """Quotation families, events that two or more sources tell, disagreements."""
    collection = shelf.collection
    families = (
        {"id": family.id, "forms": [{"slug": slug, "quote_id": name} for slug, name in family.forms]}
        for family in collection.families
    )
    shared = (event.id for event in collection.events if len({each.slug for each in event.attestations}) > 1)
    differing = map(Items, shelf.pieces["compare.json"])
    return json_pieces({"families": families, "events": shared, "disagreements": differing})


def disagreements(told: Testimony, found: Iterable[Disagreement]) -> Iterator[str]:
    """Disagreements as the file has them."""
    return (compact(disagreement(told, each)) for each in found)


def disagreement(told: Testimony, each: Disagreement) -> Json:
    """One disagreement, with each statement's place in its seed."""
    statements = []
    for passage in each.statements:
        *_, start, end = told.read(told.of(STATEMENT, statement_key(passage))[0])
        statements.append({"slug": passage.slug, "start": start, "end": end})
    return {"kind": each.kind, "statements": statements}
