"""The tree of a page: it nests as browsers nest, and every character is in one place."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.clean.html.tree import Element, Node, Text, by_id, by_tag, parse, walk, words
from tests.linear import assert_linear

PIECES = [
    *("<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<td>", "<tr>", "<table>", "</table>", "<li>", "<ul>", "</ul>"),
    *(
        "</li>",
        "x",
        " ",
        "&amp;",
        "&#x41",
        "&",
        "<",
        '"',
        "'",
        "<a href=",
        "<a x='",
        "<!--",
        "-->",
        "<script>",
        "</script>",
    ),
    *("<h1>", "</h2>", "<title>", "</title>", "<head>", "</head>", "<body>", "<![CDATA[", "<?xml", "<a", "/>", ">"),
    *("<br/>", "<button>", "</button>", "<form>", "</form>", "\x00", "\u2028", "é"),
]


def outline(node: Node, source: str) -> str:
    """The tree in brackets: `p(a b(c))`."""
    if isinstance(node, Element):
        inside = "".join(outline(child, source) for child in node.children)
        return f"{node.tag}({inside})" if node.tag else inside
    return source[node.start : node.end] if isinstance(node, Text) else "#"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>a<p>b", "p(a)p(b)"),
        ("<ul><li>1<li>2<ul><li>x</ul></ul>y", "ul(li(1)li(2ul(li(x))))y"),
        ("<li>1<div><li>2", "li(1div())li(2)"),
        ("<table><tr><td>a<td>b<tr><td>c</table>d", "table(tr(td(a)td(b))tr(td(c)))d"),
        ("<table><tr><td><table><tr><td>a</table>b</table>", "table(tr(td(table(tr(td(a)))b)))"),
        ("<table><tr><td><p>a</div>b<td>c</table>", "table(tr(td(p(a#b))td(c)))"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a)dd(b)dt(c))"),
        ("<b>one<p>two</b> three</p>", "b(onep(two# three))"),
        ("<p><b>a</p>b", "p(b(a))b"),
        ("<a>x<a>y", "a(x)a(y)"),
        ("<h2>a</h3>b", "h2(a)b"),
        ("a<br>b<img src=x>c<hr/>d", "abr()bimg()chr()d"),
        ("<div/>a", "div(a)"),
        ("<?xml version='1.0'?><div/>a", "#div()a"),
        ("<head><meta charset=x><p>a</head>b</body>c", "head(meta())p(a#b#c)"),
        ("<title>a<b></title>c", "title(a<b>)c"),
        ("<title>never closed", "title(never closed)"),
        ("<script>if (a<b) '</p>'</script>c", "script(#)c"),
        ("a <!-- b > c --> d <!-- e", "a # d #"),
        ("1 < 2 <3 </ x>", "1 < 2 <3 #"),
    ],
)
def test_nesting(page: str, expected: str) -> None:
    """Tags nest as browsers nest them."""
    assert outline(parse(page), page) == expected


def test_an_open_quotation_mark_in_a_tag_swallows_no_words() -> None:
    """Where a browser would lose the rest of the page, the tag ends at its sign."""
    page = '<p>a <a href="x>b</a> c</p>'
    assert words(parse(page), page) == "a b c"
    assert words(parse("a <b"), "a <b") == "a <b"


def test_attributes_and_their_places() -> None:
    """Values are resolved, and each is found again in the page."""
    page = """<a HREF="?a=1&copy=2&amp;b" title='x > y' data-n=5 hidden>&eacute;&copy2 &notit; &nosuch;</a>"""
    link = by_tag(parse(page), ["a"])[0]
    assert link.attrs == {"href": "?a=1&copy=2&b", "title": "x > y", "data-n": "5", "hidden": ""}
    assert page[slice(*link.places["title"])] == "x > y"
    assert page[slice(*link.places["data-n"])] == "5"
    assert words(link, page) == "é©2 ¬it; &nosuch;"
    assert page[link.start : link.inner].startswith("<a HREF")
    assert page[link.inner_end : link.end] == "</a>"


def test_words_are_parted_at_the_edges_of_blocks_only() -> None:
    """A reader sees "one two", not "onetwo", in two cells, and "one" where half a word is bold."""
    page = "<tr><td>o<b>n</b>e</td><td>two\n  lines<br>three</td>"
    assert words(parse(page), page) == "one two lines three"


def test_elements_by_id() -> None:
    """The first of two with one id, and old anchors by their name."""
    page = '<p id=n1>a</p><p id=n1>b</p><a name="n2">c</a>'
    found = by_id(parse(page))
    assert words(found["n1"], page) == "a"
    assert words(found["n2"], page) == "c"


def cells(page: str) -> list[tuple[int, int]]:
    """Where the tags and leaves of a page stand."""
    found: list[tuple[int, int]] = []
    for node in walk(parse(page)):
        if isinstance(node, Element):
            found += [(node.start, node.inner), (node.inner_end, node.end)]
        else:
            found.append((node.start, node.end))
    return sorted(cell for cell in found if cell[0] < cell[1])


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_character_is_in_one_tag_or_leaf(page: str) -> None:
    """Leaves and tags are a partition of any text."""
    at = 0
    for start, end in cells(page):
        assert start == at
        at = end
    assert at == len(page)


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "<div>",
            "<a x='",
            '<a x=">" ',
            "<",
            "&a",
            "<p><button>",
            "<title>",
            "<!--",
            "<b><p>",
            "<table><td>",
            "<ul><li>",
        ),
        *("</b>", "<a b", "=", "<!", "<a/", "<script>", "<b><p>x</b>", "a ", "<h1>", "<?", "<![CDATA["),
    ],
)
def test_any_disorder_takes_linear_time(unit: str) -> None:
    """No depth, no open tag and no open quotation mark is looked at twice."""
    assert_linear(lambda size: partial(parse, unit * size), 40_000)
