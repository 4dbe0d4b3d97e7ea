"""What stands between sources: links from both ends, marks in the text, dossiers, pairs; and what it costs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from dossier.model import (
    Attestation,
    Collection,
    Disagreement,
    Event,
    Family,
    Link,
    Mark,
    Passage,
    Reference,
)
from dossier.sourcemap import TextSpan
from dossier.write.beside import MOST, beside
from dossier.write.catalogue import FEW, catalogue
from dossier.write.pages.pair import pairs
from dossier.write.pages.retold import SILENT, precision
from dossier.write.ties import ties
from tests.gathered import Text, collection, passage
from tests.test_write_names import words
from tests.test_write_pages import files_of, page


def three() -> Collection:
    """Three sources: two tell of one meeting and quote the same words, the third is silent."""
    made = collection(
        Text(
            "one",
            ["Before. The two met in Bonn on 3 May 2018. After.", "Roe called it “dead in the water” again."],
            {"Roe": ("Roe",)},
            {"dead in the water": "Roe"},
            {"3 May 2018": "2018-05-03"},
        ),
        Text(
            "two",
            ["They met in Rome in 2018, said Roe: “We are glad.”", "It was “dead in the water,” she said."],
            {"Roe": ("Roe",)},
            {"We are glad.": "Roe", "dead in the water,": ""},
            {"in 2018": "2018"},
        ),
        Text("three", ["Nothing of the kind."]),
    )
    one, two, _ = made.sources
    here, there = passage(one, "The two met in Bonn on 3 May 2018."), passage(two, "They met in Rome in 2018")
    return replace(
        made,
        events=(
            Event(
                "e-1",
                "2018-05-03",
                (
                    Attestation("one", "d-0", here.span),
                    Attestation("two", "d-0", there.span, "past", "broader"),
                ),
            ),
        ),
        families=(Family("f-1", (("one", "q-0"), ("two", "q-1"))),),
        disagreements=(Disagreement("place", (passage(one, "in Bonn"), passage(two, "in Rome"))),),
        links=(Link(there, here, "gives the day of the meeting"),),
    )


def built(made: Collection, path: str) -> BeautifulSoup:
    return page(files_of(made)[path].decode())


def test_a_link_is_shown_from_both_ends_with_a_reason_that_fits_each() -> None:
    soup = built(three(), "sources/two.md")
    assert words(soup, ".d-beside .d-reason") == ["Gives the day of the meeting"]
    assert words(soup, ".d-here .d-told") == ["They met in Rome in 2018, said Roe: “We are glad.”"]
    assert words(soup, ".d-there .d-told") == ["The two met in Bonn on 3 May 2018."]
    soup = built(three(), "sources/one.md")
    assert words(soup, ".d-beside .d-reason") == ["This passage gives the day of the meeting"]
    assert "Also told elsewhere¶" in words(soup, "h2")
    assert "Also told elsewhere¶" not in words(built(three(), "sources/three.md"), "h2")


def test_a_passage_that_is_told_elsewhere_bears_a_mark_that_opens_it() -> None:
    marks = built(three(), "sources/one.md").select(".seed a.d-cross")
    assert [mark.get_text() for mark in marks] == [
        "Told otherwise: place (Title two, undated)",
        "This passage gives the day of the meeting (Title two, undated)",
        "The same words are quoted here (Title two, undated)",
    ]
    assert all(str(mark["href"]).startswith("two.md#b-") for mark in marks)
    assert all("data-made" in mark.attrs for mark in marks)
    assert marks[1]["data-peek"] == "They met in Rome in 2018"
    assert "2018.This" in str(marks[1].parent.get_text() if marks[1].parent else ""), "after the full stop"


def test_a_mark_stands_behind_a_link_that_it_would_stand_in() -> None:
    made = three()
    one = next(source for source in made.sources if source.slug == "one")
    start = one.document.text.index("2018. After")
    mark = Mark("link", TextSpan(start, start + len("2018. After")), "https://example.org/x")
    marked = replace(one, document=replace(one.document, marks=(mark,)))
    sources = tuple(marked if source.slug == "one" else source for source in made.sources)
    soup = built(replace(made, sources=sources), "sources/one.md")
    assert not soup.select("a a")
    assert "".join(a.get_text() for a in soup.select("a.d-out") if a["href"] == mark.target) == "2018. After"
    assert len(soup.select("a.d-cross")) == 3


def test_words_that_name_another_source_lead_to_its_page_and_are_told_there() -> None:
    made = three()
    three_ = next(source for source in made.sources if source.slug == "three")
    named = replace(made, references=(Reference(passage(three_, "Nothing of the kind"), "one", "title"),))
    link = built(named, "sources/three.md").select_one("a.d-source")
    assert link is not None
    assert (link.get_text(), link["href"]) == ("Nothing of the kind", "one.md")
    assert "This text is named by another source" in words(built(named, "sources/one.md"), ".d-reason")


def test_a_page_shows_at_most_seven_links_and_none_that_leads_from_it_is_lost() -> None:
    def at(slug: str, number: int) -> Passage:
        return Passage(slug, TextSpan(number, number + 1))

    led = [Link(at(f"s{number}", 0), at("hub", number), "both name X") for number in range(20)]
    leading = [Link(at("hub", 50 + number), at("z", number), "both name Y") for number in range(5)]
    found = beside([*led, *leading])
    assert len(found["hub"]) == MOST
    assert sum(link.to.slug == "z" for link in found["hub"]) == 5
    assert [link.to.slug for link in found["hub"][:2]] == ["s0", "s1"], "the best first"
    both = beside([Link(at("a", 1), at("b", 2), "both say X"), Link(at("b", 2), at("a", 1), "both say X")])
    assert len(both["a"]) == len(both["b"]) == 1


def test_an_event_of_two_sources_has_a_dossier_that_says_who_is_silent() -> None:
    soup = built(three(), "compare/index.md")
    dossier = soup.select_one("#e-1")
    assert dossier is not None
    assert words(dossier, ".d-when") == ["3 May 2018 told by 2 sources ¶"]
    assert words(dossier, ".d-told") == [
        "The two met in Bonn on 3 May 2018.",
        "They met in Rome in 2018, said Roe: “We are glad.”",
    ]
    assert words(dossier, ".d-row .d-from") == [
        "Title one, undated · 3 May 2018 · to the day",
        "Title two, undated · 2018 · to the year · less exact · quotes Roe",
    ]
    assert words(dossier, ".d-silent") == ["Silent: Title three, undated"]
    assert all(row.select("a[href*='sources/']") for row in soup.select(".d-row"))


def test_statements_that_cannot_all_hold_stand_side_by_side() -> None:
    soup = built(three(), "compare/index.md")
    assert words(soup, ".d-dispute .d-when") == ["Different places ¶"]
    assert words(soup, ".d-dispute .d-meant") == ["in Bonn", "in Rome"]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2018-05-03", "to the day"),
        ("2018-05~", "to the month"),
        ("2018-22", "to the season"),
        ("2018", "to the year"),
        ("2018-05-03/2018-05-04", "a stretch of time"),
        ("201X", "a stretch of time"),
    ],
)
def test_a_date_says_how_exact_it_is(edtf: str, expected: str) -> None:
    assert precision(edtf) == expected


def test_two_sources_side_by_side_are_a_table_of_their_passages_in_order() -> None:
    pages = pairs(catalogue(three()))
    assert sorted(pages) == ["compare/one--three.md", "compare/one--two.md", "compare/three--two.md"]
    untied = page(pages["compare/one--three.md"])
    assert "The rules found no passage" in untied.get_text()
    assert not untied.select("table")
    soup = page(pages["compare/one--two.md"])
    assert words(soup, "th a") == ["Title one", "Title two"]
    assert words(soup, "td .d-reason") == ["Told otherwise: place", "Both quote “dead in the water”"]
    assert all(len(row.select("td a.d-goto[href*='sources/']")) == 2 for row in soup.select("tbody tr"))
    assert [str(sign["id"]) for sign in soup.select(".d-tie")] == ["tie-1", "tie-2"]


def test_a_pipe_in_a_text_does_not_break_the_table() -> None:
    made = collection(Text("one", ["A | B | C."]), Text("two", ["C | D."]))
    one, two = made.sources
    linked = replace(made, links=(Link(passage(one, "A | B | C."), passage(two, "C | D."), "both say “|”"),))
    soup = page(pairs(catalogue(linked))["compare/one--two.md"])
    assert [len(row.select("td")) for row in soup.select("tbody tr")] == [3]
    assert words(soup, ".d-line") == ["A | B | C.", "C | D."]


def crowd(number: int) -> Collection:
    """So many sources that all tell of one event."""
    made = collection(*(Text(f"s{at:03d}", ["They met."], dates={"met": "2018"}) for at in range(number)))
    label = made.sources[0].document.blocks[0].span
    attested = tuple(Attestation(source.slug, "d-0", label) for source in made.sources)
    return replace(made, events=(Event("e-1", "2018", attested), Event("e-2", "2019", attested[:2])))


def test_pairs_are_laid_side_by_side_only_while_sources_are_few() -> None:
    assert len(ties(catalogue(crowd(8)))) == 8 * 7 // 2
    assert ties(catalogue(crowd(FEW + 1))) == {}


def test_of_many_silent_sources_only_the_number_is_told() -> None:
    soup = built(crowd(SILENT + 4), "compare/index.md")
    assert words(soup, "#e-2 .d-silent") == ["Silent: all other sources"]


def test_the_record_of_a_source_holds_where_it_names_another() -> None:
    made = three()
    last = made.sources[2]
    named = replace(made, references=(Reference(passage(last, "Nothing of the kind"), "one", "title"),))
    record = json.loads(files_of(named)["data/sources/three.json"])
    assert record["links"] == [
        {"start": 0, "end": 19, "to": {"page": "sources/one/"}, "reason": "names this source (title)"}
    ]


def test_a_statement_that_differs_gives_the_date_it_states() -> None:
    made = three()
    one, two = made.sources[:2]
    found = Disagreement("date", (passage(one, "The two met in Bonn on 3 May 2018"), passage(two, "They met in Rome")))
    soup = built(replace(made, disagreements=(found,)), "compare/index.md")
    assert words(soup, ".d-dispute .d-from") == ["Title one, undated · 3 May 2018", "Title two, undated"]
