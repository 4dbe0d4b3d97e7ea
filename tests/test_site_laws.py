"""The built site of the five seeds keeps the laws: its text, its links and anchors, and so from another builder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from tests.checkout import checkout
from tests.test_write_escape import HOSTILE, squeeze
from tests.test_write_pages import CODE_THAT_RUNS, own_text, words_of

pytestmark = pytest.mark.site

OWN = "https://site.invalid/"


@cache
def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def pages(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*.html") if path.name != "404.html")


def records(site: Path) -> Iterator[tuple[dict[str, object], BeautifulSoup]]:
    for path in sorted((site / "data" / "sources").glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8")), soup(site / "sources" / path.stem / "index.html")


def article(page: BeautifulSoup) -> Tag:
    found = page.select_one("article")
    assert found is not None
    return found


def test_the_text_of_each_page_is_the_text_of_its_blocks(site: Path) -> None:
    seen = 0
    for record, page in records(site):
        blocks = record["blocks"]
        assert isinstance(blocks, list)
        shown = [(element["id"], own_text(element)) for element in article(page).select(".seed")]
        assert shown == [(block["id"], words_of(block["text"])) for block in blocks]
        seen += len(shown)
    assert seen > 100


def test_what_is_neither_the_seeds_nor_marked_as_made_is_not_there(site: Path) -> None:
    for _, page in records(site):
        rest = BeautifulSoup(str(article(page)), "html.parser")
        for element in rest.select(".seed, [data-made], .headerlink, [data-md-component], .md-content__button"):
            element.decompose()
        assert squeeze(rest.get_text()) == ""


def test_no_markup_is_left_over(site: Path) -> None:
    for path in pages(site):
        if "sources/" in path.relative_to(site).as_posix():
            continue  # what looks like markup there may be the seed's own words, which the tests above compare
        text = article(soup(path)).get_text()
        assert not [sign for sign in ("{ .", "{ #", "](", "**", "<span", "&#") if sign in text], path


def test_every_annotation_has_its_address(site: Path) -> None:
    for record, page in records(site):
        for kind in ("quotes", "dates"):
            found = record[kind]
            assert isinstance(found, list)
            missing = [each["text"] for each in found if not page.select_one(f"[id='{each['id']}']")]
            hidden = [cell for cell in record["segments"] if cell["block"] is None]  # type: ignore[attr-defined]
            assert len(missing) <= len(hidden)


def own_links(path: Path, site: Path) -> Iterator[str]:
    """Every address on a page that is on this site, absolute."""
    here = urljoin(OWN, path.relative_to(site).as_posix().removesuffix("index.html"))
    for tag in soup(path).select("[href], [src]"):
        address = urljoin(here, str(tag.get("href") or tag.get("src")))
        if address.startswith(OWN):
            yield address


def anchored(page: BeautifulSoup, anchor: str) -> bool:
    return bool(page.select_one(f"[id='{anchor}'], a[name='{anchor}']"))


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    lost = []
    for path in pages(site):
        for address in own_links(path, site):
            parts = urlsplit(address)
            target = site / unquote(parts.path).lstrip("/")
            target = target / "index.html" if parts.path.endswith("/") else target
            anchor = unquote(parts.fragment)
            if not target.is_file() or (anchor and target.suffix == ".html" and not anchored(soup(target), anchor)):
                lost.append((path, address))
    assert lost == []


def test_ids_are_unique_on_each_page(site: Path) -> None:
    for path in pages(site):
        ids = [str(tag["id"]) for tag in article(soup(path)).select("[id]")]
        assert sorted(set(ids)) == sorted(ids), path


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for path in pages(site):
        for tag in soup(path).select("script[src], link[href], img[src], iframe[src], source[src], object[data]"):
            if tag.get("rel") not in (["canonical"], ["prev"], ["next"], ["schema.DC"], ["schema.DCTERMS"]):
                assert not urlsplit(str(tag.get("src") or tag.get("href") or tag.get("data"))).netloc, tag


def run(*command: str, cwd: Path) -> None:
    told = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert "WARNING" not in told.stdout + told.stderr


def test_mkdocs_is_strict_without_a_warning(built: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "again"), cwd=built)


def addresses(site: Path) -> set[str]:
    return {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.suffix in {".html", ".json", ".txt", ".csv"}
    }


def test_zensical_gives_the_same_addresses_anchors_and_texts(built: Path, site: Path, tmp_path: Path) -> None:
    zensical = Path(sys.executable).with_name("zensical")
    assert zensical.is_file(), "zensical is a development requirement"
    for name in ("docs", "dossier/theme", "mkdocs.yml", "mkdocs.nav.yml"):
        source = built / name
        shutil.copytree(source, tmp_path / name) if source.is_dir() else shutil.copy(source, tmp_path / name)
    run(str(zensical), "build", cwd=tmp_path)
    other = tmp_path / "site"
    own = {"search.json", "search/search_index.json", "pagefind/pagefind-entry.json"}
    assert addresses(other) - own == addresses(site) - own
    for path in pages(site):
        twin = other / path.relative_to(site)
        here, there = article(soup(path)), article(soup(twin))
        assert [tag["id"] for tag in there.select("[id]") if tag["id"] != "__skip"] == [
            tag["id"] for tag in here.select("[id]")
        ]
        assert squeeze(there.get_text()) == squeeze(here.get_text())


def build(where: Path) -> None:
    told = subprocess.run(
        [sys.executable, "build_pages.py", "--site"], cwd=where, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_hostile_seeds_are_inert_on_the_built_site(tmp_path: Path) -> None:
    where = checkout(tmp_path)
    shutil.rmtree(where / "seeds")
    (where / "seeds").mkdir()
    lines = [line for line in HOSTILE if line.strip()]
    (where / "seeds" / "hostile.txt").write_text(
        "<script>alert(1)</script> & *x*\n\n" + "\n\n".join(lines), encoding="utf-8"
    )
    sidecar = (
        "title: '<script>alert(1)</script> {{ x }}'\nauthors: '<b onclick=x>y</b>'\npublisher: '[x](javascript:y)'\n"
    )
    (where / "seeds" / "hostile.yml").write_text(sidecar, encoding="utf-8")
    build(where)
    site = where / "site"
    (record, page), *none = records(site)
    assert none == []
    shown = [(element["id"], own_text(element)) for element in article(page).select(".seed")]
    assert shown == [(block["id"], words_of(block["text"])) for block in record["blocks"]]  # type: ignore[attr-defined]
    for path in pages(site):
        found = article(soup(path))
        assert not found.select("script, style, iframe, object, [onclick]")
        assert not [a for a in soup(path).select("[href]") if CODE_THAT_RUNS.match(str(a["href"]))]
        data = soup(path).select("script[type='application/ld+json']")
        assert [json.loads(tag.get_text())["@context"] for tag in data] == ["https://schema.org"]
        code = [tag for tag in soup(path).select("script") if tag not in data]
        assert "alert(1)" not in "".join(tag.get_text() for tag in code)
        title = soup(path).select_one("title")
        assert title is not None
        assert not soup(path).select("nav b, header b, title b")
