"""The pages of names: who has one, what it holds, and which mentions in a text are links."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from dossier.model import Attestation, Collection, Event, Identity, Mark
from dossier.pipeline import collect, gather
from dossier.sourcemap import TextSpan
from dossier.write.catalogue import NAMES, catalogue
from dossier.write.mentions import mentions
from dossier.write.pages.name import name_pages
from dossier.write.pages.names import names, surname
from dossier.write.strip import strip
from tests.gathered import Text, collection
from tests.handmade import Part
from tests.test_write_pages import files_of, page

ROOT = Path(__file__).parents[1]
ROE = {"Jane Roe": ("Jane Roe", "Roe")}


def two_sources() -> Collection:
    return collection(
        Text(
            "one",
            [
                "Jane Roe met Ann Poe in May. “Poe is wrong,” Roe said.",
                "Poe left. “Roe will be back,” said Poe.",
                Part("heading", "Jane Roe again", level=2),
                "Roe stayed. Roe slept.",
            ],
            ROE | {"Ann Poe": ("Ann Poe", "Poe")},
            {"Poe is wrong,": "Jane Roe", "Roe will be back,": "Ann Poe"},
            {"in May": "2018-05"},
        ),
        Text("two", ["Nobody knew Roe. Max Moe did not."], ROE | {"Max Moe": ("Max Moe",)}),
    )


def rendered(pages: dict[str, str]) -> dict[str, BeautifulSoup]:
    return {path: page(text) for path, text in pages.items()}


def words(soup: Tag, css: str) -> list[str]:
    return [re.sub(r"\s+", " ", found.get_text()).strip() for found in soup.select(css)]


def test_names_that_are_shared_or_quoted_have_a_page_and_others_lead_to_their_passage() -> None:
    shelf = catalogue(two_sources())
    assert set(name_pages(shelf)) == {"names/jane-roe.md", "names/ann-poe.md"}
    index = page(names(shelf)[NAMES])
    assert words(index, ".d-entry .d-who") == ["Max Moe", "Ann Poe", "Jane Roe"]
    leads = {link.get_text(): str(link["href"]) for link in index.select(".d-entry .d-who")}
    assert leads["Jane Roe"] == "jane-roe.md"
    assert leads["Max Moe"].startswith("../sources/two.md#b-")
    assert words(index, "#jane-roe .d-from") == ["7 mentions in 2 sources"]


def test_a_name_that_is_called_index_does_not_take_the_place_of_the_index() -> None:
    made = two_sources()
    found = tuple(replace(who, id="index") if who.id == "ann-poe" else who for who in made.identities)
    files = files_of(replace(made, identities=found, speakers={"Ann Poe": "index", "Jane Roe": "jane-roe"}))
    assert "names/index_.md" in files
    assert page(files["names/index.md"].decode()).select_one("#index a.d-who[href='index_.md']")


def test_the_page_of_a_name_tells_what_was_said_by_and_of_it_and_beside_whom_it_stands() -> None:
    soup = rendered(name_pages(catalogue(two_sources())))["names/jane-roe.md"]
    assert words(soup, "h2")[:2] == ["Quoted¶", "Spoken of by others¶"]
    assert words(soup, ".d-quoted .d-meant") == ["Poe is wrong,", "Roe will be back,"]
    assert words(soup, ".d-quoted .d-from")[-1] == "Ann Poe · Title one, undated"
    assert words(soup, ".d-company a") == ["Ann Poe"]
    assert words(soup, ".d-company .d-from") == ["3"]
    assert words(soup, ".d-forms .d-form") == ["Roe"]


def test_every_mention_stands_in_its_sentence_with_a_link_to_its_passage() -> None:
    made = two_sources()
    soup = rendered(name_pages(catalogue(made)))["names/jane-roe.md"]
    assert Counter(words(soup, ".d-hit")) == {"Jane Roe": 2, "Roe": 5}
    assert "Roe stayed." in words(soup, ".d-mentions li")
    texts = {f"../sources/{source.slug}.md#{b.id}" for source in made.sources for b in source.document.blocks}
    assert {str(link["href"]) for link in soup.select(".d-hit")} <= texts


def test_a_name_in_a_clause_with_a_date_has_it_on_its_timeline() -> None:
    made = two_sources()
    label = TextSpan(0, made.sources[0].document.text.index(" in May"))
    dated = replace(made, events=(Event("e-1", "2018-05", (Attestation("one", "d-0", label),)),))
    pages = rendered(name_pages(catalogue(dated)))
    assert words(pages["names/jane-roe.md"], ".d-dates time") == ["May 2018"]
    assert pages["names/jane-roe.md"].select(".d-dates a")[0]["href"]
    assert not pages["names/jane-roe.md"].select("svg"), "one date makes no row"


@pytest.mark.parametrize(
    ("name", "forms", "expected"),
    [
        ("Jane Roe", {"Jane Roe": 1, "Roe": 3}, "roe"),
        ("Xi Jinping", {"Xi Jinping": 1, "Xi": 3}, "xi"),
        ("Jean-Yves Le Drian", {"Le Drian": 1}, "le drian"),
        ("Ann Poe", {"Ann Poe": 1}, "Poe"),
        ("John Doe Jr.", {"John Doe Jr.": 1}, "Doe"),
        ("Ann Poe", {"Ann": 4, "Poe": 1}, "poe"),
        ("Plato", {"Plato": 2}, "Plato"),
    ],
)
def test_a_person_is_sorted_by_the_part_that_the_sources_use_alone(
    name: str, forms: dict[str, int], expected: str
) -> None:
    assert surname(Identity("x", name, "person", ()), Counter(forms)).casefold() == expected.casefold()


def linked(made: Collection, slug: str = "one") -> list[tuple[str, str]]:
    """The names of a source's text that are links, and the block each stands in."""
    soup = page(files_of(made)[f"sources/{slug}.md"].decode())
    found = []
    for link in soup.select(".seed a.d-name"):
        block = link.find_parent(class_="seed")
        assert block is not None
        found.append((link.get_text(), block.get_text()[:9]))
    return found


