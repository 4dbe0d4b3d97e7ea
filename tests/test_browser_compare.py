"""Two sources side by side in a real browser: columns, lines that the keyboard follows, a table without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture(scope="module")
def pair(site: Path) -> str:
    """The page of two sources that have most in common."""
    found = sorted((site / "compare").glob("*--*/index.html"))
    most = max(found, key=lambda path: path.read_text(encoding="utf-8").count('id="tie-'))
    return f"compare/{most.parent.name}/"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_both_texts_stand_in_columns_with_a_line_for_each_pair(tab: Page, address: str, pair: str) -> None:
    failed: list[str] = []
    tab.on("pageerror", lambda error: failed.append(str(error)))
    tab.goto(address + pair, wait_until="networkidle")
    expect(tab.locator(".d-reader-column")).to_have_count(2)
    rows = tab.locator(".d-ties tbody tr").count()
    assert rows > 2
    expect(tab.locator(".d-reader-lines path")).to_have_count(rows)
    expect(tab.locator(".d-reader button.d-tie")).to_have_count(2 * rows)
    assert failed == []
    ids = tab.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))


def active(tab: Page) -> tuple[str, str]:
    side, number = tab.evaluate("[document.activeElement.dataset.side, document.activeElement.textContent]")
    return side, number


def test_lines_are_followed_with_the_keyboard(tab: Page, address: str, pair: str) -> None:
    tab.goto(address + pair, wait_until="networkidle")
    first = tab.locator("button.d-tie[data-side='0']").first
    first.wait_for()
    tab.keyboard.press("Tab")
    first.focus()
    assert active(tab) == ("0", "1")
    tab.keyboard.press("ArrowRight")
    assert active(tab) == ("1", "1")
    expect(tab.get_by_role("status").filter(has_text="1 of")).to_be_visible()
    tab.keyboard.press("Enter")
    assert active(tab) == ("0", "1")
    tab.keyboard.press("ArrowDown")
    side, number = active(tab)
    assert (side, number != "1") == ("0", True)
    tab.keyboard.press("ArrowUp")
    assert active(tab) == ("0", "1")
    expect(tab.locator(".d-reader-lines path.d-on")).to_have_count(1)


def test_following_a_line_brings_both_passages_to_one_height(tab: Page, address: str, pair: str) -> None:
    tab.goto(address + pair, wait_until="networkidle")
    numbers = tab.locator("button.d-tie[data-side='0']")
    numbers.first.wait_for()
    middle = numbers.nth(numbers.count() // 2)
    number = middle.inner_text()
    middle.click()
    ends = [tab.locator(f"button.d-tie[data-side='{side}']", has_text=number).first.bounding_box() for side in (0, 1)]
    assert ends[0] is not None
    assert ends[1] is not None
    assert tab.locator("button.d-tie.d-on").count() == 2
    texts = tab.evaluate("[...document.querySelectorAll('.d-reader-column')].map((c) => c.scrollTop)")
    assert max(texts) > 0


def test_each_line_has_words_for_those_who_cannot_see_it(tab: Page, address: str, pair: str) -> None:
    tab.goto(address + pair, wait_until="networkidle")
    button = tab.locator("button.d-tie[data-side='0']").first
    label = button.get_attribute("aria-label") or ""
    reason = tab.locator(".d-ties .d-reason").first.inner_text()
    assert reason in label
    assert "follow to" in label


def test_without_scripts_there_is_the_table_and_each_cell_leads_to_its_passage(
    browser: Browser, address: str, pair: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address + pair, wait_until="networkidle")
    assert tab.locator(".d-reader").count() == 0
    rows = tab.locator(".d-ties tbody tr")
    for at in range(rows.count()):
        assert rows.nth(at).locator("a.d-goto").count() == 2
    tab.locator("a.d-goto").first.click()
    assert tab.locator(":target").is_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 390, 768])
def test_on_a_narrow_page_the_table_is_read_downwards(browser: Browser, address: str, pair: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    for page in (pair, "compare/"):
        tab.goto(address + page, wait_until="networkidle")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.locator(".d-reader").count() == 0
    context.close()


def test_no_request_of_the_reader_leaves_the_site(tab: Page, address: str, pair: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(address + pair, wait_until="networkidle")
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert sum("/sources/" in url for url in asked) == 2
