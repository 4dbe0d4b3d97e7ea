"""The search index: what Pagefind is given, and that the same pages give the same index whatever their order."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier import search
from dossier.search import FOLDER, attributed, build_search, copied

PAGE = "<!doctype html><head>{head}<title>A title</title></head><body><article><p>{words}</p></article></body>"
PAGES = {
    "sources/one/index.html": "the old ferry ran for years",
    "sources/two/index.html": "the new ferry never ran",
    "names/jane-roe/index.html": "Jane Roe kept the ferry",
    "about/index.html": "how the pages were made",
    "quotes/index.html": "the old ferry ran for years",
    "sources/index.html": "a list of sources",
}


def site(folder: Path, paths: list[str]) -> Path:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(PAGE.format(head="", words=PAGES[path]), encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_pages_give_the_same_index_in_whatever_order_they_were_written(tmp_path: Path) -> None:
    first, second = site(tmp_path / "a", [*PAGES]), site(tmp_path / "b", [*reversed(PAGES)])
    assert build_search(first) == build_search(second) == 4
    assert contents(first / FOLDER) == contents(second / FOLDER)
    assert len(list((first / FOLDER / "fragment").iterdir())) == 4


def test_an_earlier_index_makes_way(tmp_path: Path) -> None:
    build_search(site(tmp_path, [*PAGES]))
    before = contents(tmp_path / FOLDER)
    (tmp_path / FOLDER / "fragment" / "en_0000000.pf_fragment").write_bytes(b"of a page that is gone")
    build_search(tmp_path)
    assert contents(tmp_path / FOLDER) == before


def test_a_page_that_asks_not_to_be_listed_is_not_searched(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.format(head="<meta name=robots content=noindex>", words="hidden"), encoding="utf-8")
    assert copied(page, tmp_path / "copy.html") == 0
    assert not (tmp_path / "copy.html").exists()


def test_a_quotation_tells_its_speaker() -> None:
    span = '<span id="q-85e3" class="d-quote" title="Emmanuel Macron, 2018">words</span>'
    assert 'id="q-85e3|Emmanuel%20Macron%2C%202018"' in attributed(span)


def test_a_fault_of_pagefind_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "SETTINGS", {"--no-such-option": "1"})
    with pytest.raises(OSError, match="no-such-option"):
        build_search(site(tmp_path, [*PAGES]))
