"""A source's page in a real browser: notes in the margin or unfolded, the switch, gaps, nothing that jumps, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kinds import noted_source

pytestmark = [pytest.mark.site, pytest.mark.browser]

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
BOXES = """() => [...document.querySelectorAll('.d-foot')].map((note) => {
    const { top, bottom, left, right } = note.getBoundingClientRect();
    const marker = document.querySelector(`a.d-noteref[href="#${note.id}"]`).getBoundingClientRect();
    return { top, bottom, left, right, marker: marker.top, placed: getComputedStyle(note).position === 'absolute' };
})"""
TEXT_RIGHT = "document.querySelector('.d-text > p.seed').getBoundingClientRect().right"


@pytest.fixture
def source(site: Path, address: str) -> str:
    """The address of the page with most notes."""
    return address + noted_source(site)


@pytest.fixture
def wide(browser: Browser, source: str) -> Iterator[Page]:
    yield from opened(browser, source, **WIDE)


@pytest.fixture
def narrow(browser: Browser, source: str) -> Iterator[Page]:
    yield from opened(browser, source, **NARROW)


def opened(browser: Browser, source: str, width: int, height: int) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": height})
    tab = context.new_page()
    tab.goto(source, wait_until="networkidle")
    yield tab
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [1280, 1920])
def test_notes_stand_in_the_margin_beside_their_markers(
    browser: Browser, source: str, width: int, *, scripts: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    tab = context.new_page()
    tab.goto(source, wait_until="networkidle")
    boxes = tab.evaluate(BOXES)
    right = tab.evaluate(TEXT_RIGHT)
    context.close()
    assert len(boxes) > 1
    assert all(box["placed"] and box["left"] > right and box["right"] < width for box in boxes)
    for before, box in zip([None, *boxes], boxes, strict=False):
        low = before["bottom"] if before else 0
        assert box["top"] >= low
        assert abs(box["top"] - max(low, box["marker"])) < 30


def test_a_note_in_the_margin_is_followed_there_and_back(wide: Page) -> None:
    marker = wide.locator("a.d-noteref").first
    marker.click()
    note = wide.locator(".d-foot:target")
    assert note.is_visible()
    note.locator("a[role=doc-backlink]").first.click()
    assert wide.locator("a.d-noteref:target").inner_text() == marker.inner_text()


def test_a_tall_note_is_read_whole_by_scrolling_with_the_keyboard(wide: Page) -> None:
    tall = wide.locator(".d-foot.d-tall").first
    height, all_of_it = tall.evaluate("(note) => [note.clientHeight, note.scrollHeight]")
    assert height < all_of_it
    tall.locator("a").last.focus()
    assert tall.evaluate("(note) => note.scrollTop") > 0


def test_a_marker_unfolds_its_note_under_the_paragraph_and_folds_it_again(narrow: Page) -> None:
    marker = narrow.locator(".d-text a.d-noteref").first
    marker.click()
    box = narrow.locator(".d-unfolded")
    assert marker.get_attribute("aria-expanded") == "true"
    assert box.get_attribute("id") == marker.get_attribute("aria-controls")
    words = narrow.locator(f".d-foot[id='{box.get_attribute('id').removeprefix('unfolded-')}'] .seed").first  # type: ignore[union-attr]
    assert box.inner_text().split()[:4] == words.inner_text().split()[:4]
    edge = narrow.evaluate("document.querySelector('.d-unfolded .d-sign').getBoundingClientRect().left")
    assert edge >= 0
    narrow.keyboard.press("Escape")
    assert box.count() == 0
    assert marker.evaluate("(it) => it === document.activeElement")
    marker.press("Enter")
    box.get_by_role("button", name="Fold the note").click()
    assert box.count() == 0
    assert marker.get_attribute("aria-expanded") == "false"


def test_without_a_script_a_marker_leads_to_the_foot_on_a_narrow_page(browser: Browser, source: str) -> None:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)  # type: ignore[arg-type]
    tab = context.new_page()
    tab.goto(source, wait_until="networkidle")
    tab.locator(".d-text a.d-noteref").first.click()
    assert tab.locator(".d-foot:target").is_visible()
    assert tab.locator("#notes").is_visible()
    assert tab.locator(".d-switch").count() == 0
    context.close()


def test_the_switch_brings_out_what_is_marked_and_is_remembered(wide: Page, source: str) -> None:
    switch = wide.locator(".d-switch")
    date = wide.locator(".d-text .d-date").first
    quiet = date.evaluate("(it) => getComputedStyle(it).textDecorationLine")
    assert (switch.get_attribute("aria-pressed"), quiet) == ("false", "none")
    switch.focus()
    wide.keyboard.press("Space")
    assert switch.get_attribute("aria-pressed") == "true"
    assert date.evaluate("(it) => getComputedStyle(it).textDecorationLine") == "underline"
    wide.goto(source, wait_until="networkidle")
    assert wide.locator(".d-switch").get_attribute("aria-pressed") == "true"
    wide.locator(".d-switch").click()
    wide.reload()
    assert wide.locator(".d-switch").get_attribute("aria-pressed") == "false"


def test_the_switch_moves_no_word(wide: Page) -> None:
    heights = "[...document.querySelectorAll('.seed')].map((it) => it.getBoundingClientRect().height)"
    before = wide.evaluate(heights)
    wide.locator(".d-switch").click()
    assert wide.evaluate(heights) == before


def test_a_gap_explains_itself_at_the_pointer_with_the_keyboard_and_where_it_leads(wide: Page) -> None:
    gap = wide.locator(".d-text a.d-gap").first
    wide.keyboard.press("Tab")
    gap.focus()
    wide.locator(".d-peek").wait_for()
    assert "lost" in wide.locator(".d-peek").inner_text()
    gap.click()
    assert wide.locator(":target").is_visible()
    assert wide.locator("details[open] :target").count() == 1


def test_the_signs_are_explained_without_a_script(browser: Browser, source: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(source, wait_until="networkidle")
    tab.get_by_text("What the signs mean").click()
    assert tab.locator(".d-signs li").count() > 4
    assert tab.locator(".d-signs li").last.is_visible()
    context.close()


@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
def test_nothing_jumps_while_the_page_is_made(browser: Browser, source: str, width: int) -> None:
    assert sorted(jumped(browser, source, width) for _ in range(3))[1] <= 0.02, "the median of three loads"


def jumped(browser: Browser, source: str, width: int) -> float:
    """How far the page's parts moved while it was loaded and scrolled: the sum of Chromium's layout shifts."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    tab = context.new_page()
    tab.add_init_script("""
        window.jumped = 0;
        localStorage.setItem("dossier.reading", "annotated");
        new PerformanceObserver((list) => list.getEntries().forEach((each) => (window.jumped += each.value)))
            .observe({ type: "layout-shift", buffered: true });
    """)
    tab.goto(source, wait_until="networkidle")
    tab.mouse.wheel(0, 2000)
    tab.wait_for_timeout(300)
    moved: float = tab.evaluate("window.jumped")
    context.close()
    return moved


