"""The search in a real browser: nothing is fetched before it is used, and what it finds leads to the passage."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def tab(page: Page, address: str) -> Page:
    page.goto(f"{address}timeline/", wait_until="networkidle")
    return page


def asked(tab: Page, words: str) -> Page:
    """The page with the search open and answered."""
    tab.locator("a.d-find-open[aria-keyshortcuts]").wait_for()
    tab.keyboard.press("/")
    tab.get_by_role("dialog", name="Search").get_by_role("searchbox").fill(words)
    expect(tab.get_by_role("dialog").get_by_role("status")).to_contain_text(words)
    return tab


def test_the_index_is_fetched_only_when_somebody_searches(tab: Page) -> None:
    fetched: list[str] = []
    tab.on("request", lambda request: fetched.append(request.url))
    tab.reload()
    tab.wait_for_load_state("networkidle")
    assert not [url for url in fetched if "pagefind" in url or "search_index" in url]
    asked(tab, "brain death")
    tab.locator(".d-find-list li").first.wait_for()
    assert [url for url in fetched if "/pagefind/pagefind.js" in url]


def test_a_quotation_is_found_as_one_with_its_speaker(tab: Page) -> None:
    found = asked(tab, "brain death").locator("a.d-find-passage", has_text="Quotation: Emmanuel Macron")
    expect(found.first).to_contain_text("death")
    assert "#q-" in (found.first.get_attribute("href") or "")


def test_a_name_is_found_as_one(tab: Page) -> None:
    asked(tab, "Vladimir Putin")
    expect(tab.locator(".d-find-head", has_text="Vladimir Putin").locator(".d-find-kind").first).to_have_text("Name")


def test_a_result_leads_to_its_passage_with_the_words_marked(tab: Page) -> None:
    found = asked(tab, "brain death").locator("a.d-find-passage", has_text="Quotation").first
    place = (found.get_attribute("href") or "").partition("#")[2]
    found.click()
    marked = tab.locator(f".seed:has(#{place}) mark.d-found")
    expect(marked.first).to_be_in_viewport()
    assert {words.strip("“”").lower() for words in marked.all_inner_texts()} == {"brain", "death"}
    assert "find=" not in tab.url, "the address that a reader copies is the passage's own"


def test_the_keyboard_alone_searches_goes_and_closes(tab: Page) -> None:
    asked(tab, "dialogue").locator(".d-find-list a").first.wait_for()
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(".d-find-list a").first).to_be_focused()
    tab.keyboard.press("ArrowUp")
    expect(tab.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("dialog")).to_be_hidden()
    expect(tab.locator("a.d-find-open")).to_be_focused()


def test_nothing_found_is_said(tab: Page) -> None:
    asked(tab, "ξψζ")
    expect(tab.get_by_role("dialog").get_by_role("status")).to_have_text("Nothing found for “ξψζ”")


def test_a_search_has_an_address(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=brain+death", wait_until="networkidle")
    expect(page.get_by_role("status")).to_contain_text("pages for “brain death”")
    page.get_by_role("searchbox").fill("dialogue")
    expect(page.get_by_role("status")).to_contain_text("dialogue")
    assert page.url.endswith("?q=dialogue")


def test_without_scripts_the_button_leads_to_the_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}timeline/", wait_until="networkidle")
    page.locator("a.d-find-open").click()
    page.get_by_role("main").get_by_role("link", name="quotations").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Quotations")
    context.close()


def test_a_word_with_signs_of_a_pattern_is_a_word(page: Page, address: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}search/?q=%28%5Ba%2B%29*%3Cb%3E", wait_until="networkidle")
    expect(page.get_by_role("status")).not_to_be_empty()
    assert errors == []
