"""Seconds of what `make fuzz` does for minutes; whatever that finds is kept here or among the cases of its stage."""

from __future__ import annotations

import pytest

from dossier.clean.gaps import last_words
from tests.fuzz import captured, edited, rounds


def test_any_text_any_bytes_and_any_sidecar_keep_the_laws() -> None:
    rounds(25)


@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf\xff", b"---\n&a\n---\n", b"%YAML 9\n---\n"])
def test_the_shortest_bytes_are_a_seed_or_an_error(data: bytes) -> None:
    captured(data, "md")
    edited(data)


@pytest.mark.parametrize("tail", [" " * 90, "\u00a0" * 90, "," + "\u00a0" * 70, ",", ", "])
def test_a_paragraph_that_ends_in_white_space_or_a_comma_has_last_words(tail: str) -> None:
    """Found in a page of tables: an open end of which only its white space was pointed at."""
    text = f"The council met the envoys, they said that{tail}"
    start, end = last_words(text)
    assert text[start:end].rstrip(",") == "they said that"
