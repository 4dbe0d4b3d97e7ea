"""What an editor sets right is done and accounted for; what matches nothing is told with what came nearest."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from dossier.clean import clean
from dossier.correct import correct
from dossier.extract import extract
from dossier.issues import Problem
from dossier.model import Document, Seed, Source
from dossier.sidecar import parse_sidecar

TEXT = """The Harbour Treaty of Brandis

May 12, 2021
Jane Roe

Share this Report:

The minister Hubert Vasseur met the delegation in Brandis on Monday and spoke for an hour. The next day he left the
town, and the harbour was closed.

Subscribe to our newsletter

"We shall keep the harbour open," said the old harbour master, who had seen the Widget sink in March 2019.[1]

He wrote about the treaty that nobody had read and
which nobody had signed in 2019 or later, as Marie Hollin said.

[1] Harbour Papers, 3 March 2019.
"""


def seed(sidecar: str, text: str = TEXT, file: str = "seeds/a.txt") -> Seed:
    beside = parse_sidecar(sidecar.encode(), "seeds/a.yml")
    return Seed(file, "0" * 64, "utf-8", "md" if file.endswith(".md") else "txt", text, beside, text.encode())


def made(sidecar: str, text: str = TEXT) -> tuple[Source, tuple[Problem, ...]]:
    document = clean(seed(sidecar, text))
    source, faults = correct(Source(document, extract(document)))
    return source, (*document.faults, *faults)


def right(sidecar: str, text: str = TEXT) -> Source:
    """The source with corrections that all match, which still accounts for every character."""
    source, faults = made(sidecar, text)
    assert faults == ()
    cells = source.document.segments
    assert (cells[0].span.start, cells[-1].span.end) == (0, len(text))
    assert all(a.span.end == b.span.start for a, b in pairwise(cells))
    return source


def fault(sidecar: str, text: str = TEXT) -> str:
    _, faults = made(sidecar, text)
    assert len(faults) == 1
    return str(faults[0])


def paragraphs(document: Document) -> list[str]:
    return [document.words(block) for block in document.blocks if block.shown and block.role == "paragraph"]


def test_a_dropped_line_is_hidden_and_accounted_for() -> None:
    source = right("drop: ['he left the']\n")
    assert "he left the" not in " ".join(paragraphs(source.document))
    assert any(b.rule == "editor" and not b.shown for b in source.document.blocks)
    before = "The minister Hubert Vasseur met the delegation in Brandis on Monday and spoke for an hour. The next day"
    gone = right(f"drop: ['{before}']\n").document
    assert paragraphs(gone)[0] == "town, and the harbour was closed."
    assert [
        cell.rule for cell in gone.segments if TEXT[cell.span.start : cell.span.end].startswith("The minister")
    ] == ["editor"]
    assert [edit.correction.place for edit in gone.edits] == ["seeds/a.yml:1"]


def test_a_line_in_the_middle_of_a_paragraph_leaves_one_paragraph() -> None:
    text = "A Title of the Day\n\n" + "\n".join(
        f"The {word} line of this paragraph is set as wide as all of the others are, you see"
        for word in ("first", "other", "third", "fourth", "fifth", "sixth")
    )
    source = right("drop: [The other line]\n", text + ".\n")
    assert [p.count("line of this") for p in paragraphs(source.document)] == [5]
    assert "you see The third" in paragraphs(source.document)[0]


def test_a_kept_line_is_shown() -> None:
    assert "Subscribe to our newsletter" not in paragraphs(right("kind: report\n").document)
    source = right("keep: [Subscribe to our]\n")
    assert "Subscribe to our newsletter" in paragraphs(source.document)
    assert [edit.was[1] for edit in source.document.edits] == [("rule", "furniture")]
    heading = right("keep:\n  - {line: Subscribe to our, as: heading}\n").document
    assert [heading.words(b) for b in heading.blocks if b.role == "heading"] == ["Subscribe to our newsletter"]


def test_all_lines_with_the_same_words() -> None:
    text = TEXT + "\nShare this Report:\n"
    assert "stands 2 times: lines 6, 20" in fault("drop: [Share this]\n", text)
    assert len(right("drop:\n  - {line: Share this, occurrence: all}\n", text).document.edits) == 2
    assert len(right("drop:\n  - {line: Share this, occurrence: 2}\n", text).document.edits) == 1
    assert "stands only 2 times" in fault("drop:\n  - {line: Share this, occurrence: 3}\n", text)


def test_a_paragraph_is_split_and_joined() -> None:
    source = right("split: [The next day]\njoin: [He wrote]\n")
    found = paragraphs(source.document)
    assert found[1].startswith("The next day he left")
    assert any("March 2019.[1] He wrote about" in p for p in found)
    assert [join.rule for join in source.document.joins][-1] == "editor"
    assert [block.rule for block in source.document.blocks if block.rule == "editor"] == ["editor", "editor"]


def test_what_the_capture_had_split_and_a_rule_joined_can_be_split_again() -> None:
    text = "A Title of the Day\n\nThe minister said on Monday that the harbour of the town was\n\nopen for all ships.\n"
    assert len(paragraphs(right("kind: report\n", text).document)) == 1
    source = right("split: [open for all]\n", text)
    assert len(paragraphs(source.document)) == 2
    assert source.document.joins == ()


def test_a_quotations_speaker_and_kind() -> None:
    source = right("quotes:\n  - {quote: keep the harbour open, speaker: Marie Hollin, kind: fragment}\n")
    quote = source.annotations.quotes[0]
    assert quote.speaker is not None
    assert quote.speaker.mention is not None
    assert (quote.kind, quote.speaker.name, quote.rule, quote.speaker_rule) == (
        *("fragment", "Marie Hollin"),
        *("editor", "editor"),
    )
    assert quote.edit is not None
    assert quote.edit.correction.place == "seeds/a.yml:2"
    assert dict(quote.edit.was)["kind"] == "speech"
    assert right("quotes:\n  - {quote: keep the harbour open, speaker: nobody}\n").annotations.quotes[0].speaker is None
    stranger = right("quotes:\n  - {quote: keep the harbour open, speaker: Anna Bell}\n").annotations.quotes[0].speaker
    assert stranger is not None
    assert (stranger.name, stranger.mention, stranger.known) == ("Anna Bell", None, True)


def test_a_dates_value_and_no_date() -> None:
    source = right("dates:\n  - {date: on Monday, is: 2021-05-03}\n  - {date: 2019 or later, is: no date}\n")
    found = {source.document.text[d.span.start : d.span.end]: d for d in source.annotations.dates}
    monday = next(date for words, date in found.items() if "Monday" in words)
    assert (monday.edtf, monday.basis, monday.rule) == ("2021-05-03", "explicit", "editor")
    assert "2019" not in found
    assert [edit.correction.words for edit in source.annotations.edits] == ["on Monday", "2019 or later"]


def test_words_that_no_rule_took_for_a_date_become_one() -> None:
    source = right("dates:\n  - {date: the Widget sink, is: 2019-03-02}\n")
    assert [d.edtf for d in source.annotations.dates if d.rule == "editor"] == ["2019-03-02"]


def test_a_names_identity_and_no_name() -> None:
    source = right(
        "names:\n  - {name: Brandis, is: Fort Brandis, type: place}\n  - {name: Marie Hollin, is: not a name}\n"
    )
    names = {name.name: name for name in source.annotations.names}
    assert "Marie Hollin" not in names
    assert "Brandis" not in names
    assert (names["Fort Brandis"].type, len(names["Fort Brandis"].mentions)) == ("place", 1)
    assert len(names["Fort Brandis"].edits) == 1


def test_one_mention_told_by_its_paragraph() -> None:
    source = right("names:\n  - {name: Brandis, in: met the delegation, is: Brandis upon Sea}\n")
    assert {n.name: len(n.mentions) for n in source.annotations.names if "Brandis" in n.name}["Brandis upon Sea"] == 1


def test_a_notes_text() -> None:
    note = right("notes:\n  - {note: 1, text: 'Harbour Papers, vol. 2.'}\n").annotations.notes[0]
    assert note.edit is not None
    assert note.edit.correction.get("text") == "Harbour Papers, vol. 2."


UNMATCHED = [
    (
        "drop: [Share that Report]\n",
        "seeds/a.yml:1:8: seeds/a.txt has no line 'Share that Report' drop: [Share that Report] ^ "  # noqa: ISC004
        "mend: the nearest is on line 6: 'Share this Report:'",
    ),
    ("keep: [Nothing of the kind xyz]\n", "has no line"),
    ("join: [nobody had read]\n", "no paragraph begins with 'nobody had read'"),
    ("split: [He wrote]\n", "a paragraph begins with 'He wrote' already (line 15)"),
    ("split: [The following day he left]\n", "the nearest is on line 8: 'The next day he left the town"),
    (
        "quotes:\n  - {quote: keep the harbor open, kind: term}\n",
        "the nearest is on line 13: '\"We shall keep the harbour",
    ),
    (
        "quotes:\n  - {quote: spoke for an hour, kind: term}\n",
        "'spoke for an hour' on line 8 is no quotation\n    - {quote: spoke for an hour, kind: term}",
    ),
    ("dates:\n  - {date: last Tuesday, is: 2021}\n", "seeds/a.txt has no date 'last Tuesday'"),
    ("names:\n  - {name: Hubert Vaseur, is: Anna}\n", "the nearest is on line 8"),
    ("names:\n  - {name: Hubert, is: Anna}\n", "'Hubert' is part of a longer name everywhere"),
    ("names:\n  - {name: Brandis, in: no such words, is: Anna}\n", "it stands on lines 1, 8"),
    ("notes:\n  - {note: 2, text: x}\n", "no note has the label '2'"),
]


@pytest.mark.parametrize(("sidecar", "message"), UNMATCHED)
def test_a_correction_that_matches_nothing_says_what_came_nearest(sidecar: str, message: str) -> None:
    told = fault(sidecar)
    assert told.startswith("seeds/a.yml:")
    assert "\n    mend: " in told
    assert " ".join(message.split()) in " ".join(told.split())


def test_marks_and_white_space_of_the_quoted_words_do_not_matter() -> None:
    text = TEXT.replace('"We', "\u201cWe").replace('open,"', "open,\u201d").replace("keep the", "keep\u00a0 the")
    assert (
        right("quotes:\n  - quote: '\"We shall keep the harbour'\n    kind: term\n", text).annotations.quotes[0].kind
        == "term"
    )


def test_a_change_elsewhere_in_the_seed_leaves_corrections_right() -> None:
    sidecar = "drop: [he left the]\nquotes:\n  - {quote: keep the harbour open, speaker: Marie Hollin}\n"
    source = right(sidecar, TEXT.replace("for an hour", "for a whole hour, they say"))
    assert source.annotations.quotes[0].speaker_rule == "editor"


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import build_pages  # noqa: PLC0415 - one test runs the command

    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.yml").write_text("drop: [xyz]\nsplit: [abc def]\ndates:\n  - {date: nix, is: 2021}\n", "utf-8")
    assert build_pages.main(["--seeds", str(folder), "--docs", str(tmp_path / "docs"), "--check"]) == 1
    told = capsys.readouterr().err
    assert all(f"seeds/a.yml:{place}" in told for place in ("1:8", "2:9", "4:5"))


def test_a_source_called_index_leaves_the_list_of_sources_alone() -> None:
    assert clean(seed("kind: x\n", "Index\n\nThe minister met the delegation and spoke for an hour.\n")).slug != "index"


def test_a_line_around_a_page_may_be_dropped_and_stays_off_it() -> None:
    html = (
        "<html><head><title>The ferry</title></head><body><article><h1>The ferry</h1><p>"
        + "The council voted to keep the old ferry running for ten years more. " * 4
        + "</p></article><footer class='site-footer'><p>Filed under: Storms</p></footer></body></html>"
    )
    beside = parse_sidecar(b"drop: ['Filed under']\n", "seeds/a.yml")
    document = clean(Seed("seeds/a.html", "0" * 64, "utf-8", "html", html, beside, html.encode()))
    assert document.faults == ()
    assert [edit.was for edit in document.edits] == [(("role", "boilerplate"),)]
    assert not any("Filed under" in document.words(block) for block in document.blocks if block.shown)
