"""`annotations.jsonld`: quotations, dates and names as W3C Web Annotations on the published seeds."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.sourcemap import TextSpan
from dossier.write.catalogue import Catalogue, source_page
from dossier.write.data.record import Json
from dossier.write.data.serial import as_json
from dossier.write.edtf import in_words
from dossier.write.escape import file_address
from dossier.write.site import Site
from dossier.write.view import View

COMPANY = 32
"""Characters of prefix and suffix."""


def web_annotations(shelf: Catalogue, site: Site) -> bytes:
    """One page of annotations with all of them."""
    items = [item for view in shelf.views.values() for item in of_source(shelf, view, site)]
    own = f"{site.url}data/annotations.jsonld"
    return as_json(
        {"@context": "http://www.w3.org/ns/anno.jsonld", "id": own, "type": "AnnotationPage", "items": items}
    )


def of_source(shelf: Catalogue, view: View, site: Site) -> Iterator[Json]:
    """The annotations of one seed."""
    found = view.source.annotations
    for quote in found.quotes:
        who = shelf.speaker(quote.speaker)
        named = quote.speaker.name if quote.speaker else None
        said = who.name if who else named
        yield annotation(shelf, view, site, quote.id, quote.span, tag(quote.kind, said or "", "describing"))
    for date in found.dates:
        value = tag("date", in_words(date.edtf) if date.edtf else "", "identifying")
        yield annotation(shelf, view, site, date.id, date.span, value)
    for number, name in enumerate(found.names):
        who = shelf.bearers.get((view.slug, number))
        for which, span in enumerate(name.mentions):
            own = f"n-{who.id if who else number}-{which + 1}"
            bodies = tag(name.type, who.name if who else name.name, "identifying")
            yield annotation(shelf, view, site, own, span, bodies)


def tag(kind: str, words: str, purpose: str) -> list[Json]:
    """Bodies that say what is annotated and, if known, who or when."""
    bodies: list[Json] = [{"type": "TextualBody", "purpose": "tagging", "value": kind}]
    return [*bodies, {"type": "TextualBody", "purpose": purpose, "value": words}] if words else bodies


def annotation(  # noqa: PLR0913 - the parts of one annotation
    shelf: Catalogue, view: View, site: Site, own: str, span: TextSpan, body: list[Json]
) -> Json:
    """One annotation with the two selectors of its place in the seed, or of an excerpt in the page that shows it."""
    at = view.seed_span(span)
    text, cover = view.document.seed.text, shelf.cover or "\0"
    quoted = {
        "type": "TextQuoteSelector",
        "exact": text[at.start : at.end].partition(cover)[0],
        "prefix": text[max(at.start - COMPANY, 0) : at.start].rpartition(cover)[2],
        "suffix": text[at.end : at.end + COMPANY].partition(cover)[0],
    }
    position = {"type": "TextPositionSelector", "start": at.start, "end": at.end}
    page = f"{source_page(view.slug).removesuffix('.md')}/"
    source = f"{site.url}{file_address(shelf.raw(view.slug) or page)}"
    return {
        "id": f"{site.url}data/annotations.jsonld#{view.slug}--{own}",
        "type": "Annotation",
        "body": body,
        "target": {"source": source, "selector": [quoted, position]},
    }
