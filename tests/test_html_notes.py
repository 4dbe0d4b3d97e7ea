"""Notes of saved pages as builders of pages write them, and links and numbers that are no notes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.clean import clean
from dossier.clean.html.notes import page_notes
from dossier.clean.html.tree import parse
from dossier.model import Document, Seed
from tests.fixtures import Case, cases
from tests.linear import assert_linear

PROSE = (
    "<p>The council met again on the hill, and the farmers of the valley waited for its answer until the evening came."
    " Nobody had told them how long the meeting would take, and nobody had thought of bringing a lamp.</p>"
)


def page(body: str) -> str:
    head = "<!DOCTYPE html><html><head><title>The Valley Waits</title></head>"
    return f"{head}<body><article><h1>The Valley Waits</h1>{PROSE}{body}</article></body></html>"


def cleaned(body: str) -> Document:
    return clean(Seed("seeds/page.html", "0" * 64, "utf-8", "html", page(body)))


def found(body: str) -> str:
    """One line a note: label, number of markers, text."""
    document = cleaned(body)
    made = []
    for index, note in enumerate(document.definitions):
        texts = [document.words(block) for block in document.blocks if block.note == index]
        made.append(f"{note.label} | {len(note.refs)} | {' / '.join(texts) if texts else '-'}")
    return "\n".join(made)


TEXT = (
    "<p>The answer came at night{}, and the lamp{} was lit. Everybody went home and slept until the next morning.</p>"
)


def text(first: str, second: str = "") -> str:
    return TEXT.format(first, second)


@pytest.mark.parametrize("case", cases("html_notes.md"), ids=str)
def test_notes(case: Case) -> None:
    assert found(case.given) == case.expected


@pytest.mark.parametrize("case", cases("html_notes.md"), ids=str)
def test_every_character_is_accounted_for_and_no_note_stands_in_the_text(case: Case) -> None:
    document = cleaned(case.given)
    at = 0
    for segment in document.segments:
        assert segment.span.start == at
        at = segment.span.end
    assert at == len(document.seed.text)
    running = " ".join(document.words(block) for block in document.blocks if block.note is None and block.shown)
    assert "minutes of the council" not in running
    assert case.title.startswith("counter-example") or "The answer came at night" in running


def case(start: str) -> str:
    """The input of the case whose title begins so."""
    return next(each.given for each in cases("html_notes.md") if each.title.startswith(start))


def test_a_marker_stands_where_its_note_is_shown() -> None:
    document = cleaned(case("pandoc"))
    refs = [document.seed.text[ref.start : ref.end] for note in document.definitions for ref in note.refs]
    assert refs == ["1", "2"]
    assert [note.marker for note in document.definitions] == ["1", "2"]
    assert not [mark for mark in document.marks if mark.kind == "link" and (mark.target or "").startswith("#")]


def test_the_heading_over_the_notes_is_not_shown() -> None:
    document = cleaned(case("raised numbers without links over"))
    assert not [b for b in document.blocks if b.shown and document.words(b) == "Notes"]


def test_numbering_that_starts_again_is_another_section() -> None:
    def chapter(name: str, words: str) -> str:
        return (
            text(f'<sup><a href="#fn{name}" id="r{name}">1</a></sup>')
            + f'<div class="footnotes"><p id="fn{name}"><a href="#r{name}">1</a> {words}</p></div>'
        )

    document = cleaned(chapter("a", "See the minutes.") + chapter("b", "See the lamp."))
    assert [(note.label, note.section) for note in document.definitions] == [("1", 0), ("1", 1)]


PIECES = [
    *(
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<ol>",
        "<ol class=footnotes>",
        "</ol>",
        "<li id=fn1>",
        " ",
        PROSE,
    ),
    *(
        '<sup><a href="#fn1" id=r1>1</a></sup>',
        '<a href="#fn2">[2]</a>',
        '<li id="fn2">',
        "<a name=fn1></a>",
        "<br>",
        "a",
    ),
    *(
        '<a name="fn2" href="#r1">2</a>',
        "<sup>1</sup>",
        "<sup>3</sup>",
        "<h2>Notes</h2>",
        "<p>1. ",
        "[3] ",
        "<pre>",
        "</pre>",
    ),
    *(
        '<aside class="footnote" data-label="1">',
        "</aside>",
        '<span class="sidenote">',
        "</span>",
        "<dl><dt id=fn1>",
        "<dd>",
    ),
    *(
        '<label class="margin-toggle"></label>',
        '<a href="#r1">&#8617;</a>',
        "<table>",
        "<tr>",
        "<td id=fn2>",
        "</table>",
    ),
    *(
        "<blockquote>",
        "</blockquote>",
        "<h1>The hill</h1>",
        "&amp;",
        "<article>",
        "</article>",
        '<div class="comments">',
    ),
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=45).map("".join))
def test_whatever_disorder_notes_are_in_the_document_is_whole(text: str) -> None:
    document = clean(Seed("seeds/page.html", "0" * 64, "utf-8", "html", f"x{text}"))
    assert "".join(text[max(s.span.start - 1, 0) : s.span.end - 1] for s in document.segments) == text
    for block in document.blocks:
        assert document.words(block).strip()
    for mark in document.marks:
        assert any(b.span.start <= mark.span.start < mark.span.end <= b.span.end for b in document.blocks)
    for index, note in enumerate(document.definitions):
        assert all(document.map.to_text(ref.start) is not None for ref in note.refs)
        assert any(block.note == index for block in document.blocks) == (note.opening is not None)


HOSTILE: tuple[Callable[[int], str], ...] = (
    lambda n: '<a href="#fn1"><sup>1</sup></a>' * n + '<p id="fn1">x</p>',
    lambda n: "".join(f'<a href="#fn{i}"><sup>{i}</sup></a>' for i in range(n)) + "<p id=fn0>x",
    lambda n: (
        "".join(f'<a href="#fn{i}">{i % 1000}</a>' for i in range(n))
        + "".join(f"<a name=fn{i}></a>x" for i in range(n))
    ),
    lambda n: "<sup>" * n + "1",
    lambda n: "<sup>1</sup>" * n + "<h2>Notes</h2><ol>" + "<li>x" * n,
    lambda n: '<li class="footnote">' * n + "1",
    lambda n: '<ol class="footnotes">' + '<li class="footnote">1 x' * n,
    lambda n: '<span class="sidenote">x' * n,
    lambda n: "<h2>Notes</h2><p>1. x</p>" * n,
    lambda n: '<dl class="footnote">' + "".join(f'<dt id="f{i}">1<dd>x' for i in range(n)) + '<a href="#f1">1</a>' * n,
    lambda n: "<b>" * n + '<a href="#fn1">1</a>' * n,
)


@pytest.mark.parametrize("made", HOSTILE)
def test_hostile_pages_take_linear_time(made: Callable[[int], str]) -> None:
    def work(size: int) -> Callable[[], object]:
        source = made(size)
        root = parse(source)
        return lambda: page_notes(root, source)

    assert_linear(work, 2_000)
