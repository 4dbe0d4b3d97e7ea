"""Front matter is the same to the byte whether PyYAML has its emitter in C or not."""

from __future__ import annotations

import pytest
import yaml

from dossier.write import front

TITLES = (
    "Plain",
    "It’s: “odd” — #1",
    "- list",
    "true",
    "2018-01",
    "emoji \U0001f600 \\U",
    " edge ",
    "a\u00a0b",
    "x" * 12_000,
)


@pytest.mark.parametrize("title", TITLES)
def test_both_emitters_give_the_same_bytes(title: str) -> None:
    values: dict[str, object] = {"title": title, "hide": ["navigation"], "source": {"none": None, "list": [title]}}
    assert front.block(values) == f"---\n{front.dump(values, yaml.SafeDumper)}---\n"
    assert yaml.safe_load(front.block(values).removeprefix("---\n").removesuffix("---\n")) == values
