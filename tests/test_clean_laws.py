"""Laws of the cleaner: nothing of a seed is lost, altered or claimed twice, whatever it holds, and in linear time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.clean import clean
from dossier.clean.lines import INVISIBLE
from dossier.extract.notes import find_notes
from dossier.model import Annotations, Document, Media, Seed
from dossier.sourcemap import TextSpan
from tests.linear import assert_linear

SIGNS = "[]()^*_`~<>#|-+=:.,;!?'\"\\/&{}%@$\n\n\n \t1234abAB"
SIGNS += "\u201c\u201d\u2019\u00b9\u00b2\u2020\u00a0\u2026\r\x0c\x00\ufeff"
PIECES = [
    *(
        "[1]",
        "[^1]",
        "[^a]: ",
        "[1]: ",
        "1. ",
        "- ",
        "> ",
        "# ",
        "***",
        "---\n",
        "```\n",
        "[a](#)",
        "![x](y)",
        "\u00b9",
        "* ",
    ),
    *(
        "<sup>1</sup>",
        "[Footnote 1: ",
        "&amp;",
        "\n\n",
        "\n",
        "Notes\n\n",
        "By Jane Roe\n",
        "May 12, 2021\n",
        "| a | b |\n",
    ),
    *(
        "|---|---|\n",
        "Share on Facebook\n",
        "Related stories\n",
        "The boat left at six, as it has done since 1945.",
        "har-\n",
    ),
    *(
        "    ",
        "[\\[1\\]](#_ftn1)",
        "---\ntitle: x\n---\n",
        "{% raw %}",
        "<!-- x -->",
        "\x0c",
        "(Source:",
        "bour ",
        "a_b[0]",
    ),
]
texts = st.one_of(st.text(SIGNS, max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text())
media = st.sampled_from(["txt", "md"])
BODY = [
    "The council voted on Tuesday night to keep the old ferry running for another ten years.[1]",
    'The captain said that it was "a good day for the island", and the mayor agreed with him at once.[2]',
    "The boat leaves at six in the morning, as it has done since the war, and comes back at nine.",
    "Nobody on the island remembers a winter in which it did not leave at its hour, whatever the weather was.",
]
PLAIN = "Nothing more was heard of it that winter, and the snow lay on the hills until the spring had come."


def cleaned(text: str, kind: Media = "txt") -> Document:
    return clean(Seed(f"seeds/law.{kind}", "", "utf-8", kind, text))


@settings(max_examples=150)
@given(texts, media)
def test_segments_partition_the_seed(text: str, kind: Media) -> None:
    segments = cleaned(text, kind).segments
    assert "".join(text[s.span.start : s.span.end] for s in segments) == text
    assert all(a.span.end == b.span.start for a, b in pairwise(segments))
    assert all(s.span.start < s.span.end for s in segments)


@settings(max_examples=150)
@given(texts, media)
def test_verbatim_pieces_of_the_reading_text_are_the_seeds_own(text: str, kind: Media) -> None:
    document = cleaned(text, kind)
    for piece in document.map.pieces:
        shown = document.text[piece.text.start : piece.text.end]
        source = text[piece.seed.start : piece.seed.end]
        if piece.verbatim and source.isprintable() and shown != " ":
            assert shown == source


@settings(max_examples=150)
@given(texts, media)
def test_the_reading_text_maps_back(text: str, kind: Media) -> None:
    document = cleaned(text, kind)
    assert all(b.span.end + 2 == a.span.start for b, a in pairwise(document.blocks))
    for block in document.blocks:
        span = document.map.to_seed(block.span)
        assert 0 <= span.start < span.end <= len(text)
        assert document.words(block).strip()
    for mark in document.marks:
        assert 0 <= mark.span.start <= mark.span.end <= len(document.text)


@settings(max_examples=150)
@given(texts, media)
def test_no_visible_character_is_dropped_but_syntax(text: str, kind: Media) -> None:
    document = cleaned(text, kind)
    for segment in document.segments:
        if segment.rule == "white-space":
            between = text[segment.span.start : segment.span.end]
            assert not "".join(char for char in between if char not in INVISIBLE).strip()


@settings(max_examples=150)
@given(texts, media)
def test_notes_and_issues_stand_in_the_seed(text: str, kind: Media) -> None:
    document = cleaned(text, kind)
    spans = [ref for note in document.definitions for ref in note.refs]
    spans += [note.opening for note in document.definitions if note.opening]
    spans += [issue.span for issue in document.issues if issue.span]
    assert all(span.end <= len(text) for span in spans)
    for note in find_notes(document, Annotations()).notes:
        assert all(isinstance(ref, TextSpan) for ref in note.refs)
        assert note.refs or note.definition


def outline(document: Document) -> list[tuple[str, bool, str]]:
    return [(b.role, b.shown, document.words(b)) for b in document.blocks if document.words(b) != PLAIN]


@pytest.mark.parametrize("kind", ["txt", "md"])
@pytest.mark.parametrize("place", range(2, 6))
def test_a_plain_paragraph_put_between_two_others_changes_nothing_else(place: int, kind: Media) -> None:
    head, foot = ["A ferry is saved", "By Jane Roe"], ["[1] Minutes of the council.", "[2] Letter of the captain."]
    parts = [*head, *BODY, *foot]
    before = cleaned("\n\n".join(parts), kind)
    after = cleaned("\n\n".join([*parts[: place + 1], PLAIN, *parts[place + 1 :]]), kind)
    assert outline(after) == outline(before)
    assert [(n.label, len(n.refs)) for n in after.definitions] == [(n.label, len(n.refs)) for n in before.definitions]
    assert [(f.value) for f in after.meta.authors] == [f.value for f in before.meta.authors]
    assert [i.code for i in after.issues] == [i.code for i in before.issues]


REPEATED = [
    "[",
    '"',
    "*",
    "7",
    " ",
    ">",
    "|",
    "-",
    "a",
    "[1]",
    "[1, ",
    "*a* ",
    "[a](b)",
    "word ",
    "word. ",
    "&amp;",
    "<a ",
]
LINES = [
    "x\n",
    "- x\n",
    "1. x\n",
    "[1] x\n\n",
    "1\n\n",
    "> x\n",
    "Share\n",
    "May 1, 2020\n",
    "The cat sat, and it sat.\n",
]
SIZE = 10_000


@pytest.mark.parametrize("kind", ["txt", "md"])
@pytest.mark.parametrize("unit", [*REPEATED, *LINES], ids=repr)
def test_time_grows_with_size_and_no_faster(unit: str, kind: Media) -> None:
    assert_linear(lambda size: lambda: cleaned(unit * (size // len(unit)), kind), SIZE)
