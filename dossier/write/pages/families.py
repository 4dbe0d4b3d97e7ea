"""Quotation families: every form of the same words, the differing ones marked, in its source's sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dossier.model import Family, Quote
from dossier.sourcemap import TextSpan
from dossier.write import describe
from dossier.write.addresses import source_page, to
from dossier.write.catalogue import Catalogue
from dossier.write.escape import Safe
from dossier.write.lines import line_key
from dossier.write.view import View

WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
MOST = 1_000
"""Words of a quotation beyond which its differences are not looked for: aligning takes time with their square."""

MOST_FORMS = 40
"""Forms of one family that a page shows, the fullest first; the data have all."""


@dataclass(frozen=True, slots=True)
class Form:
    """One source's words with their frame."""

    line: Safe
    who: str
    title: str
    to: Safe
    slug: str


@dataclass(frozen=True, slots=True)
class Kin:
    """One family as the page shows it, its fullest form first; `more` are the forms that it leaves to the data."""

    id: str
    forms: tuple[Form, ...]
    count: str
    slugs: str
    more: int = 0


def kin(shelf: Catalogue, page: str) -> list[Kin]:
    """The families of a collection, those of most forms first, with links as `page` writes them."""
    return [family_of(shelf, family, page) for family in ranked(shelf.collection.families)]


def ranked(families: Iterable[Family]) -> list[Family]:
    """Families, those of most forms first."""
    return sorted(families, key=lambda each: (-len(each.forms), each.id))


def family_of(shelf: Catalogue, family: Family, page: str) -> Kin:
    """One family."""
    forms = []
    for slug, quote in family.forms[:MOST_FORMS]:
        found = shelf.lines[line_key(family.id, slug, quote)]
        forms.append(Form(found.line, found.who, shelf.shorts[slug], to(page, source_page(slug), found.anchor), slug))
    slugs = dict.fromkeys(slug for slug, _ in family.forms)
    told = f"{describe.count(len(family.forms), 'form')} in {describe.count(len(slugs), 'source')}"
    return Kin(family.id, tuple(forms), told, " ".join(slugs), len(family.forms) - len(forms))


@dataclass(frozen=True, slots=True)
class Token:
    """A word and where it stands; `folded` is what is compared."""

    span: TextSpan
    folded: str


def tokenised(view: View, quote: Quote) -> list[Token]:
    """The words of a quotation's parts."""
    found = []
    for part in quote.parts or (quote.span,):
        for match in WORD.finditer(view.document.text, part.start, part.end):
            folded = unicodedata.normalize("NFKD", match[0]).casefold().replace("\u2019", "'")
            found.append(Token(TextSpan(match.start(), match.end()), folded))
    return found


def differences(forms: Sequence[Sequence[Token]]) -> list[list[TextSpan]]:
    """For each form the stretches that differ from the first: words it leaves out or adds at its edges do not count."""
    base = forms[0]
    odd: list[set[int]] = [set() for _ in forms]
    for number, form in enumerate(forms[1:], 1):
        if max(len(base), len(form)) > MOST:
            continue
        matcher = SequenceMatcher(None, [t.folded for t in base], [t.folded for t in form], autojunk=False)
        same = [block for block in matcher.get_matching_blocks() if block.size]
        if not same:
            continue
        last = same[-1]
        for kind, i1, i2, j1, j2 in matcher.get_opcodes():
            at_edge = i2 <= same[0].a or i1 >= last.a + last.size
            if kind == "equal" or (at_edge and (i1 == i2 or j1 == j2)):
                continue
            odd[number].update(range(j1, j2))
            if not at_edge:
                odd[0].update(range(i1, i2))
    return [runs(form, places) for form, places in zip(forms, odd, strict=True)]


def runs(form: Sequence[Token], places: set[int]) -> list[TextSpan]:
    """Neighbouring words as one stretch each; words of two parts stay apart."""
    found: list[TextSpan] = []
    previous = -2
    for at in sorted(places):
        token = form[at].span
        if at == previous + 1 and token.start - found[-1].end <= MARKS:
            found[-1] = TextSpan(found[-1].start, token.end)
        else:
            found.append(token)
        previous = at
    return found


MARKS = 3
"""Characters between two words that are only a space and a mark."""
