"""Names in a real browser: finding one, previews by pointer and by key, the way from a text to a name and back."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]

PERSON = "emmanuel-macron"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_a_name_is_found_by_any_of_its_forms(tab: Page, address: str) -> None:
    tab.goto(f"{address}names/", wait_until="networkidle")
    box = tab.get_by_label("Find a name")
    box.fill("macon")
    expect(tab.locator(".d-entry:visible")).to_have_count(1)
    expect(tab.locator(".d-entry:visible .d-who")).to_have_text("Emmanuel Macron")
    expect(tab.get_by_role("heading", name="Places")).to_be_hidden()
    box.fill("bregancon")
    expect(tab.locator(".d-entry:visible .d-who").first).to_contain_text("Brégançon")
    box.fill("nobody of that name")
    expect(tab.locator(".d-filters output")).to_have_text(re.compile(r"^0 of \d+ names$"))
    box.fill("")
    expect(tab.get_by_role("heading", name="Places")).to_be_visible()


def test_what_was_looked_for_is_in_the_address(tab: Page, address: str) -> None:
    tab.goto(f"{address}names/", wait_until="networkidle")
    tab.get_by_label("Find a name").fill("vladimir putin")
    tab.wait_for_url("**#q=vladimir+putin")
    tab.reload()
    expect(tab.locator(".d-entry:visible .d-who")).to_have_text("Vladimir Putin")


def test_the_index_is_whole_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}names/", wait_until="networkidle")
    assert tab.locator(".d-sieve").is_hidden()
    tab.locator(f"#{PERSON} a.d-who").click()
    assert tab.locator("h1").inner_text().startswith("Emmanuel Macron")
    more = tab.locator("details.d-more").first
    more.locator("summary").click()
    assert more.locator("li").first.is_visible()
    tab.locator("a.d-hit:visible").first.click()
    assert "Macron" in tab.locator(":target").inner_text()
    context.close()


def test_names_are_sifted_by_kind_and_by_who_has_a_page(tab: Page, address: str) -> None:
    tab.goto(f"{address}names/", wait_until="networkidle")
    everything = tab.locator(".d-entry:visible").count()
    tab.get_by_label("Kind").select_option("place")
    assert 0 < tab.locator(".d-entry:visible").count() < everything
    expect(tab.locator(".d-kind:visible")).to_have_count(1)
    tab.get_by_label("Named").select_option("page")
    assert tab.locator(".d-entry:visible .d-plain").count() == 0
    tab.get_by_role("button", name="Show all").click()
    assert tab.locator(".d-entry:visible").count() == everything


def source_with_marks(tab: Page, address: str) -> None:
    tab.goto(f"{address}compare/", wait_until="networkidle")
    tab.locator(".d-dossier a[href*='sources/']").first.click()
    tab.locator("a.d-cross").first.wait_for()


def test_a_name_in_a_text_shows_who_it_is_when_pointed_at(tab: Page, address: str) -> None:
    source_with_marks(tab, address)
    link = tab.locator(f".d-text a.d-name[href*='names/{PERSON}/']").first
    link.hover()
    peek = tab.locator(".d-peek")
    expect(peek).to_contain_text("Emmanuel Macron")
    expect(peek).to_contain_text("mentions in")
    peek.hover()
    tab.wait_for_timeout(400)
    expect(peek).to_be_visible()
    tab.keyboard.press("Escape")
    expect(peek).to_have_count(0)
    link.click()
    expect(tab.locator("h1")).to_contain_text("Emmanuel Macron")


def test_a_mark_in_a_text_shows_the_other_passage_at_the_keyboard_and_leads_there(tab: Page, address: str) -> None:
    source_with_marks(tab, address)
    mark = tab.locator("a.d-cross:not([href^='#'])").first
    reason = mark.locator(".d-hidden").text_content() or ""
    tab.keyboard.press("Tab")
    mark.focus()
    peek = tab.get_by_role("tooltip")
    expect(peek).to_contain_text(reason)
    assert mark.get_attribute("aria-describedby") == peek.get_attribute("id")
    begins = (mark.get_attribute("data-peek") or "")[:30]
    expect(peek).to_contain_text(begins)
    mark.press("Enter")
    expect(tab.locator(":target")).to_contain_text(begins)


def test_a_preview_stays_on_a_narrow_page(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 700})
    tab = context.new_page()
    source_with_marks(tab, address)
    tab.keyboard.press("Tab")
    tab.locator("a.d-cross").last.focus()
    tab.locator(".d-peek").wait_for()
    box = tab.locator(".d-peek").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_of_a_name_does_not_scroll_sideways(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    tab.goto(f"{address}names/{PERSON}/", wait_until="networkidle")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
