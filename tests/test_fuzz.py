"""Seconds of what `make fuzz` does for minutes; whatever that finds is kept here or among the cases of its stage."""

from __future__ import annotations

import pytest

from tests.fuzz import captured, edited, rounds


def test_any_text_any_bytes_and_any_sidecar_keep_the_laws() -> None:
    rounds(25)


@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf\xff", b"---\n&a\n---\n", b"%YAML 9\n---\n"])
def test_the_shortest_bytes_are_a_seed_or_an_error(data: bytes) -> None:
    captured(data, "md")
    edited(data)
