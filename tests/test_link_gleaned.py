"""Linking works on what is gleaned of sources: the same comes of it, and few sources are looked at again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dossier.link import glean, link, settled, unmatched
from dossier.link.codes import PHRASE, WORD, code, phrase
from dossier.link.packed import narrow, rows, texts
from dossier.model import Authority, NameEntry, Source
from tests.test_link_growth import generated, named, quoting

AUTHORITY = Authority(
    "seeds/names.yml",
    (NameEntry("Marie Hollin-Roe", 1, "person", ("Marie Hollin",)), NameEntry("Nobody Atall", 2)),
    not_names=(("Brandis", 3), ("Elsewhere", 4)),
    split=((("Paul Vasseur", "Marie Hollin-Roe"), 5),),
)


class Unread:
    """A source that is not loaded until something of it is asked for."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.read = 0

    def __getattr__(self, name: str) -> Any:
        self.read += 1
        return getattr(self.source, name)


def test_a_source_that_shares_nothing_is_not_looked_at() -> None:
    sources = [named(0), named(1), quoting(2, "Nobody else says a word of this")]
    lazy: list[Any] = [Unread(source) for source in sources]
    made = link(lazy, gleaned=[glean(source) for source in sources])
    assert made.links == link(sources).links != ()
    assert [source.read > 0 for source in lazy] == [True, True, False]


@pytest.mark.parametrize("authority", [None, AUTHORITY])
def test_from_gleanings_comes_what_comes_from_sources(authority: Authority | None) -> None:
    sources = [generated(0), generated(1), *(named(number) for number in range(4)), quoting(5), quoting(6)]
    gleaned = [glean(source, authority) for source in sources]
    known = [settled(source, authority) for source in sources] if authority else sources
    assert link(known, authority, gleaned=gleaned) == link(sources, authority)
    assert link(known[::-1], authority, gleaned=gleaned[::-1]) == link(sources, authority)


def test_what_the_editor_says_of_names_and_no_seed_has_is_told_from_gleanings() -> None:
    sources = [named(0), quoting(5)]
    found = unmatched((), AUTHORITY, gleaned=[glean(source, AUTHORITY) for source in sources])
    assert [each.problem for each in found] == [each.problem for each in unmatched(sources, AUTHORITY)]
    assert [each.line for each in found] == [2, 4, 5]


def test_two_sources_with_one_digest_are_alike() -> None:
    source = generated(1)
    assert glean(source).digest == glean(replace(source)).digest
    document = replace(source.document, text=source.document.text.replace(" the ", " tho "))
    assert glean(Source(document, source.annotations)).digest != glean(source).digest
    fewer = replace(source.annotations, dates=source.annotations.dates[1:])
    assert glean(Source(source.document, fewer)).digest != glean(source).digest


def test_a_sentence_tells_what_its_features_are_called() -> None:
    terms = glean(generated(1)).terms
    called = [terms.called(feature) for feature in terms.features]
    assert len(set(called)) == len(called)
    assert all(code(WORD, word) in terms.features for word in terms.words)
    two = [name.split(" ") for name in called if " " in name]
    assert all(phrase(code(WORD, one), code(WORD, other)) in terms.features for one, other in two)
    assert list(terms.features) == sorted(terms.features)
    assert phrase(1, 2) != phrase(2, 1)
    assert phrase(1, 2) >> 61 == PHRASE


def test_columns_give_back_what_was_put_in() -> None:
    words = ["", "Brégançon", "a b", "\N{GRINNING FACE}", ""]
    assert list(texts(words)) == [texts(words)[at] for at in range(5)] == words
    numbers = [[1, 300], [], [70_000]]
    assert [list(row) for row in rows(numbers)] == [list(rows(numbers)[at]) for at in range(3)] == numbers
    assert [narrow([most]).typecode for most in (0, 255, 256, 1 << 16, 1 << 40)] == ["B", "B", "H", "I", "Q"]
    assert (list(texts(())), list(rows(()))) == ([], [])
