"""Raised and lowered figures: never run into the number beside them, in the text, in the data or on the page."""

from __future__ import annotations

import pytest

from dossier.clean import clean
from dossier.clean.raised import lowered, raised
from dossier.extract import extract
from dossier.model import Collection, Document, Seed, Source
from tests.linear import assert_linear
from tests.test_write_pages import files_of, own_text, page

FORMS = {
    "It cost 10<sup>6</sup> crowns.": "It cost 10⁶ crowns.",
    "A dam of 400 m<sup>2</sup>.": "A dam of 400 m².",
    "About 10<sup>-6</sup> of it.": "About 10⁻⁶ of it.",
    "A sum of 2<sup>n+1</sup> terms, of 2<sup>n</sup>.": "A sum of 2ⁿ⁺¹ terms, of 2ⁿ.",
    "Traces of <sup>14</sup>C were found.": "Traces of ¹⁴C were found.",
    "In log<sub>2</sub>8 there are three.": "In log₂8 there are three.",
    "It rose by 5 <sup>1</sup>/<sub>2</sub> ells.": "It rose by 5 ¹/₂ ells.",
    "On the 19<sup>th</sup> of May 1998 it fell.": "On the 19th of May 1998 it fell.",
    "He wrote to M<sup>me</sup> Roe.": "He wrote to Mme Roe.",
    "There is CO<sub>2</sub> in H<sub>2</sub>O.": "There is CO2 in H2O.",
    "The word <sup>[a]</sup> is missing.": "The word [a] is missing.",
}
PROSE = "The council met on Tuesday to hear what engineers had found, and it did not like what it heard. " * 3


def document(media: str, text: str) -> Document:
    """The document of one paragraph between others."""
    body = f"<article><h1>A dam</h1><p>{PROSE}</p><p>{text}</p><p>{PROSE}</p></article>"
    whole = body if media == "html" else f"# A dam\n\n{PROSE}\n\n{text}\n\n{PROSE}\n"
    return clean(Seed(f"seeds/dam.{media}", "0", "utf-8", "html" if media == "html" else "md", whole))


@pytest.mark.parametrize("media", ["html", "md"])
@pytest.mark.parametrize("given", FORMS)
def test_figures_are_raised_and_letters_are_not(given: str, media: str) -> None:
    """Every character still stands where the seed has it, and what is no figure keeps its mark."""
    made = document(media, given)
    words = [made.words(block) for block in made.blocks]
    assert FORMS[given] in words
    at = made.text.index(FORMS[given])
    for piece in made.map.pieces:
        if at <= piece.text.start < at + len(FORMS[given]) and piece.verbatim:
            assert piece.text.end - piece.text.start == piece.seed.end - piece.seed.start
    marked = [made.text[mark.span.start : mark.span.end] for mark in made.marks if mark.kind in {"sup", "sub"}]
    assert all(not words[:1].isdecimal() or given.count("<sub>") for words in marked)


@pytest.mark.parametrize("media", ["html", "md"])
def test_the_page_raises_letters_and_lowers_figures(media: str) -> None:
    """`19<sup>th</sup>` is so on the page, too, and the page's text is the document's."""
    made = document(media, "On the 19<sup>th</sup> of May CO<sub>2</sub> rose to 10<sup>6</sup>.")
    shown = page(files_of(Collection((Source(made, extract(made)),)))[f"sources/{made.slug}.md"].decode())
    line = next(element for element in shown.select(".seed") if "19th" in element.get_text())
    assert own_text(line) == "On the 19th of May CO2 rose to 10⁶."
    assert [each.get_text() for each in line.select("sup, sub")] == ["th", "2"]


def test_a_raised_note_does_not_run_into_a_year() -> None:
    """The marker of a note is raised, a link and a note; the year before it is a date."""
    body = f'in 2006<sup><a href="#n1">1</a></sup> it was sound.</p><p>{PROSE}</p><p id="n1">1. The minutes of June.'
    made = document("html", f"We were told that {body}")
    source = Source(made, extract(made))
    assert "We were told that in 2006¹ it was sound." in made.text
    assert [note.label for note in source.annotations.notes] == ["1"]
    assert "2006" in {date.edtf for date in source.annotations.dates}
    shown = page(files_of(Collection((source,)))[f"sources/{made.slug}.md"].decode())
    assert [each.get_text() for each in shown.select("a.d-noteref.d-raised")] == ["¹"]


def test_an_ordinal_is_a_date_s() -> None:
    """The extractor of dates reads the day."""
    found = extract(document("html", "On the 19<sup>th</sup> of May 1998 it fell.")).dates
    assert "1998-05-19" in {date.edtf for date in found}


@pytest.mark.parametrize("given", ["10<sup>6</sup>", "10<sup>3</sup>, then 10<sup>4</sup>", "<sup>1</sup>H"])
def test_a_power_is_no_note(given: str) -> None:
    """Nor one whose text is missing."""
    made = document("html", f"It holds {given} of it.")
    assert not made.definitions
    assert "missing-note" not in {issue.code for issue in made.issues}


@pytest.mark.parametrize("words", ["th", "TM", "[3]", "*", "a", "", " ", "1999 was long ago"])
def test_what_is_no_figure_stays(words: str) -> None:
    """Nor is a figure lowered that stands alone."""
    assert raised(words) == words
    assert lowered("2", "H", "O") == "2"
    assert lowered("2", "1", "") == "₂"


def test_it_takes_linear_time() -> None:
    """However many figures are raised, and however deep."""
    assert_linear(lambda n: lambda: document("html", "10<sup>6</sup><sub>2</sub> " * n), 300)
    assert_linear(lambda n: lambda: document("html", "<sup>" * n + "6"), 300)
    assert_linear(lambda n: lambda: document("md", "10<sup>6</sup> <sup>" * n), 100)
