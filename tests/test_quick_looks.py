"""Where a text is looked through as bytes, or from what a pattern begins with, the answer is the pattern's own."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dossier.clean.furniture import LETTERS, plain
from dossier.clean.garbled import misread, runs
from dossier.clean.meta import letters_of
from dossier.clean.plain import DRAWN, strokes_of
from dossier.clean.shapes import WORD as COUNTED
from dossier.clean.shapes import word_count
from dossier.extract.sentences import STOP, stops
from dossier.ids import WORD, ascii_of, normal

PIECES = [
    *"abZ019 \n\t_-.'\u2019\u201c\u201d\u2018\u2014\u2013\u2026\u00a0\u00e9\u0301\u0130\u00df\ufb01\u0663\u00b2\u00bd",
    *(
        "\u00e2\u20ac\u2122",
        "\u00c3\u00a9",
        "\u201a\u00c4\u00f4",
        "\ufffd",
        "\u3002",
        "--",
        "U.S.",
        "n't",
        "...",
        "[1]",
        "|=+",
    ),
    *("The boat ", "left. ", "He said: ", "\n\n"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


@given(texts)
def test_words_are_folded_as_their_pattern_finds_them(text: str) -> None:
    """An id looks at the same words however they are found."""
    assert normal(text) == " ".join(WORD.findall(unicodedata.normalize("NFKD", text).casefold()))


@given(texts)
def test_ascii_keeps_every_place(text: str) -> None:
    """A text as ASCII has each character where it stood."""
    found = ascii_of(text)
    assert found is None or len(found) == len(text)


@given(texts)
def test_words_are_counted_as_their_pattern_finds_them(text: str) -> None:
    """Hyphens, apostrophes and points join the parts of a word."""
    assert word_count(text) == len(COUNTED.findall(text))


@given(texts)
def test_a_line_is_plain_as_its_pattern_finds_it(text: str) -> None:
    """A line of furniture is told by these words."""
    assert plain(text) == " ".join(LETTERS.findall(text.lower().replace("\u2019", "'")))


@given(texts)
def test_the_words_of_a_language_are_found_by_letters(text: str) -> None:
    """Figures part words."""
    assert letters_of(text) == re.findall(r"[^\W\d_]+", text.lower())


@given(texts)
def test_strokes_are_counted_as_their_pattern_finds_them(text: str) -> None:
    """Strokes make a drawing."""
    assert strokes_of(text) == len(DRAWN.findall(text))


@given(texts)
def test_stops_stand_where_their_pattern_finds_them(text: str) -> None:
    """Sentences end at these."""
    assert [m.span() for m in stops(text, 0, len(text))] == [m.span() for m in STOP.finditer(text)]


@given(texts)
def test_misread_signs_stand_where_their_pattern_finds_them(text: str) -> None:
    """Signs in a wrong encoding come in runs."""
    assert [m.span() for m in runs(text)] == [m.span() for m in misread().finditer(text)]
