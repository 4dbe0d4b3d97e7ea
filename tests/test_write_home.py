"""The home page: facts and no invention, a few of everything, the maintainer's introduction, nothing at all."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from dossier.model import Attestation, Collection, Disagreement, Event, Family, Passage
from dossier.write import Site, write
from dossier.write.catalogue import catalogue
from dossier.write.pages.about import address, size
from dossier.write.pages.glance import glance
from dossier.write.pages.home import MOST_CARDS, opened
from dossier.write.pages.strip import strip
from tests.furnished import gist_of, home_of
from tests.gathered import Text, collection
from tests.handmade import printed
from tests.test_write_pages import page


def dated(made: Collection, *values: str) -> Collection:
    """The same sources with these dates of publication, "" for none."""
    found = [
        replace(
            s, document=replace(s.document, meta=replace(s.document.meta, published=printed(value) if value else None))
        )
        for s, value in zip(made.sources, values, strict=True)
    ]
    return replace(made, sources=tuple(found))


def text(made: Collection, selector: str = "") -> str:
    soup = page(home_of(catalogue(made)))
    found = soup.select(selector) if selector else [soup]
    return " ".join(" ".join(each.get_text() for each in found).split())


def headings(soup: BeautifulSoup) -> list[str]:
    return [each.get_text().removesuffix("¶") for each in soup.select("h1, h2")]


def test_what_a_collection_is_about_is_told_in_facts() -> None:
    made = collection(
        Text("one", ["Jane Roe met Ann Poe. “We are glad of it,” said Roe."], {"Jane Roe": ("Jane Roe", "Roe")}),
        Text("two", ["Jane Roe left."], {"Jane Roe": ("Jane Roe",)}),
        Text("three", ["Nothing."]),
    )
    facts = gist_of(catalogue(dated(made, "2018-05-03", "2019", "")))
    assert facts.sources == "3 sources published from 3 May 2018 to 2019, 1 of them undated"
    assert [each.name for each in facts.named][:1] == ["Jane Roe"]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [(("",), "1 source, undated"), (("2018-05-03",), "1 source of 3 May 2018"), ((), "no sources")],
)
def test_one_source_or_none_is_told_as_such(dates: tuple[str, ...], expected: str) -> None:
    made = collection(*(Text(f"s{at}", ["Nothing."]) for at in range(len(dates))))
    assert gist_of(catalogue(dated(made, *dates))).sources == expected


def test_a_page_with_nothing_has_no_empty_parts() -> None:
    soup = page(home_of(catalogue(Collection(()))))
    assert headings(soup) == ["What these sources say", "Sources"]
    assert "There are no sources yet." in soup.get_text()
    alone = page(home_of(catalogue(collection(Text("one", ["A bare page."])))))
    assert headings(alone)[1:] == ["Sources"]
    assert "undated" in alone.get_text()


def test_of_many_sources_the_newest_are_shown_and_the_page_leads_on() -> None:
    made = collection(*(Text(f"s{at:02d}", ["Nothing."]) for at in range(MOST_CARDS + 8)))
    made = dated(made, *(f"20{at:02d}" for at in range(MOST_CARDS + 8)))
    soup = page(home_of(catalogue(made)))
    cards = soup.select(".d-card")
    assert len(cards) == MOST_CARDS
    assert "Title s19" in cards[0].get_text()
    assert f"The {MOST_CARDS} newest of {MOST_CARDS + 8}." in soup.get_text()


def test_the_page_costs_the_same_whatever_the_collection_holds() -> None:
    def nodes(number: int) -> int:
        texts = [
            Text(f"s{at:03d}", ["They met in 2018. “We are glad of all this,” said Roe."], dates={"in 2018": "2018"})
            for at in range(number)
        ]
        made = collection(*texts)
        label = made.sources[0].document.blocks[0].span
        told = tuple(Attestation(source.slug, "d-0", label) for source in made.sources)
        return len(page(home_of(catalogue(replace(made, events=(Event("e-1", "2018", told),))))).select("*"))

    assert nodes(400) <= nodes(40) + 10


def test_words_that_sources_share_and_statements_that_differ_are_shown() -> None:
    made = collection(
        Text(
            "one", ["They met in Bonn. “It is dead in the water,” said Roe."], quotes={"It is dead in the water,": ""}
        ),
        Text("two", ["They met in Rome. “Dead in the water,” said Roe."], quotes={"Dead in the water,": ""}),
    )
    spans = [source.document.blocks[0].span for source in made.sources]
    made = replace(
        made,
        families=(Family("f-1", (("one", "q-0"), ("two", "q-0"))),),
        disagreements=(
            Disagreement("place", tuple(Passage(s.slug, p) for s, p in zip(made.sources, spans, strict=True))),
        ),
    )
    assert "2 forms in 2 sources" in text(made, ".d-column")
    assert "Different places. Nothing is decided here." in text(made, ".d-column")


@pytest.mark.parametrize(
    ("given", "title", "rest"),
    [
        ("# The bridge\n\nWhy *we* look.", "The bridge", "Why *we* look."),
        ("Why we look.", "", "Why we look."),
        ("", "", ""),
        ("## Only a part\n\nText.", "", "## Only a part\n\nText."),
    ],
)
def test_an_introduction_may_bring_its_own_title(given: str, title: str, rest: str) -> None:
    assert opened(given) == (title, rest)


def test_the_introduction_is_taken_in_as_it_is_and_is_no_page(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    own = "# The bridge\n\nWhy *we* look, and [where](sources/index.md).\n"
    (docs / "_intro.md").write_text(own, encoding="utf-8")
    write(collection(Text("one", ["A bare page."])), docs, site=Site())
    soup = page((docs / "index.md").read_text(encoding="utf-8"))
    assert headings(soup)[0] == "The bridge"
    assert [each.get_text() for each in soup.select(".d-introduction em, .d-introduction a")] == ["we", "where"]
    assert (docs / "_intro.md").read_text(encoding="utf-8") == own
    (docs / "_intro.md").unlink()
    write(collection(Text("one", ["A bare page."])), docs, site=Site())
    assert "The bridge" not in (docs / "index.md").read_text(encoding="utf-8")


def test_a_few_dates_far_from_all_others_do_not_squeeze_them() -> None:
    years = ["1947", "1959", *(f"{year}" for year in range(2010, 2022) for _ in range(3)), "2087"]
    drawn = glance(years, ["2019-11-08"])
    assert drawn
    assert drawn.caption.endswith("Far off and not drawn: 1947, 1959, 2087.")
    assert "Dated events&#58; 2010&#58; 3" in drawn.drawing
    assert "Sources published&#58; 2019&#58; 1." in drawn.drawing
    overview = strip(years)
    assert overview
    assert overview.ends == ("2010, and 2 before", "2021, and 1 after")


def test_what_is_spread_out_is_drawn_whole() -> None:
    assert glance(["1900", "1950", "2000"], []) is not None
    assert "not drawn" not in (glance(["1900", "1950", "2000"], []) or pytest.fail("no drawing")).caption
    assert glance(["2018", "2018-05"], []) is None
    assert glance([], []) is None
    wide = glance(["-0043", "2019"], [])
    assert wide
    assert len(re.findall("<text", wide.drawing)) <= 9


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("desk@example.org", "mailto:desk@example.org"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("https://example.org/form", "https://example.org/form"),
        ("by letter to the editor", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_contact_becomes_a_link_only_where_it_is_an_address(contact: str, expected: str) -> None:
    assert address(contact) == expected


@pytest.mark.parametrize(("number", "expected"), [(840, "840 bytes"), (12_345, "12 KB"), (3_400_000, "3.4 MB")])
def test_a_size_is_told_in_words(number: int, expected: str) -> None:
    assert size(number) == expected
