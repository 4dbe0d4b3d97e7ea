"""Quotations of the whole collection, as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dossier.write.catalogue import Catalogue
from dossier.write.data.record import Json, quote
from dossier.write.data.serial import Items, as_csv, as_items, json_texts
from dossier.write.site import Site

QUOTES_HEADER = ("slug", "id", "start", "end", "kind", "speaker_id", "speaker", "as", "said", "text")


def every_quote(shelf: Catalogue, slug: str) -> Iterator[Json]:
    """The quotations of a source in its order."""
    view = shelf.views[slug]
    for each in view.source.annotations.quotes:
        yield {"slug": slug, **quote(view, each, shelf.voices)}


def of_quotes_json(shelf: Catalogue, slug: str) -> str:
    """The quotations of a source with their speakers."""
    return as_items(every_quote(shelf, slug))


def quotes_json(found: Iterator[str], _: Site) -> Iterator[str]:
    """All quotations."""
    return json_texts({"quotes": map(Items, found)})


def of_quotes_csv(shelf: Catalogue, slug: str) -> str:
    """One row a quotation of a source."""
    return as_csv((), map(row, every_quote(shelf, slug))).decode()


def quotes_csv(found: Iterator[str], _: Site) -> Iterator[str]:
    """The rows of all quotations."""
    return chain([as_csv(QUOTES_HEADER, ()).decode()], found)


def row(each: Json) -> tuple[object, ...]:
    """One quotation as a row."""
    speaker = each["speaker"] if isinstance(each["speaker"], dict) else {}
    said = (speaker.get("id"), speaker.get("name"), speaker.get("as"), each["said"], each["text"])
    return (each["slug"], each["id"], each["start"], each["end"], each["kind"], *said)
