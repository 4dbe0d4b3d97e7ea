"""The small link after each thing that somebody said: to its entry among the quotations, which names the speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from dossier.model import Quote
from dossier.write.addresses import source_page, to
from dossier.write.catalogue import QUOTES, Catalogue
from dossier.write.edtf import in_words
from dossier.write.escape import attribute
from dossier.write.flatten import Insert, Wrap
from dossier.write.view import View

CLOSING = frozenset("\"'\u2019\u201d\u00bb\u201c\u300d\u300f")
"""Marks that close a quotation: the link stands after them."""


def signs(view: View, shelf: Catalogue, wraps: Iterable[Wrap]) -> Iterator[Insert]:
    """The links of one page; none where the text itself is a link, for no link may stand in another."""
    text = view.document.text
    links = sorted(wrap.span for wrap in wraps if wrap.link)
    ends = [link.end for link in links]
    pages = shelf.said_on.get(view.slug, {})
    for quote in view.source.annotations.quotes:
        said = attribution(quote)
        at = (quote.parts or (quote.span,))[-1].end
        at += text[at : at + 1] in CLOSING and at < len(text)
        after = bisect_left(ends, at + 1)
        inside = after < len(links) and links[after].start < at
        if said and not inside:
            where = to(source_page(view.slug), pages.get(quote.id, QUOTES), f"{view.slug}--{quote.id}")
            link = f'[]({where}){{ .d-by aria-label="Who said this" }}'
            yield Insert(at, f'<span data-made="" title="{attribute(said)}">{link}</span>')


def attribution(quote: Quote) -> str:
    """Who said it and when, as far as known; "" for a title or a term, which nobody says."""
    if quote.kind in {"title", "term"}:
        return ""
    name = quote.speaker.name if quote.speaker else None
    said = f", {in_words(quote.said)}" if quote.said else ""
    return f"{name}{said}" if name else f"speaker not named{said}"
