"""Laws of web pages: every character accounted for, offsets exact, whatever disorder a page is in; in linear time."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.clean import clean
from dossier.model import Document, Seed
from dossier.sourcemap import TextSpan
from tests.linear import assert_linear

PROSE = "The council met on Tuesday, and its members spoke for two hours about the harbour, the bridge and the mill. "
PIECES = [
    *("<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<div class=sidebar>", "<td>", "<th>", "<tr>", "<table>"),
    *("</table>", "<li>", "<ul>", "<ol start=3>", "</ul>", "</li>", "word", " ", "\n\n  ", "&amp;", "&nbsp;", "&#8;"),
    *("&shy;", "\u200b", "&", "<", '"', "<a href=x>", "<a href='", "</a>", "<!--", "-->", "<script>", "</script>"),
    *("<h1>", "</h1>", "<title>", "</title>", "<head>", "<body>", "<br>", "<br/>", "<pre>", "</pre>", "<blockquote>"),
    *("<figure><figcaption>", "</figure>", "<span hidden>", "</span>", "<sup>1</sup>", "<nav>", "</nav>", "<article>"),
    *("</article>", "\x00", "\u2028", "\x0c", "é", PROSE, PROSE.upper(), "<p>" + PROSE * 3, "<hr>", "<img alt=x>"),
    *("<dl><dt>", "<dd>", "<textarea>", "<select><option>", "<noscript>", "<time>May 3, 2019</time>", "By Jane Roe"),
]


def page(text: str) -> Document:
    """The document of a page."""
    return clean(Seed("seeds/page.html", "0", "utf-8", "html", text))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example(f"{PROSE}\u200b\u2028&")
@example(f"{PROSE} \u200b\u200b \u00ad \ufeff&")
def test_the_segments_of_any_page_are_a_partition_of_it(text: str) -> None:
    """No character lost, none twice; and the reading text's places are true."""
    document = page(text)
    at = 0
    for segment in document.segments:
        assert segment.span.start == at
        assert segment.span.end > at
        at = segment.span.end
    assert at == len(text)
    for piece in document.map.pieces:
        raw, words = text[piece.seed.start : piece.seed.end], document.text[piece.text.start : piece.text.end]
        if piece.verbatim and raw.isprintable() and len(raw) == len(words) > 1:
            assert raw == words
    for block in document.blocks:
        assert document.words(block).strip()
        assert "  " not in document.words(block) or block.role in {"code", "table"}


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_marks_stand_in_their_blocks(text: str) -> None:
    """Emphasis and links never run out of the block they stand in."""
    document = page(text)
    for mark in document.marks:
        assert any(b.span.start <= mark.span.start < mark.span.end <= b.span.end for b in document.blocks)


def test_a_word_is_found_where_it_stands() -> None:
    """Behind folded white space, resolved references and dropped tags, each word maps to its own place."""
    text = f"<body><p>{PROSE}<p>Caf&eacute;\n\n   au <b>la</b>it, &quot;s'il&nbsp;vous pla&icirc;t&quot;.</p>"
    document = page(text)
    start = document.text.index("plaît")
    assert document.text[start - 12 : start] == " \"s'il\xa0vous "
    seed = document.map.to_seed(TextSpan(start, start + 5))
    assert text[seed.start : seed.end] == "pla&icirc;t"
    start = document.text.index("lait")
    seed = document.map.to_seed(TextSpan(start, start + 4))
    assert text[seed.start : seed.end] == "la</b>it"


@pytest.mark.parametrize(
    "unit",
    [
        f"<p>{PROSE}</p>",
        f"<div><p>{PROSE}",
        "<div>",
        f"<b><p>{PROSE}</b>",
        "<p><b>x</p>",
        "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><td>",
        "<ul><li>word<ul><li>word",
        "<li>word",
        "<a href=x>word</a> ",
        "x<br>",
        "x<br><br>",
        "&amp; ",
        "<span hidden>",
        "<div class='sidebar related'><a href=x>A headline of some length</a><p>x</div>",
        "word  \n ",
        "<h2>Heading</h2>",
        "<pre>x\n",
        "<blockquote>",
        "<i>",
        "</p>",
        "<time>",
    ],
)
def test_a_long_page_of_any_kind_takes_linear_time(unit: str) -> None:
    """Neither depth nor length nor repetition is looked at twice."""
    assert_linear(lambda size: partial(page, unit * size), max(150, 15_000 // len(unit)))
