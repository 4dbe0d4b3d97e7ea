"""The built site in a real browser: notes there and back, no sideways scrolling, no request elsewhere, no script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.test_site_laws import pages

pytestmark = [pytest.mark.site, pytest.mark.browser]

KINDS = ("", "sources/", "timeline/", "quotes/", "names/", "compare/", "about/")


@pytest.fixture
def source(site: Path) -> str:
    """The address of the page of a source with notes."""
    noted = [path for path in pages(site / "sources") if "doc-noteref" in path.read_text(encoding="utf-8")]
    return f"sources/{noted[0].parent.name}/"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_a_note_is_followed_there_and_back(tab: Page, address: str, source: str) -> None:
    tab.goto(address + source)
    marker = tab.locator("a[role=doc-noteref]").first
    label = marker.inner_text()
    marker.click()
    note = tab.locator(":target")
    assert "d-foot" in (note.get_attribute("class") or "")
    assert note.inner_text().startswith(label)
    note.locator("a[role=doc-backlink]").first.click()
    assert tab.locator(":target").inner_text() == label
    assert tab.locator(":target").is_visible()


def test_a_missing_note_says_so(tab: Page, address: str, source: str) -> None:
    tab.goto(address + source)
    missing = tab.locator(".d-absent")
    assert missing.count() > 0
    assert "The captured text has no note" in missing.first.inner_text()


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_no_page_scrolls_sideways(browser: Browser, address: str, source: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    tab = context.new_page()
    for kind in (*KINDS, source):
        tab.goto(address + kind)
        assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, kind
    context.close()


def test_no_request_leaves_the_site_and_nothing_fails(tab: Page, address: str, source: str) -> None:
    asked: list[str] = []
    failed: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    tab.on("pageerror", lambda error: failed.append(str(error)))
    for kind in (*KINDS, source):
        tab.goto(address + kind, wait_until="networkidle")
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert failed == []


def test_everything_is_there_without_scripts(browser: Browser, address: str, source: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    for kind in (*KINDS, source):
        tab.goto(address + kind)
        assert tab.locator("h1").first.is_visible(), kind
    assert tab.locator(".seed").first.is_visible()
    assert tab.locator(".d-foot").first.is_visible()
    summary = tab.locator("details.d-receipt summary").first
    summary.click()
    assert tab.locator("details.d-receipt[open]").count() == 1
    context.close()


def test_light_and_dark_are_both_designed(browser: Browser, address: str, source: str) -> None:
    papers = set()
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
        tab = context.new_page()
        tab.goto(address + source)
        papers.add(tab.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert tab.evaluate("getComputedStyle(document.querySelector('.seed')).fontFamily").startswith("Charter")
        context.close()
    assert len(papers) == 2


def test_lines_are_of_a_readable_length(browser: Browser, address: str, source: str) -> None:
    context = browser.new_context(viewport={"width": 1600, "height": 900})
    tab = context.new_page()
    tab.goto(address + source)
    script = """() => {
        const all = [...document.querySelectorAll('.d-text > p.seed')];
        const p = all.sort((a, b) => b.innerText.length - a.innerText.length)[0];
        const lines = p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight);
        return p.innerText.length / lines;
    }"""
    assert 55 <= tab.evaluate(script) <= 80
    context.close()
