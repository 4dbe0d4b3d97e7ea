"""A source in a real browser: notes there and back, what is missing, both schemes, the length of lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.test_site_laws import pages

pytestmark = [pytest.mark.site, pytest.mark.browser]


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


def test_notes_and_receipts_are_there_without_scripts(browser: Browser, address: str, source: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address + source)
    assert tab.locator(".seed").first.is_visible()
    assert tab.locator(".d-foot").first.is_visible()
    tab.locator("details.d-receipt summary").first.click()
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
