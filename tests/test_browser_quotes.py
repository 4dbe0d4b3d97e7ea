"""The quotations in a real browser: filters and their address, citations, who spoke in a source's page, no script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield made
    made.close()


@pytest.fixture
def tab(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(f"{address}quotes/", wait_until="networkidle")
    return page


@pytest.fixture
def source(context: BrowserContext, address: str, site: Path) -> Page:
    """A source's page that quotes somebody by name."""
    pages = sorted((site / "sources").glob("*/index.html"))
    named = [page for page in pages if 'data-speaker="' in page.read_text(encoding="utf-8")]
    page = context.new_page()
    page.goto(f"{address}sources/{named[0].parent.name}/", wait_until="networkidle")
    return page


def shown(tab: Page) -> Locator:
    return tab.locator(".d-said:not([hidden])")


def clipboard(tab: Page) -> str:
    copied: str = tab.evaluate("navigator.clipboard.readText()")
    return copied


def test_every_quotation_is_there_whole_without_a_script(browser: Browser, address: str, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}quotes/", wait_until="networkidle")
    quotes = json.loads((site / "data/quotes.json").read_text(encoding="utf-8"))["quotes"]
    assert tab.locator(".d-said").count() == len(quotes)
    for quote in quotes:
        entry = tab.locator(f"[id='{quote['slug']}--{quote['id']}'] .d-words").all_text_contents()
        if len(quote["parts"]) < 2:
            assert "".join(" ".join(entry).split()) == "".join(quote["text"].split())
    assert tab.locator(".d-filters").count() == 0
    context.close()


def test_a_filter_is_in_the_address_and_comes_back_from_it(tab: Page, context: BrowserContext) -> None:
    everything = shown(tab).count()
    tab.locator("select[name=speaker]").select_option(index=1)
    some = shown(tab).count()
    assert 0 < some < everything
    assert tab.locator(".d-voice:not([hidden])").count() == 1
    assert "#speaker=by-" in tab.url
    again = context.new_page()
    again.goto(tab.url, wait_until="networkidle")
    assert shown(again).count() == some
    again.get_by_role("button", name="Show all").click()
    assert shown(again).count() == everything
    assert "speaker" not in again.url


def test_search_looks_past_case_and_accents(tab: Page) -> None:
    tab.get_by_label("Search", exact=True).last.fill("VEDRINE")
    assert 0 < shown(tab).count() < tab.locator(".d-said").count()
    tab.keyboard.press("Escape")
    assert shown(tab).count() == tab.locator(".d-said").count()


def test_an_entry_hidden_by_filters_is_shown_when_its_permalink_is_followed(tab: Page) -> None:
    tab.locator("select[name=speaker]").select_option(index=1)
    hidden = tab.locator(".d-said[hidden]").first.get_attribute("id")
    tab.evaluate("id => { location.hash = id }", hidden)
    tab.wait_for_function("id => document.getElementById(id).checkVisibility()", arg=hidden)


def test_a_quotation_is_copied_with_its_citation(tab: Page) -> None:
    entry = tab.locator(".d-voice[data-speaker^=by-] .d-said").first
    entry.hover()
    entry.get_by_role("button", name="Copy with citation").click()
    tab.get_by_text("Copied").first.wait_for()
    words = " ".join(" … ".join(entry.locator(".d-words").all_text_contents()).split())
    speaker = tab.locator(".d-voice[data-speaker^=by-] h2").first.inner_text().replace("¶", "").strip()
    copied = clipboard(tab)
    assert copied.startswith(f"“{words}” — {speaker}, quoted in ")
    assert ":~:text=" in copied
    assert "#q-" in copied


def test_each_entry_leads_to_its_passage(tab: Page) -> None:
    entry = tab.locator(".d-said[data-kind=fragment]").first
    words = entry.locator(".d-words").first.inner_text()
    entry.locator(".d-passage-link").click()
    assert words[:20] in tab.locator(":target").inner_text()
    assert tab.locator(":target").is_visible()


def test_the_speaker_is_named_on_focus_and_the_card_is_left_by_escape(source: Page) -> None:
    sign = source.locator(".d-by").first
    assert "Who said this: " in (sign.get_attribute("aria-label") or "")
    sign.focus()
    card = source.locator(".d-speaker-card")
    assert card.locator("strong").inner_text() in (sign.get_attribute("aria-label") or "")
    assert sign.get_attribute("aria-expanded") == "true"
    source.keyboard.press("Tab")
    assert source.evaluate("document.activeElement.closest('.d-speaker-card') !== null")
    source.keyboard.press("Escape")
    assert card.count() == 0
    assert source.evaluate("document.activeElement.matches('.d-by')")


def test_the_speaker_is_named_when_a_quotation_is_pointed_at_or_tapped(source: Page) -> None:
    quote = source.locator(".d-text .d-fragment[data-speaker]").first
    quote.hover()
    source.locator(".d-speaker-card").wait_for()
    source.mouse.move(0, 0)
    source.locator(".d-speaker-card").wait_for(state="detached")
    quote.click()
    assert source.locator(".d-speaker-card").is_visible()


def test_a_passage_is_copied_with_a_fragment_that_finds_it(source: Page) -> None:
    sign = source.locator(".d-text .d-quote[data-speaker]").first
    name = sign.get_attribute("data-quote")
    source.locator(f".d-by[href$='{name}']").first.focus()
    source.get_by_role("button", name="Copy link").click()
    source.get_by_text("Copied").first.wait_for()
    assert f"#{name}:~:text=" in clipboard(source)
    words = sign.inner_text().split()[0]
    assert words.strip(",.") in clipboard(source)


def test_without_a_script_a_sign_still_tells_and_leads_to_the_quotations(browser: Browser, source: Page) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(source.url, wait_until="networkidle")
    sign = tab.locator(".d-by").first
    assert sign.locator("..").get_attribute("title")
    sign.click()
    assert "/quotes/#" in tab.url
    assert tab.locator(":target").is_visible()
    context.close()


def test_the_chart_has_a_table_with_the_same_numbers(tab: Page) -> None:
    bars = tab.locator(".d-chart > ul > li")
    tab.locator(".d-chart summary").click()
    first = bars.first.locator(".d-bar-name").inner_text()
    total = int(bars.first.locator(".d-bar-total").inner_text().split()[0])
    rows = tab.locator(".d-chart tbody tr").filter(has=tab.get_by_role("link", name=first, exact=True))
    assert sum(int(row.locator("td").nth(2).inner_text()) for row in rows.all()) == total
