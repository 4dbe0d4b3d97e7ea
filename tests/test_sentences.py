"""Where sentences end: told by cases, a counter-example for each."""

from __future__ import annotations

import pytest

from dossier.extract.sentences import index, sentences

CASES = [
    ("plain", "It rained. We left.", ["It rained.", "We left."]),
    ("question", "Who came? Nobody did!", ["Who came?", "Nobody did!"]),
    ("title", "Sen. Diaz spoke to Dr. Webb. They agreed.", ["Sen. Diaz spoke to Dr. Webb.", "They agreed."]),
    ("initial", "A. Wess Mitchell came. He left.", ["A. Wess Mitchell came.", "He left."]),
    ("country in the middle", "The U.S. Senate voted.", ["The U.S. Senate voted."]),
    ("country at the end", "He left the U.S. The talks ended.", ["He left the U.S.", "The talks ended."]),
    ("number", "It fell 3.5 percent. No. 7 won.", ["It fell 3.5 percent.", "No. 7 won."]),
    ("closing mark", "\u201cWe won.\u201d The crowd rose.", ["\u201cWe won.\u201d", "The crowd rose."]),
    ("lower case goes on", "\u201cWhy?\u201d he asked. She left.", ["\u201cWhy?\u201d he asked.", "She left."]),
    ("opening mark", "He spoke. \u201cWe won.\u201d", ["He spoke.", "\u201cWe won.\u201d"]),
    ("note marker", "It ended.[3] Then more.", ["It ended.[3]", "Then more."]),
    ("glued note", "It ended.3 Then more.", ["It ended.3", "Then more."]),
    ("blank line", "A heading\n\nA paragraph", ["A heading", "A paragraph"]),
    ("month", "On Jan. 5 it began. On Feb. 6 it ended.", ["On Jan. 5 it began.", "On Feb. 6 it ended."]),
    ("abbreviation of a phrase", "Many, e.g. Austria, agreed.", ["Many, e.g. Austria, agreed."]),
    (
        "hours",
        "At 5 p.m. Monday it rained. It was 5 p.m. The sun set.",
        ["At 5 p.m. Monday it rained.", "It was 5 p.m.", "The sun set."],
    ),
    ("ellipsis goes on", "Well... maybe. Yes.", ["Well... maybe.", "Yes."]),
    ("no stop", "no stop at all", ["no stop at all"]),
    ("empty", "  \n ", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_sentences(text: str, expected: list[str]) -> None:
    """Each case is cut where a reader would."""
    assert [text[s.start : s.end] for s in sentences(text)] == expected


def test_offsets_count_from_the_whole_text() -> None:
    """A stretch inside a text keeps the text's own offsets."""
    text = "Left out. One. Two."
    spans = sentences(text, 10)
    assert [text[s.start : s.end] for s in spans] == ["One.", "Two."]
    assert [index(spans, at) for at in (0, 10, 13, 15, 18)] == [-1, 0, 0, 1, 1]


def test_a_million_stops_take_linear_time() -> None:
    """Runs of stops and marks are read once."""
    assert sentences("." * 1_000_000 + "x")
    assert sentences('"' * 1_000_000)
    assert sentences(".\"'" * 300_000)


def test_what_never_stops_is_parted_so_that_rules_over_a_sentence_stay_linear() -> None:
    text = "on and " * 3000
    parts = sentences(text)
    assert max(part.end - part.start for part in parts) <= 4000
    assert "".join(text[part.start : part.end] for part in parts).replace(" ", "") == text.replace(" ", "")
