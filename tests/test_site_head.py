"""The site as it is published under a path: heads that machines read, citations, and the page that is not there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, expect

from tests import zotero
from tests.builders import with_zensical
from tests.checkout import checkout
from tests.served import served

pytestmark = pytest.mark.site

HOME = "https://site.invalid/repo/"
SOURCE = "sources/2019-11-08-macrons-vision-of-russias-future-is-half-baked/"
soup_of = partial(BeautifulSoup, features="html.parser")


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def public(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with a public address, by each builder, in the folder `repo` of a folder to serve."""
    where = checkout(tmp_path_factory.mktemp("public"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", HOME)
        more = ["--site"] if request.param == "mkdocs" else []
        told = subprocess.run(
            [sys.executable, "build_pages.py", *more],
            cwd=where,
            capture_output=True,
            text=True,
            check=False,
            env=os.environ,
        )
        assert told.returncode == 0, told.stdout + told.stderr
        site = where / "site" if more else with_zensical(where, tmp_path_factory.mktemp("zensical"))
    root = tmp_path_factory.mktemp("root")
    shutil.move(site, root / "repo")
    shutil.copy(root / "repo" / "404.html", root)
    return root


@pytest.fixture
def page(public: Path) -> str:
    return (public / "repo" / SOURCE / "index.html").read_text(encoding="utf-8")


def test_every_page_has_a_head(public: Path) -> None:
    site = public / "repo"
    for path in sorted(site.rglob("index.html")):
        found = soup_of(path.read_text(encoding="utf-8"))
        address = HOME + path.relative_to(site).as_posix().removesuffix("index.html")
        title, canonical = found.select_one("title"), found.select_one("link[rel=canonical]")
        assert title
        assert title.get_text().strip()
        assert canonical
        assert canonical["href"] == address
        assert len(found.select("meta[name=description]")) == 1, path
        assert [str(tag["content"]) for tag in found.select("meta[property='og:url']")] == [address]
        assert [json.loads(tag.get_text())["@context"] for tag in found.select("script[type='application/ld+json']")]
        assert found.select_one("html[lang=en]")
        for link in found.select("link[rel=icon], link[rel=apple-touch-icon], link[type='application/atom+xml']"):
            assert (path.parent / str(link["href"])).resolve().is_file(), link


def test_zotero_finds_the_fields_of_a_source(page: str) -> None:
    found = zotero.item(page)
    assert found.type == "webpage"
    assert found.creators == [("Bershidsky", "Leonid")]
    assert {
        key: found.fields[key] for key in ("title", "publicationTitle", "publisher", "date", "language", "url")
    } == {
        "title": "Macron's Vision of Russia's Future Is Half-Baked",
        "publicationTitle": "The Moscow Times",
        "publisher": "The Moscow Times",
        "date": "2019/11/08",
        "language": "en",
        "url": f"{HOME}{SOURCE}",
    }


def test_a_source_is_cited_in_two_blocks_of_seven_forms(page: str) -> None:
    blocks = {str(block["id"]): block for block in soup_of(page).select("details.d-cite")}
    assert list(blocks) == ["cite-original", "cite-page"]
    for block in blocks.values():
        forms = [str(form["data-form-of"]) for form in block.select(".d-cite-form")]
        assert forms == ["chicago", "chicago-note", "apa", "mla", "bibtex", "ris", "csl"]
        record = block.select_one("[data-form-of=csl] pre")
        assert record
        assert json.loads(record.get_text())["author"] == [{"family": "Bershidsky", "given": "Leonid"}]
    here = blocks["cite-page"].select_one("[data-form-of=chicago] dd")
    assert here
    assert f"Dossier, n.d. {HOME}{SOURCE}. Originally" in here.get_text()


def test_the_site_map_has_every_page_and_robots_name_it(public: Path) -> None:
    site = public / "repo"
    assert f"<loc>{HOME}{SOURCE}</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"Sitemap: {HOME}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")
    assert f"]({HOME}{SOURCE})" in (site / "llms.txt").read_text(encoding="utf-8")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield made
    made.close()


@pytest.mark.browser
def test_a_page_that_is_not_there_leads_on(public: Path, context: BrowserContext) -> None:
    tab = context.new_page()
    with served(public) as home:
        answer = tab.goto(f"{home}repo/sources/2019-macrons-vision-of-russia/", wait_until="networkidle")
        assert answer
        assert answer.status == 404
        assert tab.locator("h1").inner_text() == "This page is not here"
        assert tab.locator("#d-lost-words").input_value() == "macrons vision of russia"
        near = tab.locator(".d-lost-near a").first
        assert near.get_attribute("href") == f"{home}repo/{SOURCE}"
        links = tab.locator(".d-lost a").evaluate_all("all => all.map((a) => a.href)")
        assert all(link.startswith(f"{home}repo/") for link in links)
        near.click()
        assert tab.locator("h1").inner_text().startswith("Macron's Vision")


@pytest.mark.browser
def test_a_citation_is_copied_with_the_date_of_access_if_wanted(public: Path, context: BrowserContext) -> None:
    tab = context.new_page()
    with served(public) as home:
        tab.goto(f"{home}repo/{SOURCE}", wait_until="networkidle")
        block = tab.locator("#cite-original")
        block.locator("summary").click()
        block.get_by_role("button", name="Copy: APA").click()
        plain = "Bershidsky, L. (2019, November 8). Macron's Vision of Russia's Future Is Half-Baked. The Moscow Times."
        # Found by its focus: a function to wait for would be text to evaluate, which the site's policy refuses.
        expect(tab.locator(":focus")).to_have_text("Copied")
        assert tab.evaluate("navigator.clipboard.readText()").startswith(f"{plain} https://")
        block.get_by_role("checkbox").check()
        block.get_by_role("button", name="Copy: BibTeX").click()
        copied = tab.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("@online{")
        assert "\n  urldate = {20" in copied
        assert copied.endswith(",\n}")
        block.get_by_role("button", name="Copy: CSL-JSON").click()
        assert len(json.loads(tab.evaluate("navigator.clipboard.readText()"))["accessed"]["date-parts"][0]) == 3


@pytest.mark.browser
def test_a_site_without_an_address_cites_the_readers(address: str, context: BrowserContext) -> None:
    tab = context.new_page()
    tab.goto(f"{address}{SOURCE}", wait_until="networkidle")
    said = tab.locator("#cite-page [data-form-of=mla] dd").text_content() or ""
    assert f"Dossier, {address}{SOURCE}. Annotated text" in said
    record = tab.locator("#cite-page [data-form-of=csl] pre").text_content() or ""
    assert json.loads(record)["URL"] == f"{address}{SOURCE}"
