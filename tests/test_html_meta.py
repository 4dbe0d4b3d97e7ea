"""The metadata of saved pages: each way in which builders of pages state it, and what states none."""

from __future__ import annotations

import json

import pytest

from dossier.clean.html.meta import page_facts
from dossier.clean.html.tree import parse
from dossier.model import Fact

PROSE = (
    "<p>The council met again on the hill, and the farmers of the valley waited for its answer until the evening.</p>"
)


def facts(page: str) -> dict[str, object]:
    """The values of a page's metadata; authors as a list."""
    found = page_facts(parse(page), page)
    return {k: [f.value for f in v] if isinstance(v, tuple) else v.value for k, v in found.facts.items()}


def fact(page: str, key: str) -> Fact:
    """One value with its evidence; the first of several."""
    found = page_facts(parse(page), page).facts[key]
    return found[0] if isinstance(found, tuple) else found


def page(head: str = "", body: str = "", title: str = "") -> str:
    """A page with an article of some prose."""
    named = f"<title>{title}</title>" if title else ""
    return f"<!DOCTYPE html><html><head>{named}{head}</head><body>{body}{PROSE}</body></html>"


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "The Valley Waits",
    "datePublished": "2019-08-19T23:30:00-04:00",
    "dateModified": "2020-01-02",
    "author": {"@type": "Person", "name": "Ann Poe"},
    "publisher": {"@type": "Organization", "name": "The Hill Post"},
}

HEADS: tuple[tuple[str, str, str, object], ...] = (
    ("linked data", ld(ARTICLE), "title", "The Valley Waits"),
    ("linked data, the day as written", ld(ARTICLE), "published", "2019-08-19"),
    ("linked data, one author", ld(ARTICLE), "authors", ["Ann Poe"]),
    ("linked data, publisher", ld(ARTICLE), "publisher", "The Hill Post"),
    ("authors as strings", ld(ARTICLE | {"author": ["Ann Poe", "John Doe"]}), "authors", ["Ann Poe", "John Doe"]),
    (
        "authors as objects",
        ld(ARTICLE | {"author": [{"name": "Ann Poe"}, {"name": "John Doe"}]}),
        "authors",
        ["Ann Poe", "John Doe"],
    ),
    (
        "a graph whose author is named elsewhere",
        ld(
            {
                "@graph": [
                    {"@type": "WebSite", "name": "The Hill Post"},
                    ARTICLE | {"author": {"@id": "#ann"}},
                    {"@type": "Person", "@id": "#ann", "name": "Ann Poe"},
                ]
            }
        ),
        "authors",
        ["Ann Poe"],
    ),
    ("an array at the top", ld([{"@type": "BreadcrumbList"}, ARTICLE]), "title", "The Valley Waits"),
    ("types in a list", ld(ARTICLE | {"@type": ["Thing", "BlogPosting"]}), "title", "The Valley Waits"),
    ("Open Graph", '<meta property="og:title" content="The Valley Waits">', "title", "The Valley Waits"),
    (
        "article tags",
        '<meta property="article:published_time" content="2012-06-08T13:27:29+00:00">',
        "published",
        "2012-06-08",
    ),
    (
        "never the later date",
        '<meta property="article:modified_time" content="2018-12-29"><meta name="pubdate" content="20120608">',
        "published",
        "2012-06-08",
    ),
    ("Dublin Core", '<meta name="DC.date.issued" content="2011-10-05">', "published", "2011-10-05"),
    ("Dublin Core, the surname first", '<meta name="DC.creator" content="Poe, Ann">', "authors", ["Ann Poe"]),
    ("citation tags", '<meta name="citation_publication_date" content="2014/03">', "published", "2014-03"),
    (
        "citation tags, one author each",
        '<meta name="citation_author" content="Poe, Ann"><meta name="citation_author" content="John Doe">',
        "authors",
        ["Ann Poe", "John Doe"],
    ),
    ("analytics", '<meta name="parsely-author" content="Ann Poe">', "authors", ["Ann Poe"]),
    ("the author's tag", '<meta name="author" content="By Ann Poe and John Doe">', "authors", ["Ann Poe", "John Doe"]),
    (
        "the canonical address",
        '<link rel="canonical" href="https://post.example/a/b">',
        "url",
        "https://post.example/a/b",
    ),
    ("the host as publisher", '<link rel="canonical" href="https://www.post.example/a">', "publisher", "post.example"),
    (
        "the date in the address",
        '<link rel="canonical" href="https://post.example/2019/08/19/a">',
        "published",
        "2019-08-19",
    ),
    (
        "a site's name is none of the title",
        '<meta property="og:site_name" content="The Hill Post">',
        "title",
        "The Valley",
    ),
)


