"""A link, an address or a title that names another seed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dossier.link import glean
from dossier.link.cited import plain_address
from dossier.link.titles import references
from dossier.model import Annotations, Fact, Mark, Meta, Source
from dossier.sourcemap import TextSpan
from tests.handmade import Part, document, printed

TITLE = "Why the Treaty of the Two Rivers Failed"
URL = "https://www.example.org/rivers/"


def pair(words: str, target: str | None = None) -> tuple[Source, Source]:
    """One source that says some words, and the source that has TITLE and URL."""
    one = document([Part("title", "Something Else Altogether, Entirely"), Part("paragraph", words)])
    if target:
        one = replace(one, marks=(Mark("link", TextSpan(one.text.index(words), len(one.text)), target),))
    meta = Meta(title=printed(TITLE), url=Fact(URL, "printed", "r"))
    two = document([Part("title", TITLE), Part("paragraph", "The rivers.")], "two", meta, "seeds/two.txt")
    return Source(one, Annotations()), Source(two, Annotations())


def said(sources: tuple[Source, Source]) -> list[tuple[str, str, str]]:
    texts = {source.slug: source.document.text for source in sources}
    return [
        (texts[r.source.slug][r.source.span.start : r.source.span.end], r.to, r.rule)
        for r in references(sources, [glean(each) for each in sources])[0]
    ]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (f"See “{TITLE},” by Roe.", (TITLE, "two", "title")),
        ("See why the Treaty of the Two Rivers failed.", ("why the Treaty of the Two Rivers failed", "two", "title")),
        ("Read http://example.org/rivers.", ("http://example.org/rivers", "two", "written-address")),
    ],
)
def test_a_text_that_names_another_seed_refers_to_it(words: str, named: tuple[str, str, str]) -> None:
    assert said(pair(words)) == [named]


@pytest.mark.parametrize(
    "words",
    ["Why the Treaty of the Two Bridges Failed", "The treaty of the two rivers failed", "http://example.org/bridges"],
)
def test_a_text_that_says_something_like_it_does_not(words: str) -> None:
    assert said(pair(words)) == []


def test_a_link_to_the_address_of_another_seed_refers_to_it() -> None:
    target = "https://web.archive.org/web/20190101000000/http://example.org/rivers?utm_source=x#top"
    assert said(pair("as was shown", target)) == [("as was shown", "two", "link-target")]
    assert said(pair("as was shown", "https://example.org/bridges")) == []


def test_two_captures_of_one_article_are_not_told_apart_so_neither_is_named() -> None:
    one, two = pair(f"See “{TITLE}.”")
    third = Source(replace(two.document, slug="three"), Annotations())
    three = (one, two, third)
    assert references(three, [glean(each) for each in three])[0] == ()


@pytest.mark.parametrize("url", ["", "http://", "http://[x", "mailto:a@b.org", "https://example.org/"])
def test_an_address_that_names_no_page_is_none(url: str) -> None:
    assert plain_address(url) == ""
