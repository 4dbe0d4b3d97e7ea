"""Parts of an article's page: quotations pulled out, formulas, pictures with captions and credits, labels and dates."""

from __future__ import annotations

import pytest

from dossier.model import Document
from tests.built_pages import FOUR, MENU, ONE, THREE, TWO, paragraphs
from tests.linear import assert_linear
from tests.test_html_article import page, shown


def within(part: str) -> Document:
    """The document of a page with a part between its paragraphs."""
    return page(
        f'<nav>{MENU}</nav><article><h1>The bridge is unsound</h1><div class="entry-content">{paragraphs(ONE, TWO)}'
        f"{part}{paragraphs(THREE, FOUR)}</div></article>"
    )


def more(part: str) -> list[tuple[str, str]]:
    """Role and words of what a part adds to the page."""
    return [each for each in shown(within(part)) if each[1] not in {ONE, TWO, THREE, FOUR, "The bridge is unsound"}]


PULLED = "a new bridge, built downstream, would cost eleven"


@pytest.mark.parametrize(
    "box",
    [
        f'<div class="pullquote"><p>“{PULLED.capitalize()}.”</p></div>',
        f'<blockquote class="pull-quote right">{PULLED}</blockquote>',
        f'<figure class="wp-block-pullquote"><blockquote><p>{PULLED}</p><cite>Jane Roe</cite></blockquote></figure>',
        f'<aside class="article__pullQuote"><h3>{PULLED}</h3></aside>',
    ],
)
def test_a_pulled_quotation_that_repeats_the_text_is_not_shown_twice(box: str) -> None:
    """It is in the receipt by its own rule, and gives no second quotation."""
    document = within(box)
    assert more(box) == []
    at = document.seed.text.lower().index(PULLED)
    cell = next(cell for cell in document.segments if cell.span.start <= at < cell.span.end)
    assert (cell.role, cell.block) in {("metadata", None), ("boilerplate", None)}
    assert cell.rule in {"page-pull-quote", "page-sidebar"}
    assert document.text.count(PULLED) == 1


@pytest.mark.parametrize(
    ("box", "role"),
    [
        (f"<blockquote><p>{PULLED}</p></blockquote>", "blockquote"),
        ('<blockquote class="pullquote">Nobody ever told the ferrymen so.</blockquote>', "blockquote"),
        (f'<div class="pullquote"><p>{PULLED}</p><p>Nobody ever told the ferrymen so.</p></div>', "paragraph"),
        ('<div class="pullquote"><p>Not sound</p></div>', "paragraph"),
    ],
)
def test_what_is_no_repetition_by_its_place_and_its_words_stays(box: str, role: str) -> None:
    """A block quotation is one, whatever the text repeats; a box with a sentence of its own is text."""
    assert {found for found, _ in more(box)} == {role}


FORMULAS = {
    "<msup><mi>x</mi><mn>2</mn></msup>": "x²",
    "<msub><mi>x</mi><mn>2</mn></msub>": "x2",
    "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>": "x1²",
    "<mfrac><mn>1</mn><mn>2</mn></mfrac>": "1/2",
    "<semantics><mi>x</mi><annotation encoding='application/x-tex'>x^{2}</annotation></semantics>": "x",
}


@pytest.mark.parametrize("given", FORMULAS)
@pytest.mark.parametrize("around", ["{}", '<span style="display: none">{}</span><img alt="formula">'])
def test_a_formula_is_read_as_it_is_drawn(given: str, around: str) -> None:
    """Its powers raised, its fractions with a stroke, its source not told again."""
    math = around.format(f"<math>{given}</math>")
    assert more(f"<p>The load is {math} at the pier.</p>") == [
        ("paragraph", f"The load is {FORMULAS[given]} at the pier.")
    ]


def test_a_picture_says_what_its_caption_says() -> None:
    """Its words for those who cannot see it are no words of the article."""
    figure = (
        '<figure><img src="a.jpg" alt="Two men in a boat under a bridge"><figcaption>The third pier in spring <span '
        'class="credit">Photo: Ola Berg</span></figcaption></figure><div class="photo-credit">Photo by Ola Berg</div>'
    )
    assert more(figure) == [("caption", "The third pier in spring Photo: Ola Berg"), ("credit", "Photo by Ola Berg")]
    document = within(figure)
    at = document.seed.text.index("Two men")
    assert next(cell.role for cell in document.segments if cell.span.start <= at < cell.span.end) == "markup"


def test_a_line_of_dates_and_sections_is_no_paragraph() -> None:
    """Boxes that a style sheet sets apart run into one line; a sentence is one, whatever its box is called."""
    line = '<div class="item-meta"><span><a href="/l">Local</a></span><span>May 3</span><span>4 comments</span></div>'
    assert more(line) == []
    said = "The day on which the bridge was closed was a Tuesday."
    assert more(f'<div class="item-meta">{said}</div>') == [("paragraph", said)]


def test_a_label_goes_with_what_it_heads() -> None:
    """A heading over text of the article stays, whatever else stands there."""
    box = '<div><div>More News</div><div class="promo"><a href="/ice">Ice on the harbour may last long</a></div></div>'
    assert more(box) == []
    own = f'<div><h2>The cost</h2><div class="ad">Buy a boat</div></div>{paragraphs("Nobody knows what it costs.")}'
    assert more(own) == [("heading", "The cost"), ("paragraph", "Nobody knows what it costs.")]


@pytest.mark.parametrize(
    "unit", [f'<div class="pullquote">{THREE}</div><p>{THREE}</p>', "<msup><mi>x", "<mfrac><mn>1<mn>2", "<math><i>x"]
)
def test_parts_take_linear_time(unit: str) -> None:
    """However many boxes repeat however many paragraphs."""
    assert_linear(lambda size: lambda: within(unit * size), max(100, 15_000 // len(unit)))
