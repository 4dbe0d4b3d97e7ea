"""What differs between the forms of a quotation, and each form in its sentence, made beside its own source alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from dossier.model import Family
from dossier.sourcemap import TextSpan
from dossier.write.catalogue import Catalogue
from dossier.write.context import DIFFERS, WORDS, framed, near
from dossier.write.lines import LINE, Lines, line_key
from dossier.write.memo import NoMemo, mark
from dossier.write.pages.families import MOST_FORMS, Token, differences, tokenised
from dossier.write.testimony import FORM, Testimony, form_key, items, testimony

Odd = tuple[str, str, tuple[TextSpan, ...]]
"""A family, a quotation of it, and what that has otherwise than the family's first."""


def lines(shelf: Catalogue, told: Testimony, memo: NoMemo) -> Lines:
    """Every form that a page may show. `told` has the words of each."""
    odd: dict[str, list[Odd]] = {}
    for family in shelf.collection.families:
        forms = family.forms[:MOST_FORMS]
        for (slug, quote), spans in zip(forms, compared(shelf, told, memo, family), strict=True):
            odd.setdefault(slug, []).append((family.id, quote, tuple(TextSpan(*span) for span in spans)))
    with_odd = replace(shelf, odd={slug: tuple(each) for slug, each in odd.items()})
    return Lines(testimony(with_odd, memo, LINES))


def compared(shelf: Catalogue, told: Testimony, memo: NoMemo, family: Family) -> list[list[list[int]]]:
    """For each form that is shown, what it has otherwise than the first."""
    found = [told.of(FORM, form_key(*form))[0] for form in family.forms[:MOST_FORMS]]
    name = mark("differences", *(each.digest for each in found))
    made: list[list[list[int]]] = memo.value(name, shelf, lambda _: differing([told.read(each) for each in found]))
    return made


def differing(forms: Sequence[list[list[Any]]]) -> list[list[list[int]]]:
    """The same of the forms' words as leaves hold them."""
    found = differences([[Token(TextSpan(start, end), word) for word, start, end in form] for form in forms])
    return [[[span.start, span.end] for span in odd] for odd in found]


def words_of(shelf: Catalogue, slug: str) -> Iterator[list[Any]]:
    """The words of each quotation of a source that stands elsewhere too, with the length of its span."""
    for quote in (shelf.views[slug].quotes[name] for name in shelf.forms.get(slug, ())):
        words = [[token.folded, token.span.start, token.span.end] for token in tokenised(shelf.views[slug], quote)]
        yield [FORM, form_key(slug, quote.id), words, quote.span.end - quote.span.start]


def lines_of(shelf: Catalogue, slug: str) -> list[list[Any]]:
    """The forms of one source in their sentences."""
    return [
        [LINE, line_key(family, slug, name), line_of(shelf, slug, name, spans)]
        for family, name, spans in shelf.odd.get(slug, ())
    ]


LINES = items("lines", lines_of)


def line_of(shelf: Catalogue, slug: str, name: str, odd: Sequence[TextSpan]) -> list[str]:
    """One form in its sentence: the line, who speaks, the anchor."""
    view = shelf.views[slug]
    quote = view.quotes[name]
    parts = quote.parts or (quote.span,)
    span, before, after = near(shelf.sentences[slug], TextSpan(parts[0].start, parts[0].end))
    marked = [*((part, WORDS) for part in parts), *((part, DIFFERS) for part in odd)]
    line = ("…" if before else "") + framed(view, span, marked) + ("…" if after else "")
    who = shelf.speaker(quote.speaker)
    return [line, who.name if who else "", view.spot(parts[0], quote.id)]
