"""The timeline's parts: precision, rulers, arithmetic, pages of a long one and their weight."""

from __future__ import annotations

import re

import markdown as renderer
import pytest

from dossier.model import Annotations, Attestation, Collection, Date, Event, Fact, Meta, Name, Source
from dossier.sourcemap import SeedSpan, TextSpan
from dossier.write.catalogue import TIMELINE, catalogue
from dossier.write.pages.finished import finished
from dossier.write.pages.paging import MOST, Weighed, pages
from dossier.write.pages.reading import arithmetic
from dossier.write.pages.strip import strip
from dossier.write.pages.timeline import event_places, paged
from dossier.write.shape import extent, precision, ruler, when
from tests.furnished import desk, timeline_of
from tests.handmade import Part, document

HEAVIEST = 500_000
FRAME = 60_000
"""Bytes that the site puts round a page's text, with some to spare."""


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2018-05-24", "day"),
        ("2018-05", "month"),
        ("2018-22", "season"),
        ("2018", "year"),
        ("201X", "decade"),
        ("19XX", "century"),
        ("2018-05-24/2018-05-25", "range"),
        ("2014/..", "range"),
        ("1947~", "year about"),
        ("2018-05?", "month about"),
        ("[2018,2019]", "several"),
        ("-0043-03-15", "day"),
        ("2018-05-XX", "month"),
    ],
)
def test_precision_of_a_value(edtf: str, expected: str) -> None:
    assert precision(edtf) == expected


def test_each_end_of_a_range_is_a_time() -> None:
    assert when("2018-05-24/2018-05-25") == (
        '<time datetime="2018-05-24">24</time> to <time datetime="2018-05-25">25 May 2018</time>'
    )
    assert when("2014/..") == 'since <time datetime="2014">2014</time>'
    assert "<time" not in when("1947~")


def test_an_open_end_has_no_day() -> None:
    assert extent("2014/..") == ("2014-01-01", "")
    assert extent("../1991") == ("", "1991-12-31")


def test_a_ruler_draws_what_is_not_a_day() -> None:
    assert ruler("2018-05-24") == ""
    assert 'viewBox="0 0 366 6"' in ruler("2018-05")
    assert 'x="3" width="5"' in ruler("2013/2017")
    assert "d-vague" in ruler("1947~")
    assert "d-vague" in ruler("2014/..")


@pytest.mark.parametrize(
    ("base", "value", "expected"),
    [
        ("2017-09-19", "1947", "2017 − 70 years = 1947"),
        ("2018-09-06", "2018-09-05", "6 September 2018 − 1 day = 5 September 2018"),
        ("2018-09-06", "2018-10", "September 2018 + 1 month = October 2018"),
        ("2018-09-06", "2018-09", "the same month: September 2018"),
        ("2018-09-06", "2018-22", "6 September 2018 → summer 2018"),
        ("2020", "2019-22", "2020 → summer 2019"),
        ("2019-08-19", "2020~", "2019 + 1 year = about 2020"),
        ("2018-02-31", "2018-03-01", "31 February 2018 → 1 March 2018"),
    ],
)
def test_arithmetic_in_words(base: str, value: str, expected: str) -> None:
    assert arithmetic(base, value) == expected


def test_the_overview_is_about_the_years_told_and_not_about_a_century_named() -> None:
    drawn = strip(["2018", "2019-05", "20XX"])
    assert drawn
    assert (drawn.first, drawn.last, drawn.step) == (2018, 2019, 1)
    assert strip(["2001-01/..", "../1999"]) is not None
    assert strip([]) is None
    wide = strip(["-0043", "2019"])
    assert wide
    assert wide.ends == ("51 BCE", "2019")


def weighed(keys: list[tuple[int, int, int]], weight: int = 1) -> list[Weighed]:
    return [Weighed(key, weight, str(number)) for number, key in enumerate(sorted(keys))]


