"""The list of many sources: an overview, and pages by date and by publisher that hold each source once."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from dossier.model import Collection, Fact, Source
from dossier.write.catalogue import SOURCES, Catalogue, catalogue
from dossier.write.memo import NoMemo
from dossier.write.pages.paging import HEAVIEST, MOST
from dossier.write.pages.sources import address, sources
from tests.gathered import Text

TITLE = re.compile(r"^\[Title (s\d+)\]\((?:\.\./)?s\d+\.md\)$", re.MULTILINE)


def dated(number: int) -> Source:
    source = Text(f"s{number}", ["A first paragraph of some words, as lists of sources repeat it. " * 3]).source()
    meta = source.document.meta
    date = None if number % 10 == 9 else Fact(f"{1950 + number % 60}-0{1 + number % 9}-11", "printed", "rule")
    issuer = None if number % 7 == 6 else Fact(f"Paper {number % 5}", "printed", "rule")
    return replace(source, document=replace(source.document, meta=replace(meta, published=date, publisher=issuer)))


@pytest.fixture(scope="module")
def shelf() -> Catalogue:
    return catalogue(Collection(tuple(dated(number) for number in range(1_300))))


def texts(shelf: Catalogue) -> dict[str, str]:
    return {sheet.path: sheet.make(shelf) for sheet in sources(shelf, NoMemo())}


def test_a_list_that_fits_is_one_page() -> None:
    assert list(texts(catalogue(Collection(tuple(dated(number) for number in range(60)))))) == [SOURCES]


@pytest.mark.parametrize("folder", ["by-date", "by-publisher"])
def test_each_source_stands_once_among_the_pages_of_a_folder(shelf: Catalogue, folder: str) -> None:
    made = texts(shelf)
    pages = {path: text for path, text in made.items() if path.startswith(f"sources/{folder}/")}
    found = Counter(slug for text in pages.values() for slug in TITLE.findall(text))
    assert found == Counter(shelf.views.keys())
    for path, text in pages.items():
        assert path.removeprefix("sources/") in made[SOURCES]
        assert len(TITLE.findall(text)) <= MOST
        assert len(text.encode()) < HEAVIEST


def test_the_newest_come_first_and_undated_ones_last(shelf: Catalogue) -> None:
    ways = re.findall(r"\]\(by-date/([\w-]+)\.md\)", texts(shelf)[SOURCES])
    years = [way for way in ways if not way.startswith("undated")]
    assert years == sorted(years, reverse=True)
    assert ways[-1].startswith("undated")


def test_publishers_have_addresses_of_their_own() -> None:
    assert address("The Paper") == "the-paper"
    apart = [address(name) for name in ("None", "Paper, part 2", "paper part 2", "Le Monde!", "Газета")]
    assert len(set(apart)) == len(apart)
    assert "none" not in apart
