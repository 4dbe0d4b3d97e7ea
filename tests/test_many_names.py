"""Names in large collections: how many have a page, on which page each is listed, and where every address leads."""

from __future__ import annotations

import importlib
import re
from posixpath import dirname, join, normpath

import pytest

from dossier.model import Collection
from dossier.write import render
from dossier.write.addresses import relative
from dossier.write.catalogue import NAMES, catalogue
from dossier.write.pages.letters import address, name_places
from dossier.write.pages.name import name_pages
from dossier.write.pages.names import listing, names
from dossier.write.site import Site
from tests.gathered import Text, collection

OWN = importlib.import_module("dossier.write.own_pages")
ENTRY = re.compile(r"\{ #([\w-]+) \.d-entry ")


def crowd(number: int, *, sources: int = 2) -> Collection:
    """Some names, each in all sources but those of every third, which only the first source has."""
    called = [f"Nam{chr(97 + at % 26)}{at:05d}" for at in range(number)]
    texts = []
    for which in range(sources):
        held = [name for at, name in enumerate(called) if not which or at % 3]
        texts.append(Text(f"source-{which}", [", ".join(held)], {name: (name,) for name in held}))
    return collection(*texts)


@pytest.fixture(scope="module")
def many() -> Collection:
    return crowd(2_400)


def test_few_names_share_one_page() -> None:
    assert list(names(catalogue(crowd(60)))) == [NAMES]


def test_many_names_are_listed_by_kind_and_letter_each_once(many: Collection) -> None:
    shelf = catalogue(many)
    listed = listing(shelf)
    pages = names(shelf, listed)
    assert len(pages) > 3
    assert all(path.startswith("names/people/") for path in pages if path != NAMES)
    found = [id for text in pages.values() for id in ENTRY.findall(text)]
    assert sorted(found) == sorted(who.id for who in many.identities)
    places = name_places(listed.parts, listed.former)
    for who in many.identities:
        assert f"{{ #{who.id} .d-entry" in pages[places[who.id]]
        assert places[who.id].removeprefix("names/") in pages[NAMES]


def test_pages_of_names_do_not_outgrow_the_sources_and_no_address_is_lost(
    many: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OWN, "NAME_PAGES", 40)
    shelf = catalogue(many)
    assert len(shelf.paged) == 40
    raw = {source.slug: b"" for source in many.sources}
    files = {path: file.data.decode() for path, file in render(shelf, raw, Site()).items()}
    for who in many.identities:
        number = len({slug for slug, _ in who.members})
        assert number > 1 or who.id not in shelf.paged
        if number < 2 or who.id in shelf.paged:
            assert number < 2 or f"names/{who.id}.md" in files
            continue
        to = re.search(r'data-to="([^"#]+)#([\w-]+)"', files[f"names/{who.id}/index.html"])
        assert to
        place = normpath(join(f"names/{who.id}", to[1]))
        assert f"{{ #{to[2]} .d-entry" in files[f"{place}.md"]


def test_names_that_most_sources_share_have_pages_first(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"Ann Poe": ("Ann Poe",), "Max Moe": ("Max Moe",), "Jane Roe": ("Jane Roe",)}
    texts = [
        Text(
            "one", ["Ann Poe, Max Moe, Jane Roe. “Yes,” he said. “No.”"], names, {"Yes,": "Max Moe", "No.": "Ann Poe"}
        ),
        Text("two", ["Jane Roe, Max Moe"], {name: names[name] for name in ("Jane Roe", "Max Moe")}),
    ]
    monkeypatch.setattr(OWN, "NAME_PAGES", 2)
    assert catalogue(collection(*texts)).paged == {"jane-roe", "max-moe"}
    assert catalogue(collection(*texts)).listed_only == {"ann-poe"}


def test_letters_of_any_script_have_addresses_of_their_own() -> None:
    assert [address(sign) for sign in ("A", "Ж", "#", "É")] == ["a", "u0416", "more", "e"]


@pytest.mark.parametrize("page", ["index.md", "names/x.md", "names/people/a.md"])
@pytest.mark.parametrize("target", ["index.md", "names/index.md", "names/people/b.md", "data/seeds/a.txt"])
def test_the_way_to_another_file_leads_there(page: str, target: str) -> None:
    assert normpath(join(dirname(page), relative(target, page))) == target


def test_mentions_that_one_page_cannot_hold_go_on_on_the_next() -> None:
    text = ". ".join(f"Jane Roe spoke of matter {at} at some length and in public" for at in range(450))
    texts = [Text(slug, [text], {"Jane Roe": ("Jane Roe",)}) for slug in ("one", "two", "three")]
    pages = name_pages(catalogue(collection(*texts)))
    assert list(pages)[:2] == ["names/jane-roe.md", "names/jane-roe/mentions-2.md"]
    assert sum(text.count("{ .d-hit }") for text in pages.values()) == 3 * 450
    for path, text in pages.items():
        assert text.count("](") < 2_500
        for target in re.findall(r"\]\(([^)#]+)#b-", text):
            assert normpath(join(dirname(path), target)) in {f"sources/{slug}.md" for slug in ("one", "two", "three")}
    assert "(jane-roe/mentions-2.md)" in pages["names/jane-roe.md"]