def test_the_first_mention_in_each_section_is_a_link_but_never_in_a_quotation_or_heading() -> None:
    assert linked(two_sources()) == [("Jane Roe", "Jane Roe "), ("Ann Poe", "Jane Roe "), ("Roe", "Roe staye")]


def test_a_mention_in_a_link_of_the_seed_leaves_the_link_alone() -> None:
    made = two_sources()
    one, two = made.sources
    words = "Jane Roe met"
    mark = Mark("link", TextSpan(0, len(words)), "https://example.org/roe")
    marked = replace(made, sources=(replace(one, document=replace(one.document, marks=(mark,))), two))
    assert ("Roe", "Roe staye") in linked(marked)
    assert ("Jane Roe", "Jane Roe ") not in linked(marked)
    soup = page(files_of(marked)["sources/one.md"].decode())
    outside = [link.get_text() for link in soup.select("a.d-out") if link["href"] == "https://example.org/roe"]
    assert outside == [words]


def test_a_long_list_of_names_is_no_company() -> None:
    many = {f"Name{at:04d}": (f"Name{at:04d}",) for at in range(400)}
    found = mentions(catalogue(collection(Text("one", [", ".join(many)], many))), "one")
    assert max(len(found.company[who]) for who in found.company) <= 24
    assert sum(len(line.hits) for lines in found.lines.values() for line in lines) == 400


def test_dates_are_drawn_to_scale_without_links_or_styles() -> None:
    drawn = strip(["2018", "2019-05", "2020-12-31", "2018-08-27/2018-08-29"])
    svg = BeautifulSoup(drawn, "html.parser")
    dots = [float(str(dot["cx"]).rstrip("%")) for dot in svg.select("circle")]
    assert dots == sorted(dots)
    assert [text.get_text() for text in svg.select("text")] == ["2018", "2020"]
    assert "style=" not in drawn
    assert strip(["2018"]) == strip(["2018", "2018"]) == strip([]) == ""
    assert strip(["2018/..", "2019"]) == ""


@pytest.fixture(scope="module")
def seeds() -> Collection:
    """The collection of the five seeds."""
    return collect(gather(ROOT / "seeds"))


def test_the_five_seeds_every_mention_of_a_name_with_a_page_is_on_it(seeds: Collection) -> None:
    shelf = catalogue(seeds)
    pages = rendered(name_pages(shelf))
    assert len(pages) == len(shelf.paged) > 20
    for who in seeds.identities:
        if who.id in shelf.paged:
            spans = {
                (slug, span)
                for slug, number in who.members
                for span in shelf.views[slug].source.annotations.names[number].mentions
            }
            soup = pages[f"names/{who.id}.md"]
            assert len(soup.select(".d-hit")) == len(spans), who.name


def test_the_five_seeds_the_index_holds_every_name_once(seeds: Collection) -> None:
    index = page(names(catalogue(seeds))[NAMES])
    assert sorted(str(row["id"]) for row in index.select(".d-entry")) == sorted(who.id for who in seeds.identities)
    ids = [str(tag["id"]) for tag in index.select("[id]")]
    assert len(ids) == len(set(ids))


def test_what_the_editor_says_of_a_name_is_shown_as_the_editors() -> None:
    made = two_sources()
    links = (("wikidata", "Q42"), ("blog", "https://example.org/roe"), ("own", "7"), ("bad", "javascript:x"))
    told = tuple(
        replace(who, description="A minister", links=links) if who.id == "jane-roe" else who for who in made.identities
    )
    pages = rendered(name_pages(catalogue(replace(made, identities=told))))
    gist = pages["names/jane-roe.md"].select(".d-gist p")[1]
    assert gist.get_text() == "A minister · Wikidata · blog · own 7 · bad javascript:x editor"
    found = [str(link["href"]) for link in gist.select("a:not(.d-editor)")]
    assert found == ["https://www.wikidata.org/wiki/Q42", "https://example.org/roe"]
    assert not pages["names/ann-poe.md"].select(".d-editor")
