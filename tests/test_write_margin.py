"""Notes in the margin: which have a place beside their markers, in which order, and what the page says of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from dossier.model import Annotations, Collection, Document, Note, Source
from dossier.sourcemap import TextSpan
from dossier.write.margin import BEHIND, MOST, TALL, margin
from dossier.write.view import View, view
from tests.checkout import ROOT
from tests.handmade import Part, document
from tests.linear import assert_linear
from tests.test_write_pages import files_of, page


def noted(doc: Document, labels: Sequence[str]) -> Source:
    """A source whose markers `[1]` lead to the note blocks in their order; a label without a block has no text."""
    blocks = [block for block in doc.blocks if block.role == "note"]
    found = []
    for number, label in enumerate(labels):
        refs, at = [], doc.text.find(f"[{label}]")
        while at >= 0:
            refs.append(TextSpan(at, at + len(label) + 2))
            at = doc.text.find(f"[{label}]", at + 1)
        own = blocks[number : number + 1]
        texts = tuple(block.span for block in own) or None
        found.append(Note(label, f"[{label}]", tuple(refs), texts, tuple(b.id for b in own), not own, "r"))
    return Source(doc, Annotations(notes=tuple(found)))


def seen(text: str, *notes: str, labels: Sequence[str] = ()) -> View:
    parts = [Part("paragraph", text), *(Part("note", note) for note in notes)]
    return view(noted(document(parts), labels or [str(at + 1) for at in range(len(notes))]))


def ordinals(found: View) -> dict[int, tuple[int, int]]:
    return {number: (place.ordinal, place.which) for number, place in margin(found).items()}


def test_notes_stand_beside_their_first_markers_in_order() -> None:
    assert ordinals(seen("One[1] two[2] one[1].", "First.", "Second.")) == {0: (1, 0), 1: (2, 0)}


def test_a_note_without_a_marker_in_the_text_stays_at_the_foot() -> None:
    assert ordinals(seen("One[1] three[3].", "First.", "Second.", "Third.")) == {0: (1, 0), 2: (2, 0)}


def test_a_note_stands_beside_a_later_marker_where_its_first_comes_before_that_of_the_note_before() -> None:
    assert ordinals(seen("Two[2] one[1] two[2].", "First.", "Second.")) == {0: (1, 0), 1: (2, 1)}


def test_a_note_that_the_capture_has_lost_has_a_place_too() -> None:
    assert ordinals(seen("One[1] two[2].", "First.", labels=["1", "2"])) == {0: (1, 0), 1: (2, 0)}


def test_a_tall_note_is_known() -> None:
    places = margin(seen("One[1] " + "word " * 300 + "two[2].", "First. " * TALL, "Second."))
    assert [place.tall for place in places.values()] == [True, False]


def test_notes_that_would_fall_too_far_behind_the_text_all_stay_at_the_foot() -> None:
    many = BEHIND // TALL + 4
    text = " ".join(f"word[{at + 1}]" for at in range(many))
    assert margin(seen(text, *["Many words. " * TALL] * many)) == {}


def test_notes_beyond_those_that_the_stylesheet_has_rules_for_stay_at_the_foot() -> None:
    text = " ".join(f"{'word ' * 40}[{at + 1}]" for at in range(MOST + 2))
    assert len(margin(seen(text, *["A note."] * (MOST + 2)))) == MOST


def test_the_page_ties_each_note_to_one_marker() -> None:
    source = seen("One[1] two[2] one[1].", "First.", "Second.").source
    soup = page(files_of(Collection((source,)))["sources/one.md"].decode())
    assert [a["id"] for a in soup.select(".d-to-1, .d-to-2")] == ["ref-1", "ref-2"]
    assert [div["id"] for div in soup.select(".d-note-1, .d-note-2")] == ["note-1", "note-2"]
    assert soup.select_one("#notes.d-beside-all")


@pytest.mark.parametrize("number", [1, MOST])
def test_the_stylesheet_has_a_rule_for_every_place(number: int) -> None:
    rules = (ROOT / "docs" / "assets" / "margin.css").read_text(encoding="utf-8")
    assert f".d-to-{number} {{ anchor-name: --m{number}; }}" in rules
    assert f"position-anchor: --m{number};" in rules


def test_places_are_found_in_linear_time() -> None:
    def work(size: int) -> Callable[[], object]:
        text = " ".join(f"{'word ' * 9}[{at + 1}]" for at in range(size))
        found = seen(text, *["A note of some words."] * size)
        return lambda: margin(found)

    assert_linear(work, 400)


def test_markdowns_caret_is_in_the_text_and_not_seen() -> None:
    """The words stay the seed's; a reader sees `[1]`."""
    doc = document([Part("paragraph", "So it was.[^1]"), Part("note", "A text.")])
    at = doc.text.index("[^1]")
    blocks = [block for block in doc.blocks if block.role == "note"]
    note = Note("1", "[^1]", (TextSpan(at, at + 4),), (blocks[0].span,), (blocks[0].id,), incomplete=False, rule="r")
    source = Source(doc, Annotations(notes=(note,)))
    soup = page(files_of(Collection((source,)))["sources/one.md"].decode())
    assert [a.get_text() for a in soup.select("a.d-noteref")] == ["[^1]"]
    assert [a.get_text() for a in soup.select("a.d-noteref .d-pipe")] == ["^"]
    assert [a.get_text() for a in soup.select("a.d-sign")] == ["[1]"]
