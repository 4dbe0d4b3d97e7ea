"""`annotations.jsonld`: quotations, dates and names as W3C Web Annotations on the published seeds.

While they are few the file holds all of them. Beyond that it is a collection, as the standard has it: it tells how many
there are and where the first page and the last one are, and each source has a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.sourcemap import TextSpan
from dossier.write.addresses import source_page
from dossier.write.catalogue import Catalogue
from dossier.write.data.record import Json
from dossier.write.data.serial import Items, as_items, as_json, json_texts
from dossier.write.edtf import in_words
from dossier.write.escape import file_address
from dossier.write.site import Site
from dossier.write.view import View

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = "data/annotations.jsonld"
FEW = 10_000
"""Annotations that one file holds, about 6 MB; of more, each source has a page."""
COMPANY = 32
"""Characters of prefix and suffix."""


def web_annotations(shelf: Catalogue, site: Site) -> bytes:
    """The collection of the pages of the sources."""
    numbers = totals(shelf)
    slugs = list(numbers)
    ends = {"first": address(site, slugs[0]), "last": address(site, slugs[-1])}
    label = f"{site.name}: quotations, dates and names"
    frame = {**framed(site, "AnnotationCollection"), "label": label}
    return as_json({**frame, "total": sum(numbers.values()), **ends})


def only_page(found: Iterator[str], site: Site) -> Iterator[str]:
    """The page of all annotations, where one holds them."""
    return json_texts({**framed(site, "AnnotationPage"), "items": map(Items, found)})


def framed(site: Site, kind: str) -> Json:
    """What the file says of itself."""
    return {"@context": CONTEXT, "id": f"{site.url}{OWN}", "type": kind}


def of_only_page(shelf: Catalogue, slug: str) -> list[str]:
    """What a source gives to that page."""
    return [as_items(of_source(shelf, shelf.views[slug], shelf.site))]


def totals(shelf: Catalogue) -> dict[str, int]:
    """The number of annotations of each source, where they take several pages; {} where one holds all."""
    found = {slug: card.quoted + card.dates + card.mentions for slug, card in shelf.cards.items()}
    return found if sum(found.values()) > FEW else {}


def address(site: Site, slug: str) -> str:
    """Where the page of a source is."""
    return f"{site.url}data/{page_file(slug)}"


def page_file(slug: str) -> str:
    """The page of a source, by its path under data/."""
    return f"annotations/{slug}.jsonld"


def annotation_page(shelf: Catalogue, slug: str) -> bytes:
    """The page of one source, where each has one.

    It tells neither the number of all annotations nor how many come before it, which the standard lets it: an edit of
    one source would change the pages of all others.
    """
    site = shelf.site
    page: Json = {"@context": CONTEXT, "id": address(site, slug), "type": "AnnotationPage"}
    page |= {"partOf": f"{site.url}{OWN}"}
    before, after = shelf.around[slug]
    page |= {"prev": address(site, before)} if before else {}
    page |= {"next": address(site, after)} if after else {}
    return as_json({**page, "items": of_source(shelf, shelf.views[slug], site)})


@dataclass(frozen=True, slots=True)
class Target:
    """What the annotations of one source are about: its text, its address, and how their ids begin."""

    view: View
    text: str
    cover: str
    source: str
    ids: str

    def annotation(self, own: str, span: TextSpan, body: list[Json]) -> Json:
        """One annotation with both selectors of its place in the seed, or of an excerpt in the page that shows it."""
        at = self.view.seed_span(span)
        exact, prefix = self.text[at.start : at.end], self.text[max(at.start - COMPANY, 0) : at.start]
        suffix = self.text[at.end : at.end + COMPANY]
        if self.cover:
            exact, suffix = exact.partition(self.cover)[0], suffix.partition(self.cover)[0]
            prefix = prefix.rpartition(self.cover)[2]
        quoted = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
        position = {"type": "TextPositionSelector", "start": at.start, "end": at.end}
        return {
            "id": f"{self.ids}{own}",
            "type": "Annotation",
            "body": body,
            "target": {"source": self.source, "selector": [quoted, position]},
        }


def target(shelf: Catalogue, view: View, site: Site) -> Target:
    """The target of one source's annotations."""
    page = f"{source_page(view.slug).removesuffix('.md')}/"
    source = f"{site.url}{file_address(shelf.raw(view.slug) or page)}"
    return Target(view, view.document.seed.text, shelf.cover, source, f"{site.url}{OWN}#{view.slug}--")


def of_source(shelf: Catalogue, view: View, site: Site) -> Iterator[Json]:
    """The annotations of one seed."""
    found, aim = view.source.annotations, target(shelf, view, site)
    for quote in found.quotes:
        who = shelf.speaker(quote.speaker)
        named = quote.speaker.name if quote.speaker else None
        said = who.name if who else named
        yield aim.annotation(quote.id, quote.span, tag(quote.kind, said or "", "describing"))
    for date in found.dates:
        value = tag("date", in_words(date.edtf) if date.edtf else "", "identifying")
        yield aim.annotation(date.id, date.span, value)
    for number, (name, who) in enumerate(shelf.borne(view.slug)):
        bodies = tag(name.type, who.name if who else name.name, "identifying")
        for which, span in enumerate(name.mentions):
            yield aim.annotation(f"n-{who.id if who else number}-{which + 1}", span, bodies)


def tag(kind: str, words: str, purpose: str) -> list[Json]:
    """Bodies that say what is annotated and, if known, who or when."""
    bodies: list[Json] = [{"type": "TextualBody", "purpose": "tagging", "value": kind}]
    return [*bodies, {"type": "TextualBody", "purpose": purpose, "value": words}] if words else bodies
