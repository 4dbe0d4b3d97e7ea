"""The passages that pages of other sources show: what they show of each is made once, beside its own text."""

from __future__ import annotations

from typing import Any

from dossier.sourcemap import TextSpan
from dossier.write.catalogue import Catalogue
from dossier.write.describe import excerpt
from dossier.write.passage import sentence_of
from dossier.write.seen import spanned

BEGINS = 60
"""Characters of a passage by which its preview finds where it begins in its paragraph."""


def wanted(shelf: Catalogue) -> dict[str, tuple[TextSpan, ...]]:
    """The passages of each source that pages of sources show: either end of every link, and what names a source."""
    found: dict[str, set[TextSpan]] = {}
    for links in (*shelf.links.values(), *shelf.disputes.values(), *shelf.repeats.values()):
        for link in links:
            found.setdefault(link.source.slug, set()).add(link.source.span)
            found.setdefault(link.to.slug, set()).add(link.to.span)
    for references in shelf.named_by.values():
        for each in references:
            found.setdefault(each.source.slug, set()).add(each.source.span)
    return {slug: tuple(sorted(spans)) for slug, spans in found.items()}


def seen_of(shelf: Catalogue, slug: str) -> dict[str, list[Any]]:
    """What others show of one source."""
    view = shelf.views[slug]
    found: dict[str, list[Any]] = {}
    for span in shelf.wanted.get(slug, ()):
        at = view.seed_span(span)
        begins = excerpt(view.reading(span), BEGINS).rstrip("…")
        line = sentence_of(shelf.sentences[slug], span)
        found[spanned(span)] = [line, view.anchor(span), begins, at.start, at.end]
    return found