@pytest.mark.parametrize(("head", "key", "value"), [row[1:] for row in HEADS], ids=[row[0] for row in HEADS])
def test_heads(head: str, key: str, value: object) -> None:
    made = page(head, title="The Valley | The Hill Post" if "site_name" in head else "")
    assert facts(made)[key] == value
    found = fact(made, key)
    assert found.span is not None
    assert found.span.end > found.span.start


BODIES: tuple[tuple[str, str, str, object], ...] = (
    ("a heading that the title bears out", "<h1>The Post</h1><h2>The Valley Waits</h2>", "title", "The Valley Waits"),
    ("a byline's class", '<h1>The Valley Waits</h1><p class="byline">By Ann Poe</p>', "authors", ["Ann Poe"]),
    ("a byline's words", "<h1>The Valley Waits</h1><p>By Ann Poe and John Doe</p>", "authors", ["Ann Poe", "John Doe"]),
    (
        "a link to the author",
        '<h1>The Valley Waits</h1><a rel="author" href="/ann">Ann Poe</a>',
        "authors",
        ["Ann Poe"],
    ),
    (
        "hCard",
        '<h1>The Valley Waits</h1><span class="author vcard"><a class="fn" href="/a">Ann Poe</a></span>',
        "authors",
        ["Ann Poe"],
    ),
    (
        "microdata",
        '<h1>The Valley Waits</h1><div itemprop="author"><span itemprop="name">Ann Poe</span>, Editor</div>',
        "authors",
        ["Ann Poe"],
    ),
    (
        "a house behind the name",
        '<h1>The Valley Waits</h1><p class="author">Ann Poe, Hill Radio</p>',
        "authors",
        ["Ann Poe"],
    ),
    ("capitals stay", '<h1>The Valley Waits</h1><p class="byline">By ANN POE</p>', "authors", ["ANN POE"]),
    ("a judge", '<h1>The Valley Waits</h1><p class="author"><b>POE, J.</b></p>', "authors", ["POE, J."]),
    (
        "a time element",
        '<h1>The Valley Waits</h1><time datetime="2015-04-06T23:42:00-04:00">Monday</time>',
        "published",
        "2015-04-06",
    ),
    (
        "the printed day before the machine's",
        '<h1>The Valley Waits</h1><time pubdate datetime="2015-04-07T03:42:00Z">April 6, 2015 11:42 pm</time>',
        "published",
        "2015-04-06",
    ),
    (
        "published and updated",
        '<h1>The Valley Waits</h1><p class="date">Updated May 3, 2014. Published May 1, 2014</p>',
        "published",
        "2014-05-01",
    ),
    (
        "submitted and decided",
        '<p class="decisiondate">Submitted Sept. 4, 2013.<br> Decided Dec. 24, 2013.</p>',
        "published",
        "2013-12-24",
    ),
    (
        "a date in Spanish",
        '<h1>The Valley Waits</h1><p class="fecha">9 de enero de 2014</p>',
        "published",
        "2014-01-09",
    ),
    (
        "the line under the title",
        '<h1>The Valley Waits</h1><p class="dek">What the farmers fear</p>',
        "subtitle",
        "What the farmers fear",
    ),
)


