"""The sentence that is shown around a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.sourcemap import TextSpan
from dossier.write.sentence import LIMIT, around, sentences


def shown(text: str, words: str) -> str:
    at = text.index(words)
    found = around(text, TextSpan(0, len(text)), TextSpan(at, at + len(words)))
    return text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("One came. Two left. Three stayed.", "Two", "Two left."),
        ("She met Gen. Roe in the U.S. Senate. He left.", "Roe", "She met Gen. Roe in the U.S. Senate."),
        ("He wrote to A. Wess Mitchell. She did not.", "Wess", "He wrote to A. Wess Mitchell."),
        ("“It is over.” The war went on.", "over", "“It is over.”"),
        ("It cost 3.5 million. Enough.", "3.5", "It cost 3.5 million."),
        ("It is known.[4] Others say so.", "known", "It is known.[4]"),
        ("One came. Two left. Three stayed.", "came. Two", "One came. Two left."),
        ("no stop at all", "stop", "no stop at all"),
    ],
)
def test_a_place_is_shown_in_its_sentence(text: str, words: str, expected: str) -> None:
    assert shown(text, words) == expected


def test_a_long_sentence_is_shown_around_the_place_in_whole_words() -> None:
    text = "word " * 300 + "here " + "word " * 300
    found = shown(text, "here")
    assert "here" in found
    assert len(found) <= LIMIT
    assert set(found.split()) == {"word", "here"}


@given(st.text(alphabet="aB .!?\u201d\n[1]", max_size=60), st.data())
def test_sentences_are_a_partition_and_hold_the_place(text: str, data: st.DataObject) -> None:
    block = TextSpan(0, len(text))
    assert "".join(text[s.start : s.end] for s in sentences(text, block)) == text
    if text.strip():
        start = data.draw(st.integers(0, len(text) - 1))
        found = around(text, block, TextSpan(start, start + 1))
        assert found.start <= start
        assert found.end > start or text[start].isspace()
