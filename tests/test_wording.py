"""An editor's words are found whatever their white space and marks, in linear time."""

from __future__ import annotations

from functools import partial

import pytest

from dossier.wording import wording
from tests.linear import assert_linear


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("one two three", "two", ["two"]),
        ("one  two\n three", "one two three", ["one  two\n three"]),
        ("he said \u201cno\u201d \u2013 twice", '"no" - twice', ["\u201cno\u201d \u2013 twice"]),
        ("a a a", "a", ["a", "a", "a"]),
        ("one", "", []),
        ("One", "one", []),
    ],
)
def test_words_are_found_at_their_own_place(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in wording(text).find(words)] == found


def test_the_nearest_has_most_of_the_words() -> None:
    text = "The cat sat on the mat. The dog sat on a log.\nA bird flew."
    near = wording(text).nearest("The dog sat on the log")
    assert near is not None
    assert text[slice(*near)].strip() == "The dog sat on a log"
    assert wording(text).nearest("xyz") is None


@pytest.mark.parametrize("unit", ["a ", " ", "\u201c", "a. ", "one two three four. ", "\n", "a" * 50 + " "])
def test_looking_is_linear(unit: str) -> None:
    def look(text: str) -> None:
        made = wording(text)
        made.find("a a a b")
        made.nearest("one three four five a")

    assert_linear(lambda n: partial(look, unit * n), 30_000)
