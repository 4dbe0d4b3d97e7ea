"""Articles found in pages as the usual builders make them: their text kept whole, the furniture left out."""

from __future__ import annotations

import pytest

from dossier.clean import clean
from dossier.model import Document, Seed
from tests.built_news import NEWS
from tests.built_odd import ODD
from tests.built_others import OTHERS
from tests.built_pages import BUILT, FOUR, MENU, ONE, TEXT, THREE, TWO, paragraphs

EVERY = BUILT | OTHERS | NEWS | ODD


def page(body: str, head: str = "<title>The bridge is unsound | Harbour Times</title>") -> Document:
    """The document of a page."""
    return clean(Seed("seeds/page.html", "0", "utf-8", "html", f"<html><head>{head}</head><body>{body}</body></html>"))


def shown(document: Document) -> list[tuple[str, str]]:
    """Role and words of every block that the page shows."""
    return [(block.role, document.words(block)) for block in document.blocks if block.shown]


@pytest.mark.parametrize("name", EVERY)
def test_an_article_is_found_in_the_page_of(name: str) -> None:
    """The four paragraphs whole and in order, each a block; the furniture nowhere."""
    built = EVERY[name]
    blocks = shown(page(built.body))
    words = [" ".join(text.split()) for _, text in blocks]
    assert [text for text in words if text in TEXT] == list(TEXT)
    assert [line for line in built.gone if any(line in text for text in words)] == []
    assert [line for line in built.kept if line not in words] == []


@pytest.mark.parametrize("name", ["promo-block", "ad-wrapper", "related-story", "widget-text", "share-area"])
def test_a_name_never_drops_a_long_text(name: str) -> None:
    """A part of an article stays one, whatever the box around it is called; a short box of that name goes."""
    box = f'<div class="{name}">{paragraphs(*(f"{n}. {text}" for n in (1, 2) for text in TEXT))}</div>'
    rest = paragraphs(*(f"{n}. {text}" for n in range(3, 9) for text in TEXT))
    short = f'<div class="{name}"><p>Our paper comes to your door <a href="/s">every morning of the week</a></p></div>'
    words = [text for _, text in shown(page(f'<div class="entry-content">{rest}{box}{short}</div>'))]
    assert len(words) == 8 * len(TEXT)
    assert not any("your door" in text for text in words)


def test_a_page_as_blocks() -> None:
    """Headings, lists with their numbers and depth, quotations, tables, captions, code and marks."""
    document = page(
        f"""<main><h1>The bridge is unsound</h1>{paragraphs(ONE, TWO)}<h2>What it <i>would</i> cost</h2>
        <ol start="3"><li>Four million<ul><li>of which two at once</li></ul></li><li><p>Eleven
        million</p><p>downstream</p>
        </li></ol>{paragraphs(THREE)}<blockquote><p>It is not sound.</p></blockquote><table><caption>Costs</caption><tr>
        <th>Plan<th>Cost<tr><td>Repair<td>4 &lt; 5<tr><td>New<td>11</table><figure><img src="a.jpg"><figcaption>The
        deck, in May</figcaption></figure><pre><code>a = 1\n  b</code></pre><p>H<sub>2</sub>O, <strong>never <a
        href="https://example.org/ice">ice</a></strong><br>at all.</p>{paragraphs(FOUR)}</main>"""
    )
    assert shown(document) == [
        ("title", "The bridge is unsound"),
        ("paragraph", ONE),
        ("paragraph", TWO),
        ("heading", "What it would cost"),
        ("bullet", "Four million"),
        ("bullet", "of which two at once"),
        ("bullet", "Eleven million"),
        ("paragraph", "downstream"),
        ("paragraph", THREE),
        ("blockquote", "It is not sound."),
        ("caption", "Costs"),
        ("table", "Plan | Cost\nRepair | 4 < 5\nNew | 11"),
        ("caption", "The deck, in May"),
        ("code", "a = 1\n  b"),
        ("paragraph", "H2O, never ice\nat all."),
        ("paragraph", FOUR),
    ]
    bullets = [(block.ordinal, block.level) for block in document.blocks if block.role == "bullet"]
    assert bullets == [("3.", 1), ("", 2), ("4.", 1)]
    marked = [(mark.kind, document.text[mark.span.start : mark.span.end], mark.target) for mark in document.marks]
    assert marked == [
        ("em", "would", None),
        ("code", "a = 1\n  b", None),
        ("sub", "2", None),
        ("strong", "never ice", None),
        ("link", "ice", "https://example.org/ice"),
    ]


def test_the_furniture_of_a_site_is_no_part_of_the_reading_text() -> None:
    """What a sidebar tells gives no date and no name; it is in the partition with its rule."""
    side = f'<aside class="sidebar">{MENU}<p>On May 4, 2011 Sir Olaf Trygve opened the bridge to all.</p></aside>'
    document = page(f"<main><h1>The bridge is unsound</h1>{paragraphs()}</main>{side}")
    assert "Trygve" not in document.text
    at = document.seed.text.index("On May 4")
    cell = next(cell for cell in document.segments if cell.span.start <= at < cell.span.end)
    assert (cell.role, cell.rule, cell.block) == ("boilerplate", "page-sidebar", None)


def test_a_listing_of_running_text_is_paragraphs() -> None:
    """Old reports and letters stand in `<pre>`; code does not tell anything."""
    wrapped = "\n\n".join(text.replace(" the ", "\nthe ") for text in (*TEXT, *TEXT))
    assert [text for _, text in shown(page(f"<pre>{wrapped}</pre>"))] == [*TEXT, *TEXT]
    code = "int main() {\n\n  return x[0];\n}"
    assert ("code", code) in shown(page(f"{paragraphs()}<pre>{code}</pre>"))


def test_a_text_in_two_boxes_is_whole() -> None:
    """An advertisement divides it; the second box is short."""
    long, short = paragraphs(*TEXT, *TEXT, *TEXT, *TEXT), paragraphs(*TEXT[:2])
    body = (
        f'<div class="article-body">{long}</div><div class="ad">Buy a boat</div><div class="article-body">{short}</div>'
    )
    words = [text for _, text in shown(page(f"<nav>{MENU}</nav><div>{body}</div>"))]
    assert words == [*TEXT, *TEXT, *TEXT, *TEXT, *TEXT[:2]]
