"""No kind of page scrolls sideways or loses words at its edge: five widths, 200% zoom, and a reader's own spacing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kinds import KINDS, addresses

pytestmark = [pytest.mark.site, pytest.mark.browser]

SIZES = [(320, 640), (390, 844), (768, 1024), (1280, 900), (1920, 1080), (640, 450)]
"""The last is a window of 1280 x 900 at 200% zoom, which halves the pixels that the page has."""

ADOPT = "css => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own]; }"
SPACED = "* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}"
"""WCAG 2.2, 1.4.12: what a reader may set without losing anything."""

BEYOND = """() => {
    const wide = document.documentElement.clientWidth;
    const boxed = e => { for (let up = e.parentElement; up; up = up.parentElement) { const flow = getComputedStyle(up);
        if (flow.position === "fixed" || /auto|scroll/.test(flow.overflowX)) return true; } return false; };
    const out = [...document.querySelectorAll("main *")]
        .filter(e => [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
        .filter(e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}))
        .filter(e => getComputedStyle(e).clipPath === "none" && !boxed(e) && !e.closest("svg"));
    const beyond = ({left, right, width}) => width > 1 && (right > wide + 1 || left < -1);
    const over = document.documentElement.scrollWidth - wide;
    return [...(over > 0 ? [`the page is ${over} px too wide`] : []),
        ...out.filter(e => beyond(e.getBoundingClientRect())).map(e => e.outerHTML.slice(0, 120))];
}"""


@pytest.fixture(scope="module", params=KINDS)
def tab(request: pytest.FixtureRequest, browser: Browser, address: str, site: Path) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    made = context.new_page()
    made.goto(address + addresses(site)[request.param])
    yield made
    context.close()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_beyond_the_edge(tab: Page, width: int, height: int) -> None:
    tab.set_viewport_size({"width": width, "height": height})
    assert tab.evaluate(BEYOND) == []


def test_nothing_is_beyond_the_edge_with_wider_spacing(tab: Page) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.evaluate(ADOPT, SPACED)
    assert tab.evaluate(BEYOND) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_a_name_with_ten_mentions_fits_into_its_list(browser: Browser, address: str, width: int) -> None:
    """In a large collection a name without a page of its own leads to each of its passages by a number."""
    context = browser.new_context(viewport={"width": width, "height": 640})
    tab = context.new_page()
    tab.goto(f"{address}names/")
    numbers = " ".join(f'<a class="d-number" href="#">{number}</a>' for number in range(2, 11))
    tab.locator(".d-entry .d-from").first.evaluate(
        "(e, words) => { e.innerHTML = words }", f"10 mentions in 10 sources {numbers} and 1 more"
    )
    assert tab.evaluate(BEYOND) == []
    context.close()
