"""What front matter says of its page is what YAML reads in it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.write import front

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["null", "~", "2018-09-06", "yes", "- a", "a: b", "a #b", "it's", "'it'", '"it"', "…", "\x85", "\u2028b", ""]
)


@given(TEXTS, TEXTS, st.sampled_from([{}, {"robots": "noindex"}]))
def test_a_page_is_told_as_yaml_reads_it(title: str, description: str, more: dict[str, object]) -> None:
    opening = front.page(title, description, **more, source={"title": "another"}).split("---\n")[1]
    read = yaml.safe_load(opening)
    told = front.told(opening)
    assert {key: value for key, value in told.items() if value} == {
        key: read[key] for key in front.KEYS if read.get(key)
    }


@pytest.mark.parametrize(
    "opening", ["title: >-\n  Two\n  lines", 'title: "caf\\xE9"', "title: one\n  two", "description: x", "other: y"]
)
def test_other_yaml_is_read_as_such(opening: str) -> None:
    read = yaml.safe_load(opening)
    assert front.told(opening) == {key: read[key] for key in front.KEYS if key in read}
