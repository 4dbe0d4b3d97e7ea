"""The text that linked data gives for an article says where it stands on the page, and is never itself the text."""

from __future__ import annotations

import json

import pytest

from dossier.clean import clean
from dossier.model import Document, Seed
from tests.built_pages import FOUR, MENU, ONE, RAIN, TEXT, THREE, TWO, paragraphs
from tests.linear import assert_linear
from tests.test_html_article import shown

TALK = "".join(
    f"<p>My uncle number {n} said for years that the old bridge would not stand, and nobody in town heard him.</p>"
    for n in range(9)
)


def page(body: str, told: str) -> Document:
    """The document of a page whose linked data gives a text."""
    data = json.dumps({"@type": "NewsArticle", "headline": "The bridge is unsound", "articleBody": told})
    head = f'<title>The bridge is unsound</title><script type="application/ld+json">{data}</script>'
    return clean(Seed("seeds/page.html", "0", "utf-8", "html", f"<html><head>{head}</head><body>{body}</body></html>"))


def words(body: str, told: str) -> list[str]:
    """The paragraphs that a page shows."""
    return [text for role, text in shown(page(body, told)) if role == "paragraph"]


TWO_BOXES = f'<nav>{MENU}</nav><div class="k1">{paragraphs()}</div><div class="k2">{TALK}</div>'


def test_readers_who_write_more_than_the_author_are_not_the_article() -> None:
    """Nothing on the page names them; without a witness the longer text is taken."""
    assert words(TWO_BOXES, " ".join(TEXT)) == list(TEXT)
    assert list(TEXT) != words(TWO_BOXES, "")


@pytest.mark.parametrize("name", ["promo", "widget", "teaser", "share"])
def test_a_name_does_not_drop_what_is_told(name: str) -> None:
    """A text in boxes of all names is one."""
    rest = paragraphs(TWO, THREE, FOUR)
    body = f'<nav>{MENU}</nav><div class="{name}">{paragraphs(ONE)}</div><div class="a">{rest}</div>'
    assert words(body, "\n".join(TEXT)) == list(TEXT)


def test_a_first_paragraph_outside_the_box_is_of_the_text() -> None:
    """What stands between is not."""
    body = (
        f"<nav>{MENU}</nav><div>{paragraphs(ONE)}</div><div>{RAIN}</div><h2>Weather</h2>"
        f'<div class="article-body">{paragraphs(TWO, THREE, FOUR, *(f"{n}. {ONE}" for n in range(4)))}</div>'
    )
    assert words(body, " ".join(TEXT))[:2] == [ONE, TWO]


def test_comments_hidden_text_and_repetitions_are_dropped_whatever_is_told() -> None:
    """A quoted paragraph in a comment is the reader's; a copy in a sidebar says nothing new."""
    body = (
        f'<nav>{MENU}</nav><article>{paragraphs()}</article><div class="comments"><p>“{ONE}” So what?</p></div>'
        f'<div class="sidebar">{paragraphs(TWO)}</div><div hidden>{paragraphs(THREE)}</div>'
    )
    assert words(body, " ".join(TEXT)) == list(TEXT)


@pytest.mark.parametrize("told", [ONE, "Another text, about a house that was sold to nobody. " * 9, "x"])
def test_a_witness_of_little_or_of_something_else_is_not_heard(told: str) -> None:
    """A teaser of one sentence says nothing, a text that stands nowhere on the page is not shown."""
    assert words(TWO_BOXES, told) == words(TWO_BOXES, "")
    assert "sold to" not in page(TWO_BOXES, told).text


def test_a_witness_is_heard_in_linear_time() -> None:
    """However long its text, however often the page says it."""
    assert_linear(lambda size: lambda: page(f"<p>{ONE}</p>" * size, ONE * size), 200)
    assert_linear(lambda size: lambda: page(f'<div class="promo"><p>{ONE}</p>' * size, ONE * size), 200)
