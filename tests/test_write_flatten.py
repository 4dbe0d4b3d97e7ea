"""Overlapping annotations become nested markup, and the text stays what it was."""

from __future__ import annotations

import markdown as renderer
import pytest
from bs4 import BeautifulSoup
from hypothesis import assume, given
from hypothesis import strategies as st

from dossier.sourcemap import TextSpan
from dossier.write.escape import one_line
from dossier.write.flatten import Insert, Wrap, element, flatten
from tests.test_write_escape import squeeze, texts


def tag(start: int, end: int, name: str, rank: int = 0) -> Wrap:
    opening, closing = element(name, "")
    return Wrap(TextSpan(start, end), opening, closing, rank)


def link(start: int, end: int, to: str, rank: int = 0) -> Wrap:
    return Wrap(TextSpan(start, end), "[", f"]({to})", rank, link=True)


@pytest.mark.parametrize(
    ("wraps", "expected"),
    [
        ([], "abcdef"),
        ([tag(0, 6, "i")], "<i>abcdef</i>"),
        ([tag(1, 3, "i"), tag(2, 5, "b")], "a<i>b<b>c</b></i><b>de</b>f"),
        ([tag(1, 5, "i"), tag(2, 3, "b")], "a<i>b<b>c</b>de</i>f"),
        ([tag(1, 3, "i", 1), tag(1, 3, "b", 0)], "a<b><i>bc</i></b>def"),
        ([tag(0, 2, "i"), tag(2, 4, "i")], "<i>ab</i><i>cd</i>ef"),
        ([tag(4, 99, "i")], "abcd<i>ef</i>"),
        ([tag(7, 99, "i")], "abcdef"),
        ([tag(3, 3, "i")], "abcdef"),
        ([link(0, 4, "x", 1), link(2, 6, "y", 0)], "ab[cdef](y)"),
        ([link(0, 3, "x"), link(3, 6, "y")], "[abc](x)[def](y)"),
        ([link(0, 3, "x"), tag(2, 4, "i")], "[ab<i>c</i>](x)<i>d</i>ef"),
    ],
)
def test_spans_nest(wraps: list[Wrap], expected: str) -> None:
    assert flatten("abcdef", TextSpan(0, 6), wraps) == expected
    assert flatten("abcdef", TextSpan(0, 6), wraps[::-1]) == expected


def test_a_cut_span_repeats_no_id() -> None:
    cut = Wrap(TextSpan(2, 5), '<b id="x">', "</b>", again="<b>")
    assert flatten("abcdef", TextSpan(0, 6), [tag(1, 3, "i"), cut]) == 'a<i>b<b id="x">c</b></i><b>de</b>f'


def test_inserts_stand_after_what_ends_there() -> None:
    inserts = [Insert(3, "<s>!</s>"), Insert(6, "<s>?</s>"), Insert(7, "no")]
    wraps = [tag(1, 3, "i"), tag(0, 6, "b"), tag(3, 5, "u")]
    assert flatten("abcdef", TextSpan(0, 6), wraps, inserts) == "<b>a<i>bc</i><s>!</s><u>de</u>f</b><s>?</s>"


def test_a_link_after_an_exclamation_mark_is_no_image() -> None:
    assert flatten("No! Yes", TextSpan(0, 7), [link(3, 7, "x")]) == "No&#33;[ Yes](x)"


def test_text_that_is_split_without_a_tag_is_escaped_as_one() -> None:
    assert flatten("1. a", TextSpan(0, 4), [tag(1, 1, "i")]) == "1\\. a"
    assert flatten("x ==a", TextSpan(0, 5), [tag(9, 9, "i")]) == "x &#61;&#61;a"


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: TextSpan(min(pair), max(pair)))


@given(text=texts, stretches=st.lists(st.tuples(spans, st.integers(0, 3), st.booleans()), max_size=8))
def test_any_overlap_shows_the_text(text: str, stretches: list[tuple[TextSpan, int, bool]]) -> None:
    assume(squeeze(one_line(text)))
    wraps = [
        link(span.start, span.end, "https://x.org/") if linked else tag(span.start, span.end, "em", rank)
        for span, rank, linked in stretches
    ]
    line = flatten(text, TextSpan(0, len(text)), wraps, [Insert(5, "<b>\\*</b>")])
    soup = BeautifulSoup(renderer.markdown(f"x\n\n{line}\n{{ #b }}", extensions=["attr_list"]), "html.parser")
    for made in soup.select("b"):
        made.decompose()
    assert squeeze(soup.get_text()) == squeeze("x " + one_line(text))


def test_wraps_side_by_side_are_written_as_those_that_overlap_are(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "  - one *two* three. Four: five #six! "
    spans = [(0, 4), (4, 9), (12, 13), (20, 30), (30, 37)]
    wraps = [Wrap(TextSpan(*span), f"<{at}>", f"</{at}>", again="x") for at, span in enumerate(spans)]
    ranges = [(0, len(text)), (2, 25), (6, 7), (35, 37)]
    quick = [flatten(text, TextSpan(*span), wraps) for span in ranges]
    monkeypatch.setattr("dossier.write.flatten.pairwise", lambda _: [((TextSpan(0, 2), None), (TextSpan(1, 2), None))])
    assert quick == [flatten(text, TextSpan(*span), wraps) for span in ranges]
