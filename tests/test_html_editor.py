"""What an editor keeps and drops on a saved page, and what `--explain` says of one."""

from __future__ import annotations

from pathlib import Path

import pytest

import build_pages
from dossier.clean import clean
from dossier.model import Document, Seed
from dossier.sidecar import parse_sidecar
from tests.built_pages import FOUR, MENU, ONE, TEXT, THREE, TWO, paragraphs
from tests.test_html_article import shown

ASIDE = "The ferrymen were not asked."
PULLED = "We were told for ten years that it was sound"
PAGE = f"""<html><head><title>The bridge is unsound</title></head><body><nav>{MENU}</nav><article><h1>The bridge is
unsound</h1><div class="entry-content">{paragraphs(ONE, TWO)}<aside><h4>{ASIDE}</h4></aside><div
class="pullquote">{PULLED}</div>{paragraphs(THREE, FOUR)}</div></article><footer><p>Filed at <b>noon</b> by &#27;[31m
the office.</p></footer></body></html>"""


def edited(corrections: str, page: str = PAGE) -> Document:
    """The document of the page with an editor's file beside it."""
    beside = parse_sidecar(corrections.encode(), "seeds/bridge.yml")
    return clean(Seed("seeds/bridge.html", "0" * 64, "utf-8", "html", page, beside, page.encode()))


def lines(document: Document) -> list[str]:
    """What the page shows."""
    return [words for _, words in shown(document)]


KEPT = {
    "a box beside the text": ("were not asked", ASIDE),
    "a quotation pulled out": (
        "We were told for ten years that it was sound",
        "We were told for ten years that it was sound",
    ),
    "words in marks at the foot": ("Filed at noon", "Filed at noon by [31m the office."),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_the_editor_keeps_is_shown_where_it_stands(name: str) -> None:
    """With its words in the reading text, so that dates and names are found in it."""
    words, expected = KEPT[name]
    document = edited(f"keep:\n  - line: {words}\n    occurrence: {2 if 'pulled' in name else 1}\n")
    assert document.faults == ()
    assert expected in lines(document)
    assert [line for line in lines(document) if line in TEXT] == list(TEXT)
    block = next(block for block in document.blocks if document.words(block) == expected)
    assert (block.rule, block.shown) == ("editor", True)
    assert any(cell.block == block.id for cell in document.segments)


def test_a_page_without_an_editor_shows_none_of_it() -> None:
    """The counter-example."""
    assert lines(edited("kind: report\n")) == ["The bridge is unsound", *TEXT]


def test_what_the_editor_drops_is_off_the_page_and_in_the_receipt() -> None:
    """One paragraph of the article, and a link in the navigation that is off it anyway."""
    document = edited(f"drop:\n  - {THREE[:40]}\n  - World news\n")
    assert document.faults == ()
    assert lines(document) == ["The bridge is unsound", ONE, TWO, FOUR]
    at = PAGE.index(THREE)
    cell = next(cell for cell in document.segments if cell.span.start <= at < cell.span.end)
    assert (cell.rule, cell.block) == ("editor", None)
    assert len(document.edits) == 2


@pytest.mark.parametrize("words", ["Nobody wrote this.", "entry-content", "The council met on Wednesday"])
def test_words_that_no_reader_sees_match_nothing(words: str) -> None:
    """Class names and alike are no words; the nearest are named."""
    (fault,) = edited(f"keep: [{words}]\n").faults
    assert fault.code == "unmatched-correction"


def test_a_page_is_explained_in_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Line by line, what it became; no tags among the words, and nothing that moves the terminal."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "seeds" / "bridge.yml").write_text("keep: [were not asked]\n", encoding="utf-8")
    assert build_pages.main(["--seeds", str(tmp_path / "seeds"), "--explain", "bridge"]) == 0
    told = capsys.readouterr().out
    table = [" ".join(line.split()) for line in told.partition("Line by line\n")[2].partition("\n\n")[0].splitlines()]
    assert any("+ paragraph text The council met" in line for line in table)
    assert any("+ paragraph editor The ferrymen were not asked." in line for line in table)
    assert any("- metadata page-pull-quote We were told for" in line for line in table)
    assert any("- boilerplate page-footer Filed at noon by" in line for line in table)
    assert any("World news and more of it Local news" in line for line in table)
    assert "\x1b" not in told