@pytest.mark.parametrize(("body", "key", "value"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_bodies(body: str, key: str, value: object) -> None:
    made = page(body=body, title="The Valley Waits")
    assert facts(made)[key] == value
    span = fact(made, key).span
    assert span is not None
    if key == "authors":
        assert made[span.start : span.end] == fact(made, key).value


NONE: tuple[tuple[str, str, str], ...] = (
    ("a role is no author", '<meta name="author" content="admin">', "authors"),
    ("a desk is no author", '<meta name="author" content="News Desk">', "authors"),
    ("an address is no author", '<meta property="article:author" content="https://social.example/post">', "authors"),
    ("a handle is no author", '<meta name="twitter:creator" content="@post">', "authors"),
    (
        "the publisher is no author",
        ld(ARTICLE | {"author": {"@type": "Organization", "name": "The Hill Post"}}),
        "authors",
    ),
    ("a later date is no date", '<meta property="article:modified_time" content="2018-12-29">', "published"),
    ("two readings of a date", '<meta name="date" content="03/04/2012">', "published"),
    ("no such day", '<meta name="date" content="2012-02-31">', "published"),
    ("a list of others' works", ld({"@type": "ItemList", "itemListElement": [ARTICLE]}), "published"),
    ("a reader's comment", ld({"@type": "WebPage", "comment": [ARTICLE]}), "published"),
)


@pytest.mark.parametrize(("head", "key"), [row[1:] for row in NONE], ids=[row[0] for row in NONE])
def test_none(head: str, key: str) -> None:
    assert key not in facts(page(head))


SIGNED = '<p class="byline">By John Doe</p><time datetime="2020-01-01">x</time>'
ELSEWHERE = (
    f'<div class="comments">{SIGNED}</div>',
    f'<aside class="related">{SIGNED}</aside>',
    f"<footer>{SIGNED}</footer>",
)


@pytest.mark.parametrize("body", ELSEWHERE)
def test_what_stands_elsewhere_is_not_the_articles(body: str) -> None:
    found = facts(page(body=f"<h1>The Valley Waits</h1>{PROSE}{body}", title="The Valley Waits"))
    assert "authors" not in found
    assert "published" not in found


def test_a_masthead_s_date_of_today_gives_way_to_the_date_of_publication() -> None:
    body = '<div>Thursday 06 October 2011</div><h1>The Valley Waits</h1><p class="date">05 Oct 2011</p>'
    assert facts(page(body=body, title="The Valley Waits"))["published"] == "2011-10-05"


def test_inferred_values_say_so() -> None:
    made = page('<link rel="canonical" href="https://post.example/2019/08/19/a">')
    assert fact(made, "published").basis == "inferred"
    assert fact(made, "publisher").basis == "inferred"
    span = fact(made, "published").span
    assert span is not None
    assert made[span.start : span.end] == "2019/08/19"


def test_an_archived_page_has_two_addresses() -> None:
    found = facts(
        page('<link rel="canonical" href="https://web.archive.org/web/20150101000000/http://post.example/a">')
    )
    assert found["url"] == "http://post.example/a"
    assert str(found["archived_url"]).startswith("https://web.archive.org/")


def test_a_browser_tells_where_it_saved_a_page() -> None:
    made = page().replace("<html>", "<!-- saved from url=(0026)https://post.example/a/bcd -->\n<html>")
    assert facts(made)["url"] == "https://post.example/a/bcd"


def test_visible_places_of_the_head() -> None:
    made = page(body='<h1>The Valley Waits</h1><p class="byline">By Ann Poe</p>', title="The Valley Waits")
    heads = [(role, made[span.start : span.end]) for role, span in page_facts(parse(made), made).heads]
    assert ("title", "<h1>The Valley Waits</h1>") in heads
    assert ("byline", '<p class="byline">By Ann Poe</p>') in heads


def test_agreement_is_recorded() -> None:
    made = page('<meta property="og:title" content="The Valley Waits">', "<h1>The Valley Waits</h1>")
    assert dict(page_facts(parse(made), made).agreeing)["title"] == ("open-graph",)