def test_on_paper_the_notes_stand_at_the_foot_and_the_sites_own_parts_are_gone(wide: Page) -> None:
    wide.emulate_media(media="print")
    boxes = wide.evaluate(BOXES)
    assert not any(box["placed"] for box in boxes)
    last = wide.evaluate("[...document.querySelectorAll('.d-text .seed')].at(-1).getBoundingClientRect().bottom")
    assert all(box["top"] >= last for box in boxes)
    for gone in (".md-header", ".md-sidebar--secondary", ".md-footer", ".d-tools", ".d-nearby", "a.d-pin", "a.d-by"):
        assert not wide.locator(gone).first.is_visible(), gone
    assert wide.locator("#notes").is_visible()
    tall = wide.locator(".d-foot.d-tall").first
    assert tall.evaluate("(note) => note.clientHeight === note.scrollHeight")
    assert wide.pdf(format="A4").startswith(b"%PDF")


def test_on_paper_a_link_shows_where_it_leads(wide: Page) -> None:
    wide.evaluate("""document.querySelector('.d-text p').insertAdjacentHTML(
        'beforeend', '<a class="d-out" href="https://example.org/x">x</a>')""")
    wide.emulate_media(media="print")
    shown = wide.evaluate("getComputedStyle(document.querySelector('.d-text a.d-out'), '::after').content")
    assert "https://example.org/x" in shown


def test_a_page_leads_to_the_sources_before_and_after_it(browser: Browser, address: str, site: Path) -> None:
    context = browser.new_context()
    tab = context.new_page()
    slugs = sorted(path.parent.name for path in (site / "sources").glob("*/index.html"))
    dated = [slug for slug in slugs if slug[:4].isdigit()]
    tab.goto(f"{address}sources/{dated[1]}/", wait_until="networkidle")
    links = [str(link.get_attribute("href")) for link in tab.locator(".d-next a").all()]
    assert [link.strip("./").split("/")[-1] for link in links] == [dated[0], dated[2]]
    tab.goto(f"{address}sources/{slugs[-1]}/", wait_until="networkidle")
    assert tab.locator(".d-nearby").count() == 0
    context.close()
