"""The menu of a passage in a real browser: its permanent link, citation and report, keyboard, and no script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from dossier.pipeline import gather
from tests.kinds import noted_source

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield made
    made.close()


@pytest.fixture
def tab(context: BrowserContext, address: str, site: Path) -> Page:
    page = context.new_page()
    page.goto(address + noted_source(site), wait_until="networkidle")
    return page


@pytest.fixture
def block(tab: Page) -> Locator:
    """A paragraph of the text that holds a date and a note."""
    return tab.locator(".d-text > p.seed:has(.d-date):has(.d-noteref)").first


def clipboard(tab: Page) -> str:
    copied: str = tab.evaluate("navigator.clipboard.readText()")
    return copied


def opened(block: Locator) -> Locator:
    block.locator("a.d-pin").focus()
    block.page.keyboard.press("Enter")
    return block.page.get_by_role("group", name="This passage")


def own_words(block: Locator) -> str:
    words: str = block.evaluate("""(it) => {
        const twin = it.cloneNode(true);
        twin.querySelectorAll("[data-made], .d-noteref").forEach((mine) => mine.remove());
        return twin.textContent.replace(/\\s+/g, " ").trim();
    }""")
    return words


def test_the_link_of_a_passage_is_copied(tab: Page, block: Locator) -> None:
    opened(block).get_by_role("button", name="Copy link").click()
    tab.get_by_role("status").get_by_text("Copied").wait_for(state="attached")
    assert clipboard(tab) == f"{tab.url}#{block.get_attribute('id')}"


def test_a_passage_is_copied_with_its_source_and_address(tab: Page, block: Locator) -> None:
    words = own_words(block)
    opened(block).get_by_role("button", name="Copy with citation").click()
    tab.get_by_role("status").get_by_text("Copied").wait_for(state="attached")
    source = tab.locator(".d-text").get_attribute("data-reference")
    assert clipboard(tab) == f"“{words}” — {source}. {tab.url}#{block.get_attribute('id')}"


def test_without_an_address_there_is_no_report(block: Locator) -> None:
    assert opened(block).get_by_role("link", name="Report a problem").count() == 0


@pytest.mark.parametrize("to", ["mailto:me@example.org?subject=S%20s&body=b", "https://example.org/new?title=T&body=b"])
def test_a_report_names_the_passage_and_its_words(tab: Page, block: Locator, to: str) -> None:
    tab.evaluate(
        """(to) => document.querySelector(".d-made").insertAdjacentHTML(
        "beforeend", `<a class="d-report" href="${to.replaceAll("&", "&amp;")}">x</a>`)""",
        to,
    )
    words = own_words(block)
    href = str(opened(block).get_by_role("link", name="Report a problem").get_attribute("href"))
    body = parse_qs(urlsplit(href).query)["body"][0]
    assert f"{tab.url}#{block.get_attribute('id')}" in body
    assert words[:60] in body
    assert href.partition("?")[0] == to.partition("?")[0]
    assert "+" not in href


def test_the_menu_says_how_the_dates_of_the_passage_are_read(block: Locator) -> None:
    date = block.locator(".d-date").first
    assert str(date.get_attribute("title")) in opened(block).inner_text()


def test_the_keyboard_opens_walks_and_closes_the_menu(tab: Page, block: Locator) -> None:
    menu = opened(block)
    pin = block.locator("a.d-pin")
    focused = "document.activeElement.textContent"
    assert tab.evaluate(focused) == "Copy link"
    tab.keyboard.press("ArrowDown")
    assert tab.evaluate(focused) == "Copy with citation"
    tab.keyboard.press("ArrowUp")
    assert tab.evaluate(focused) == "Copy link"
    assert pin.get_attribute("aria-expanded") == "true"
    tab.keyboard.press("Escape")
    assert menu.count() == 0
    assert pin.evaluate("(it) => it === document.activeElement")
    assert pin.get_attribute("aria-expanded") == "false"


def test_a_click_elsewhere_closes_the_menu(tab: Page, block: Locator) -> None:
    menu = opened(block)
    tab.locator("h1").click()
    assert menu.count() == 0


def test_the_link_is_seen_when_it_has_the_focus(block: Locator) -> None:
    pin = block.locator("a.d-pin")
    assert pin.evaluate("(it) => getComputedStyle(it).opacity") == "0"
    pin.focus()
    assert pin.evaluate("(it) => getComputedStyle(it).opacity") == "1"


def test_without_a_script_it_is_a_link_to_the_passage(browser: Browser, address: str, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address + noted_source(site), wait_until="networkidle")
    block = tab.locator(".d-text > p.seed").nth(1)
    block.locator("a.d-pin").focus()
    tab.keyboard.press("Enter")
    assert tab.locator(".seed:target").get_attribute("id") == block.get_attribute("id")
    context.close()


def test_links_of_passages_survive_another_seed(project: Path) -> None:
    few = {source.slug: [b.id for b in source.document.blocks] for source in gather(project / "seeds").sources}
    (project / "seeds" / "another.txt").write_text("Another\n\nA paragraph of another source.\n", encoding="utf-8")
    more = {source.slug: [b.id for b in source.document.blocks] for source in gather(project / "seeds").sources}
    assert len(more) == len(few) + 1
    assert {slug: more[slug] for slug in few} == few
