"""The quotations' parts: the sentence round a passage, and what differs between forms of the same words."""

from __future__ import annotations

import pytest

from dossier.model import Annotations, Source
from dossier.sourcemap import TextSpan
from dossier.write.context import Sentences, frames, near
from dossier.write.pages.families import Token, differences
from dossier.write.view import view
from tests.handmade import Part, document


def sentences(*paragraphs: str) -> tuple[Sentences, str]:
    doc = document([Part("paragraph", text) for text in paragraphs])
    return Sentences(view(Source(doc, Annotations()))), doc.text


def span(text: str, words: str) -> TextSpan:
    return TextSpan(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("paragraph", "words", "expected"),
    [
        ("He rose. “We go. Now,” he said. They went.", "We go. Now,", "“We go. Now,” he said."),
        ("He rose. “We go now.” They went.", "We go now.", "“We go now.”"),
        ("It is a “red line” for Mr. Roe. They went.", "red line", "It is a “red line” for Mr. Roe."),
        ("The U.S. Senate voted. They went.", "voted", "The U.S. Senate voted."),
        ("Prices rose.[3] “No,” she said.", "No,", "“No,” she said."),
        ("One. Two words", "words", "Two words"),
    ],
)
def test_the_sentence_round_a_quotation(paragraph: str, words: str, expected: str) -> None:
    found, text = sentences(paragraph)
    (stretch,) = frames(found, [span(text, words)])
    assert text[stretch.start : stretch.end] == expected


def test_the_words_that_name_the_speaker_are_taken_in() -> None:
    found, text = sentences("Jane Roe spoke at noon. The bill was long. “No,” was all.")
    (stretch,) = frames(found, [span(text, "No,")], span(text, "Jane Roe spoke"))
    assert text[stretch.start : stretch.end] == text.strip()


def test_a_quotation_over_paragraphs_has_a_line_for_each() -> None:
    found, text = sentences("She wrote: “First things.", "“Second things.” Nobody answered.")
    parts = [span(text, "First things."), span(text, "Second things.")]
    shown = [text[stretch.start : stretch.end] for stretch in frames(found, parts)]
    assert shown == ["She wrote: “First things.", "“Second things.”"]


def test_a_long_sentence_is_cut_between_words_round_the_clause() -> None:
    found, text = sentences(
        "It began and " + "went on and " * 60 + "the treaty was signed " + "and so on " * 60 + "for ever."
    )
    stretch, before, after = near(found, span(text, "the treaty was signed"))
    assert before
    assert after
    shown = text[stretch.start : stretch.end]
    assert "the treaty was signed" in shown
    assert text[stretch.start - 1] == text[stretch.end] == " "
    assert len(shown) < 300


def tokens(words: str) -> list[Token]:
    found, at = [], 0
    for word in words.split():
        found.append(Token(TextSpan(at, at + len(word)), word.casefold()))
        at += len(word) + 1
    return found


@pytest.mark.parametrize(
    ("base", "other", "odd"),
    [
        ("we see the brain death of it", "brain death", ["", ""]),
        ("from Lisbon to Vladivostok now", "from Lisbon up to Vladivostok", ["", "up"]),
        ("a really tough line", "a very tough line", ["really", "very"]),
        ("one two three four", "two four", ["three", ""]),
        ("brain death", "the brain death of it", ["", ""]),
    ],
)
def test_words_that_differ_are_marked_and_words_left_out_at_the_edges_are_not(
    base: str, other: str, odd: list[str]
) -> None:
    found = differences([tokens(base), tokens(other)])
    texts = (base, other)
    marked = [" ".join(text[s.start : s.end] for s in spans) for text, spans in zip(texts, found, strict=True)]
    assert marked == odd
