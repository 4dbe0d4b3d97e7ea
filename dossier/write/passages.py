"""The passages that pages of other sources show: what they show of each is made once, beside its own text."""

from __future__ import annotations

from typing import Any

from dossier.write.catalogue import Catalogue
from dossier.write.describe import excerpt
from dossier.write.passage import sentence_of
from dossier.write.saying import pieces
from dossier.write.seen import spanned
from dossier.write.work import Work

BEGINS = 60
"""Characters of a passage by which its preview finds where it begins in its paragraph."""


def seen_of(shelf: Catalogue, slug: str) -> dict[str, list[Any]]:
    """What others show of one source."""
    view = shelf.views[slug]
    found: dict[str, list[Any]] = {}
    quotes = (view.quotes[name] for name in shelf.forms.get(slug, ()))
    for span in sorted({*shelf.wanted.get(slug, ()), *(pieces(quote)[0] for quote in quotes)}):
        at = view.seed_span(span)
        begins = excerpt(view.reading(span), BEGINS).rstrip("…")
        line = sentence_of(shelf.sentences[slug], span)
        found[spanned(span)] = [line, view.anchor(span), begins, at.start, at.end]
    return found


PASSAGES = Work("passages", seen_of)