def test_pages_are_the_longest_stretches_that_fit() -> None:
    few = [(year, 1, 1) for year in range(1900, 1950)]
    many = [(1950, month, day) for month in range(1, 13) for day in range(1, 29) for _ in range(4)]
    found = pages(weighed(few + many))
    assert [page.slug for page in found[:5]] == ["1900-1909", "1910-1919", "1920-1929", "1930-1939", "1940-1949"]
    assert [page.slug for page in found[5:]] == [f"1950-{month:02d}" for month in range(1, 13)]
    crowd = pages(weighed([(2018, 5, 24)] * (MOST + 1)))
    assert [(page.slug, len(page.things)) for page in crowd] == [("2018-05-part-1", MOST), ("2018-05-part-2", 1)]
    assert pages(weighed([(-43, 3, 15)]))[0].slug == "bce0101-bce0002"
    assert [page.slug for page in pages(weighed([(-10_000, 1, 1), (10_000, 1, 1)]))] == ["open", "undated"]


def history(number: int, words: str) -> Collection:
    """So many events of 150 years, told in paragraphs of these words, each with a person."""
    parts, dates, events = [Part("title", "A history")], [], []
    values = [f"{1870 + at * 150 // number}-{at % 12 + 1:02d}-{at % 28 + 1:02d}" for at in range(number)]
    parts += [Part("paragraph", f"On {value} Jane Roe {words} {value}.") for value in values]
    doc = document(parts, "one", Meta(title=Fact("A history", "printed", "r", SeedSpan(0, 1))))
    blocks = doc.blocks[1:]
    for at, (block, value) in enumerate(zip(blocks, values, strict=True)):
        start = block.span.start + 3
        dates.append(Date(f"d-{at}", TextSpan(start, start + 10), value, "explicit", "event", "r", event=block.span))
        events.append(Event(f"e-{at}", value, (Attestation("one", f"d-{at}", block.span),), former_ids=(f"old-{at}",)))
    mentions = tuple(TextSpan(block.span.start + 14, block.span.start + 22) for block in blocks)
    names = (Name("Jane Roe", "person", mentions, "r"),)
    return Collection((Source(doc, Annotations(names=names, dates=tuple(dates))),), events=tuple(events))


@pytest.mark.parametrize("words", ["spoke about the treaty " * 6, "говорила о договоре и о границе " * 9])
def test_ten_thousand_entries_are_pages_of_a_bearable_weight(words: str) -> None:
    shelf = catalogue(history(10_000, words.strip()))
    made = timeline_of(shelf)
    assert len(made) > 10
    ids = [name for text in made.values() for name in re.findall(r'id="(e-\d+)"', text)]
    assert sorted(ids) == sorted(f"e-{at}" for at in range(10_000))
    assert max(len(re.findall(r'id="e-', text)) for text in made.values()) <= MOST
    heaviest = max(made.values(), key=lambda text: len(text.encode()))
    html = renderer.markdown(heaviest.split("\n---\n")[1], extensions=["attr_list", "md_in_html", "tables", "toc"])
    assert len(html.encode()) + FRAME < HEAVIEST


def test_an_event_is_found_on_its_page_and_the_overview_leads_there() -> None:
    shelf = catalogue(history(2_000, "spoke about the treaty at length and in public"))
    made = timeline_of(shelf)
    where = event_places(paged(finished(desk(shelf))))
    assert set(where) == {f"{kind}-{at}" for kind in ("e", "old") for at in range(2_000)}
    for name in ("e-0", "e-1999"):
        assert f'id="{name}"' in made[where[name]]
        assert f'id="{name.replace("e", "old")}"' in made[where[name]]
        assert where[name].removeprefix("timeline/") in made[TIMELINE]


def test_a_short_timeline_is_one_page() -> None:
    shelf = catalogue(history(20, "spoke"))
    assert list(timeline_of(shelf)) == [TIMELINE]
    assert event_places(paged(finished(desk(shelf)))) == {}
